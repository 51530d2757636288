import type { Chat } from '../domain/chat.js';
import { allAttachments, handlesOf } from '../domain/message.js';
import { isOfSchool } from '../domain/person.js';
import type { Held } from '../domain/records.js';
import { inChat } from '../domain/refs.js';
import type { Recent } from '../domain/trace.js';
import type { Intake, Update } from '../domain/update.js';
import type { AccountFacts, Stores } from '../ports/stores.js';

/** What is known of a message's chat and author when it is decided on. */
export interface MessageFacts {
  readonly chat: Chat | undefined;
  readonly account: AccountFacts;
  /** Of a message that was just written, not edited, in a chat. */
  readonly recent?: readonly Recent[];
  /** Of the files of this message, or of all, those that were taken out before. */
  readonly removed?: readonly Held<'removed-file'>[];
}
export type Gather = (intake: Intake) => Promise<MessageFacts | undefined>;

/** Whoever has left the school is nobody of it, though still remembered for a while. */
export const present = (facts: AccountFacts, now: number): AccountFacts => {
  if (facts.person === undefined || isOfSchool(facts.person, now)) return facts;
  const { person: _gone, ...rest } = facts;
  return rest;
};

type Reads = Pick<Stores, 'chats' | 'people' | 'traces' | 'records'>;
type Written = Extract<Update, { kind: 'message' }>;

/** A change of words, or a look at pictures, is no message more. */
const recentOf = ({ edited, seen, message }: Written, { traces }: Reads) => {
  const { author, at, text } = message;
  const chat = message.ref.place;
  if (edited || seen || !inChat(chat)) return undefined;
  return traces.recent({ chat, author, at, text });
};

/** By handle; by what they look like all are compared. */
const removedOf = ({ message, seen }: Written, { records }: Reads) => {
  if (!inChat(message.ref.place)) return undefined;
  if (seen) return records.all('removed-file');
  const handles = handlesOf(allAttachments(message));
  return handles.length > 0 ? records.some('removed-file', handles) : undefined;
};

/** Reads all that is needed at once; nothing for an update that is no message. */
export const createGather =
  (stores: Reads): Gather =>
  async ({ update, received }) => {
    if (update.kind !== 'message') return undefined;
    const { author, ref } = update.message;
    const place = inChat(ref.place) ? ref.place : undefined;
    const [chat, account, recent, removed] = await Promise.all([
      place && stores.chats.find(place),
      stores.people.facts(author, place),
      recentOf(update, stores),
      removedOf(update, stores),
    ]);
    return { chat, account: present(account, received), ...(recent && { recent }), ...(removed && { removed }) };
  };
