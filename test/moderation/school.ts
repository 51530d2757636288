import type { ContentGround } from '../../src/domain/clause.js';
import type { Message } from '../../src/domain/message.js';
import { accountRef, chatRef } from '../../src/domain/refs.js';
import type { Facts } from '../../src/moderation/facts.js';

export const facts: Facts = { chat: 'class_parents', class: '5А' };
export const parents = chatRef('memory', 1);
/** A fictional parent's account. */
export const author = accountRef('memory', 102);
export const AT = Date.UTC(2026, 8, 9, 12, 0);

export const message = (text: string, over: Partial<Message> = {}): Message => ({
  ref: { place: parents, id: '7' },
  author,
  at: AT,
  text,
  attachments: [],
  forwarded: [],
  ...over,
});

export const polite = { document: 'regulation', clause: '4.2', edition: '2024-08-31' } as ContentGround;
export const standing = { grounds: { POLITE: polite }, rules: {} };
