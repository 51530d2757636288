import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Pace } from '../../ports/pace.js';
import { turnScript } from './lua.js';
import type { Shelf } from './shelf.js';

/** VK allows 20 calls a second; one is spared for the jitter of the way, and 5 % of the window with it. */
export const VK_PACE = { limit: 19, window: 1_050 } as const;

/** The rate bucket of one token. `token` is a pseudonym. */
export const redisPace = (
  { redis, keys }: Pick<Shelf, 'redis' | 'keys'>,
  token: string,
  { limit, window }: { readonly limit: number; readonly window: number } = VK_PACE,
): Pace => ({
  turn: async (signal) => {
    for (;;) {
      signal?.throwIfAborted();
      const wait = Number(await turnScript(redis, [keys.pace(token)], [String(limit), String(window), randomUUID()]));
      if (wait === 0) return;
      await pause(wait, undefined, signal ? { signal } : {});
    }
  },
});
