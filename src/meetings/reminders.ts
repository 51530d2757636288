import type { Hours } from '../domain/settings.js';
import { DAY, HOUR, MINUTE, WEEK } from '../domain/time.js';
import { addDays, clockAt, type Day, dayAt, instantOf } from './local-day.js';

/** A week, a day, an hour and ten minutes ahead. */
export const REMINDERS = ['week', 'day', 'hour', 'soon'] as const;
export type ReminderKind = (typeof REMINDERS)[number];

const AHEAD: Readonly<Record<ReminderKind, number>> = { week: WEEK, day: DAY, hour: HOUR, soon: 10 * MINUTE };

export interface Reminder {
  readonly kind: ReminderKind;
  readonly at: number;
  /** In quiet hours only those who said they would come are reminded, each alone. */
  readonly to: 'chat' | 'coming';
  /** How many days are left when it is said: 0 is «сегодня», 1 «завтра». */
  readonly days: number;
  /** It had to wait for the end of quiet hours: the time left is another one. */
  readonly moved: boolean;
}

export interface Planned {
  readonly at: number;
  /** When it was planned, or moved last: what is due by then was never to be. */
  readonly created: number;
  readonly quietHours: Hours;
  readonly zone: string;
}

const isQuiet = (at: number, { quietHours: { from, to }, zone }: Planned): boolean => {
  const clock = clockAt(at, zone);
  return from < to ? clock >= from && clock < to : clock >= from || clock < to;
};

/** The end of the quiet hours in which this moment lies. */
const morning = (at: number, { quietHours: { to }, zone }: Planned): number => {
  const day: Day = dayAt(at, zone);
  const today = instantOf(day, to, zone);
  return today > at ? today : instantOf(addDays(day, 1), to, zone);
};

/** What is left of a reminder must be worth saying: less ahead than this, the next one says it better. */
const WORTH: Readonly<Record<ReminderKind, number>> = { week: 2 * DAY, day: 2 * HOUR, hour: 15 * MINUTE, soon: 0 };

const planOf = (kind: ReminderKind, planned: Planned): readonly Reminder[] => {
  const due = planned.at - AHEAD[kind];
  if (due <= planned.created) return [];
  const quiet = isQuiet(due, planned);
  const alone = kind === 'soon' && quiet;
  const at = quiet && !alone ? morning(due, planned) : due;
  if (planned.at - at < WORTH[kind] || at >= planned.at) return [];
  const days = Math.round((Date.parse(dayAt(planned.at, planned.zone)) - Date.parse(dayAt(at, planned.zone))) / DAY);
  return [{ kind, at, to: alone ? 'coming' : 'chat', days, moved: at !== due }];
};

/**
 * When a meeting is reminded of, the earliest first. One that falls into quiet hours is said at their end, if it is still
 * of use then, and not at all when the next one is said by then; the last one, ten minutes ahead, goes in quiet hours to
 * those who come, each in the own dialog.
 */
export const reminderPlan = (planned: Planned): readonly Reminder[] => {
  const all = REMINDERS.flatMap((kind) => planOf(kind, planned));
  return all.filter((one, place) => all.slice(place + 1).every((next) => next.at > one.at));
};

/** Whether a reminder that has to wait until then would be said when a later one of the same meeting is due already. */
export const isOutrun = (kind: ReminderKind, until: number, meeting: number): boolean =>
  REMINDERS.slice(REMINDERS.indexOf(kind) + 1).some((later) => meeting - AHEAD[later] <= until);
