import { z } from 'zod';
import { DateOnly } from './settings.js';

/** That somebody was asked to read an edition, and has. Whoever has not loses nothing. */
export const AcknowledgementRecord = z.object({
  /** The edition's date. */
  edition: DateOnly,
  person: z.string(),
  /** When the bot asked. */
  asked: z.number(),
  /** The last day to answer. */
  until: DateOnly,
  /** Reminders sent. */
  reminded: z.int().min(0).max(2),
  /** When the person said so. */
  at: z.number().exactOptional(),
});
export type Acknowledgement = z.output<typeof AcknowledgementRecord>;

export const acknowledgementId = (edition: string, person: string): string => `${edition} ${person}`;

/** Days for reading. */
export const DAYS_TO_READ = 14;

/** The same day so many days later, `2026-10-26` → `2026-11-09`. */
export const daysAfter = (date: string, days: number): string => {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
};

const WEEK = 7;

/**
 * Which reminder is due on this day: the first a week after the person was asked, the second on the last day; undefined
 * for none. Two that fell due together are one.
 * @param asked the day on which the person was asked
 */
export const reminderDue = (
  { until, reminded, at }: Acknowledgement,
  asked: string,
  today: string,
): 1 | 2 | undefined => {
  if (at !== undefined || today > until) return undefined;
  if (today === until) return reminded < 2 ? 2 : undefined;
  return reminded < 1 && today >= daysAfter(asked, WEEK) ? 1 : undefined;
};
