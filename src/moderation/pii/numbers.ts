/** Digits in a row: units `from` to `to` (not included). */
export interface Group {
  readonly from: number;
  readonly to: number;
}

/** All groups of a text; `digits` are theirs in a row, group `i` begins at `offsets[i]`. */
export interface Numbers {
  readonly text: string;
  readonly groups: readonly Group[];
  readonly digits: string;
  readonly offsets: readonly number[];
}

/** Neighbouring groups that may be one number. */
export interface Run extends Group {
  readonly digits: string;
  /** How many digits each group has. */
  readonly lengths: readonly number[];
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** A number of an address in the net («id123», «?ref=123», «#g1») is nobody's. */
const ofAnAddress = (text: string, from: number): boolean =>
  /(?:[a-z=#&%]|[a-z]_)$/.test(text.slice(Math.max(0, from - 2), from));

export const numbersOf = (text: string): Numbers => {
  const groups: Group[] = [];
  const offsets: number[] = [];
  let digits = '';
  for (let at = 0; at < text.length; at++) {
    if (!isDigit(text.charCodeAt(at))) continue;
    const from = at;
    while (isDigit(text.charCodeAt(at))) at++;
    if (ofAnAddress(text, from)) continue;
    offsets.push(digits.length);
    groups.push({ from, to: at });
    digits += text.slice(from, at);
  }
  return { text, groups, digits, offsets };
};

const TIGHT = /^[-\t ().+/_~*]{1,4}$/;

/** Whether a group and the one before it may be of one number: «(985) 114-61-87». */
export const tight = ({ text, groups }: Numbers, second: number): boolean => {
  const [left, right] = [groups[second - 1], groups[second]];
  if (left === undefined || right === undefined || right.from - left.to > 4) return false;
  return TIGHT.test(text.slice(left.to, right.from));
};

/** More digits than this make no number that is looked for, fewer are none. */
const LONGEST = 20;
const SHORTEST = 9;

type Joined = (numbers: Numbers, second: number) => boolean;

/** The runs that begin with group `first`, shortest first, as long as `joined` says that groups belong together. */
export const runsFrom = (numbers: Numbers, first: number, joined: Joined = tight): readonly Run[] => {
  const { groups, offsets, digits } = numbers;
  const begin = offsets[first] ?? 0;
  const from = groups[first]?.from ?? 0;
  const runs: Run[] = [];
  for (let last = first; last < groups.length; last++) {
    if (last > first && !joined(numbers, last)) break;
    const end = offsets[last + 1] ?? digits.length;
    if (end - begin > LONGEST) break;
    if (end - begin < SHORTEST) continue;
    const lengths = groups.slice(first, last + 1).map((group) => group.to - group.from);
    runs.push({ from, to: groups[last]?.to ?? from, digits: digits.slice(begin, end), lengths });
  }
  return runs;
};

/** Whether digits of the same number go on before or after: then it is another number. */
export const standsAlone = (text: string, { from, to }: Pick<Run, 'from' | 'to'>): boolean =>
  !/[\d][-./]?$/.test(text.slice(Math.max(0, from - 2), from)) && !/^[-./]?\d/.test(text.slice(to, to + 2));

const weighed = (digits: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0);

/** Payment cards: the last digit makes the sum round. */
export const luhn = (digits: string): boolean => {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
};

const SNILS_WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, 1];
/** СНИЛС: nine digits and two of control. */
export const snils = (digits: string): boolean =>
  digits.length === 11 &&
  !/^0{9}/.test(digits) &&
  (weighed(digits, SNILS_WEIGHTS) % 101) % 100 === Number(digits.slice(9));

const INN_11 = [7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
const INN_12 = [3, ...INN_11];
/** ИНН of a person: twelve digits, the last two of control. */
export const personalInn = (digits: string): boolean =>
  digits.length === 12 &&
  !digits.startsWith('00') &&
  (weighed(digits, INN_11) % 11) % 10 === Number(digits[10]) &&
  (weighed(digits, INN_12) % 11) % 10 === Number(digits[11]);
