import type { Chat } from '../domain/chat.js';
import { handlesOf, type Quoted } from '../domain/message.js';
import { inChat, type MessageRef } from '../domain/refs.js';
import { FOUND_AGAIN } from '../domain/trace.js';
import type { Known } from './known.js';

/** A message that was meant, and the registered chat it stands in. */
export interface Meant {
  readonly message: MessageRef;
  readonly chat: Chat;
}

export type Resolved =
  | ({ readonly found: 'one' } & Meant)
  /** One author wrote the same in several chats in one second: whoever forwarded it is to be asked. */
  | { readonly found: 'several'; readonly candidates: readonly Meant[] }
  /** Too old, of a chat that is not registered, of an author who hides, or changed since it was forwarded. */
  | { readonly found: 'none' };

type Knows = Pick<Known, 'now' | 'chats' | 'traces'>;

const candidatesOf = async ({ author, at, text, attachments }: Quoted, { now, traces }: Knows) => {
  if (author === undefined || at + FOUND_AGAIN <= now) return [];
  return traces.written({ author, at, text, handles: handlesOf(attachments) });
};

const referred = ({ place, id }: Quoted): MessageRef | undefined =>
  place === undefined || id === undefined ? undefined : { place, id };

/**
 * Which message it is that was forwarded to the bot or answered. Messengers keep of a forwarded one author, time and words
 * only: it is looked for among what was written in registered chats in the last two days. Whether the asker may see or
 * judge the chats of the candidates is not asked here.
 */
export const resolveForwarded = async (call: Knows, quoted: Quoted): Promise<Resolved> => {
  const own = referred(quoted);
  const refs = own ? [own] : await candidatesOf(quoted, call);
  const meant = await Promise.all(
    refs.map(async (message): Promise<readonly Meant[]> => {
      const chat = inChat(message.place) ? await call.chats.find(message.place) : undefined;
      return chat ? [{ message, chat }] : [];
    }),
  );
  const [first, ...others] = meant.flat();
  if (first === undefined) return { found: 'none' };
  return others.length === 0 ? { found: 'one', ...first } : { found: 'several', candidates: [first, ...others] };
};
