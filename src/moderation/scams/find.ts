import { HINT, type Hints } from '../hints.js';
import type { Normal } from '../normalise.js';
import { TWINS } from '../reading/twins.js';
import { SCHEMES, type Scheme, SHOWS, WARNING } from './schemes.js';

/** Latin letters among Russian ones, as they look. */
const LATIN: Readonly<Record<string, string>> = { ...TWINS, u: 'и', n: 'п', i: 'і', r: 'г' };
const MIXED = /[а-я][a-z]|[a-z][а-я]/;

/** The words with two alphabets in them in one, letter for letter. */
const inOneAlphabet = (text: string): string =>
  MIXED.test(text)
    ? text.replace(/[a-zа-я]{2,40}/g, (word) =>
        MIXED.test(word) ? word.replace(/[a-z]/g, (letter) => LATIN[letter] ?? letter) : word,
      )
    : text;

/** Marks farther apart are of different thoughts. */
const BREATH = 320;

export interface Deceit {
  readonly scheme: Scheme;
  /** Units of the normal text, `to` not included. */
  readonly from: number;
  readonly to: number;
}

const found = (scheme: Scheme, text: string, linked: boolean): Deceit | null => {
  if (scheme.link && !linked) return null;
  const first = scheme.marks[0]?.exec(text);
  if (first === null || first === undefined) return null;
  const start = Math.max(0, first.index - BREATH);
  const breath = text.slice(start, first.index + BREATH);
  if (!scheme.marks.every((mark) => mark.test(breath)) || scheme.excuse?.test(breath)) return null;
  const end = first.index + first[0].length;
  return { scheme, from: first.index, to: end + (/^[а-я]{0,24}/.exec(text.slice(end, end + 24))?.[0].length ?? 0) };
};

const MAY = HINT.scam | HINT.mixed | HINT.odd;
/** Whether a closer look is worth it. */
export const mayDeceive = ({ bits }: Hints): boolean => (bits & MAY) !== 0;

/**
 * The surest scheme of deceit in a text; null when there is none. `linked`: whether an address in it is not one that
 * everybody knows.
 */
export const findDeceit = (normal: Normal, linked: () => boolean): Deceit | null => {
  const text = inOneAlphabet(normal.text);
  if (!SHOWS.test(text) || WARNING.test(text)) return null;
  const all = SCHEMES.map((scheme) => found(scheme, text, scheme.link === true && linked())).filter(
    (one) => one !== null,
  );
  return all.toSorted((a, b) => b.scheme.confidence - a.scheme.confidence)[0] ?? null;
};
