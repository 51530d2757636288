import { z } from 'zod';
import { DateOnly } from './settings.js';

/** The state's production calendar: `policies/calendar.yaml`. Weekends need no line. */
export const CalendarFile = z.strictObject({
  /** Public holidays and days to which days off were moved, `2026-11-04`. */
  daysOff: z.array(DateOnly),
  /** Saturdays and Sundays that were made working days. */
  workingDays: z.array(DateOnly),
  /** The last day of which the calendar knows; after it only weekends are days off. */
  until: DateOnly,
});
export type Calendar = z.output<typeof CalendarFile>;

export const NO_CALENDAR: Calendar = { daysOff: [], workingDays: [], until: '1970-01-01' };
