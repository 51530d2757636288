import { z } from 'zod';
import type { Option } from '../domain/question.js';
import { type Text, text } from '../domain/text.js';
import { DAY } from '../domain/time.js';
import type { Ask } from './ask.js';
import type { Call, Reply } from './command.js';
import { here } from './reply.js';

/** Hears the answers to all cards of cases. */
export const HEARS = 'дела';
/** A card may be answered so long; afterwards it says that it is too late, and `/дела` shows it anew. */
const KEPT = 30 * DAY;

const Of = z.string();

/** Where a conversation about a case stands. */
export const CaseTalk = z.discriminatedUnion('step', [
  /** A card, to be decided or only seen. */
  z.object({ step: z.literal('card'), case: Of }),
  /** Why the fragment is to be shown. */
  z.object({ step: z.literal('why'), case: Of }),
  /** Words to its author that go with a confirmation; for how many days. */
  z.object({ step: z.literal('words'), case: Of, days: z.number().exactOptional() }),
  /** Whether the bot had erred, or the measure is only too much. */
  z.object({ step: z.literal('cancel'), case: Of }),
  /** Whether the administration excludes, why, and how else the person is informed. */
  z.object({ step: z.literal('exclude'), case: Of }),
  z.object({ step: z.literal('reason'), case: Of }),
  z.object({ step: z.literal('other-way'), case: Of, reason: z.string() }),
  z.object({ step: z.literal('out'), case: Of, reason: z.string(), how: z.string() }),
]);
export type CaseTalk = z.output<typeof CaseTalk>;

export const asking = (words: Text, data: CaseTalk, options: readonly Option[]): Ask => ({
  words,
  // The compiler does not follow that what zod has read is JSON.
  data: data as Ask['data'],
  options,
  kept: KEPT,
  asks: HEARS,
});

/** The same, to which any words are an answer too. */
export const askingWords = (words: Text, data: CaseTalk, options: readonly Option[]): Ask => ({
  ...asking(words, data, options),
  free: true,
});

export const told = (call: Call, words: Text, because: string): Reply => ({
  actions: [here(call, words)],
  changes: [],
  because,
});

export const option = (id: string, look: NonNullable<Option['look']>): Option => ({
  id,
  label: text(`button-case-${id}`),
  look,
});
