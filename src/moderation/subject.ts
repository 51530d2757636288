import { type Normal, normalise } from './normalise.js';
import { readings, type Word } from './reading/words.js';

/** A text under examination, prepared once for all rules. */
export interface Subject {
  readonly text: string;
  readonly normal: Normal;
  readonly words: readonly Word[];
}

export const subjectOf = (text: string): Subject => {
  const normal = normalise(text);
  return { text, normal, words: readings(normal) };
};
