import type { Post } from '../../ports/post.js';
import { script } from './script.js';
import type { Shelf } from './shelf.js';

/** Takes or keeps a post. KEYS: post. ARGV: owner, for how long (ms). Output: 1, or 0 when somebody else holds it. */
const holdScript = script(`
local holder = redis.call('GET', KEYS[1])
if holder and holder ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1
`);

/** Gives a post up. KEYS: post. ARGV: owner. Output: 1, or 0 when it is somebody else's by now. */
const leaveScript = script(`
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('DEL', KEYS[1])
`);

/** The post of whoever listens with this token. `token` is a pseudonym. */
export const redisPost = ({ redis, keys }: Pick<Shelf, 'redis' | 'keys'>, token: string): Post => ({
  hold: async (owner, ms) => Number(await holdScript(redis, [keys.post(token)], [owner, String(ms)])) === 1,
  leave: async (owner) => {
    await leaveScript(redis, [keys.post(token)], [owner]);
  },
});
