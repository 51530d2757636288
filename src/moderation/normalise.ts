import { LOOKALIKES } from './reading/alphabet.js';

/**
 * A message as its reader sees it: small letters, look-alikes in one alphabet, stretched letters once, nothing invisible.
 * `startAt` and `endAt` lead back to the original; the tables are null where unit `i` is character `i`, as in most messages.
 */
export interface Normal {
  readonly original: string;
  readonly text: string;
  readonly starts: Uint32Array | null;
  readonly ends: Uint32Array | null;
}

/** What stands for an emoji or a letter of a script that nobody here writes in. */
export const PICTURE = '\u25a1';

const INVISIBLE = /^[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]$/u;
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

/** The one unit that a character of the first plane becomes; 0 when it becomes none or several, or is too rare. */
const SINGLE = new Uint16Array(0x10000);
for (let point = 0; point < 0x2100; point++) {
  const made = fold(point);
  SINGLE[point] = made.length === 1 ? made.charCodeAt(0) : 0;
}

const isLetter = (unit: number): boolean => (unit >= 0x430 && unit <= 0x44f) || (unit >= 0x61 && unit <= 0x7a);

/** «и» and a breve typed after it; a breve among other marks is decoration. */
const makesShortI = (original: string, at: number): boolean =>
  (original.charCodeAt(at - 1) | 0x20) === 0x438 && !/\p{M}/u.test(original.charAt(at + 1));
const BREVE = 0x306;
const SHORT_I = 0x439;

const UTF16 = new TextDecoder('utf-16le');

/** Where a message is put together before it is copied out; long ones have room of their own. */
class Bench {
  units: Uint16Array;
  starts: Uint32Array;
  ends: Uint32Array;
  size = 0;
  #run = 0;

  constructor(room: number) {
    this.units = new Uint16Array(room);
    this.starts = new Uint32Array(room);
    this.ends = new Uint32Array(room);
  }

  begin(): void {
    this.size = 0;
    this.#run = 0;
  }

  /** Three of a letter and more are one: «тааак», but not «ссора». Spans of the dropped ones go to the one that stays. */
  put(unit: number, start: number, end: number): void {
    const { size } = this;
    this.#run = size > 0 && this.units[size - 1] === unit && isLetter(unit) ? this.#run + 1 : 1;
    if (this.#run >= 3) {
      if (this.#run === 3) this.size--;
      this.ends[this.size - 1] = end;
      return;
    }
    if (size === this.units.length) this.#grow();
    this.units[size] = unit;
    this.starts[size] = start;
    this.ends[size] = end;
    this.size = size + 1;
  }

  replaceLast(unit: number, end: number): void {
    this.size--;
    const start = this.starts[this.size] ?? 0;
    this.#run = this.#same(unit, 1) ? (this.#same(unit, 2) ? 2 : 1) : 0;
    this.put(unit, start, end);
  }

  #same(unit: number, back: number): boolean {
    return this.size >= back && this.units[this.size - back] === unit;
  }

  /** Nothing in it is half a surrogate pair or a mark of byte order. */
  text(): string {
    return UTF16.decode(this.units.subarray(0, this.size));
  }

  #grow(): void {
    const bigger = new Bench(this.units.length * 2);
    bigger.units.set(this.units);
    bigger.starts.set(this.starts);
    bigger.ends.set(this.ends);
    ({ units: this.units, starts: this.starts, ends: this.ends } = bigger);
  }
}

/** Used again by every message that fits: nothing of it outlives the call. */
const ROOM = 4096;
const shared = new Bench(ROOM * 2);

const putAll = (bench: Bench, original: string): void => {
  for (let at = 0; at < original.length; ) {
    const code = original.charCodeAt(at);
    const single = SINGLE[code] ?? 0;
    if (single !== 0) {
      bench.put(single, at, at + 1);
      at++;
      continue;
    }
    const point = original.codePointAt(at) ?? 0;
    const next = at + (point > 0xffff ? 2 : 1);
    if (point === BREVE && bench.size > 0 && makesShortI(original, at)) bench.replaceLast(SHORT_I, next);
    else {
      const made = fold(point);
      for (let i = 0; i < made.length; i++) bench.put(made.charCodeAt(i), at, next);
    }
    at = next;
  }
};

/** As in most messages: each character becomes one unit. False when one does not, or a letter is stretched. */
const putStraight = (bench: Bench, original: string): boolean => {
  const { units } = bench;
  let before = 0;
  let run = 0;
  for (let at = 0; at < original.length; at++) {
    const unit = SINGLE[original.charCodeAt(at)] ?? 0;
    if (unit === 0) return false;
    run = unit === before ? run + 1 : 1;
    if (run === 3 && isLetter(unit)) return false;
    units[at] = unit;
    before = unit;
  }
  bench.size = original.length;
  return true;
};

/** Time and memory grow with the length alone, whatever the text; never throws: half a surrogate pair is a picture. */
export const normalise = (original: string): Normal => {
  const bench = original.length <= ROOM ? shared : new Bench(original.length + ROOM);
  if (putStraight(bench, original)) return { original, text: bench.text(), starts: null, ends: null };
  bench.begin();
  putAll(bench, original);
  const { size } = bench;
  return { original, text: bench.text(), starts: bench.starts.slice(0, size), ends: bench.ends.slice(0, size) };
};

/** The UTF-16 offset, in the original, of what became unit `at`. */
export const startAt = ({ starts }: Normal, at: number): number => (starts === null ? at : (starts[at] ?? 0));
/** The offset behind it. */
export const endAt = ({ ends }: Normal, at: number): number => (ends === null ? at + 1 : (ends[at] ?? 0));

/** Where units `from` to `to` (not included) of the normal text stand in the original. */
export const originalSpan = (
  normal: Normal,
  from: number,
  to: number,
): { readonly start: number; readonly end: number } => ({ start: startAt(normal, from), end: endAt(normal, to - 1) });
