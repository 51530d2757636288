import { matches } from '../matches.js';
import { eachGram } from '../reading/grams.js';
import { HINTS } from './insult.js';
import { BIAS, SCALE, THRESHOLD, WEIGHTS } from './insult-model.js';

const weights = Int8Array.from(atob(WEIGHTS), (char) => char.charCodeAt(0));
const hints = new Set(HINTS);

/** How many pieces blur a short message. */
export const BLUR = 8;
/** What a word that proves nothing alone weighs, and how many of them count. */
export const HINT_WEIGHT = 1;
export const MOST_HINTS = 3;

/** How the pieces of words of a message weigh: above zero more like an abusive one. */
export const toneOf = (text: string): number => {
  let sum = 0;
  const count = eachGram(text, (gram) => {
    sum += weights[gram] ?? 0;
  });
  return BIAS + (sum * SCALE) / Math.sqrt(count + BLUR);
};

const WORD = /[а-я]+/g;
/** Of a word or three there is no tone. */
const FEWEST = 4;

export interface Tone {
  readonly from: number;
  readonly to: number;
  /** 0.5 and more: people should have a look. Never the ground of a measure. */
  readonly confidence: number;
}

/** An abusive tone, pointed at by the first word that hints at it; null when no word does. */
export const abusiveTone = (text: string): Tone | null => {
  const words = matches(text, WORD);
  const found = words.filter(([word]) => hints.has(word));
  const first = found[0];
  if (first === undefined || words.length < FEWEST) return null;
  const different = new Set(found.map(([word]) => word)).size;
  const above = toneOf(text) + HINT_WEIGHT * Math.min(MOST_HINTS, different) - THRESHOLD;
  const span = { from: first.index, to: first.index + first[0].length };
  return above < 0 ? null : { ...span, confidence: 0.5 + Math.min(0.2, above / 10) };
};
