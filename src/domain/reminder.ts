import { z } from 'zod';

/** What the bot may remind of, softly and in private. */
export const REMINDERS = ['quiet', 'finding', 'quarrel', 'private'] as const;
export type ReminderKind = (typeof REMINDERS)[number];

/** What somebody has been reminded of, by `conductId`: no word of any message, and nothing that counts. */
export const ReminderRecord = z.object({
  /** Not again before this moment, by kind. */
  until: z.partialRecord(z.enum(REMINDERS), z.number()),
  /** What the person wants to hear no more. */
  never: z.array(z.enum(REMINDERS)),
});
export type Reminder = z.output<typeof ReminderRecord>;

/** What the bot has said in a chat on one day, by chat: its noise has a bound. */
export const NoiseRecord = z.object({
  day: z.string(),
  count: z.number(),
  /** When it last said something of this kind. */
  last: z.record(z.string(), z.number()),
});
