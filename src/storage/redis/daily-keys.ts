import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { DAY } from '../../domain/time.js';
import { type JobCipher, Unreadable } from '../../ports/job-cipher.js';
import type { Shelf } from './shelf.js';

/** How long a key lives from the beginning of its day. */
const KEPT = 2 * DAY;
const IV = 12;
const TAG = 16;

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/**
 * Job data under a random key of the day. The keys lie in Redis, sealed; when one is destroyed the append-only file is
 * rewritten, so that neither the key nor the jobs it hid can be had from it.
 */
export const dailyKeys = ({ redis, keys, vault }: Shelf): JobCipher & { destroyOld(now: number): Promise<number> } => {
  const known = new Map<string, Buffer>();

  const keyOf = async (day: string, make: boolean): Promise<Buffer> => {
    const cached = known.get(day);
    if (cached) return cached;
    if (make) await redis.hSetNX(keys.dailyKeys, day, vault.seal(randomBytes(32).toString('base64')));
    const sealed = await redis.hGet(keys.dailyKeys, day);
    if (!sealed) throw new Unreadable(`the key of ${day} was destroyed`);
    const key = Buffer.from(vault.open(sealed), 'base64');
    known.set(day, key);
    return key;
  };

  return {
    seal: async (plain, now) => {
      const day = dayOf(now);
      const iv = randomBytes(IV);
      const cipher = createCipheriv('aes-256-gcm', await keyOf(day, true), iv).setAAD(Buffer.from(day));
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return `${day}.${Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')}`;
    },

    open: async (sealed) => {
      const [day = '', body = ''] = sealed.split('.');
      const key = await keyOf(day, false);
      const bytes = Buffer.from(body, 'base64url');
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV), { authTagLength: TAG })
          .setAAD(Buffer.from(day))
          .setAuthTag(bytes.subarray(IV, IV + TAG));
        return Buffer.concat([decipher.update(bytes.subarray(IV + TAG)), decipher.final()]).toString('utf8');
      } catch (cause) {
        throw new Unreadable('altered, or sealed with another key', { cause });
      }
    },

    destroyOld: async (now) => {
      const days = await redis.hKeys(keys.dailyKeys);
      const old = days.filter((day) => Date.parse(day) + KEPT <= now);
      if (old.length === 0) return 0;
      await redis.hDel(keys.dailyKeys, old);
      for (const day of old) known.delete(day);
      await redis.sendCommand(['BGREWRITEAOF']);
      return old.length;
    },
  };
};
