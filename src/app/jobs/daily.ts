import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import type { Timer } from '../../domain/timer.js';
import type { Job } from './job.js';

dayjs.extend(utc);
dayjs.extend(timezone);

/** The next `03:30` of this zone after `now`. */
export const nextDaily = (time: string, zone: string, now: number): number => {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const today = dayjs(now).tz(zone);
  const at = (days: number) =>
    dayjs
      .tz(
        `${today.add(days, 'day').format('YYYY-MM-DD')} ${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`,
        zone,
      )
      .valueOf();
  return at(0) > now ? at(0) : at(1);
};

export const dailyKey = ({ name }: Job): string => `daily:${name}`;

/** When a daily job is to be done next; undefined for others. */
export const dailyTimer = (job: Job, zone: string, now: number): Timer | undefined =>
  job.daily === undefined
    ? undefined
    : { key: dailyKey(job), at: nextDaily(job.daily, zone, now), job: job.name, data: {} };
