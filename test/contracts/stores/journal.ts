import type { Entry } from '../../../src/domain/journal.js';
import { nameMessage, namePlace } from '../../../src/ports/vault.js';
import {
  CHAIN,
  del,
  denis,
  elena,
  type Harness,
  journal,
  type Make,
  NOW,
  note,
  parents,
  promising,
  pupils,
  row,
  send,
  settlement,
  take,
  verdict,
} from './harness.js';

const append = async ({ stores }: Harness, chain: string, ...entries: readonly Entry[]) => {
  for (const entry of entries) await stores.journal.append(chain, entry);
};
const names = (entries: readonly Entry[]) => entries.map(({ id }) => id);

export const reading = (make: Make) =>
  describe('the journal', () => {
    const promise = promising(make);

    promise('takes an entry once, whatever chain it is offered to again', async (harness) => {
      await append(harness, CHAIN, note('1'), note('1', { at: NOW + 5 }));
      await append(harness, 'p1', note('1'));

      expect(await journal(harness.stores)).toEqual([note('1')]);
    });

    promise('takes an entry once when it is offered many times at once', async (harness) => {
      await Promise.all([1, 2, 3, 4].map(() => harness.stores.journal.append(CHAIN, note('1'))));

      expect(await journal(harness.stores)).toHaveLength(1);
    });

    promise('tells everything oldest first, over all chains', async (harness) => {
      await append(harness, 'p0', note('1', { at: NOW }), note('3', { at: NOW + 2 }));
      await append(harness, 'p1', note('2', { at: NOW + 1 }));

      expect(names(await journal(harness.stores))).toEqual(['n:1', 'n:2', 'n:3']);
    });

    promise('is asked by message, place, account, person and time', async (harness) => {
      const { vault, stores } = harness;
      const place = namePlace(vault, pupils);
      const account = vault.pseudonym('a', elena);
      const person = vault.pseudonym('u', 'p03');
      const message = nameMessage(vault, { place: pupils, id: '7' });
      const other = { place, account, person, message, at: NOW + 60_000 };
      await append(harness, CHAIN, verdict(vault, 'k1'), verdict(vault, 'k2', other));

      for (const filter of [
        { place },
        { account },
        { person },
        { message },
        { since: NOW + 60_000 },
        { place, account },
      ])
        expect(names(await journal(stores, filter))).toEqual(['v:k2']);
      expect(await journal(stores, { place, account: vault.pseudonym('a', denis) })).toEqual([]);
    });

    promise('traces a message: its verdicts and what became of every action', async (harness) => {
      const { stores, vault } = harness;
      const message = nameMessage(vault, { place: parents, id: '1' });
      const rows = [row('k1#0', del(), { about: { message } }), row('k1#1', send('102'), { about: { message } })];
      await stores.ledger.settle(settlement(vault, 'k1', { rows }));
      await append(harness, 'p1', verdict(vault, 'k9', { message: nameMessage(vault, { place: parents, id: '2' }) }));
      for (const at of [NOW + 1, NOW + 2])
        for (const one of await take(stores))
          await stores.ledger.end([{ row: one, answer: { is: 'done' }, called: at, ended: at }]);

      const traced = await stores.journal.trace(message);

      expect(traced.map(({ entry }) => entry.id)).toEqual(['v:k1', 'r:k1#0', 'r:k1#1']);
      expect(await stores.journal.trace('c_nobody/1')).toEqual([]);
    });
  });

export const proving = (make: Make) =>
  describe('the chains of the journal', () => {
    const promise = promising(make);
    const three = async (harness: Harness) => {
      await append(harness, 'p0', note('1'), note('2'), note('3'));
      await append(harness, 'p1', note('4'));
    };
    const broken = async ({ stores }: Harness) => (await stores.journal.verify()).broken;

    promise('verify', async (harness) => {
      expect(await harness.stores.journal.verify()).toEqual({ entries: 0, chains: 0, broken: [] });

      await three(harness);

      expect(await harness.stores.journal.verify()).toEqual({ entries: 4, chains: 2, broken: [] });
    });

    promise('verify while they grow', async (harness) => {
      const { journal: kept } = harness.stores;
      const seen: string[] = [];
      const write = async () => {
        for (let at = 0; at < 100; at += 1) await kept.append(CHAIN, note(`${at}`));
      };
      const look = async () => {
        for (let entries = 0; entries < 100; ) {
          const found = await kept.verify();
          seen.push(...found.broken);
          entries = found.entries;
        }
      };
      await Promise.all([write(), look()]);

      expect(seen).toEqual([]);
    });

    promise('verify after many writers at once', async (harness) => {
      const { journal: kept, ledger } = harness.stores;
      const writers = Array.from({ length: 40 }, (_, at) =>
        at % 2 ? kept.append(CHAIN, note(`${at}`)) : ledger.settle(settlement(harness.vault, `k${at}`)),
      );
      await Promise.all(writers);

      expect(await kept.verify()).toEqual({ entries: 40, chains: 1, broken: [] });
    });

    promise('go on from the true end when the store has lost its last moment', async (harness) => {
      const { stores } = harness;
      await append(harness, 'p0', note('1'), note('2'));
      await harness.rewind('p0', 1);
      await (await harness.reopen()).journal.append('p0', note('another'));

      await append(harness, 'p0', note('3'));

      expect(await stores.journal.verify()).toEqual({ entries: 3, chains: 1, broken: [] });
    });

    promise('number their entries from one, without a gap', async (harness) => {
      await three(harness);

      const seen: string[] = [];
      for await (const { chain, seq } of harness.stores.journal.read({})) seen.push(`${chain}/${seq}`);
      expect(seen.sort()).toEqual(['p0/1', 'p0/2', 'p0/3', 'p1/1']);
    });

    promise('show an altered entry', async (harness) => {
      await three(harness);
      await harness.tamper('p0', 2, (entry) => ({ ...entry, at: entry.at - 1 }));

      expect(await broken(harness)).toEqual([expect.stringMatching(/^p0\b.*\b2\b/)]);
    });

    promise('show a missing entry', async (harness) => {
      await three(harness);
      await harness.tamper('p0', 2, () => undefined);

      expect(await broken(harness)).toEqual([expect.stringMatching(/^p0\b.*\b2\b/)]);
    });

    promise('show entries that changed places', async (harness) => {
      await three(harness);
      await harness.tamper('p0', 1, () => note('2'));
      await harness.tamper('p0', 2, () => note('1'));

      expect(await broken(harness)).toEqual([expect.stringMatching(/^p0\b.*\b1\b/)]);
    });

    promise('show that the end is missing', async (harness) => {
      await three(harness);
      await harness.tamper('p0', 3, () => undefined);

      expect(await broken(harness)).toEqual([expect.stringMatching(/^p0\b/)]);
    });
  });
