import { z } from 'zod';
import type { Chat } from '../../domain/chat.js';
import { CHAT_KINDS } from '../../domain/chat.js';
import type { ChatRef } from '../../domain/refs.js';
import type { Chats } from '../../ports/stores.js';
import type { Command, Shelf } from './shelf.js';

const StoredChat = z.object({
  ref: z.custom<ChatRef>((value) => typeof value === 'string' && /^\w+:chat:/.test(value)),
  kind: z.enum(CHAT_KINDS),
  class: z.string().exactOptional(),
  subject: z.string().exactOptional(),
  purpose: z.string().exactOptional(),
  basis: z.string().exactOptional(),
  mode: z.enum(['observe', 'act']),
  registered: z.object({ by: z.string(), at: z.number() }),
}) satisfies z.ZodType<Chat>;

export const putChat = ({ keys, vault }: Pick<Shelf, 'keys' | 'vault'>, chat: Chat): Command => [
  'HSET',
  keys.chats,
  vault.pseudonym('c', chat.ref),
  vault.seal(JSON.stringify(chat)),
];

/** Beside every write of a registration. */
export const countChats = ({ keys }: Pick<Shelf, 'keys'>): Command => ['HINCRBY', keys.versions, 'chats', '1'];

export const putPresence = (
  { keys, vault }: Pick<Shelf, 'keys' | 'vault'>,
  chat: ChatRef,
  present: boolean,
): Command =>
  present
    ? ['HSET', keys.presence, vault.pseudonym('c', chat), vault.seal(chat)]
    : ['HDEL', keys.presence, vault.pseudonym('c', chat)];

export const redisChats = ({ redis, keys, vault }: Shelf): Chats => {
  const read = (sealed: string): Chat => StoredChat.parse(JSON.parse(vault.open(sealed)));
  return {
    find: async (ref) => {
      const sealed = await redis.hGet(keys.chats, vault.pseudonym('c', ref));
      return sealed ? read(sealed) : undefined;
    },
    all: async () => (await redis.hVals(keys.chats)).map(read),
    version: async () => (await redis.hGet(keys.versions, 'chats')) ?? '0',
    present: async () => (await redis.hVals(keys.presence)).map((sealed) => vault.open(sealed) as ChatRef),
    put: async (chat) => {
      const both = redis.multi();
      for (const command of [putChat({ keys, vault }, chat), countChats({ keys })]) both.addCommand([...command]);
      await both.exec();
    },
  };
};
