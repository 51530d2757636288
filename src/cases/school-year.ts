import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';

dayjs.extend(utc);
dayjs.extend(timezone);

const SEPTEMBER = 8;

/** The year in which the school year of this moment began: 2026 from 1 September 2026 to 31 August 2027. */
export const schoolYear = (at: number, zone: string): number => {
  const day = dayjs(at).tz(zone);
  return day.month() >= SEPTEMBER ? day.year() : day.year() - 1;
};

/** Midnight of the next 1 September: what is written down against people does not outlive the school year. */
export const endOfSchoolYear = (at: number, zone: string): number =>
  dayjs.tz(`${schoolYear(at, zone) + 1}-09-01`, zone).valueOf();
