import { z } from 'zod';
import type { AccountRef, ChatRef, PlaceRef } from './refs.js';
import { DAY, HOUR, MINUTE } from './time.js';

const Account = z.custom<AccountRef>((value) => typeof value === 'string' && value.includes(':account:'));
const Chat = z.custom<ChatRef>((value) => typeof value === 'string' && value.includes(':chat:'));
const Place = z.custom<PlaceRef>((value) => typeof value === 'string');

/** What people are called for. */
export const DANGERS = ['self-harm', 'threat', 'alone', 'sexual', 'extremism', 'drugs'] as const;
export type Danger = (typeof DANGERS)[number];

/** For these nobody waits until morning. */
export const OF_LIFE: readonly Danger[] = ['self-harm', 'threat', 'alone'];

/** Until somebody takes it, people are called again after so long; after `AT_FIRST` less often. */
export const AGAIN = 10 * MINUTE;
export const AT_FIRST = 3 * HOUR;
export const AGAIN_LATER = HOUR;
/** When nobody ever takes it. */
export const GIVEN_UP = 7 * DAY;
/** The author is asked whether an adult is near; after so long, no answer is told. */
export const ANSWERED_WITHIN = 5 * MINUTE;
/** Further messages of the author within so long belong to the same emergency. */
export const SAME = HOUR;
/** What is left of it is destroyed so long after it was closed; never closed, so long after it began (`domain.md` §4.1). */
export const KEPT_CLOSED = 30 * DAY;
export const KEPT_OPEN = 180 * DAY;

/**
 * Somebody may be in danger and people are called: never a case, a strike or a step of any ladder. Holds no word of what was
 * written: that is evidence under `wordsId`. Named by the update that began it.
 */
export const EmergencyRecord = z.object({
  danger: z.enum(DANGERS),
  /** Where it was written; absent: to the bot itself. */
  chat: Chat.exactOptional(),
  account: Account,
  /** Of the roster; absent for somebody who is not linked. */
  person: z.string().exactOptional(),
  /** Whether a pupil wrote it, as far as one can tell. */
  pupil: z.boolean(),
  /** Pupils named in it. */
  named: z.array(z.string()),
  /** In the order of arrival; `hidden`: taken out of the chat. */
  messages: z.array(z.object({ place: Place, id: z.string(), at: z.number(), hidden: z.boolean() })),
  opened: z.number(),
  /** Who was called, and may therefore see it. */
  called: z.array(z.object({ who: z.string(), at: z.number() })),
  taken: z.object({ by: z.string(), at: z.number() }).exactOptional(),
  /** What the author said when asked whether an adult is near: `words` are kept with the evidence. */
  answer: z.object({ is: z.enum(['yes', 'no', 'words']), at: z.number() }).exactOptional(),
  /** The author could not be written to. */
  unreached: z.literal(true).exactOptional(),
  closed: z.object({ by: z.string(), at: z.number(), as: z.enum(['helped', 'false']) }).exactOptional(),
});
export type Emergency = z.output<typeof EmergencyRecord>;

/** The evidence of one message of an emergency, by its place among them, or of the author's answer. */
export const wordsId = (emergency: string, which: number | 'answer'): string => `${emergency} ${which}`;
