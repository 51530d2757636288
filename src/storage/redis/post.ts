import type { Post } from '../../ports/post.js';
import { holdScript, leaveScript } from './lua.js';
import type { Shelf } from './shelf.js';

/** The post of whoever listens with this token. `token` is a pseudonym. */
export const redisPost = ({ redis, keys }: Pick<Shelf, 'redis' | 'keys'>, token: string): Post => ({
  hold: async (owner, ms) => Number(await holdScript(redis, [keys.post(token)], [owner, String(ms)])) === 1,
  leave: async (owner) => {
    await leaveScript(redis, [keys.post(token)], [owner]);
  },
});
