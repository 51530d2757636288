import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import type { Every } from '../domain/announcement.js';

dayjs.extend(utc);
dayjs.extend(timezone);

/** A moment that was read from the beginning of some words. */
export interface ReadMoment {
  readonly at: number;
  /** So many characters of the words. */
  readonly length: number;
}

export interface Clock {
  readonly now: number;
  /** IANA name. */
  readonly zone: string;
}

const WEEKDAYS: readonly RegExp[] = [
  /^воскресень[еяю]/u,
  /^понедельник(?:ам|а|у)?/u,
  /^вторник(?:ам|а|у)?/u,
  /^сред(?:ам|ы|у|а|е)/u,
  /^четверг(?:ам|а|у)?/u,
  /^пятниц(?:ам|ы|у|а|е)/u,
  /^суббот(?:ам|ы|у|а|е)/u,
];
const MONTHS = 'январ феврал март апрел ма июн июл август сентябр октябр ноябр декабр'.split(' ');

/** Characters of a match, or nothing. */
const eat = (pattern: RegExp, words: string): RegExpExecArray | undefined => pattern.exec(words) ?? undefined;

/** A day that was read: `2026-09-16`. */
interface ReadDay {
  readonly date: string;
  readonly length: number;
  /** Its weekday was named: when it is today and the time is over, the next one is meant. */
  readonly weekday?: true;
}

const exists = (date: string): boolean => dayjs.utc(date).isValid() && dayjs.utc(date).format('YYYY-MM-DD') === date;

const dated = (
  day: string,
  month: number,
  year: string | undefined,
  length: number,
  { now, zone }: Clock,
): ReadDay | undefined => {
  const today = dayjs(now).tz(zone);
  const inYear = (of: number): string => `${of}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (year !== undefined) return exists(inYear(Number(year))) ? { date: inYear(Number(year)), length } : undefined;
  const date = inYear(today.year());
  if (!exists(date)) return exists(inYear(today.year() + 1)) ? { date: inYear(today.year() + 1), length } : undefined;
  // «15.01» said in December is of the next year; what has just passed is a mistake.
  const long = dayjs.utc(today.format('YYYY-MM-DD')).diff(dayjs.utc(date), 'day') > 180;
  return { date: long ? inYear(today.year() + 1) : date, length };
};

const weekday = (words: string): { readonly day: number; readonly length: number } | undefined => {
  const lead = eat(/^(?:во?\s+|по\s+)?/u, words)?.[0].length ?? 0;
  for (const [day, pattern] of WEEKDAYS.entries()) {
    const found = eat(pattern, words.slice(lead));
    if (found && !/^\p{L}/u.test(words.slice(lead + found[0].length))) return { day, length: lead + found[0].length };
  }
  return undefined;
};

const readDay = (words: string, clock: Clock): ReadDay | undefined => {
  const today = dayjs(clock.now).tz(clock.zone);
  const on = (days: number) => today.add(days, 'day').format('YYYY-MM-DD');
  const near = eat(/^(послезавтра|сегодня|завтра|tomorrow|today)(?!\p{L})/u, words);
  if (near) return { date: on({ послезавтра: 2, завтра: 1, tomorrow: 1 }[near[1] ?? ''] ?? 0), length: near[0].length };
  const figures = eat(/^(\d{1,2})\.(\d{1,2})(?:\.(\d{4}))?(?!\d|[.:]\d)/u, words);
  if (figures) return dated(figures[1] ?? '', Number(figures[2]), figures[3], figures[0].length, clock);
  const named = eat(/^(\d{1,2})(?:-?го)?\s+(\p{L}+)(?:\s+(\d{4})(?:\s*(?:года|г\.?))?)?/u, words);
  const month = named
    ? MONTHS.findIndex((name) => new RegExp(`^${name}(?:[аяйьы]|т)?$`, 'u').test(named[2] ?? ''))
    : -1;
  if (named && month >= 0) return dated(named[1] ?? '', month + 1, named[3], named[0].length, clock);
  const found = weekday(words);
  if (found === undefined) return undefined;
  const days = (found.day - today.day() + 7) % 7;
  return { date: on(days), length: found.length, weekday: true };
};

const readTime = (words: string): { readonly time: string; readonly length: number } | undefined => {
  // «16.09» alone is a day.
  const clock = eat(/^(?:(?:в|к|at)\s+)?(\d{1,2}):(\d{2})(?!\d)|^(?:в|к|at)\s+(\d{1,2})\.(\d{2})(?!\d|\.\d)/u, words);
  const hours = eat(/^(?:в|к|at)\s+(\d{1,2})(?!\d|[.:]\d|\s*(?:[«"]|[-–]?\p{L}(?!\p{L})))(?:\s*час(?:ов|а)?)?/u, words);
  const found = clock ?? hours;
  if (found) {
    const part = eat(/^\s*(утра|дня|вечера)(?!\p{L})/u, words.slice(found[0].length));
    const hour = Number(found[1] ?? found[3]);
    const late = part !== undefined && part[1] !== 'утра' && hour < 12;
    const at = late ? hour + 12 : hour;
    const minute = Number(clock?.[2] ?? clock?.[4] ?? 0);
    if (at > 23 || minute > 59) return undefined;
    const two = (value: number) => String(value).padStart(2, '0');
    return { time: `${two(at)}:${two(minute)}`, length: found[0].length + (part?.[0].length ?? 0) };
  }
  const named = eat(/^(утром|вечером|в\s+полдень)(?!\p{L})/u, words);
  const times: Readonly<Record<string, string>> = { утром: '08:00', вечером: '18:00' };
  return named ? { time: times[named[1] ?? ''] ?? '12:00', length: named[0].length } : undefined;
};

const gap = (words: string): number => eat(/^[\s,]+/u, words)?.[0].length ?? 0;

/**
 * «завтра в 8:00», «16.09 18:00», «до среды» without «до», «в 18:30»; nothing when the words do not begin so.
 * @param usual the time of a day that is named alone, `18:00`
 */
export const readMoment = (typed: string, usual: string, clock: Clock): ReadMoment | undefined => {
  const words = typed.toLowerCase().replaceAll('ё', 'е');
  const first = readTime(words);
  const day = first
    ? readDay(words.slice(first.length + gap(words.slice(first.length))), clock)
    : readDay(words, clock);
  if (first && !day)
    return at(dayjs(clock.now).tz(clock.zone).format('YYYY-MM-DD'), first.time, first.length, false, clock);
  if (first && day) {
    const length = first.length + gap(words.slice(first.length)) + day.length;
    return at(day.date, first.time, length, day.weekday === true, clock);
  }
  if (day === undefined) return undefined;
  const rest = words.slice(day.length);
  const time = readTime(rest.slice(gap(rest)));
  const length = time ? day.length + gap(rest) + time.length : day.length;
  return at(day.date, time?.time ?? usual, length, day.weekday === true, clock);
};

const at = (date: string, time: string, length: number, again: boolean, { now, zone }: Clock): ReadMoment => {
  const moment = dayjs.tz(`${date} ${time}`, zone);
  const over = again && moment.valueOf() <= now;
  return { at: (over ? moment.add(7, 'day') : moment).valueOf(), length };
};

/** «каждый понедельник в 8:00», «по вторникам и четвергам в 9:00», «каждый день»: how often, and how many characters. */
export const readEvery = (typed: string): { readonly every: Every; readonly length: number } | undefined => {
  const words = typed.toLowerCase().replaceAll('ё', 'е');
  const daily = eat(/^(?:каждый\s+день|ежедневно|every\s+day)(?!\p{L})/u, words);
  const lead = daily ? undefined : eat(/^(?:кажд(?:ый|ую|ое)\s+|(?=по\s+\p{L}+ам(?!\p{L})))/u, words);
  if (!daily && !lead) return undefined;
  const days: number[] = daily ? [1, 2, 3, 4, 5] : [];
  let length = (daily ?? lead)?.[0].length ?? 0;
  for (let found = daily ? undefined : weekday(words.slice(length)); found; ) {
    days.push(found.day);
    length += found.length;
    const and = eat(/^(?:\s*,\s*|\s+и\s+)/u, words.slice(length))?.[0].length;
    found = and === undefined ? undefined : weekday(words.slice(length + and));
    if (found && and !== undefined) length += and;
  }
  if (days.length === 0) return undefined;
  const space = gap(words.slice(length));
  const time = readTime(words.slice(length + space));
  return { every: { days, time: time?.time ?? '08:00' }, length: time ? length + space + time.length : length };
};

/** The first such moment after `now`. */
export const nextOf = ({ days, time }: Every, { now, zone }: Clock): number => {
  const today = dayjs(now).tz(zone);
  for (let ahead = 0; ahead <= 7; ahead += 1) {
    const day = today.add(ahead, 'day');
    const moment = dayjs.tz(`${day.format('YYYY-MM-DD')} ${time}`, zone).valueOf();
    if (days.includes(day.day()) && moment > now) return moment;
  }
  return dayjs(now).add(7, 'day').valueOf();
};
