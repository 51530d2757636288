import { matches } from '../matches.js';
import { bySound, likely } from '../reading/likely.js';
import { type Look, SIGN } from '../reading/signs.js';
import { type Readings, unitOf, type Word } from '../reading/words.js';
import { CALLED_DIRECTLY, COARSE, MASKED_COARSE, NAMES_CALLED, UNMISTAKABLE } from './insult.js';
import { KEY } from './keys.js';

/** Only insulting of a person; insulting when a person is called it; coarse. */
export type Sort = 'name' | 'direct' | 'coarse';

/** A word found, in units of the normal text, `to` not included. */
export interface Called {
  readonly from: number;
  readonly to: number;
  readonly sort: Sort;
  readonly word: string;
  /** Its author hid it: it was meant. */
  readonly disguised: boolean;
}

const SORTS: ReadonlyMap<string, Sort> = new Map<string, Sort>([
  ...COARSE.map((word) => [word, 'coarse'] as const),
  ...CALLED_DIRECTLY.map((word) => [word, 'direct'] as const),
  ...NAMES_CALLED.map((word) => [word, 'name'] as const),
]);
const CLEAR = new Set(UNMISTAKABLE);
export const unmistakable = (word: string): boolean => CLEAR.has(word);

const spanOf = (word: Word): { readonly from: number; readonly to: number } => ({
  from: unitOf(word, 0),
  to: unitOf(word, word.text.length - 1) + 1,
});

/** A word put together from letters may have its «ты» with it. */
const JOINED_TO = /^(?:ты|вы|сам|сама|и|а|да|эй)(?=[а-я]{4})/;

const disguisedSort = (text: string): Sort | undefined => {
  const sort = SORTS.get(text);
  return sort === 'direct' ? undefined : sort;
};

/** Longer ones are addresses and codes. */
const LONGEST = 24;
const NO_WORD: readonly string[] = [];

/** Latin letters alone stand for sounds, or all for what they look like; among Russian ones they are look-alikes. */
const drawnAs = (text: string): readonly string[] => {
  if (text.length > LONGEST) return NO_WORD;
  return /[а-я\d]/.test(text) ? [likely(text)] : [likely(text), bySound(text)];
};

const inWord = (word: Word): Called | null => {
  const { how, text } = word;
  if (text.length < 2) return null;
  if (how === 'plain') {
    const sort = SORTS.get(text);
    return sort === undefined ? null : { ...spanOf(word), sort, word: text, disguised: false };
  }
  if (how === 'split' && text.length < 5) return null;
  const read = how === 'mixed' ? drawnAs(text) : [text, text.replace(JOINED_TO, '')];
  const known = read.find((one) => disguisedSort(one) !== undefined);
  const sort = known === undefined ? undefined : disguisedSort(known);
  return known === undefined || sort === undefined
    ? null
    : { ...spanOf(word), sort, word: known, disguised: sort === 'name' };
};

/** More of them in one text prove nothing more, and cost time. */
const MOST = 32;

const MASKED = /(?<![а-яa-z0-9])([а-я]{1,6})([*#@$%&]{1,8})([а-я]{0,5})(?![а-яa-z0-9*])/g;
/** By the first letter, which no mask hides. */
const HIDDEN = new Map<string, readonly (readonly [word: string, sort: Sort])[]>();
for (const [sort, words] of [
  ['name', UNMISTAKABLE],
  ['coarse', MASKED_COARSE],
] as const)
  for (const word of words) HIDDEN.set(word.charAt(0), [...(HIDDEN.get(word.charAt(0)) ?? []), [word, sort]]);

/** A mark a letter; three and more are as many as anybody likes. */
const behind = (word: string, before: string, marks: number, after: string): boolean => {
  const hidden = word.length - before.length - after.length;
  return hidden > 0 && (hidden === marks || marks >= 3) && word.startsWith(before) && word.endsWith(after);
};

const ofMask = (match: RegExpExecArray): Called | null => {
  const [all, before = '', marks = '', after = ''] = match;
  if (before.length + after.length < 2) return null;
  const known = HIDDEN.get(before.charAt(0))?.find(([word]) => behind(word, before, marks.length, after));
  if (known === undefined) return null;
  const [word, sort] = known;
  return { from: match.index, to: match.index + all.length, sort, word, disguised: sort === 'name' };
};

const NONE: readonly Called[] = [];
const AT_LETTERS = /[а-я][*#@$%&]/;

const masked = (text: string): readonly Called[] => {
  if (!AT_LETTERS.test(text)) return NONE;
  const found: Called[] = [];
  for (const match of matches(text, MASKED)) {
    const called = ofMask(match);
    if (called !== null && found.push(called) === MOST) break;
  }
  return found;
};

/** Every word of the lists, by whatever reading shows it. */
export const findCalled = (readings: Readings, { signs, across, pierced, words, ends }: Look): readonly Called[] => {
  const ways = {
    split: false,
    spaced: ((across | pierced) & KEY.called) !== 0 && (signs & SIGN.spelt) !== 0,
    pierced: (pierced & KEY.called) !== 0,
    layout: (signs & SIGN.latin) !== 0,
    doubled: (signs & SIGN.doubled) !== 0,
  };
  const hidden = (signs & SIGN.masked) === 0 ? NONE : masked(readings.normal.text);
  const asTheyStand = (words & KEY.called) !== 0 || (signs & SIGN.mixed) !== 0;
  if (!asTheyStand && !ways.spaced && !ways.pierced && !ways.layout) return hidden;
  const found: Called[] = [];
  for (const word of readings.by(ways, ends)) {
    const called = inWord(word);
    if (called !== null && found.push(called) === MOST) break;
  }
  return [...found, ...hidden];
};
