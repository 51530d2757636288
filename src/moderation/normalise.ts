import { LOOKALIKES } from './reading/alphabet.js';

/**
 * A message as its reader sees it: small letters, look-alikes in one alphabet, stretched letters once, nothing invisible.
 * `starts[i]` and `ends[i]` are the UTF-16 offsets, in the original, of what became unit `i` of `text`.
 */
export interface Normal {
  readonly original: string;
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** What stands for an emoji or a letter of a script that nobody here writes in. */
export const PICTURE = '\u25a1';

const INVISIBLE = /^[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]$/u;
const LETTER = /^[a-zа-я]$/;
const READABLE = /^[\p{L}\p{N}\u0021-\u024f]$/u;

/** Letters in black squares and circles, which Unicode keeps apart from the letters they show. */
const boxed = (point: number): string | undefined => {
  const start = [0x1f130, 0x1f150, 0x1f170].find((from) => point >= from && point < from + 26);
  return start === undefined ? undefined : String.fromCharCode(0x61 + point - start);
};

/** Without its accents; й is a letter of its own. */
const bare = (char: string): string => {
  if (char === 'й' || char === 'ё') return char === 'й' ? char : 'е';
  const stripped = char.normalize('NFKD').replace(/\p{M}+/gu, '');
  return [...stripped].map((one) => LOOKALIKES.get(one) ?? one).join('');
};

const foldOdd = (char: string, point: number): string => {
  if (INVISIBLE.test(char)) return '';
  const known = LOOKALIKES.get(char) ?? boxed(point);
  if (known !== undefined) return known;
  const lower = char.normalize('NFKC').toLowerCase();
  const plain = [...lower].map((one) => LOOKALIKES.get(one) ?? bare(one)).join('');
  if (plain.trim() === '') return ' ';
  // One that takes two units is of a script that nobody here writes in.
  return [...plain].every((one) => one.length === 1 && READABLE.test(one)) ? plain : PICTURE;
};

const foldCommon = (point: number): string => {
  if (point < 0x20) return point === 0x0a ? '\n' : ' ';
  const lower = String.fromCharCode(point).toLowerCase();
  return lower === 'ё' ? 'е' : (LOOKALIKES.get(lower) ?? lower);
};

/** Nearly every message is written in these two pages: Basic Latin and Cyrillic. */
const common = (point: number): boolean => point < 0x80 || (point >= 0x410 && point <= 0x451);
const surrogate = (point: number): boolean => point >= 0xd800 && point <= 0xdfff;

/** A fold depends on the code point alone, so each is worked out once. */
const folds = new Map<number, string>();
const fold = (point: number): string => {
  const known = folds.get(point);
  if (known !== undefined) return known;
  const odd = surrogate(point) ? PICTURE : foldOdd(String.fromCodePoint(point), point);
  const made = common(point) ? foldCommon(point) : odd;
  folds.set(point, made);
  return made;
};

/** «и» and a breve typed after it; a breve among other marks is decoration. */
const makesShortI = (original: string, at: number): boolean =>
  original.charCodeAt(at) === 0x306 &&
  (original.charCodeAt(at - 1) | 0x20) === 0x438 &&
  !/\p{M}/u.test(original.charAt(at + 1));

/** Three of a letter and more are one: «тааак», but not «ссора». Spans of the dropped ones go to the one that stays. */
const unstretch = (units: readonly string[], starts: readonly number[], ends: readonly number[]) => {
  const kept: { units: string[]; starts: number[]; ends: number[] } = { units: [], starts: [], ends: [] };
  for (let from = 0; from < units.length; ) {
    const unit = units[from] ?? '';
    let to = from + 1;
    while (units[to] === unit) to++;
    const stretched = to - from > 2 && LETTER.test(unit);
    for (let i = from; i < (stretched ? from + 1 : to); i++) {
      kept.units.push(unit);
      kept.starts.push(starts[i] ?? 0);
      kept.ends.push(ends[stretched ? to - 1 : i] ?? 0);
    }
    from = to;
  }
  return kept;
};

/** Time and memory grow with the length alone, whatever the text; never throws: half a surrogate pair is a picture. */
export const normalise = (original: string): Normal => {
  const units: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (let at = 0; at < original.length; ) {
    const point = original.codePointAt(at) ?? 0;
    const next = at + (point > 0xffff ? 2 : 1);
    if (makesShortI(original, at)) {
      units[units.length - 1] = 'й';
      ends[ends.length - 1] = next;
    } else
      for (const unit of fold(point)) {
        units.push(unit);
        starts.push(at);
        ends.push(next);
      }
    at = next;
  }
  const kept = unstretch(units, starts, ends);
  return { original, text: kept.units.join(''), starts: kept.starts, ends: kept.ends };
};

/** Where units `from` to `to` (not included) of the normal text stand in the original. */
export const originalSpan = (
  normal: Normal,
  from: number,
  to: number,
): { readonly start: number; readonly end: number } => ({
  start: normal.starts[from] ?? 0,
  end: normal.ends[to - 1] ?? 0,
});
