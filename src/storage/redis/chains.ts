import { z } from 'zod';
import type { Entry } from '../../domain/journal.js';
import type { Head } from '../chain.js';
import { EMPTY, forge, tracedAs } from '../chain.js';
import type { Shelf } from './shelf.js';

/** Answers after which the chain has grown. */
const WRITTEN: readonly string[] = ['settled', 'leased', 'ended'];
const Moved = z.tuple([z.literal('moved'), z.string(), z.string()]);

/** Entries as the scripts take them. */
const payload = ({ keys, vault }: Shelf, chain: string, head: Head, entries: readonly Entry[]) => {
  const links = forge(vault, chain, head, entries);
  const rows = links.map(({ written, mac }, at) => {
    const message = entries[at] && tracedAs(entries[at]);
    return { entry: written, mac, ...(message ? { trace: keys.trace(message) } : {}) };
  });
  return { json: JSON.stringify(rows), head: links.at(-1) ?? head };
};

/** Writes with entries that must follow the chain's head: tries again with the true head when another process was faster. */
export const createChains = (shelf: Shelf) => {
  const heads = new Map<string, Head>();
  return {
    /** `write` sends the script with the chain's keys, the expected head and the entries; its answer is returned unless it is `moved`. */
    append: async (
      chain: string,
      entries: readonly Entry[],
      write: (expected: string, entries: string) => Promise<unknown>,
    ): Promise<readonly string[]> => {
      for (;;) {
        const head = heads.get(chain) ?? EMPTY;
        const { json, head: next } = payload(shelf, chain, head, entries);
        const answer = await write(`${head.seq} ${head.mac}`, json);
        const moved = Moved.safeParse(answer);
        if (!moved.success) {
          const words = z.array(z.string()).parse(answer);
          if (WRITTEN.includes(words[0] ?? '')) heads.set(chain, next);
          return words;
        }
        heads.set(chain, { seq: Number(moved.data[1]), mac: moved.data[2] });
      }
    },
  };
};
export type Chains = ReturnType<typeof createChains>;
