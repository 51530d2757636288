import { z } from 'zod';
import { CHAT_KINDS, type Chat, type ChatKind } from './chat.js';
import { ROLES } from './person.js';
import type { AccountRef, ChatRef } from './refs.js';

/**
 * `issued`: the code is with its issuer. `claimed`: an account was linked by it. `joined`: that account came into the chat.
 * `annulled`: nobody claimed it in time, or somebody took it back. `expired`: claimed, but nobody came in time.
 */
export const INVITE_STATES = ['issued', 'claimed', 'joined', 'annulled', 'expired'] as const;

const Account = z.custom<AccountRef>((value) => typeof value === 'string' && value.includes(':account:'));
const ChatRefs = z.custom<ChatRef>((value) => typeof value === 'string' && value.includes(':chat:'));

/** A person's invite into one chat, kept under `inviteId`. It holds neither the code nor a link. */
export const InviteRecord = z.object({
  state: z.enum(INVITE_STATES),
  person: z.string(),
  role: z.enum(ROLES),
  kind: z.enum(CHAT_KINDS),
  class: z.string().exactOptional(),
  subject: z.string().exactOptional(),
  /** Only of chats that no roster fills: circles, projects, management. */
  chat: ChatRefs.exactOptional(),
  /** The person who issued it. */
  issuer: z.string(),
  /** The issue of the personal code that claims it; 0: the account was known already. */
  issue: z.number(),
  issued: z.number(),
  until: z.number(),
  /** Those issued together are warned of and annulled together. */
  batch: z.string(),
  claimed: z.object({ at: z.number(), account: Account }).exactOptional(),
  joined: z.object({ at: z.number(), account: Account }).exactOptional(),
  ended: z.object({ at: z.number(), why: z.enum(['unclaimed', 'unused', 'withdrawn']) }).exactOptional(),
});
export type Invite = z.output<typeof InviteRecord>;

/** The chat an invite leads to, whether it is registered already or not. */
export interface Target {
  readonly kind: ChatKind;
  readonly class?: string;
  readonly subject?: string;
  readonly chat?: ChatRef;
}

const FREE: readonly ChatKind[] = ['edu_other', 'management_other'];

/** Where an invite into this chat leads. */
export const targetOfChat = ({ kind, class: ofClass, subject, ref }: Chat): Target => ({
  kind,
  ...(ofClass === undefined ? {} : { class: ofClass }),
  ...(subject === undefined ? {} : { subject }),
  ...(FREE.includes(kind) ? { chat: ref } : {}),
});

/** Without what an invite holds beside its target. */
export const targetOfInvite = ({ kind, class: ofClass, subject, chat }: Target): Target => ({
  kind,
  ...(ofClass === undefined ? {} : { class: ofClass }),
  ...(subject === undefined ? {} : { subject }),
  ...(chat === undefined ? {} : { chat }),
});

/** One invite a person and chat: the next one takes the place of the one before, whose code is dead. */
export const inviteId = (person: string, { kind, class: ofClass = '', subject = '', chat }: Target): string =>
  [person, kind, ofClass, subject.toLowerCase(), chat ?? ''].join(' ').trim();

/** Whether an invite leads into this chat. */
export const leadsTo = (target: Target, chat: Chat): boolean =>
  inviteId('', targetOfChat(chat)) === inviteId('', target);

/** Neither used up nor dead. */
export const isOpen = ({ state }: Pick<Invite, 'state'>): boolean => state === 'issued' || state === 'claimed';
