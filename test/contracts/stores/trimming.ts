import { DAY } from '../../../src/domain/time.js';
import { CHAIN, type Harness, journal, type Make, NOW, note, promising, settlement } from './harness.js';

const OLD = NOW - 400 * DAY;
const YEAR_AGO = NOW - 365 * DAY;

/** Two entries of another year and one of today, and a chain that is old altogether. */
const aged = async ({ stores }: Harness) => {
  await stores.journal.append(CHAIN, note('1', { at: OLD }));
  await stores.journal.append(CHAIN, note('2', { at: OLD + 1 }));
  await stores.journal.append(CHAIN, note('3'));
  await stores.journal.append('p1', note('4', { at: OLD }));
};
const names = async ({ stores }: Harness) => (await journal(stores)).map(({ id }) => id);
const broken = async ({ stores }: Harness) => (await stores.journal.verify()).broken;

export const trimming = (make: Make) =>
  describe('trimming the journal', () => {
    const promise = promising(make);

    promise('takes away what is old, and what is left can still be verified', async (harness) => {
      await aged(harness);

      expect(await harness.stores.journal.trim(YEAR_AGO)).toBe(3);

      expect(await names(harness)).toEqual(['n:3']);
      expect(await harness.stores.journal.verify()).toEqual({ entries: 1, chains: 2, broken: [] });
    });

    promise('changes nothing when it is done again, or when all is young', async (harness) => {
      await harness.stores.journal.append(CHAIN, note('3'));
      expect(await harness.stores.journal.trim(YEAR_AGO)).toBe(0);
      await aged(harness);
      await harness.stores.journal.trim(YEAR_AGO);

      expect(await harness.stores.journal.trim(YEAR_AGO)).toBe(0);
      expect(await broken(harness)).toEqual([]);
    });

    promise('lets the chains go on, also the empty ones, also after a restart', async (harness) => {
      await aged(harness);
      await harness.stores.journal.trim(YEAR_AGO);
      const again = await harness.reopen();
      await again.journal.append('p1', note('5'));
      await again.ledger.settle(settlement(harness.vault, 'k1'));

      expect((await names(harness)).sort()).toEqual(['n:3', 'n:5', 'v:k1']);
      expect(await again.journal.verify()).toEqual({ entries: 3, chains: 2, broken: [] });
    });

    promise('does not bring back an entry that is offered once more', async (harness) => {
      await aged(harness);
      await harness.stores.journal.trim(YEAR_AGO);
      await harness.stores.journal.append(CHAIN, note('1', { at: OLD }));

      expect(await names(harness)).toEqual(['n:3']);
    });

    promise('may be done by several processes at once, up to different times', async (harness) => {
      await aged(harness);
      const other = await harness.reopen();
      await Promise.all([harness.stores.journal.trim(YEAR_AGO), other.journal.trim(OLD + 1)]);

      expect(await names(harness)).toEqual(['n:3']);
      expect(await broken(harness)).toEqual([]);
    });

    promise('leaves the evidence when an old entry was altered', async (harness) => {
      await aged(harness);
      await harness.tamper(CHAIN, 2, (entry) => ({ ...entry, at: entry.at - 1 }));
      await harness.stores.journal.trim(YEAR_AGO);

      expect(await names(harness)).toEqual(['n:2', 'n:3']);
      expect(await broken(harness)).toEqual([expect.stringMatching(/^p0\b.*\b2\b/)]);
    });

    promise('cannot be played by somebody without the key', async (harness) => {
      await aged(harness);
      await harness.stores.journal.trim(OLD + 1);
      await harness.tamper(CHAIN, 2, () => undefined);
      expect(await broken(harness)).toEqual([expect.stringMatching(/^p0\b.*\b2\b/)]);

      await harness.forge(CHAIN, { seq: 2, mac: 'a', seal: 'b' });

      expect(await broken(harness)).toEqual([expect.stringMatching(/^p0\b.*checkpoint/)]);
    });
  });
