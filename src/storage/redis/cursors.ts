import { z } from 'zod';
import type { ChatRef } from '../../domain/refs.js';
import type { Cursors } from '../../ports/stores.js';
import type { Shelf } from './shelf.js';

const Position = z.tuple([z.string(), z.number()]);

export const redisCursors = ({ redis, keys, vault }: Shelf): Cursors => ({
  load: async (platform) => (await redis.get(keys.cursor(platform))) ?? undefined,

  save: async (platform, cursor, seen) => {
    const all = redis.multi().set(keys.cursor(platform), cursor);
    for (const [chat, number] of seen)
      all.hSet(keys.seen(platform), vault.pseudonym('c', chat), vault.seal(JSON.stringify([chat, number])));
    await all.exec();
  },

  seen: async (platform) =>
    new Map(
      (await redis.hVals(keys.seen(platform))).map((sealed) => {
        const [chat, number] = Position.parse(JSON.parse(vault.open(sealed)));
        return [chat as ChatRef, number];
      }),
    ),
});
