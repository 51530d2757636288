import type { Chat } from '../domain/chat.js';
import { isOfSchool } from '../domain/person.js';
import { inChat } from '../domain/refs.js';
import type { Recent } from '../domain/trace.js';
import type { Intake } from '../domain/update.js';
import type { AccountFacts, Stores } from '../ports/stores.js';

/** What is known of a message's chat and author when it is decided on. */
export interface MessageFacts {
  readonly chat: Chat | undefined;
  readonly account: AccountFacts;
  /** Of a message that was just written, not edited, in a chat. */
  readonly recent?: readonly Recent[];
}
export type Gather = (intake: Intake) => Promise<MessageFacts | undefined>;

/** Whoever has left the school is nobody of it, though still remembered for a while. */
export const present = (facts: AccountFacts, now: number): AccountFacts => {
  if (facts.person === undefined || isOfSchool(facts.person, now)) return facts;
  const { person: _gone, ...rest } = facts;
  return rest;
};

/** Reads all that is needed at once; nothing for an update that is no message. */
export const createGather =
  ({ chats, people, traces }: Pick<Stores, 'chats' | 'people' | 'traces'>): Gather =>
  async ({ update, received }) => {
    if (update.kind !== 'message') return undefined;
    const { author, ref, at, text } = update.message;
    const place = inChat(ref.place) ? ref.place : undefined;
    const written = place && !update.edited && { message: { place, id: ref.id }, author, at, text };
    const [chat, account, recent] = await Promise.all([
      place && chats.find(place),
      people.facts(author, place),
      written ? traces.recent(written) : undefined,
    ]);
    return { chat, account: present(account, received), ...(recent && { recent }) };
  };
