import { z } from 'zod';
import { CHAT_KINDS } from './chat.js';
import { ROLES, StandingRecord } from './person.js';
import type { ChatRef } from './refs.js';
import { DateOnly } from './settings.js';

const Ref = z.custom<ChatRef>((value) => typeof value === 'string' && value.includes(':chat:'));

/** A chat's registration as it was. */
const KeptChat = z.object({
  ref: Ref,
  kind: z.enum(CHAT_KINDS),
  class: z.string().exactOptional(),
  subject: z.string().exactOptional(),
  purpose: z.string().exactOptional(),
  basis: z.string().exactOptional(),
  mode: z.enum(['observe', 'act']),
  registered: z.object({ by: z.string(), at: z.number() }),
});

/** What is to be promoted, as it waits for an answer. */
export const PromotionWish = z.object({
  order: z.object({ number: z.string(), date: DateOnly }),
  /** Only these classes; absent: all of the school. */
  classes: z.array(z.string()).exactOptional(),
  /** The grade below the last one whose pupils leave the school too: 9, or 4 of a primary school; 0: none. */
  ends: z.number().exactOptional(),
});
export type PromotionWish = z.output<typeof PromotionWish>;

/** One carrying out: what is needed to take it back within a day; then only that it was. */
const Step = z.object({
  at: z.number(),
  by: z.string(),
  order: z.object({ number: z.string(), date: DateOnly }),
  /** From which class to which; null: its pupils have left. */
  classes: z.array(z.tuple([z.string(), z.string().nullable()])),
  undone: z.number().exactOptional(),
  /** Those who left were told nothing. */
  quiet: z.literal(true).exactOptional(),
  before: z
    .object({
      people: z.array(z.tuple([z.string(), z.enum(ROLES), z.array(z.string())])),
      standings: z.array(z.tuple([z.string(), StandingRecord.nullable()])),
      chats: z.array(KeptChat),
      approved: z.array(z.string()),
    })
    .exactOptional(),
});
export type PromotionStep = z.output<typeof Step>;

/** The classes of a school year, by the year in which it begins: each class is promoted once a year. */
export const PromotionRecord = z.object({ steps: z.array(Step) });
export type Promotion = z.output<typeof PromotionRecord>;

/** A school year begins with June's leaving certificates, as far as promotion goes. */
const FIRST_MONTH = 6;

/** The year in which the school year of this day begins. @param today `2026-09-01` */
export const schoolYearOf = (today: string): string => {
  const [year = '', month = ''] = today.split('-');
  return Number(month) >= FIRST_MONTH ? year : String(Number(year) - 1);
};

/** Classes that exist because of this year's promotion: they go no further this year. */
export const promotedInto = ({ steps }: Promotion): ReadonlySet<string> =>
  new Set(
    steps.filter(({ undone }) => undone === undefined).flatMap(({ classes }) => classes.flatMap(([, to]) => to ?? [])),
  );
