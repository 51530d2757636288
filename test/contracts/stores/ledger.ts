import {
  CHAIN,
  del,
  denis,
  type Harness,
  journal,
  type Make,
  NOW,
  parents,
  petrov,
  promising,
  row,
  send,
  settlement,
  take,
  taken,
} from './harness.js';

const change = { put: 'noticed', chat: parents, account: denis, until: NOW + 900_000 } as const;

const parked = {
  update: { kind: 'dialog-opened', id: 'u9', key: 'u9', at: NOW, dialog: 'memory:dialog:102', account: denis },
  received: NOW,
} as const;
const parking = (id: string) => ({ id: `n:${id}`, at: NOW, kind: 'parked', update: 'u9', detail: 'weather' }) as const;

export const decisions = (make: Make) =>
  describe('a decision', () => {
    const promise = promising(make);

    promise('is not known before it is settled, and known after', async ({ stores, vault }) => {
      expect(await stores.ledger.settled('k1')).toBe(false);

      expect(await stores.ledger.settle(settlement(vault, 'k1'))).toBe('settled');

      expect(await stores.ledger.settled('k1')).toBe(true);
      expect(await stores.ledger.settled('k2')).toBe(false);
    });

    promise('is written with its changes, its rows and its entry', async ({ stores, vault }) => {
      await stores.ledger.settle(settlement(vault, 'k1', { changes: [change], rows: [row('k1#0', del())] }));

      expect((await stores.people.facts(denis, parents)).noticedUntil).toBe(NOW + 900_000);
      expect(await take(stores)).toEqual([taken(row('k1#0', del()))]);
      expect((await journal(stores)).map(({ id }) => id)).toEqual(['v:k1']);
    });

    promise('changes nothing when it is settled a second time', async ({ stores, vault }) => {
      await stores.ledger.settle(settlement(vault, 'k1', { rows: [row('k1#0', del())] }));

      const again = settlement(vault, 'k1', {
        changes: [change, { put: 'link', account: denis, person: petrov.id, at: NOW }],
        rows: [row('k1#0', send('102')), row('k1#1', del())],
        chain: 'p1',
      });
      expect(await stores.ledger.settle(again)).toBe('already');

      expect((await stores.people.facts(denis, parents)).noticedUntil).toBe(0);
      expect(await stores.people.accountsOf(petrov.id)).toEqual([]);
      expect(await take(stores)).toEqual([taken(row('k1#0', del()))]);
      expect(await journal(stores)).toHaveLength(1);
    });

    promise('settles once when two workers settle it at the same time', async ({ stores, vault }) => {
      const both = [1, 2, 3, 4].map(() =>
        stores.ledger.settle(settlement(vault, 'k1', { rows: [row('k1#0', del())] })),
      );

      expect((await Promise.all(both)).sort()).toEqual(['already', 'already', 'already', 'settled']);
      expect(await journal(stores)).toHaveLength(1);
    });

    promise('stays settled when its rows are done', async ({ stores, vault }) => {
      await stores.ledger.settle(settlement(vault, 'k1', { rows: [row('k1#0', del())] }));
      const [first] = await take(stores);
      await stores.ledger.end([{ row: first!, answer: { is: 'done' }, called: NOW, ended: NOW }]);

      expect(await stores.ledger.settle(settlement(vault, 'k1', { rows: [row('k1#0', del())] }))).toBe('already');
      expect(await take(stores)).toEqual([]);
    });

    promise('survives a restart with its rows', async ({ stores, vault, reopen }) => {
      await stores.ledger.settle(settlement(vault, 'k1', { changes: [change], rows: [row('k1#0', del())] }));
      const after = await reopen();

      expect(await after.ledger.settled('k1')).toBe(true);
      expect((await after.people.facts(denis, parents)).noticedUntil).toBe(NOW + 900_000);
      expect(await take(after)).toEqual([taken(row('k1#0', del()))]);
      expect(await after.journal.verify()).toEqual({ entries: 1, chains: 1, broken: [] });
    });
  });

export const asides = (make: Make) =>
  describe('an update put aside', () => {
    const promise = promising(make);
    const put = ({ stores }: Harness) => stores.ledger.park(parked, NOW + 5_000, parking('1'), CHAIN);

    promise('is journaled and comes back when its time has come, not before', async (harness) => {
      await put(harness);

      expect(await harness.stores.ledger.parked(NOW + 4_999)).toEqual([]);
      expect(await harness.stores.ledger.parked(NOW + 5_000)).toEqual([parked]);
      expect((await journal(harness.stores)).map(({ kind }) => kind)).toEqual(['parked']);
    });

    promise('comes again until it is taken off', async (harness) => {
      await put(harness);
      await harness.stores.ledger.parked(NOW + 5_000);

      expect(await harness.stores.ledger.parked(NOW + 5_000)).toEqual([parked]);
      await harness.stores.ledger.unpark('u9');
      expect(await harness.stores.ledger.parked(NOW + 5_000)).toEqual([]);
    });

    promise('waits for the later time when it is put aside again', async (harness) => {
      await put(harness);
      await harness.stores.ledger.park(parked, NOW + 9_000, parking('2'), CHAIN);

      expect(await harness.stores.ledger.parked(NOW + 5_000)).toEqual([]);
      expect(await harness.stores.ledger.parked(NOW + 9_000)).toEqual([parked]);
      expect(await journal(harness.stores)).toHaveLength(2);
    });
  });
