import { createHash } from 'node:crypto';
import type { Redis } from './connection.js';

/** A Lua script: sent by its hash, whole when the server has forgotten it (restart, SCRIPT FLUSH). */
export const script = (lua: string) => {
  const sha = createHash('sha1').update(lua).digest('hex');
  return async (redis: Redis, keys: readonly string[], args: readonly string[]): Promise<unknown> => {
    const options = { keys: [...keys], arguments: [...args] };
    try {
      return await redis.evalSha(sha, options);
    } catch (error) {
      if (!(error instanceof Error && error.message.includes('NOSCRIPT'))) throw error;
      return await redis.eval(lua, options);
    }
  };
};
