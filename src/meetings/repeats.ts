import { addDays, addMonths, clockAt, type Day, dayAt, instantOf } from './local-day.js';
import type { Repeats } from './when/facts.js';

/** A school year begins in September: `2026` is the one of 2026/27. */
export const schoolYear = (at: number, zone: string): number => {
  const [year = 0, month = 0] = dayAt(at, zone).split('-').map(Number);
  return month >= 9 ? year : year - 1;
};

/** Steps tried before a repetition is given up: longer than any break. */
const MOST = 12;
/** Nobody meets in summer by habit. */
const LAST_MONTH = 5;

const later = (day: Day, repeats: Repeats, step: number): Day => {
  if (repeats === 'monthly') return addMonths(day, step);
  return addDays(day, step * (repeats === 'weekly' ? 7 : 14));
};

/**
 * When a repeated meeting is next, at the same time of day: days off are passed over, and the last one is in May.
 * @param works whether the school works on that day
 */
export const nextOccurrence = (
  at: number,
  repeats: Repeats,
  now: number,
  { zone, works }: { readonly zone: string; readonly works: (day: Day) => boolean },
): number | undefined => {
  const [day, clock] = [dayAt(at, zone), clockAt(at, zone)];
  for (let step = 1; step <= MOST; step += 1) {
    const next = later(day, repeats, step);
    const moment = instantOf(next, clock, zone);
    if (schoolYear(moment, zone) !== schoolYear(at, zone)) return undefined;
    const month = Number(next.slice(5, 7));
    if (month > LAST_MONTH && month < 9) return undefined;
    if (moment > now && works(next)) return moment;
  }
  return undefined;
};
