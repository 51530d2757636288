import type { Flat } from '../flat.js';
import { matches } from '../matches.js';
import type { Find } from './find.js';
import { type Numbers, numbersOf, type Run, runsFrom, standsAlone } from './numbers.js';
import { beside, isSerial } from './owner.js';

const phone = (from: number, to: number, digits: string, confidence: number): Find => ({
  kind: 'phone',
  from,
  to,
  confidence,
  value: digits,
});

/** How the ten digits after 8 or +7 are usually written apart. */
const SPLITS: ReadonlySet<string> = new Set(
  '10 3,7 3,3,4 3,3,2,2 3,2,2,3 3,2,3,2 3,4,3 3,1,2,2,2 3,2,5 3,5,2 3,2,2,2,1 3,1,3,3 3,6,1 3,3,1,3 3,3,3,1 6,4 6,2,2 5,5 4,6 4,3,3 4,2,4 4,2,2,2 5,1,2,2 5,2,3 5,3,2 4,4,2'.split(
    ' ',
  ),
);

/** Groups of the ten digits alone: the prefix is a group of its own, or heads the first one. */
const splitOf = ({ lengths }: Run, prefix: number): string => {
  const [first = 0, ...others] = lengths;
  return (prefix === 0 ? lengths : first > prefix ? [first - prefix, ...others] : others).join(',');
};

const oneByOne = ({ lengths }: Run): boolean => lengths.every((length) => length === 1);

/** After 8 people group as they like, but not as СНИЛС does. */
const loose = ({ lengths }: Run): boolean => lengths.length <= 5 && lengths.join() !== '3,3,3,2';

const international = (text: string, { from }: Run): boolean =>
  /\+\s?\(?$/.test(text.slice(Math.max(0, from - 3), from));
const bracketed = (text: string, { from, to }: Run): boolean => text.slice(Math.max(0, from - 1), to).includes('(');

const CALLED = /(?:тел|моб|сот|звон|набер|ватсап|вотсап|whatsapp|вайбер|viber|номер|сбп|смс|тг)/;

/** Mobile numbers stand out by themselves, those of towns by how they are written. */
const plausible = (text: string, run: Run): number => {
  const { digits } = run;
  const long = digits.length === 11 && /^[78]/.test(digits);
  const rest = long ? digits.slice(1) : digits;
  if (rest.length === 10 && rest.startsWith('9')) {
    if (!(long && loose(run)) && !SPLITS.has(splitOf(run, long ? 1 : 0)) && !oneByOne(run)) return 0;
    return long || run.lengths.length > 1 || CALLED.test(text.slice(Math.max(0, run.from - 40), run.from)) ? 0.95 : 0.6;
  }
  if (rest.startsWith('800')) return 0;
  if (long && /^[348]/.test(rest)) {
    const told = international(text, run) || bracketed(text, run) || run.lengths.length > 3;
    return told && SPLITS.has(splitOf(run, 1)) ? 0.8 : 0;
  }
  if (rest.length === 10 && /^[348]/.test(rest) && text.charAt(run.from - 1) === '(' && SPLITS.has(splitOf(run, 0)))
    return 0.8;
  return international(text, run) && digits.length >= 11 && digits.length <= 14 ? 0.8 : 0;
};

/** A run that begins within another one is looked at when it may be a number on its own. */
const mayBegin = ({ text, groups }: Numbers, i: number): boolean => {
  const group = groups[i];
  if (group === undefined) return false;
  const length = group.to - group.from;
  const next = groups[i + 1];
  const alone = i === 0 || group.from - (groups[i - 1]?.to ?? 0) > 1;
  if (length > 1) return alone || text.charAt(group.from - 1) === '+';
  return (
    alone &&
    next !== undefined &&
    (next.to - next.from > 1 || i === 0 || !/\d\D$/.test(text.slice(Math.max(0, group.from - 2), group.from)))
  );
};

const START = /^[789]/;
/** Looks closer than the first: more numbers in one message prove nothing more. */
const ENOUGH = 40;

const numeric = (numbers: Numbers): readonly Find[] => {
  const { text, groups } = numbers;
  const found: Find[] = [];
  let after = 0;
  let looks = 0;
  for (let i = 0; i < groups.length && looks < ENOUGH; i++) {
    const group = groups[i];
    if (group === undefined || group.from < after || !mayBegin(numbers, i)) continue;
    const first = text.slice(group.from, group.to);
    if (!START.test(first) && !/[(+]/.test(text.charAt(group.from - 1))) continue;
    for (const run of runsFrom(numbers, i)) {
      const confidence = plausible(text, run);
      if (confidence === 0 || !standsAlone(text, run)) continue;
      looks++;
      if (!international(text, run) && !bracketed(text, run) && isSerial(beside({ text }, run.from, run.to))) continue;
      found.push(phone(run.from, run.to, run.digits, confidence));
      after = run.to;
      break;
    }
  }
  return found;
};

/** Letters drawn like digits, in one word with digits: «8916з2о…». */
const DRAWN: Readonly<Record<string, string>> = {
  о: '0',
  o: '0',
  з: '3',
  б: '6',
  l: '1',
  i: '1',
  '!': '1',
  ч: '4',
  в: '8',
  b: '8',
  s: '5',
  z: '2',
};
const DRAWN_NUMBER = /(?<![а-яa-z0-9])[\dоoзбliчвbsz](?:[-() .]{0,2}[\dоoзбli!чвbsz]){9,14}(?![а-яa-z0-9])/g;
const BESIDE_DIGIT = /\d[оoзбliчвbsz]|[оoзбliчвbsz]\d/;

const drawn = (text: string): readonly Find[] => {
  if (!BESIDE_DIGIT.test(text)) return [];
  const found: Find[] = [];
  for (const { 0: word, index } of matches(text, DRAWN_NUMBER)) {
    if (!BESIDE_DIGIT.test(word)) continue;
    const digits = word.replace(/\D/g, '').length;
    const read = word.replace(/[оoзбli!чвbsz]/g, (letter) => DRAWN[letter] ?? letter).replace(/\D/g, '');
    if (digits >= 4 && /^[78]?9\d{9}$/.test(read)) found.push(phone(index, index + word.length, read, 0.8));
  }
  return found;
};

/** Towns' numbers are short and need to be called a telephone. */
const LOCAL =
  /(?:тел(?:ефон[а-я]{0,2}|\.)?|домашн[а-я]{2,3}|звон[а-я]{1,5})[^\d\n]{0,12}(\d{2,3}-\d{2}-\d{2})(?![-\d])/g;
const local = (text: string): readonly Find[] =>
  matches(text, LOCAL).map((match) => {
    const digits = match[1] ?? '';
    const to = match.index + match[0].length;
    return phone(to - digits.length, to, digits.replace(/\D/g, ''), 0.6);
  });

/** Telephone numbers written in digits, or in digits and letters drawn like them. */
export const findPhones = ({ text, hints }: Flat, numbers: Numbers = numbersOf(text)): readonly Find[] => {
  if (hints.digits < 4) return [];
  const found = hints.digits < 9 ? [] : numeric(numbers);
  return found.length > 0 ? found : [...drawn(text), ...local(text)];
};
