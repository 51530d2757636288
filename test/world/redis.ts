import { randomBytes } from 'node:crypto';
import { openRedis, type Redis } from '../../src/storage/redis/connection.js';
import { keysOf } from '../../src/storage/redis/keys.js';
import type { Shelf } from '../../src/storage/redis/shelf.js';
import { createVault } from '../../src/storage/vault.js';

/** The run's Redis; see `test/global-redis.ts`. */
export const redisUrl = (): string => {
  const url = process.env.TEST_REDIS_URL;
  if (url === undefined) throw new Error('TEST_REDIS_URL is not set: run the tests by jest');
  return url;
};

export const connect = (timeout = 5_000): Promise<Redis> =>
  openRedis({ url: redisUrl(), name: `dz-test-${process.pid}`, timeout, onTrouble: () => {} });

/** A school that no other test knows. */
export const freshSchool = (): string => `t${randomBytes(6).toString('hex')}`;

export const freshShelf = async (): Promise<Shelf> => ({
  redis: await connect(),
  keys: keysOf(freshSchool()),
  vault: createVault(randomBytes(32)),
});
