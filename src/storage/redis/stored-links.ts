import { z } from 'zod';
import type { Forged } from '../chain.js';
import type { Shelf } from './shelf.js';

/** Entries read at once. */
const PAGE = 500;

export const Stored = z.object({ e: z.string(), m: z.string() });

/** The entries of a chain as they were written, from the oldest that is still there. */
export async function* stored({ redis, keys }: Shelf, chain: string): AsyncGenerator<Forged> {
  for (let from = '-'; ; ) {
    const page = (await redis.xRange(keys.chain(chain), from, '+', { COUNT: PAGE })) ?? [];
    for (const { id, message } of page) {
      const { e, m } = Stored.parse(message);
      yield { seq: Number(id.split('-')[0]), written: e, mac: m };
    }
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    from = `(${last.id}`;
  }
}
