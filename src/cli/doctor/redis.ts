import type { Say } from '../../app/say.js';
import { text } from '../../domain/text.js';
import type { Data } from '../../main/store.js';
import { BadKeyFile } from '../../storage/master-key.js';
import { Away, type Redis } from '../../storage/redis/connection.js';
import { WrongKey } from '../../storage/redis/key-mark.js';
import { NoRedis } from '../../storage/redis/provision.js';
import { Unstartable } from '../../storage/redis/server.js';
import { mendable } from '../mendable.js';
import { advice, bad, type Finding, good } from './finding.js';

/** What the promise “nothing is lost” rests on. */
const SETTINGS = { appendonly: 'yes', appendfsync: 'always', 'maxmemory-policy': 'noeviction' } as const;

/** A rented Redis may hide its settings. */
const settingOf = async (redis: Redis, name: string): Promise<string | undefined> => {
  try {
    return (await redis.configGet(name))[name];
  } catch {
    const info = await redis.info().catch(() => '');
    if (name === 'appendonly') return { '0': 'no', '1': 'yes' }[/^aof_enabled:(\d)/m.exec(info)?.[1] ?? ''];
    return name === 'maxmemory-policy' ? /^maxmemory_policy:(\S+)/m.exec(info)?.[1] : undefined;
  }
};

export const lookAtRedis = async ({ redis, provision }: Data, say: Say): Promise<readonly Finding[]> => {
  const where = say(text(provision.private ? 'doctor-redis-private' : 'doctor-redis-given'));
  const settings = await Promise.all(
    Object.entries(SETTINGS).map(async ([setting, value]) => {
      const name = say(text('doctor-redis-setting', { setting }));
      const mend = say(text('doctor-redis-setting-mend', { setting, value }));
      const found = await settingOf(redis, setting);
      if (found === undefined) return advice(name, say(text('doctor-redis-hidden')), mend);
      return found === value ? good(name, found) : bad(name, found, mend);
    }),
  );
  return [good(say(text('doctor-redis')), where), ...settings];
};

const about = (say: Say, name: string, detail: string, mend = `${detail}-mend`): Finding =>
  bad(say(text(name)), say(text(detail)), say(text(mend)));

/** Why the data could not be opened. A mistake of ours is thrown again. */
export const whyClosed = (error: unknown, say: Say): Finding => {
  if (error instanceof Away) return about(say, 'doctor-redis', 'doctor-redis-away');
  if (error instanceof NoRedis) return about(say, 'doctor-redis', 'doctor-redis-none');
  if (error instanceof Unstartable) return about(say, 'doctor-redis', 'doctor-redis-unstartable');
  if (error instanceof BadKeyFile) return about(say, 'doctor-key', 'doctor-key-broken', 'doctor-key-mend');
  if (error instanceof WrongKey) return about(say, 'doctor-key', 'doctor-key-wrong', 'doctor-key-mend');
  const [, words] = mendable(error) ?? [];
  if (words === undefined) throw error;
  return bad(say(text('doctor-data')), words, say(text('doctor-data-mend')));
};
