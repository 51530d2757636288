import type { Flat } from '../flat.js';
import type { Find } from './find.js';
import { luhn, type Numbers, type Run, runsFrom, standsAlone } from './numbers.js';
import { beside, isSerial } from './owner.js';

/** Lengths and beginnings of cards that circulate: Мир, Visa, Mastercard, Maestro, UnionPay, American Express. */
const CARD =
  /^(?:220[0-4]\d{12,15}|4\d{15}|(?:5[1-5]|2[3-6]|22[2-9]|27[01])\d{11,14}|(?:5018|5020|5038|58|6[0-9])\d{11,17}|3[47]\d{13})$/;
/** Current accounts of people; those of organisations begin otherwise. */
const ACCOUNT = /^(?:40817|40820|423\d\d|426\d\d)\d{15}$/;
const SAID = /карт[аеуы]|перев[оe]д|перечисл|скид|сбер|тинь|т-банк|втб|альф|счет/;

const written = ({ lengths }: Run): boolean =>
  lengths.length === 1 ||
  (lengths.slice(0, -1).every((length) => length === 4) && lengths.length <= 5) ||
  lengths.join() === '4,6,5' ||
  lengths.join() === '8,8' ||
  lengths.join() === '8,10';

const lengthOf = ({ digits }: Run): boolean => [13, 15, 16, 18, 19].includes(digits.length);

const ENOUGH = 40;

const isCard = (flat: Pick<Flat, 'text'>, run: Run): number => {
  if (!lengthOf(run) || !written(run) || !CARD.test(run.digits) || !luhn(run.digits)) return 0;
  if (!standsAlone(flat.text, run)) return 0;
  const words = beside(flat, run.from, run.to);
  if (SAID.test(words.before) || SAID.test(words.after)) return 0.95;
  return isSerial(words) ? 0.4 : 0.9;
};

/** Numbers of payment cards, which hold together by their last digit, and of people's accounts. */
export const findCards = (flat: Pick<Flat, 'text'>, numbers: Numbers): readonly Find[] => {
  const found: Find[] = [];
  let after = 0;
  let looks = 0;
  for (let i = 0; i < numbers.groups.length && looks < ENOUGH; i++) {
    const group = numbers.groups[i];
    if (group === undefined || group.from < after || group.to - group.from < 4) continue;
    for (const run of runsFrom(numbers, i)) {
      const account = run.lengths.length === 1 && ACCOUNT.test(run.digits);
      const confidence = account ? 0.8 : isCard(flat, run);
      if (confidence === 0) continue;
      looks++;
      if (confidence < 0.5) continue;
      found.push({ kind: account ? 'account' : 'card', from: run.from, to: run.to, confidence, value: run.digits });
      after = run.to;
    }
  }
  return found;
};
