import { z } from 'zod';
import { AudienceRecord, DraftRecord, EveryRecord } from '../domain/announcement.js';
import type { Option } from '../domain/question.js';
import { type Text, text } from '../domain/text.js';
import { DAY } from '../domain/time.js';
import type { Ask } from './ask.js';
import type { Call, Reply } from './command.js';
import { here } from './reply.js';

/** Hears the answers to everything that is asked about announcements, whoever asks. */
export const HEARS = 'объявление';

/** A draft of which something has still to be said. */
const Part = z.object({
  ...DraftRecord.shape,
  audience: AudienceRecord.exactOptional(),
  words: z.string(),
  classes: z.object({ names: z.array(z.string()), by: AudienceRecord.shape.by }).exactOptional(),
  every: EveryRecord.exactOptional(),
  /** It is to be urgent; the reason is asked for when it is published. */
  hurry: z.boolean().exactOptional(),
});
export type Part = z.output<typeof Part>;

/** Where a conversation about announcements stands. */
export const AnnouncementTalk = z.discriminatedUnion('step', [
  z.object({ step: z.literal('menu') }),
  /** For whom, the text, or whom of a class is not said yet. */
  z.object({ step: z.literal('audience'), part: Part }),
  z.object({ step: z.literal('words'), part: Part }),
  z.object({ step: z.literal('whom'), part: Part }),
  /** A preview waits to be confirmed. */
  z.object({ step: z.literal('preview'), draft: DraftRecord }),
  z.object({ step: z.literal('deadline'), draft: DraftRecord }),
  z.object({ step: z.literal('time'), draft: DraftRecord }),
  /** Why it is urgent. */
  z.object({ step: z.literal('reason'), draft: DraftRecord }),
  z.object({ step: z.literal('urgent'), draft: DraftRecord }),
  /** Whoever may not publish it can pass it on. */
  z.object({ step: z.literal('pass'), draft: DraftRecord }),
  z.object({ step: z.literal('remark'), announcement: z.string() }),
  /** Returned with a remark: the author mends it or drops it. */
  z.object({ step: z.literal('returned'), announcement: z.string() }),
  /** What can be done with one that is out. */
  z.object({ step: z.literal('manage'), announcement: z.string() }),
  z.object({ step: z.literal('withdraw'), announcement: z.string() }),
  z.object({ step: z.literal('edit'), announcement: z.string() }),
  z.object({ step: z.literal('change'), announcement: z.string(), words: z.string() }),
  /** The button under an announcement. */
  z.object({ step: z.literal('read'), announcement: z.string(), version: z.number() }),
  z.object({ step: z.literal('preset') }),
]);
export type AnnouncementTalk = z.output<typeof AnnouncementTalk>;

export const told = (call: Call, words: Text, because: string, snack?: Text): Reply => ({
  actions: [here(call, words)],
  changes: [],
  because,
  ...(snack && { snack }),
});

export const option = (id: string, label: Text, look: NonNullable<Option['look']> = 'secondary'): Option => ({
  id,
  label,
  look,
});
export const CANCEL = option('cancel', text('button-announce-cancel'));

/** A card that waits for somebody is kept so long; a conversation for a day. */
export const CARD_KEPT = 14 * DAY;

export const asking = (
  words: Text,
  data: AnnouncementTalk,
  options: readonly Option[],
  more: Partial<Ask> = {},
): Ask => ({
  words,
  // The compiler does not follow that what zod has read is JSON.
  data: data as Ask['data'],
  options,
  asks: HEARS,
  ...more,
});

export const asks = (because: string, ...questions: readonly Ask[]): Reply => ({
  actions: [],
  changes: [],
  because,
  asks: questions,
});
