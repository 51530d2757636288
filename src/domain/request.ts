import { z } from 'zod';
import type { AccountRef, ChatRef } from './refs.js';

/** What waits for the decision of somebody who may take it. */
export const REQUEST_KINDS = [
  /** Whether it is really this person of the staff who linked an account. */
  'role',
  /** Somebody has linked one more account: is the old one to go? */
  'relink',
  /** Somebody asks to be let into a chat. */
  'join',
  /** Somebody asks to publish his words. */
  'publication',
  /** Somebody asks to hold his poll. */
  'poll',
] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

const Account = z.custom<AccountRef>((value) => typeof value === 'string' && value.includes(':account:'));
const Chat = z.custom<ChatRef>((value) => typeof value === 'string' && value.includes(':chat:'));

/** One request, kept under `requestId`. */
export const RequestRecord = z.object({
  kind: z.enum(REQUEST_KINDS),
  state: z.enum(['open', 'granted', 'declined']),
  /** Whom of the roster it is about; nobody known for an outsider who asks to join. */
  person: z.string().exactOptional(),
  /** The account it is about: the one that was linked, or that asks to join. */
  account: Account.exactOptional(),
  chat: Chat.exactOptional(),
  /** The announcement it is about. */
  announcement: z.string().exactOptional(),
  /** The poll it is about. */
  poll: z.string().exactOptional(),
  asked: z.number(),
  /** When those who decide were last told of it. */
  told: z.number().exactOptional(),
  /** Whoever uses this issue of the personal code is confirmed ahead. */
  issue: z.number().exactOptional(),
  /** By whom of the roster; `server` for the command line. */
  decided: z.object({ by: z.string(), at: z.number() }).exactOptional(),
});
export type Request = z.output<typeof RequestRecord>;

/** One request of a kind about one thing: asked again, it is the same one. `about` is a person, an account, a chat with an account. */
export const requestId = (kind: RequestKind, ...about: readonly string[]): string => [kind, ...about].join(' ');

/** Decided; whoever decides second finds it so. */
export const decidedAs = (request: Request, state: 'granted' | 'declined', by: string, at: number): Request => ({
  ...request,
  state,
  decided: { by, at },
});

/** The newest last, as they were asked. */
export const inTurn = (one: Request, other: Request): number => one.asked - other.asked;
