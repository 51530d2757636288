import type { Flat } from '../flat.js';
import { several } from '../matches.js';
import type { Find } from './find.js';
import { type Group, type Numbers, personalInn, type Run, runsFrom, snils, standsAlone } from './numbers.js';
import { beside, isSerial } from './owner.js';

interface Paper {
  /** How many digits its number has. */
  readonly digits: readonly number[];
  /** How far after its name the number begins. */
  readonly within: number;
  readonly confidence: number;
}

const PAPERS: Readonly<Record<string, Paper>> = {
  паспорт: { digits: [10, 9], within: 40, confidence: 0.95 },
  загран: { digits: [9, 10], within: 40, confidence: 0.95 },
  снилс: { digits: [11], within: 40, confidence: 0.95 },
  инн: { digits: [12], within: 24, confidence: 0.9 },
  омс: { digits: [16], within: 32, confidence: 0.95 },
  полис: { digits: [16], within: 32, confidence: 0.95 },
  енп: { digits: [16], within: 24, confidence: 0.95 },
  удостоверен: { digits: [10], within: 32, confidence: 0.8 },
};
const NAMED = /(?<![а-я])(?:паспорт|загран|снилс|инн(?![а-я])|омс(?![а-я])|полис|енп(?![а-я])|удостоверен)[а-я]{0,6}/g;

/** Groups of one paper may have words between them: «серия 4612 номер 324201». */
const ofOnePaper = ({ text, groups }: Numbers, second: number): boolean => {
  const [left, right] = [groups[second - 1], groups[second]];
  if (left === undefined || right === undefined) return false;
  return right.from - left.to <= 12 && /^[^\n\d;@]{1,12}$/.test(text.slice(left.to, right.from));
};

const document = ({ from, to }: Group, digits: string, confidence: number): Find => ({
  kind: 'document',
  from,
  to,
  confidence,
  value: digits,
});

const ENOUGH = 40;

/** «СНИЛС № …», «паспорт: серия … номер …»: a number that its name stands before. */
const named = (numbers: Numbers): readonly Find[] => {
  const found: Find[] = [];
  let group = 0;
  for (const { 0: name, index } of several(numbers.text, NAMED)) {
    const end = index + name.length;
    const paper = Object.entries(PAPERS).find(([begin]) => name.startsWith(begin))?.[1];
    while ((numbers.groups[group]?.from ?? Number.POSITIVE_INFINITY) < end) group++;
    const first = numbers.groups[group];
    if (paper === undefined || first === undefined || first.from - end > paper.within) continue;
    if (numbers.text.slice(end, first.from).includes('\n\n')) continue;
    const run = runsFrom(numbers, group, ofOnePaper).find(({ digits }) => paper.digits.includes(digits.length));
    if (run !== undefined) found.push(document(run, run.digits, paper.confidence));
  }
  return found;
};

const SNILS = /^\d{3}[- ]\d{3}[- ]\d{3}[- ]\d{2}$/;
/** Series and number of a Russian passport as it prints them. */
const PASSPORT = /^\d\d ?\d\d ?(?:№|n|номер) ?\d{6}$/;

const unnamed = (text: string, run: Run): number => {
  const words = text.slice(run.from, run.to);
  if (run.digits.length === 11 && SNILS.test(words)) return snils(run.digits) ? 0.9 : 0;
  if (run.digits.length === 10 && PASSPORT.test(words)) return 0.8;
  if (run.digits.length === 12 && run.lengths.length === 1 && personalInn(run.digits)) return 0.6;
  return 0;
};

/** What shows by its form or its control digits what it is. */
const bare = (numbers: Numbers): readonly Find[] => {
  const serial = /№|n|номер/.test(numbers.text);
  const found: Find[] = [];
  for (let i = 0; i < numbers.groups.length && found.length < ENOUGH; i++) {
    const group = numbers.groups[i];
    const length = group === undefined ? 0 : group.to - group.from;
    if (!(length === 3 || length === 12 || (serial && (length === 2 || length === 4)))) continue;
    for (const run of runsFrom(numbers, i, ofOnePaper)) {
      const confidence = unnamed(numbers.text, run);
      if (confidence === 0 || !standsAlone(numbers.text, run)) continue;
      if (isSerial(beside(numbers, run.from, run.to))) continue;
      found.push(document(run, run.digits, confidence));
    }
  }
  return found;
};

const CERTIFICATE = /(?<![а-яa-z])[ivxlcхіу1]{1,6}[- ]{1,3}[а-я]{2}[ ]{0,2}(?:№|n|номер)?[ ]{0,2}(\d{6})(?!\d)/g;
/** Certificates of birth: a Roman number, two letters, six digits. */
const certificates = (text: string): readonly Find[] =>
  several(text, CERTIFICATE).map(({ 0: words, 1: digits = '', index }) => {
    const told = /рожд|свид|св-в/.test(text.slice(Math.max(0, index - 40), index));
    return document({ from: index, to: index + words.length }, digits, told ? 0.95 : words.includes('-') ? 0.7 : 0.3);
  });

/** Numbers of passports, of insurance and taxpayers' numbers, of certificates of birth. */
export const findDocuments = ({ text, hints }: Flat, numbers: Numbers): readonly Find[] =>
  hints.digits < 6 ? [] : [...named(numbers), ...(hints.digits < 10 ? [] : bare(numbers)), ...certificates(text)];
