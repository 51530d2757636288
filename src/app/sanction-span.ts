import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import { DAY, HOUR } from '../domain/time.js';

dayjs.extend(utc);
dayjs.extend(timezone);

const MORNING = 8;
const NUMBERS: Readonly<Record<string, number>> = {
  один: 1,
  одну: 1,
  два: 2,
  две: 2,
  три: 3,
  четыре: 4,
  пять: 5,
  семь: 7,
};

const count = (word: string | undefined): number | undefined => {
  if (word === undefined) return 1;
  return NUMBERS[word] ?? (/^\d{1,3}$/.test(word) ? Number(word) : Number.NaN);
};

const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:час(?:а|ов|ик)?|ч|h|hours?)$/u, HOUR],
  [/^(?:сут(?:ки|ок)|д(?:ень|ня|ней)|d|days?)$/u, DAY],
  [/^(?:недел[юия]|w|weeks?)$/u, 7 * DAY],
];

/**
 * «2 часа», «сутки», «на 3 дня», «до завтра», «до утра» → when it ends; a day when nothing is said. `undefined`: not
 * understood.
 * @param zone IANA name
 */
export const endOfSpan = (words: string, now: number, zone: string): number | undefined => {
  const plain = words
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/^(?:на|for)\s+/u, '')
    .replace(/[.!]+$/u, '')
    .trim();
  if (plain === '') return now + DAY;
  if (/^(?:до завтра|до утра|until (?:tomorrow|morning))$/u.test(plain)) {
    const today = dayjs(now).tz(zone);
    const early = plain.endsWith('утра') && today.hour() < MORNING;
    const date = today.add(early ? 0 : 1, 'day').format('YYYY-MM-DD');
    return dayjs.tz(`${date} 0${MORNING}:00`, zone).valueOf();
  }
  const [, number, unit = ''] = /^(?:(\S+)\s+)?(\S+)$/u.exec(plain.replace(/^(\d+)(\p{L}+)$/u, '$1 $2')) ?? [];
  const each = UNITS.find(([word]) => word.test(unit))?.[1];
  const many = count(number);
  return each === undefined || many === undefined || !(many > 0) ? undefined : now + many * each;
};
