import type { Entry } from '../../src/domain/journal.js';
import { redisStores } from '../../src/storage/redis/index.js';
import { storesContract } from '../contracts/stores.js';
import { freshShelf } from '../world/redis.js';

storesContract('Redis', async () => {
  const shelf = await freshShelf();
  const { redis, keys, vault } = shelf;
  return {
    stores: redisStores(shelf),
    vault,
    close: async () => redis.destroy(),
    reopen: async () => redisStores(shelf),
    /** A stream's entry cannot be changed: the whole chain is written anew, as a forger would. */
    tamper: async (chain, seq, change) => {
      const links = (await redis.xRange(keys.chain(chain), '-', '+')) ?? [];
      await redis.del(keys.chain(chain));
      for (const { id, message } of links) {
        const entry =
          id === `${seq}-0` ? change(JSON.parse(message.e ?? '') as Entry) : (JSON.parse(message.e ?? '') as Entry);
        if (entry) await redis.xAdd(keys.chain(chain), id, { e: JSON.stringify(entry), m: message.m ?? '' });
      }
    },
    forge: async (chain, checkpoint) => {
      await redis.hSet(keys.checkpoint(chain), { ...checkpoint, seq: String(checkpoint.seq) });
    },
    rewind: async (chain, seq) => {
      const links = (await redis.xRange(keys.chain(chain), '-', `${seq}-0`)) ?? [];
      await redis.del(keys.chain(chain));
      for (const { id, message } of links) await redis.xAdd(keys.chain(chain), id, message);
      await redis.hSet(keys.head(chain), { seq: String(seq), mac: links.at(-1)?.message.m ?? '' });
    },
  };
});
