import { z } from 'zod';
import { ROLES } from './person.js';
import type { AccountRef, ChatRef, MessageRef } from './refs.js';
import { CATEGORIES } from './verdict.js';

const Account = z.custom<AccountRef>((value) => typeof value === 'string' && value.includes(':account:'));
const Chat = z.custom<ChatRef>((value) => typeof value === 'string' && value.includes(':chat:'));
const Ground = z.object({
  document: z.enum(['regulation', 'chat-rules']),
  clause: z.string(),
  edition: z.string(),
});
/** Whoever decided, of the roster, and what he said to it. */
const Decided = z.object({
  by: z.string(),
  at: z.number(),
  as: z.enum(['confirmed', 'cancelled']),
  words: z.string().exactOptional(),
});

export const MEASURES = ['warning', 'read-only'] as const;
export type MeasureKind = (typeof MEASURES)[number];

/** What limits a person, and the point of the chat rules it rests on. Its end needs nobody. */
export const MeasureRecord = z.object({
  kind: z.enum(MEASURES),
  /** Which step of the ladder it was, from 1. */
  step: z.number(),
  from: z.number(),
  /** When it ends by itself; of a warning, when it no longer counts. */
  until: z.number(),
  ground: Ground,
  /** `provisional` until a person decides; undecided at its end it has `lapsed` and does not count. */
  state: z.enum(['provisional', 'confirmed', 'cancelled', 'lapsed']),
});
export type Measure = z.output<typeof MeasureRecord>;

/** An objection: numbered within the school year, decided by somebody else than who decided before. */
export const AppealRecord = z.object({
  number: z.number(),
  at: z.number(),
  /** By when it is to be decided. */
  due: z.number(),
  /** Who objected in the author's name: a parent. Absent: the author. */
  by: z.string().exactOptional(),
  /** Who was named as the one to decide it; nobody when only the school's commission is left. */
  to: z.string().exactOptional(),
  /** Contents: never in logs or the journal. */
  words: z.string(),
  decided: Decided.exactOptional(),
});
export type Appeal = z.output<typeof AppealRecord>;

/** What came of one finding that took something away from a chat. Kept under `caseId`; holds no word of the message. */
export const CaseRecord = z.object({
  /** Within the school year: how people name it. */
  number: z.number(),
  chat: Chat,
  account: Account,
  /** Of the roster; absent for somebody who is not linked. */
  person: z.string().exactOptional(),
  role: z.enum(ROLES).exactOptional(),
  message: z.object({ place: z.custom<MessageRef['place']>((value) => typeof value === 'string'), id: z.string() }),
  /** When it was written. */
  written: z.number(),
  opened: z.number(),
  citation: Ground,
  rule: z.string(),
  category: z.enum(CATEGORIES),
  /** `held`: back in the chat if a person says so; `deleted`: gone, unless the decision is reversed; `kept`: it stands. */
  removed: z.enum(['deleted', 'held', 'kept']),
  /** Who has complained of the message: a person's id, or an account. */
  complaints: z.array(z.object({ by: z.string(), at: z.number() })).exactOptional(),
  /** Who brought it up: the bot, or a person of the roster by complaint or command. */
  source: z.enum(['bot', 'complaint', 'photo', 'person']),
  by: z.string().exactOptional(),
  measure: MeasureRecord.exactOptional(),
  /** Those who said that they are in the conflict: they decide nothing of it. */
  parties: z.array(z.string()),
  /** Who has been asked to decide, and when; and who else, because nobody had decided. */
  asked: z.object({ who: z.string(), at: z.number(), also: z.string().exactOptional() }).exactOptional(),
  decided: Decided.exactOptional(),
  appeal: AppealRecord.exactOptional(),
  /** Taken out of the chat by the administration, and why. */
  excluded: z.object({ by: z.string(), at: z.number(), words: z.string() }).exactOptional(),
  /** When nothing of it is open any more. */
  closed: z.number().exactOptional(),
  /** A person found that the bot was wrong: an example for the rule. */
  wrong: z.literal(true).exactOptional(),
});
export type Case = z.output<typeof CaseRecord>;

/** One chat, one message, one clause: an edit or a retry is the same case. */
export const caseId = ({ place, id }: MessageRef, { document, clause }: Case['citation']): string =>
  `${place}/${id} ${document}:${clause}`;

/** Characters of the fragment that is kept. */
export const FRAGMENT = 300;

/** What was taken away: sealed under a key of its own, opened only by a logged act. By `caseId`. */
export const EvidenceRecord = z.object({
  /** Whose: `conductId`. */
  of: z.string(),
  fragment: z.string().max(FRAGMENT),
  /** A name of the words that tells nothing of them: found to be right, they are not taken away again. */
  mark: z.string().exactOptional(),
  /** The whole of it, until the case is decided, so that it can be given back. */
  whole: z.object({ text: z.string(), attachments: z.number(), handles: z.array(z.string()) }).exactOptional(),
  /** Who has opened it, when and why. */
  opened: z.array(z.object({ by: z.string(), at: z.number(), why: z.string() })),
});
export type Evidence = z.output<typeof EvidenceRecord>;

export const STRIKE_STATES = [
  /** Stands until it expires. */
  'counts',
  /** Of a measure nobody has decided about: counts for nothing yet. */
  'pending',
  /** Taken back by a person, or never confirmed. */
  'void',
] as const;
export const StrikeRecord = z.object({
  case: z.string(),
  chat: Chat,
  at: z.number(),
  /** Exactly when it no longer stands. */
  until: z.number(),
  state: z.enum(STRIKE_STATES),
});
export type Strike = z.output<typeof StrikeRecord>;

/** What stands against somebody, by `conductId`: no word of any message. */
export const ConductRecord = z.object({ strikes: z.array(StrikeRecord) });
export type Conduct = z.output<typeof ConductRecord>;

/** One record a person, whichever messenger; of somebody nobody knows, one an account. */
export const conductId = ({ person, account }: Pick<Case, 'person' | 'account'>): string => person ?? account;

/** The last number given: by what is numbered and the school year, `case 2026`. */
export const CounterRecord = z.object({ last: z.number() });
export const counterId = (of: 'case' | 'appeal', year: number): string => `${of} ${year}`;
