import { z } from 'zod';
import { CHAT_KINDS } from './chat.js';
import type { ChatRef } from './refs.js';
import { DateOnly } from './settings.js';

/**
 * Where schools' chats were before; only its name is known here, never what is written there. `vk`: on the school's own
 * platform, where a chat gives way to another one (classes merged or split, a new school year).
 */
export const OLD_MESSENGERS = ['telegram', 'whatsapp', 'viber', 'discord', 'vk', 'other'] as const;
export type OldMessenger = (typeof OLD_MESSENGERS)[number];

/** What is done in the old chat before it is closed, by a person: that is what they say, nobody looks. */
export const TICKS = ['farewell', 'read-only', 'link'] as const;
export type Tick = (typeof TICKS)[number];

const Chat = z.custom<ChatRef>((value) => typeof value === 'string' && value.includes(':chat:'));

/** What the bot did of the checklist itself, or why it could not. */
const Attempt = z.object({
  at: z.number(),
  /** `asked`: its end is not known yet. */
  is: z.enum(['asked', 'done', 'failed']),
  /** A refusal's name, or `unsupported`, `uncertain`; of what is done `unpinned`, `partly`. */
  why: z.string().exactOptional(),
  /** Who let the bot do it. */
  by: z.string(),
});
export type Attempt = z.output<typeof Attempt>;

/** An old chat that is moved to the school's platform: clause 3.1-b of school-21. Kept by its number. */
export const OldChatRecord = z.object({
  number: z.int().min(1),
  messenger: z.enum(OLD_MESSENGERS),
  /** As people there call it. */
  name: z.string().min(1).max(80),
  /** The old chat itself, where the bot is in it and it is registered. */
  from: Chat.exactOptional(),
  /** What it becomes; absent where the name does not tell: then nobody is counted. */
  kind: z.enum(CHAT_KINDS).exactOptional(),
  class: z.string().exactOptional(),
  subject: z.string().exactOptional(),
  /** Ids of persons: who moves it, and who wrote it down. */
  responsible: z.string(),
  by: z.string(),
  at: z.number(),
  /** The last day of the old chat. */
  due: DateOnly,
  ticked: z.array(z.enum(TICKS)),
  /** When the bot was told to put the notice into the old chat. */
  posted: z.number().exactOptional(),
  tried: z.partialRecord(z.enum(TICKS), Attempt).exactOptional(),
  closed: z.object({ by: z.string(), at: z.number() }).exactOptional(),
  /** The registration that ended with the move: put back when the move is opened again. */
  home: z
    .object({
      ref: Chat,
      kind: z.enum(CHAT_KINDS),
      class: z.string().exactOptional(),
      subject: z.string().exactOptional(),
      purpose: z.string().exactOptional(),
      basis: z.string().exactOptional(),
      mode: z.enum(['observe', 'act']),
      registered: z.object({ by: z.string(), at: z.number() }),
    })
    .exactOptional(),
});
export type OldChat = z.output<typeof OldChatRecord>;

export const isOverdue = ({ closed, due }: OldChat, today: string): boolean => closed === undefined && due < today;
