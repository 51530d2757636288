import type { Redis } from '../../src/storage/redis/connection.js';

const contents = async (redis: Redis, key: string): Promise<unknown> => {
  switch (await redis.type(key)) {
    case 'string':
      return redis.get(key);
    case 'hash':
      return redis.hGetAll(key);
    case 'list':
      return redis.lRange(key, 0, -1);
    case 'set':
      return redis.sMembers(key);
    case 'zset':
      return redis.zRange(key, 0, -1);
    case 'stream':
      return redis.xRange(key, '-', '+');
    default:
      return undefined;
  }
};

/** Every key of a school and everything behind it, as lines. */
export const dump = async (redis: Redis, school: string): Promise<readonly string[]> => {
  const lines: string[] = [];
  for await (const keys of redis.scanIterator({ MATCH: `*${school}*`, COUNT: 500 }))
    for (const key of keys) lines.push(`${key} ${JSON.stringify(await contents(redis, key))}`);
  return lines;
};
