import { z } from 'zod';
import { MEETING_KINDS } from '../domain/meeting.js';
import type { Option } from '../domain/question.js';
import { type Text, text } from '../domain/text.js';
import { DAY } from '../domain/time.js';
import { REPEATS } from '../meetings/when/read-when.js';
import type { Ask } from './ask.js';
import type { Call, Reply } from './command.js';
import { here } from './reply.js';

/** Hears the answers to everything that is asked about meetings, whoever asks. */
export const HEARS = 'собрание';

/** A meeting that is being made: what is not known yet is asked for. */
export const Draft = z.object({
  kind: z.enum(MEETING_KINDS),
  class: z.string().exactOptional(),
  subject: z.string().exactOptional(),
  at: z.number().exactOptional(),
  /** Minutes. */
  lasts: z.number(),
  /** Null until it was asked for. */
  agenda: z.array(z.string()).nullable(),
  link: z.string().exactOptional(),
  call: z.string().exactOptional(),
  repeats: z.enum(REPEATS).exactOptional(),
  /** What was said about the time and left a question. */
  when: z.string(),
});
export type Draft = z.output<typeof Draft>;

const Meeting = { meeting: z.string() };
const Changing = { ...Meeting, reason: z.string() };

/** Where a conversation about meetings stands. */
export const MeetingTalk = z.discriminatedUnion('step', [
  z.object({
    step: z.literal('draft'),
    draft: Draft,
    wants: z.enum(['class', 'when', 'agenda', 'link', 'confirm']),
    /** Instants, or classes, that the buttons stand for. */
    choices: z.array(z.union([z.number(), z.string()])).exactOptional(),
  }),
  /** Whoever may not call a meeting can have the wish passed on. */
  z.object({ step: z.literal('pass'), class: z.string(), line: z.string() }),
  /** Somebody's wish, before whoever may. */
  z.object({ step: z.literal('wish'), line: z.string(), from: z.string() }),
  /** A meeting that somebody else has to approve. */
  z.object({ step: z.literal('approve'), draft: Draft, from: z.string() }),
  /** Under the invitation, for everybody in the chat. */
  z.object({ step: z.literal('answer'), ...Meeting, version: z.number() }),
  z.object({ step: z.literal('question'), ...Meeting }),
  z.object({ step: z.literal('there'), ...Meeting }),
  z.object({ step: z.literal('vote'), ...Meeting, item: z.number() }),
  z.object({ step: z.literal('which'), verb: z.string(), ids: z.array(z.string()), words: z.string() }),
  z.object({ step: z.literal('move'), ...Changing, at: z.number() }),
  /** To when is not clear yet. */
  z.object({ step: z.literal('move-when'), ...Changing, when: z.string(), choices: z.array(z.number()) }),
  z.object({ step: z.literal('cancel'), ...Changing }),
  /** What was heard and decided, item by item. */
  z.object({ step: z.literal('minutes'), ...Meeting, item: z.number(), part: z.enum(['offer', 'heard', 'decided']) }),
  z.object({ step: z.literal('minutes-ready'), ...Meeting }),
  /** The decisions, and when they may be published. */
  z.object({ step: z.literal('decisions'), ...Meeting, times: z.array(z.number()) }),
  z.object({ step: z.literal('read'), ...Meeting }),
  /** Appointments that are about to be offered. */
  z.object({
    step: z.literal('board'),
    class: z.string(),
    from: z.number(),
    until: z.number(),
    each: z.number(),
  }),
  /** The button in the chat. */
  z.object({ step: z.literal('slots'), board: z.string() }),
  z.object({ step: z.literal('slot-child'), board: z.string(), children: z.array(z.string()) }),
  z.object({ step: z.literal('slot'), board: z.string(), child: z.string(), times: z.array(z.number()) }),
  z.object({ step: z.literal('slot-own'), board: z.string(), child: z.string() }),
  z.object({ step: z.literal('board-own'), board: z.string() }),
]);
export type MeetingTalk = z.output<typeof MeetingTalk>;

/** A conversation with the organiser may be taken up again next week. */
export const KEPT = 14 * DAY;

export const told = (call: Call, words: Text, because: string, snack?: Text): Reply => ({
  actions: [here(call, words)],
  changes: [],
  because,
  ...(snack && { snack }),
});

/** Said for a moment to whoever pressed; the buttons stay for the others. */
export const noted = (snack: Text, because: string, changes: Reply['changes'] = []): Reply => ({
  actions: [],
  changes,
  because,
  snack,
  stays: true,
});

export const NO: Option = { id: 'no', label: text('button-meeting-no'), look: 'secondary' };

export const asking = (words: Text, data: MeetingTalk, options: readonly Option[], over: Partial<Ask> = {}): Ask => ({
  words,
  // The compiler does not follow that what zod has read is JSON.
  data: data as Ask['data'],
  options,
  kept: KEPT,
  asks: HEARS,
  ...over,
});

export const asks = (because: string, ...questions: readonly Ask[]): Reply => ({
  actions: [],
  changes: [],
  because,
  asks: questions,
});
