import { z } from 'zod';
import type { ChatRef } from './refs.js';
import { MINUTE } from './time.js';

/** Kinds of `domain.md` §2.5. */
export const MEETING_KINDS = [
  'class-parents',
  'school-parents',
  'council',
  'staff',
  'consultation',
  'lesson',
  'event',
] as const;
export type MeetingKind = (typeof MEETING_KINDS)[number];

const ChatRefs = z.custom<ChatRef>((value) => typeof value === 'string' && value.includes(':chat:'));
const Moment = z.number();

/** What was decided of an item of the agenda, and how many were for it. */
const Item = z.object({
  heard: z.string(),
  decided: z.string(),
  votes: z.object({ for: z.number(), against: z.number(), abstained: z.number() }).exactOptional(),
});
export type MinutesItem = z.output<typeof Item>;

/** The minutes of a meeting; nothing of them is shown to anybody but whoever writes them until they are published. */
const Minutes = z.object({
  /** Within the class, or the school, and the school year. */
  number: z.number(),
  items: z.array(Item),
  /** Said to be complete by whoever writes them. */
  ready: Moment.exactOptional(),
  /** When the decisions are to be published, and when they were. */
  due: Moment.exactOptional(),
  published: Moment.exactOptional(),
});
export type Minutes = z.output<typeof Minutes>;

export const MeetingRecord = z.object({
  kind: z.enum(MEETING_KINDS),
  state: z.enum(['planned', 'begun', 'ended', 'cancelled']),
  class: z.string().exactOptional(),
  subject: z.string().exactOptional(),
  /** Where it is announced. */
  chats: z.array(ChatRefs),
  /** The person who called it. */
  organiser: z.string(),
  created: Moment,
  at: Moment,
  /** How long it is meant to last, minutes. */
  lasts: z.number(),
  agenda: z.array(z.string()),
  link: z.string().exactOptional(),
  /** The messenger's own number of a call the bot began. */
  call: z.string().exactOptional(),
  /** Which plan of it holds: it was moved `version` times. Answers to an earlier one do not count. */
  version: z.number(),
  /** How often its calendar entry changed: RFC 5545 `SEQUENCE`. */
  sequence: z.number(),
  begun: Moment.exactOptional(),
  ended: Moment.exactOptional(),
  /** Why it was moved last, or cancelled. */
  reason: z.string().exactOptional(),
  /** Repeated so; the one that follows is planned when this one has ended. */
  repeats: z.enum(['weekly', 'fortnightly', 'monthly']).exactOptional(),
  minutes: Minutes.exactOptional(),
});
export type Meeting = z.output<typeof MeetingRecord>;

/** Somebody's part in a meeting, kept under `partId`. */
export const PartRecord = z.object({
  meeting: z.string(),
  person: z.string(),
  /** Which plan of the meeting it answers. */
  version: z.number(),
  will: z.enum(['yes', 'no']).exactOptional(),
  /** When the person said to be there. */
  there: Moment.exactOptional(),
  /** What the person asked ahead; read by the organiser only. */
  asked: z.array(z.object({ words: z.string(), at: Moment })),
  /** Votes by items of the agenda, from 0. */
  votes: z.record(z.string(), z.enum(['for', 'against', 'abstained'])).exactOptional(),
  /** When the person read the decisions. */
  read: Moment.exactOptional(),
});
export type Part = z.output<typeof PartRecord>;

export const partId = (meeting: string, person: string): string => `${meeting} ${person}`;

/** The button «Я на собрании» works so long after the beginning. */
export const DOOR_OPEN = 60 * MINUTE;

/** When it is over, unless somebody says so before. */
export const endOf = ({ at, lasts }: Pick<Meeting, 'at' | 'lasts'>): number => at + lasts * MINUTE;

/** Still to be. */
export const isAhead = ({ state }: Pick<Meeting, 'state'>): boolean => state === 'planned' || state === 'begun';

const Family = z.object({ child: z.string(), person: z.string() });

/** Appointments with one teacher on one day: one record, so that no place is given twice. */
export const BoardRecord = z.object({
  state: z.enum(['open', 'cancelled']),
  class: z.string(),
  organiser: z.string(),
  chats: z.array(ChatRefs),
  created: Moment,
  /** How long each is, minutes. */
  lasts: z.number(),
  slots: z.array(
    z.object({
      at: Moment,
      taken: Family.exactOptional(),
      offered: z.object({ child: z.string(), until: Moment }).exactOptional(),
    }),
  ),
  waiting: z.array(Family),
});
export type AppointmentBoard = z.output<typeof BoardRecord>;
