import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import type { Hours, Settings } from '../domain/settings.js';
import type { Known } from './known.js';

dayjs.extend(utc);
dayjs.extend(timezone);

type Quiet = Pick<Settings, 'quietHours'>;

const within = ({ from, to }: Hours, clock: string): boolean =>
  from < to ? clock >= from && clock < to : clock >= from || clock < to;

/** Whether the bot keeps silent at this moment: it writes nothing of itself, and answers whoever asks. */
export const isQuiet = (at: number, { quietHours }: Quiet, zone: string): boolean =>
  within(quietHours, dayjs(at).tz(zone).format('HH:mm'));

/** The first moment, from this one on, at which the bot may write of itself. */
export const notBefore = (at: number, settings: Quiet, zone: string): number => {
  if (!isQuiet(at, settings, zone)) return at;
  const { to } = settings.quietHours;
  const today = dayjs(at).tz(zone);
  const on = (days: number) => dayjs.tz(`${today.add(days, 'day').format('YYYY-MM-DD')} ${to}`, zone).valueOf();
  return on(0) > at ? on(0) : on(1);
};

/** The same by the settings in force: for a job that is about to write of itself. */
export const notBeforeNow = async ({
  now,
  settings,
  zone,
}: Pick<Known, 'now' | 'settings' | 'zone'>): Promise<number> => notBefore(now, await settings(), zone);
