import type { Shelf } from './shelf.js';

/** The school's data were sealed with another key than the one at hand. */
export class WrongKey extends Error {
  override readonly name = 'WrongKey';
}

/**
 * Leaves a mark of the key beside the data it seals, or compares it with the one that is there.
 * @throws WrongKey, before anything is read or written with it.
 */
export const markKey = async ({ redis, keys, vault }: Shelf): Promise<void> => {
  const mark = vault.pseudonym('k', 'key-mark');
  const first = await redis.setNX(keys.keyMark, mark);
  if (first === 0 && (await redis.get(keys.keyMark)) !== mark) throw new WrongKey('the data belong to another key');
};
