import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import type { Calendar } from '../domain/calendar.js';
import type { Settings } from '../domain/settings.js';
import type { Known } from './known.js';

dayjs.extend(utc);
dayjs.extend(timezone);

/** By which days are told apart. */
export interface Days {
  readonly calendar: Calendar;
  readonly settings: Pick<Settings, 'workingWeek' | 'daysOff' | 'workingDays'>;
  readonly zone: string;
}

export const daysOf = async ({ calendar, settings, zone }: Pick<Known, 'calendar' | 'settings' | 'zone'>) =>
  ({ calendar, settings: await settings(), zone }) satisfies Days;

const SATURDAY = 6;

/** The school's own days come before the state's calendar, and that before the week. */
const works = (day: dayjs.Dayjs, { calendar, settings }: Days): boolean => {
  const date = day.format('YYYY-MM-DD');
  if (settings.workingDays.includes(date)) return true;
  if (settings.daysOff.includes(date)) return false;
  if (calendar.workingDays.includes(date)) return true;
  if (calendar.daysOff.includes(date)) return false;
  return day.day() !== 0 && (day.day() !== SATURDAY || settings.workingWeek === 6);
};

export const isWorkingDay = (at: number, days: Days): boolean => works(dayjs(at).tz(days.zone), days);

/** More days off in a row than any school has. */
const MOST = 400;

/** The day on which so many working days after this one have begun; the day itself does not count. */
const after = (at: number, count: number, days: Days): string => {
  let day = dayjs(at).tz(days.zone);
  for (let left = count, tried = 0; left > 0 && tried < MOST; tried += 1) {
    day = day.add(1, 'day');
    if (works(day, days)) left -= 1;
  }
  return day.format('YYYY-MM-DD');
};

/**
 * The same time of day so many working days later: 9 September 2026 and three of them (10, 11, 14) is 14 September.
 * @param count from 0
 */
export const addWorkingDays = (at: number, count: number, days: Days): number =>
  dayjs.tz(`${after(at, count, days)} ${dayjs(at).tz(days.zone).format('HH:mm:ss.SSS')}`, days.zone).valueOf();

/** A time of the next working day after this day, `14:00`. */
export const nextWorkingDay = (at: number, clock: string, days: Days): number =>
  dayjs.tz(`${after(at, 1, days)} ${clock}`, days.zone).valueOf();
