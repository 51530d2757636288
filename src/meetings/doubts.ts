import type { Hours } from '../domain/settings.js';
import { MINUTE } from '../domain/time.js';
import { addDays, clockAt, type Day, dayAt } from './local-day.js';

/** What makes a moment worth asking about once more, though it was read without doubt. */
export const PLAN_DOUBTS = ['holiday', 'break', 'day-off', 'quiet', 'clash'] as const;
export type PlanDoubt = (typeof PLAN_DOUBTS)[number];

export interface Surroundings {
  readonly zone: string;
  readonly quietHours: Hours;
  /** Whether the school works on that day. */
  readonly works: (day: Day) => boolean;
  /** Public holidays. */
  readonly holidays: readonly Day[];
  /** Other meetings of the same people. */
  readonly others: readonly { readonly at: number; readonly lasts: number }[];
}

/** So many days off in a row are no weekend. */
const BREAK = 5;

const runOf = (day: Day, step: 1 | -1, works: Surroundings['works']): number => {
  let count = 0;
  while (count < BREAK && !works(addDays(day, step * (count + 1)))) count += 1;
  return count;
};

const within = ({ from, to }: Hours, clock: string): boolean =>
  from < to ? clock >= from && clock < to : clock >= from || clock < to;

const dayDoubt = (day: Day, { holidays, works }: Surroundings): readonly PlanDoubt[] => {
  if (holidays.includes(day)) return ['holiday'];
  if (works(day)) return [];
  return [runOf(day, -1, works) + runOf(day, 1, works) + 1 >= BREAK ? 'break' : 'day-off'];
};

/** What speaks against a moment; the organiser decides. */
export const doubtsOf = (at: number, lasts: number, around: Surroundings): readonly PlanDoubt[] => {
  const { zone, quietHours, others } = around;
  const end = at + lasts * MINUTE;
  const quiet = within(quietHours, clockAt(at, zone)) || within(quietHours, clockAt(end - 1, zone));
  const clash = others.some((one) => one.at < end && at < one.at + one.lasts * MINUTE);
  return [
    ...dayDoubt(dayAt(at, zone), around),
    ...(quiet ? (['quiet'] as const) : []),
    ...(clash ? (['clash'] as const) : []),
  ];
};
