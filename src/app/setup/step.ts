import type { Action, Enclosure } from '../../domain/action.js';
import type { Change } from '../../domain/change.js';
import type { Answer, Option } from '../../domain/question.js';
import type { Text } from '../../domain/text.js';
import type { Call } from '../command.js';

/** What a step keeps between its question and the answer. */
export type Kept = Readonly<Record<string, string | number>>;

/** A question of a step. Any words and files may answer it. */
export interface Shown {
  readonly words: Text;
  readonly options: readonly Option[];
  readonly kept?: Kept;
  readonly files?: readonly Enclosure[];
}

interface Following {
  readonly because: string;
  readonly actions?: readonly Action[];
  readonly changes?: readonly Change[];
}

/** What an answer leads to: the next step, another question of the same one, or nothing: the question stays open. */
export type Heard =
  | (Following & { readonly to: 'next'; readonly said?: Text })
  | (Following & { readonly to: 'again'; readonly shown: Shown })
  | { readonly to: 'stay'; readonly because: string; readonly words: Text };

/** One step of the set-up. */
export interface Step {
  readonly show: (call: Call) => Promise<Shown>;
  readonly hear: (answer: Answer, call: Call, kept: Kept) => Promise<Heard>;
}

export const stay = (because: string, words: Text): Heard => ({ to: 'stay', because, words });

/** «да», «готово», «дальше»: the first button, typed in other words. */
export const agreed = (answer: Answer): boolean =>
  answer.words !== undefined && /^(?:да|готово|готовы?|дальше|создан[аы]?|ок|хорошо)[.!]*$/iu.test(answer.words);
