import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Pace, Rate } from '../../ports/pace.js';
import { turnScript } from './lua.js';
import type { Shelf } from './shelf.js';

/**
 * VK allows 20 calls a second; 5 % of the window are spared for the jitter of the way. What can wait keeps to 19 in a
 * little more than a second, 48 ms apart: a hold-up of 98 ms is made good within the second.
 */
export const VK_PACE: Rate = { limit: 20, window: 1_050, patient: { limit: 19, window: 1_010, gap: 48 } };

/** The rate bucket of one token. `token` is a pseudonym. */
export const redisPace = (
  { redis, keys }: Pick<Shelf, 'redis' | 'keys'>,
  token: string,
  rate: Rate = VK_PACE,
): Pace => ({
  turn: async (signal, hurry = 'urgent') => {
    const { patient = { limit: rate.limit, window: rate.window, gap: 0 } } = hurry === 'patient' ? rate : {};
    const bounds = [rate.limit, rate.window, patient.limit, patient.window, patient.gap].map(String);
    for (;;) {
      signal?.throwIfAborted();
      const wait = Number(await turnScript(redis, [keys.pace(token)], [...bounds, randomUUID()]));
      if (wait === 0) return;
      await pause(wait, undefined, signal ? { signal } : {});
    }
  },
});
