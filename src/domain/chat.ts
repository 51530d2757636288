import type { ChatRef } from './refs.js';

/** Kinds of `domain.md` §2.1. */
export const CHAT_KINDS = [
  'leadership',
  'staff',
  'management_other',
  'class_students',
  'class_parents',
  'class_teachers',
  'subject',
  'edu_other',
  'channel_school',
  'channel_employees',
] as const;
export type ChatKind = (typeof CHAT_KINDS)[number];

/** A chat of the school that the bot looks after. Chats that are not registered are left alone. */
export interface Chat {
  readonly ref: ChatRef;
  readonly kind: ChatKind;
  readonly class?: string;
  readonly subject?: string;
  readonly purpose?: string;
  /** The school's recorded ground for having pupils in this messenger: `приказ 80 от 01.09.2026`. */
  readonly basis?: string;
  /** `observe`: everything is decided and journaled, nothing is done. */
  readonly mode: 'observe' | 'act';
  readonly registered: { readonly by: string; readonly at: number };
}

/** What the text `chat-name` needs, and every text that quotes it. */
export const chatVars = (chat: Pick<Chat, 'kind' | 'class' | 'subject' | 'purpose'>) => ({
  kind: chat.kind,
  class: chat.class ?? '',
  subject: chat.subject ?? '',
  purpose: chat.purpose ?? '',
});
