import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';

dayjs.extend(utc);
dayjs.extend(timezone);

/** `02.09.2026` in the school's zone. */
export const dateOf = (at: number, zone: string): string => dayjs(at).tz(zone).format('DD.MM.YYYY');

/** `02.09.2026` and `10:00`: what the texts with a moment need. */
export const momentVars = (at: number, zone: string): { readonly date: string; readonly time: string } => ({
  date: dateOf(at, zone),
  time: dayjs(at).tz(zone).format('HH:mm'),
});
