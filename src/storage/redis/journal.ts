import type { Entry, Link } from '../../domain/journal.js';
import { DAY } from '../../domain/time.js';
import type { Journal } from '../../ports/stores.js';
import type { Forged } from '../chain.js';
import type { Chains } from './chains.js';
import { appendScript } from './lua.js';
import { proof } from './proof.js';
import type { Shelf } from './shelf.js';
import { Stored, stored } from './stored-links.js';

/** How long an entry's id is remembered, so that a repeated write of the same entry changes nothing. */
export const REMEMBERED = 7 * DAY;

const link = (chain: string, { seq, written, mac }: Forged): Link => ({
  chain,
  seq,
  mac,
  entry: JSON.parse(written) as Entry,
});

async function* links(shelf: Shelf, chain: string): AsyncGenerator<Link> {
  for await (const one of stored(shelf, chain)) yield link(chain, one);
}

/** Several chains as one, by time. */
async function* inOrder(chains: readonly AsyncGenerator<Link>[]): AsyncGenerator<Link> {
  const fronts: { readonly chain: AsyncGenerator<Link>; readonly link: Link }[] = [];
  const advance = async (chain: AsyncGenerator<Link>) => {
    const { value, done } = await chain.next();
    if (!done) fronts.push({ chain, link: value });
  };
  for (const chain of chains) await advance(chain);
  while (fronts.length > 0) {
    const at = fronts.reduce(
      (best, { link: { entry } }, i) => (entry.at < (fronts[best]?.link.entry.at ?? 0) ? i : best),
      0,
    );
    const [front] = fronts.splice(at, 1);
    if (front === undefined) return;
    yield front.link;
    await advance(front.chain);
  }
}

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
      const { since, ...same } = filter;
      const wanted = ({ entry }: Link) =>
        (since === undefined || entry.at >= since) &&
        Object.entries(same).every(([field, value]) => value === undefined || Reflect.get(entry, field) === value);
      for await (const one of inOrder((await names()).map((chain) => links(shelf, chain)))) if (wanted(one)) yield one;
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

    ...proof(shelf),
  };
};
