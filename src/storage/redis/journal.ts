import { z } from 'zod';
import type { Entry, Link } from '../../domain/journal.js';
import { DAY } from '../../domain/time.js';
import type { Journal } from '../../ports/stores.js';
import { macOf } from '../chain.js';
import type { Chains } from './chains.js';
import { appendScript } from './lua.js';
import type { Shelf } from './shelf.js';

/** How long an entry's id is remembered, so that a repeated write of the same entry changes nothing. */
export const REMEMBERED = 7 * DAY;
const PAGE = 500;

const Stored = z.object({ e: z.string(), m: z.string() });

interface StoredLink {
  readonly seq: number;
  readonly written: string;
  readonly mac: string;
}

async function* stored({ redis, keys }: Shelf, chain: string): AsyncGenerator<StoredLink> {
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

const link = (chain: string, { seq, written, mac }: StoredLink): Link => ({
  chain,
  seq,
  mac,
  entry: JSON.parse(written) as Entry,
});

/** The first defect of a chain, or how many entries it holds. */
const walk = async (shelf: Shelf, chain: string): Promise<{ entries: number; defect?: string }> => {
  let entries = 0;
  let before: StoredLink | undefined;
  for await (const one of stored(shelf, chain)) {
    const expected = (before?.seq ?? 0) + 1;
    if (one.seq !== expected) return { entries, defect: `${chain}: entry ${expected} is missing` };
    if (one.mac !== macOf(shelf.vault, chain, one.seq, before?.mac ?? '', one.written))
      return { entries, defect: `${chain}: entry ${one.seq} does not match its seal` };
    entries += 1;
    before = one;
  }
  const head = await shelf.redis.hGet(shelf.keys.head(chain), 'seq');
  return Number(head ?? 0) === entries ? { entries } : { entries, defect: `${chain}: the last entries are missing` };
};

export const redisJournal = (shelf: Shelf, chains: Chains): Journal => {
  const { redis, keys } = shelf;
  const names = async () => (await redis.sMembers(keys.chains)).sort();
  return {
    append: async (chain, entry) => {
      const places = [
        keys.written(shelf.vault.pseudonym('k', entry.id)),
        keys.head(chain),
        keys.chain(chain),
        keys.chains,
      ];
      await chains.append(chain, [entry], (expected, entries) =>
        appendScript(redis, places, [chain, expected, entries, '[]', String(REMEMBERED)]),
      );
    },

    read: async function* (filter) {
      for (const chain of await names()) {
        for await (const one of stored(shelf, chain)) {
          const found = link(chain, one);
          const { message, place, account, person, at } = found.entry;
          const wanted =
            (filter.message === undefined || filter.message === message) &&
            (filter.place === undefined || filter.place === place) &&
            (filter.account === undefined || filter.account === account) &&
            (filter.person === undefined || filter.person === person) &&
            (filter.since === undefined || at >= filter.since);
          if (wanted) yield found;
        }
      }
    },

    trace: async (message) => {
      const steps = await redis.lRange(keys.trace(message), 0, -1);
      const links = await Promise.all(
        steps.map(async (step) => {
          const [chain = '', seq = ''] = step.split(' ');
          const [one] = (await redis.xRange(keys.chain(chain), `${seq}-0`, `${seq}-0`)) ?? [];
          if (one === undefined) return [];
          const { e, m } = Stored.parse(one.message);
          return [link(chain, { seq: Number(seq), written: e, mac: m })];
        }),
      );
      return links.flat();
    },

    verify: async () => {
      const walked = await Promise.all((await names()).map((chain) => walk(shelf, chain)));
      return {
        entries: walked.reduce((sum, { entries }) => sum + entries, 0),
        chains: walked.length,
        broken: walked.flatMap(({ defect }) => defect ?? []),
      };
    },
  };
};
