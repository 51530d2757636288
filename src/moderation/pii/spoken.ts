import type { Flat } from '../flat.js';
import { HINT } from '../hints.js';
import { matches } from '../matches.js';
import type { Find } from './find.js';

/** Words of numbers → their value. Origin: written by hand for this project. */
const UNITS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    ноль: 0,
    нуль: 0,
    один: 1,
    одна: 1,
    раз: 1,
    два: 2,
    две: 2,
    три: 3,
    четыре: 4,
    пять: 5,
    шесть: 6,
    семь: 7,
    восемь: 8,
    восем: 8,
    девять: 9,
  }),
);
const TEENS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    десять: 10,
    одиннадцать: 11,
    двенадцать: 12,
    тринадцать: 13,
    четырнадцать: 14,
    пятнадцать: 15,
    шестнадцать: 16,
    семнадцать: 17,
    восемнадцать: 18,
    девятнадцать: 19,
  }),
);
const TENS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    двадцать: 20,
    тридцать: 30,
    сорок: 40,
    пятьдесят: 50,
    шестьдесят: 60,
    семьдесят: 70,
    восемьдесят: 80,
    девяносто: 90,
  }),
);
const HUNDREDS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    сто: 100,
    двести: 200,
    триста: 300,
    четыреста: 400,
    пятьсот: 500,
    шестьсот: 600,
    семьсот: 700,
    восемьсот: 800,
    девятьсот: 900,
  }),
);

interface Word {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly value: Value | null;
}

/** Digits that stand for themselves, or a word's value and how many places after it may still be filled. */
interface Value {
  readonly digits: string;
  /** 2: a hundred, which tens and units may complete; 1: tens; 0: complete. */
  readonly open: 0 | 1 | 2;
  /** 1: units, 2: tens, 3: hundreds; 0: was in digits. */
  readonly places: 0 | 1 | 2 | 3;
}

const readWord = (word: string): Value | null => {
  if (/^\d{1,11}$/.test(word)) return { digits: word, open: 0, places: 0 };
  const [unit, teen, ten, hundred] = [UNITS.get(word), TEENS.get(word), TENS.get(word), HUNDREDS.get(word)];
  if (unit !== undefined) return { digits: String(unit), open: 0, places: 1 };
  if (teen !== undefined) return { digits: String(teen), open: 0, places: 2 };
  if (ten !== undefined) return { digits: String(ten), open: 1, places: 2 };
  return hundred === undefined ? null : { digits: String(hundred), open: 2, places: 3 };
};

/** «девятьсот» and «двадцать» are 920, «двадцать» and «шесть» 26; «один» and «два» 1 2. */
const completes = (left: Value, right: Value): boolean =>
  right.places > 0 && right.places <= left.open && right.digits !== '0';
const put = (digits: string, right: Value): string => digits.slice(0, -right.digits.length) + right.digits;

const WORD = /[а-я]+|\d+/g;
/** Nothing but marks and a «и» between the words of one number. */
const NEAR = /^[-\s,.()+и]{1,4}$/;
const PHONE = /^(?:[78]9\d{9}|9\d{9})$/;
/** More words no number of a telephone has. */
const MOST = 14;

const read = (text: string, words: readonly Word[], first: number): Find | null => {
  let digits = '';
  let last: Value | null = null;
  for (let i = first; i < words.length && i < first + MOST; i++) {
    const [word, before] = [words[i], words[i - 1]];
    if (word === undefined || (i > first && !NEAR.test(text.slice(before?.to ?? 0, word.from)))) return null;
    const { value } = word;
    if (value === null || digits.length > 11) return null;
    const whole: boolean = last !== null && completes(last, value);
    digits = whole ? put(digits, value) : digits + value.digits;
    last = whole && last !== null ? { ...value, open: value.places === 2 ? value.open : 0 } : value;
    const next = words[i + 1];
    const ended = next === undefined || next.value === null || !NEAR.test(text.slice(word.to, next.from));
    if (ended)
      return PHONE.test(digits) && i > first
        ? { kind: 'phone', from: words[first]?.from ?? 0, to: word.to, confidence: 0.85, value: digits }
        : null;
  }
  return null;
};

/** Telephone numbers said in words: «восемь девятьсот двенадцать …», «восемь девять один …». */
export const findSpoken = ({ text, hints }: Flat): readonly Find[] => {
  if ((hints.bits & HINT.spoken) === 0) return [];
  const words = matches(text, WORD).map(({ 0: word, index }) => ({
    from: index,
    to: index + word.length,
    text: word,
    value: readWord(word),
  }));
  const found: Find[] = [];
  let after = 0;
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (word === undefined || word.from < after || !/^(?:[789]|восем|семь|девят)/.test(word.text)) continue;
    const one = read(text, words, i);
    if (one === null || /^[\d+ ]+$/.test(text.slice(one.from, one.to))) continue;
    found.push(one);
    after = one.to;
  }
  return found;
};
