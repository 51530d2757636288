import { z } from 'zod';
import { CHAT_KINDS } from './chat.js';
import { DateOnly } from './settings.js';

/** Where schools' chats were before; only its name is known here, never what is written there. */
export const OLD_MESSENGERS = ['telegram', 'whatsapp', 'viber', 'discord', 'other'] as const;
export type OldMessenger = (typeof OLD_MESSENGERS)[number];

/** What is done in the old chat before it is closed, by a person: that is what they say, nobody looks. */
export const TICKS = ['farewell', 'read-only', 'link'] as const;
export type Tick = (typeof TICKS)[number];

/** An old chat that is moved to the school's platform: clause 3.1-b of school-21. Kept by its number. */
export const OldChatRecord = z.object({
  number: z.int().min(1),
  messenger: z.enum(OLD_MESSENGERS),
  /** As people there call it. */
  name: z.string().min(1).max(80),
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
  closed: z.object({ by: z.string(), at: z.number() }).exactOptional(),
});
export type OldChat = z.output<typeof OldChatRecord>;

export const isOverdue = ({ closed, due }: OldChat, today: string): boolean => closed === undefined && due < today;
