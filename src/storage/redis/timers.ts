import { z } from 'zod';
import type { Timer } from '../../domain/timer.js';
import type { Timers } from '../../ports/stores.js';
import type { Command, Shelf } from './shelf.js';

const StoredTimer = z.object({
  key: z.string(),
  at: z.number(),
  job: z.string(),
  data: z.record(z.string(), z.union([z.string(), z.number()])),
  apart: z.string().exactOptional(),
  by: z.string().exactOptional(),
}) satisfies z.ZodType<Timer>;

type Kept = Pick<Shelf, 'keys' | 'vault'>;

export const timerName = ({ vault }: Pick<Kept, 'vault'>, key: string): string => vault.pseudonym('r', `timer:${key}`);

/** By which it is told from one that was moved or set anew. */
export const timerHead = ({ at, by }: Timer): string => (by === undefined ? String(at) : `${at} ${by}`);

export const setTimer = (shelf: Kept, timer: Timer): readonly Command[] => {
  const { keys, vault } = shelf;
  const name = timerName(shelf, timer.key);
  return [
    ['HSET', keys.timers, name, `${timerHead(timer)}|${vault.seal(JSON.stringify(timer))}`],
    ['ZADD', keys.dueTimers, String(timer.at), name],
  ];
};

export const dropTimer = (shelf: Kept, key: string): readonly Command[] => [
  ['HDEL', shelf.keys.timers, timerName(shelf, key)],
  ['ZREM', shelf.keys.dueTimers, timerName(shelf, key)],
];

export const redisTimers = (shelf: Shelf): Timers => {
  const { redis, keys, vault } = shelf;
  const open = (stored: string): Timer =>
    StoredTimer.parse(JSON.parse(vault.open(stored.slice(stored.indexOf('|') + 1))));
  return {
    find: async (key) => {
      const stored = await redis.hGet(keys.timers, timerName(shelf, key));
      return stored ? open(stored) : undefined;
    },
    due: async (now, most) => {
      const names = await redis.zRangeByScore(keys.dueTimers, '-inf', now, { LIMIT: { offset: 0, count: most } });
      if (names.length === 0) return [];
      const stored = await redis.hmGet(keys.timers, names);
      return stored.flatMap((one) => (one ? open(one) : []));
    },
  };
};
