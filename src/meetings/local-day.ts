import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import { DAY, MINUTE } from '../domain/time.js';

dayjs.extend(utc);
dayjs.extend(timezone);

/** A day of a calendar, `2026-09-25`. It has no zone: arithmetic with it never meets a clock. */
export type Day = string;
/** A time of day, `18:30`. */
export type Clock = string;

const twoFigures = (figure: number): string => String(figure).padStart(2, '0');

/** `18:30` of whole hours and minutes. */
export const clockOf = (hour: number, minute: number): Clock => `${twoFigures(hour)}:${twoFigures(minute)}`;

/** Undefined for a day that no calendar has, such as 31 September. */
export const dayOfParts = (year: number, month: number, date: number): Day | undefined => {
  const at = new Date(Date.UTC(year, month - 1, date));
  const real = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === date;
  return real ? at.toISOString().slice(0, 10) : undefined;
};

const noonOf = (day: Day): number => Date.parse(`${day}T12:00:00Z`);

export const addDays = (day: Day, count: number): Day => new Date(noonOf(day) + count * DAY).toISOString().slice(0, 10);

/** The same date so many months later; the last one of a shorter month. */
export const addMonths = (day: Day, count: number): Day =>
  dayjs.utc(`${day}T12:00:00Z`).add(count, 'month').format('YYYY-MM-DD');

/** From Monday, 1, to Sunday, 7. */
export const weekdayOf = (day: Day): number => new Date(noonOf(day)).getUTCDay() || 7;

/** Whole days from one to the other. */
export const daysBetween = (from: Day, to: Day): number => Math.round((noonOf(to) - noonOf(from)) / DAY);

/** The day it is there. */
export const dayAt = (at: number, zone: string): Day => dayjs(at).tz(zone).format('YYYY-MM-DD');

/** The time of day it is there. */
export const clockAt = (at: number, zone: string): Clock => dayjs(at).tz(zone).format('HH:mm');

/** The instant at which it is that time of that day there. */
export const instantOf = (day: Day, clock: Clock, zone: string): number => dayjs.tz(`${day} ${clock}`, zone).valueOf();

/** Minutes by which a zone is ahead of UTC at an instant. */
export const offsetOf = (at: number, zone: string): number => dayjs(at).tz(zone).utcOffset();

const MOSCOW = 'Europe/Moscow';
/** The zones of Russia, from west to east: one for each difference to Moscow. */
export const RUSSIAN_ZONES = [
  'Europe/Kaliningrad',
  MOSCOW,
  'Europe/Samara',
  'Asia/Yekaterinburg',
  'Asia/Omsk',
  'Asia/Krasnoyarsk',
  'Asia/Irkutsk',
  'Asia/Yakutsk',
  'Asia/Vladivostok',
  'Asia/Magadan',
  'Asia/Kamchatka',
] as const;

/** As Russia names its zones, «МСК+2»; hours that are not whole have their minutes, «МСК+2:30». */
export const zoneMark = (at: number, zone: string): string => {
  const ahead = offsetOf(at, zone) - offsetOf(at, MOSCOW);
  if (ahead === 0) return 'МСК';
  const [hours, minutes] = [Math.trunc(Math.abs(ahead) / 60), Math.abs(ahead) % 60];
  return `МСК${ahead > 0 ? '+' : '−'}${hours}${minutes === 0 ? '' : `:${twoFigures(minutes)}`}`;
};

/** The instant at which it is that time of that day so many minutes ahead of Moscow. */
export const instantByMoscow = (day: Day, clock: Clock, ahead: number): number =>
  instantOf(day, clock, MOSCOW) - ahead * MINUTE;
