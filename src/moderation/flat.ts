import { HINT, type Hints, hintsOf } from './hints.js';

/**
 * A text as a reader of numbers and addresses sees it: small letters, ё as е, digits, spaces, dashes and dots of the keyboard,
 * nothing invisible. Letters stay in the alphabet they were typed in, and repeated ones repeat.
 */
export interface Flat {
  readonly original: string;
  readonly text: string;
  /** UTF-16 offsets in the original of what became each unit; absent when they are the same. */
  readonly starts?: readonly number[];
  readonly ends?: readonly number[];
  /** What the first walk along `text` shows. */
  readonly hints: Hints;
}

const INVISIBLE = /^[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]$/u;
const KNOWN: Readonly<Record<string, string>> = { '№': '№', '…': '…', ё: 'е', Ё: 'е' };
const DASH = /^[\p{Pd}\u2212]$/u;
const SPACE = /^[\p{Zs}\u2028\u2029]$/u;
const SMALL_FULL_STOP = /^[\u3002\uff61\ufe52\u2024]$/u;

const foldOdd = (char: string): string => {
  const known = KNOWN[char];
  if (known !== undefined) return known;
  if (INVISIBLE.test(char)) return '';
  if (DASH.test(char)) return '-';
  if (SPACE.test(char)) return ' ';
  if (SMALL_FULL_STOP.test(char)) return '.';
  const plain = char.normalize('NFKC').toLowerCase();
  return plain.length === 1 || char.length === 1 ? plain : '\u25a1';
};

/** A fold depends on the code point alone, so each is worked out once. */
const folds = new Map<number, string>();
const fold = (point: number, char: string): string => {
  const known = folds.get(point);
  if (known !== undefined) return known;
  const made = foldOdd(char);
  folds.set(point, made);
  return made;
};

const folded = (original: string): Omit<Flat, 'hints'> => {
  const units: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (let at = 0; at < original.length; ) {
    const point = original.codePointAt(at) ?? 0;
    const next = at + (point > 0xffff ? 2 : 1);
    for (const unit of fold(point, original.slice(at, next))) {
      units.push(unit.toLowerCase());
      starts.push(at);
      ends.push(next);
    }
    at = next;
  }
  return { original, text: units.join(''), starts, ends };
};

/** One unit for each unit: what becomes of a text that needs no other folding. */
const small = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll('\u00a0', ' ')
    .replace(/[\u2010-\u2015]/g, '-');

/** Time and memory grow with the length alone. */
export const flatten = (original: string, hints: Hints = hintsOf(original)): Flat => {
  if ((hints.bits & HINT.odd) === 0) return { original, text: small(original), hints };
  const made = folded(original);
  return { ...made, hints: hintsOf(made.text) };
};

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where units `from` to `to` (not included) of the flat text stand in the original. */
export const spanOf = ({ starts, ends, original }: Flat, from: number, to: number): Span =>
  starts === undefined || ends === undefined
    ? { start: from, end: to }
    : { start: starts[from] ?? original.length, end: ends[to - 1] ?? original.length };

/** A piece of the flat text as it was typed, capitals and all. */
export const typed = (flat: Flat, from: number, to: number): string => {
  if (flat.starts === undefined) return flat.original.slice(from, to);
  if (from >= to) return '';
  const { start, end } = spanOf(flat, from, to);
  return flat.original.slice(start, end);
};
