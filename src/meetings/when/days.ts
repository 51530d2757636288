import { addDays, addMonths, type Day, dayOfParts, daysBetween, weekdayOf } from '../local-day.js';
import { type Cut, cut, whole } from './cut.js';

const MONTHS = ['янв', 'фев', 'мар', 'апр', 'ма', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'] as const;
const MONTH =
  '(?:январ[ьяе]|янв|феврал[ьяе]|фев|марта?е?|мар|апрел[ьяе]|апр|ма[йяе]|июн[ьяе]|июл[ьяе]|августа?е?|авг|' +
  'сентябр[ьяе]|сент?|октябр[ьяе]|окт|ноябр[ьяе]|ноя|декабр[ьяе]|дек)';
const monthOf = (word: string): number => {
  const at = MONTHS.findIndex((stem) => stem !== 'ма' && word.startsWith(stem));
  return at < 0 ? 5 : at + 1;
};

const WEEKDAYS = ['п(?:о)?н', 'вт', 'ср', 'ч(?:е)?т', 'п(?:я)?т', 'с(?:у)?б', 'в(?:о)?с'].map(
  (stem) => new RegExp(`^${stem}`),
);
const WEEKDAY =
  '(?:понедельник(?:а|у|ам)?|вторник(?:а|у|ам)?|сред(?:а|у|ы|е|ам)|четверг(?:а|у|ам)?|пятниц(?:а|у|ы|е|ам)|' +
  'суббот(?:а|у|ы|е|ам)|воскресень(?:е|я|ю|ям)|пн|вт|ср|чт|пт|сб|вс)';
const weekdayNamed = (word: string): number => WEEKDAYS.findIndex((stem) => stem.test(word)) + 1;

/** A day as it was said: those it may be, and whether there is no doubt of it. */
export interface SaidDay {
  readonly days: readonly Day[];
  readonly sure: boolean;
}
/** A date that no calendar has: «31 сентября». */
export const NO_DAY: SaidDay = { days: [], sure: true };

const sure = (day: Day): SaidDay => ({ days: [day], sure: true });

/** Days: longer ago than this, a date without a year is one of next year. */
const JUST_PAST = 92;

/** A date without a year is one ahead; one that has just been is an error. */
const inSomeYear = (today: Day, month: number, date: number): SaidDay => {
  const year = Number(today.slice(0, 4));
  const found = [year, year + 1].flatMap((one) => dayOfParts(one, month, date) ?? []);
  const [first, second] = found;
  if (first === undefined) return NO_DAY;
  const past = daysBetween(first, today);
  return sure(past > JUST_PAST && second !== undefined ? second : first);
};

const dated = (today: Day, date: string | undefined, month: number, year: string | undefined): SaidDay => {
  if (year === undefined) return inSomeYear(today, month, Number(date));
  const day = dayOfParts(Number(year.padStart(4, '20')), month, Number(date));
  return day === undefined ? NO_DAY : sure(day);
};

const YEAR = String.raw`(?:\s?(?:года|году|год|г))?`;

/** Dates that cannot be anything else. */
export const sureDates = (sentence: string, today: Day): Cut<SaidDay> => {
  const iso = cut(sentence, /(?<!\d)(20\d\d)-(\d\d)-(\d\d)(?!\d)[tт]?/gu, ([, year, month, date]) =>
    dated(today, date, Number(month), year),
  );
  const figures = cut(
    iso.rest,
    /(?<![\d.:])(?:на\s)?(\d{1,2})[./-](\d{1,2})[./-](20\d\d|\d\d)(?![\d.:])(?:\s?(?:года|году|год|г)(?!\p{L}))?/gu,
    ([, date, month, year]) => dated(today, date, Number(month), year),
  );
  const words = cut(
    figures.rest,
    whole(String.raw`(?:на\s)?(\d{1,2})(?:-?(?:го|ое|е))?\s(${MONTH})(?:\s(?:,\s)?(20[2-4]\d)${YEAR})?`),
    ([, date, month, year]) => dated(today, date, monthOf(month ?? ''), year),
  );
  return { found: [...iso.found, ...figures.found, ...words.found], rest: words.rest };
};

/** «25.09» where no time can be meant, or none is wanted. */
export const pairDate = (today: Day, date: number, month: number): SaidDay =>
  month >= 1 && month <= 12 && date >= 1 && date <= 31 ? inSomeYear(today, month, date) : NO_DAY;

/** «25-го», «25 числа»: of this month while it is ahead. */
export const monthDays = (sentence: string, today: Day): Cut<SaidDay> =>
  cut(sentence, whole(String.raw`(\d{1,2})(?:-?го|-?е|-?ое)(?:\sчисла)?|(\d{1,2})\sчисла`), ([, named, counted]) => {
    const date = Number(named ?? counted);
    const [year = 0, month = 0] = today.split('-').map(Number);
    const here = dayOfParts(year, month, date);
    if (here !== undefined && here >= today) return sure(here);
    const next = addMonths(`${today.slice(0, 7)}-01`, 1);
    const [nextYear = 0, nextMonth = 0] = next.split('-').map(Number);
    const there = dayOfParts(nextYear, nextMonth, date);
    return there === undefined ? NO_DAY : { days: [there], sure: false };
  });

const RELATIVE: readonly (readonly [RegExp, (count: number, today: Day) => Day])[] = [
  [whole('(?:на\\s)?сегодня(?:шний день)?'), (_count, today) => today],
  [whole('(?:на\\s)?после\\s?завтра'), (_count, today) => addDays(today, 2)],
  [whole('(?:на\\s)?завтра'), (_count, today) => addDays(today, 1)],
  [whole('позавчера'), (_count, today) => addDays(today, -2)],
  [whole('вчера'), (_count, today) => addDays(today, -1)],
  [whole('через день'), (_count, today) => addDays(today, 2)],
  [whole(String.raw`через\s(\d{1,3})\s(?:день|дня|дней|суток)`), (count, today) => addDays(today, count)],
  [whole('через месяц'), (_count, today) => addMonths(today, 1)],
  [whole(String.raw`через\s(\d{1,2})\s(?:месяца|месяцев)`), (count, today) => addMonths(today, count)],
];

/** «завтра», «через три дня». */
export const relativeDays = (sentence: string, today: Day): Cut<SaidDay> => {
  let rest = sentence;
  const found: SaidDay[] = [];
  for (const [pattern, dayOf] of RELATIVE) {
    const taken = cut(rest, pattern, ([, count]) => sure(dayOf(Number(count ?? 0), today)));
    found.push(...taken.found);
    rest = taken.rest;
  }
  return { found, rest };
};

/** Which week: so many after this one. «Через неделю» counts from today and from Monday alike. */
export interface SaidWeek {
  readonly after: number;
  readonly counted: boolean;
}

export const saidWeeks = (sentence: string): Cut<SaidWeek> => {
  const named = cut(
    sentence,
    whole(String.raw`(?:на\s)?(этой|текущей|следующей|будущей|ближайшей|прошлой)\sнеделе?и?`),
    ([, which = '']) => {
      if (/^(?:эт|тек|бли)/.test(which)) return { after: 0, counted: false };
      return { after: which.startsWith('про') ? -1 : 1, counted: false };
    },
  );
  const counted = cut(named.rest, whole(String.raw`через\s(?:(\d)\s)?недел(?:ю|и|ь)`), ([, count]) => ({
    after: Number(count ?? 1),
    counted: true,
  }));
  return { found: [...named.found, ...counted.found], rest: counted.rest };
};

export interface SaidWeekday {
  readonly weekday: number;
  readonly which?: string;
}

export const saidWeekdays = (sentence: string): Cut<SaidWeekday> =>
  cut(
    sentence,
    whole(
      String.raw`(?:(?:в|во|на|ко?|по)\s)?(?:(эт\p{L}{1,2}|ближайш\p{L}+|следующ\p{L}+|будущ\p{L}+|прошл\p{L}+|через|кажд\p{L}+)\s)?(${WEEKDAY})`,
    ),
    ([, which, word = '']) => ({ weekday: weekdayNamed(word), ...(which !== undefined && { which }) }),
  );

const different = (days: readonly Day[]): readonly Day[] => [...new Set(days)].sort();

/** Which days a weekday may mean today, in the week it was said of. */
export const dayOfWeekday = ({ weekday, which = '' }: SaidWeekday, week: SaidWeek | undefined, today: Day): SaidDay => {
  const monday = addDays(today, 1 - weekdayOf(today));
  const inWeek = (after: number): Day => addDays(monday, 7 * after + weekday - 1);
  const nearest = inWeek(0) >= today ? inWeek(0) : inWeek(1);
  const among = (...days: readonly Day[]): SaidDay => ({ days: different(days), sure: different(days).length === 1 });
  if (/^прошл/.test(which)) return sure(nearest === today ? addDays(today, -7) : addDays(nearest, -7));
  if (which === 'через') return sure(addDays(nearest, 7));
  if (week !== undefined) {
    return week.counted ? among(inWeek(week.after), addDays(nearest, 7 * week.after)) : sure(inWeek(week.after));
  }
  if (/^эт/.test(which)) return inWeek(0) < today ? { days: [nearest], sure: false } : sure(inWeek(0));
  if (/^(?:след|буд)/.test(which)) return among(nearest === today ? addDays(today, 7) : nearest, inWeek(1));
  if (nearest === today) return { days: [today, addDays(today, 7)], sure: false };
  return sure(nearest);
};
