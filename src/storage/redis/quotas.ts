import { randomUUID } from 'node:crypto';
import { inChat } from '../../domain/refs.js';
import type { PlaceRate, Quotas } from '../../ports/pace.js';
import { script } from './script.js';
import type { Shelf } from './shelf.js';

/**
 * How much may be said in a place. KEYS: what was said there, places that are to rest. ARGV: at once, between (ms), in a span
 * (0: as much as one likes), span (ms), places whose rest is everybody's, the place, member.
 * Output: 0 when it may be said, and it is counted; else milliseconds to wait.
 */
const quotaScript = script(`
local t = redis.call('TIME')
local now = t[1] * 1000 + t[2] / 1000
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - tonumber(ARGV[4]))
redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', now)
local function after(count, ms)
  local one = redis.call('ZRANGE', KEYS[1], -count, -count, 'WITHSCORES')[2]
  return one and tonumber(one) + ms or 0
end
local free = after(tonumber(ARGV[1]), ARGV[1] * ARGV[2])
if ARGV[3] ~= '0' then free = math.max(free, after(tonumber(ARGV[3]), tonumber(ARGV[4]))) end
local rest = redis.call('ZSCORE', KEYS[2], ARGV[6])
if redis.call('ZCARD', KEYS[2]) >= tonumber(ARGV[5]) then rest = redis.call('ZRANGE', KEYS[2], -1, -1, 'WITHSCORES')[2] end
free = math.max(free, tonumber(rest or '0'))
if free > now then return math.ceil(free - now) end
redis.call('ZADD', KEYS[1], now, ARGV[7])
redis.call('PEXPIRE', KEYS[1], ARGV[4])
return 0
`);

/** A place is to rest. KEYS: places that are to rest. ARGV: the place, milliseconds. */
const restScript = script(`
local t = redis.call('TIME')
redis.call('ZADD', KEYS[1], 'GT', t[1] * 1000 + t[2] / 1000 + ARGV[2], ARGV[1])
redis.call('PEXPIRE', KEYS[1], math.max(redis.call('PTTL', KEYS[1]), tonumber(ARGV[2])))
return 0
`);

/** What was said in each place by every process of the school, by Redis' own clock. `token` is a pseudonym. */
export const redisQuotas = (
  { redis, keys, vault }: Pick<Shelf, 'redis' | 'keys' | 'vault'>,
  token: string,
  { atOnce, between, inChat: chats, everywhere }: PlaceRate,
): Quotas => ({
  wait: async (place) => {
    const name = vault.pseudonym('c', place);
    const limit = inChat(place) ? chats.limit : 0;
    const bounds = [atOnce, between, limit, chats.span, everywhere].map(String);
    const places = [keys.said(token, name), keys.told(token)];
    return Number(await quotaScript(redis, places, [...bounds, name, randomUUID()]));
  },
  hold: async (place, ms) => {
    await restScript(redis, [keys.told(token)], [vault.pseudonym('c', place), String(Math.ceil(ms))]);
  },
});
