import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Pace, Rate } from '../../ports/pace.js';
import { script } from './script.js';
import type { Shelf } from './shelf.js';

/**
 * A sliding second. KEYS: calls. ARGV: limit, window (ms), limit, window and gap of calls in this hurry, member.
 * Output: 0 when the call may be made, else milliseconds to wait. Redis' own clock: processes on several machines share it.
 */
const turnScript = script(`
local t = redis.call('TIME')
local now = t[1] * 1000 + t[2] / 1000
local function left(limit, window)
  local oldest = redis.call('ZRANGE', KEYS[1], -limit, -limit, 'WITHSCORES')[2]
  return oldest and tonumber(oldest) + window - now or 0
end
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - math.max(tonumber(ARGV[2]), tonumber(ARGV[4])))
local wait = math.max(left(ARGV[1], ARGV[2]), left(ARGV[3], ARGV[4]), left(1, ARGV[5]))
if wait > 0 then return math.max(1, math.ceil(wait)) end
redis.call('ZADD', KEYS[1], now, ARGV[6])
redis.call('PEXPIRE', KEYS[1], math.max(tonumber(ARGV[2]), tonumber(ARGV[4])))
return 0
`);

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
