import type { Worded } from '../../../src/domain/action.js';
import type { Answer, Refusal } from '../../../src/domain/outcome.js';
import type { Row, Stores } from '../../../src/ports/stores.js';
import { nameMessage, namePlace } from '../../../src/ports/vault.js';
import {
  BATCH,
  del,
  type Harness,
  ids,
  journal,
  LEASE,
  type Make,
  mute,
  NOW,
  parents,
  promising,
  pupils,
  row,
  send,
  settlement,
  take,
  taken,
} from './harness.js';

const queue = ({ stores, vault }: Harness, ...rows: readonly Row[]) =>
  stores.ledger.settle(settlement(vault, 'k1', { rows }));
const end = (stores: Stores, answer: Answer, ...rows: readonly Row[]) =>
  stores.ledger.end(rows.map((one) => ({ row: one, answer, called: NOW + 10, ended: NOW + 20 })));
const refused = (why: Refusal): Answer => ({ is: 'refused', why, code: '901' });
const receipts = async (stores: Stores) => (await journal(stores)).filter((entry) => entry.kind === 'receipt');

export const taking = (make: Make) =>
  describe('taking rows', () => {
    const promise = promising(make);

    promise('gives the most urgent kind first, one kind a call', async (harness) => {
      await queue(harness, row('k1#0', send('102')), row('k1#1', mute), row('k1#2', del()));

      expect(ids(await take(harness.stores))).toEqual(['k1#2']);
      expect(ids(await take(harness.stores))).toEqual(['k1#1']);
      expect(ids(await take(harness.stores))).toEqual(['k1#0']);
      expect(await take(harness.stores)).toEqual([]);
    });

    promise('gives the oldest first among equally urgent ones', async (harness) => {
      const deletes = [3, 1, 2].map((age) => row(`k1#${age}`, del(parents, age), { queued: NOW - age }));
      await queue(harness, ...deletes);

      const batch = { ...BATCH, deletes: 1, calls: 1 };
      expect(ids(await take(harness.stores, { batch }))).toEqual(['k1#3']);
      expect(ids(await take(harness.stores, { batch }))).toEqual(['k1#2']);
    });

    promise('gives what is equally old in the order it was decided in', async (harness) => {
      const { stores, vault } = harness;
      const answers = Array.from({ length: 11 }, (_, at) => row(`k9#${at}`, send('102', `${at}`)));
      await stores.ledger.settle(settlement(vault, 'k9', { rows: answers }));
      await stores.ledger.settle(settlement(vault, 'k1', { rows: [row('k1#0', send('102', 'последний'))] }));
      await end(stores, { is: 'later', after: -20, why: 'slow' }, ...(await take(stores)));

      const order: string[] = [];
      for (let got = await take(stores); got.length > 0; got = await take(stores)) order.push(...ids(got));
      expect(order).toEqual([...ids(answers), 'k1#0']);
    });

    promise('gathers deletes of several chats, so many a chat, so many chats', async (harness) => {
      const chats = [parents, pupils, 'memory:chat:3'] as const;
      const deletes = chats.flatMap((chat, at) => [1, 2, 3].map((id) => row(`k1#${at}${id}`, del(chat, id))));
      await queue(harness, ...deletes);

      const got = await take(harness.stores, { batch: { deletes: 2, calls: 2, places: 9 } });

      expect(ids(got)).toEqual(['k1#01', 'k1#02', 'k1#11', 'k1#12']);
    });

    promise('sends the same text to many places together', async (harness) => {
      const rows = Array.from({ length: 130 }, (_, at) => row(`k1#${at + 100}`, send(`${at}`)));
      await queue(harness, ...rows);

      expect(ids(await take(harness.stores))).toEqual(ids(rows.slice(0, 100)));
      expect(ids(await take(harness.stores))).toEqual(ids(rows.slice(100)));
    });

    promise('keeps simulation and messenger apart', async (harness) => {
      await queue(harness, row('k1#0', del()), row('k1#1', del(parents, 2), { via: 'simulation' }));

      expect(ids(await take(harness.stores))).toEqual(['k1#0']);
      expect(ids(await take(harness.stores))).toEqual(['k1#1']);
    });

    promise('leaves what rests and what is not due', async (harness) => {
      await queue(harness, row('k1#0', del()), row('k1#1', mute), row('k1#2', send('102'), { due: NOW + 1 }));

      expect(ids(await take(harness.stores, { resting: ['memory delete'] }))).toEqual(['k1#1']);
      expect(await take(harness.stores, { resting: ['memory delete'] })).toEqual([]);
      expect(ids(await take(harness.stores, { resting: ['memory delete'], now: NOW + 1 }))).toEqual(['k1#2']);
      expect(ids(await take(harness.stores))).toEqual(['k1#0']);
    });

    promise(
      'tells the most urgent row of those that are due and do not rest, and leaves it where it is',
      async (harness) => {
        const { ledger } = harness.stores;
        expect(await ledger.first({ now: NOW, resting: [] })).toBeUndefined();
        const rows = Array.from({ length: 12 }, (_, at) => row(`k1#${at + 10}`, del(parents, at)));
        await queue(harness, row('k1#0', send('102')), ...rows, row('k1#99', mute, { due: NOW + 1 }));

        expect((await ledger.first({ now: NOW, resting: [] }))?.id).toBe('k1#10');
        expect((await ledger.first({ now: NOW, resting: ['memory delete'] }))?.id).toBe('k1#0');
        expect((await ledger.first({ now: NOW + 1, resting: ['memory delete'] }))?.id).toBe('k1#99');
        expect(ids(await take(harness.stores))).toEqual(ids(rows));
        expect((await ledger.first({ now: NOW + 1, resting: [] }))?.id).toBe('k1#99');
      },
    );

    promise('leaves what one messenger asked to rest, and takes the same of another', async (harness) => {
      await queue(
        harness,
        row('k1#0', send('102'), { platform: 'vk' }),
        row('k1#1', send('103'), { platform: 'telegram' }),
      );

      expect(ids(await take(harness.stores, { resting: ['vk send'] }))).toEqual(['k1#1']);
      expect(await take(harness.stores, { resting: ['vk send'] })).toEqual([]);
      expect(ids(await take(harness.stores, { resting: ['telegram send'] }))).toEqual(['k1#0']);
    });

    promise('gives a row to one taker until its lease ends, then again', async (harness) => {
      await queue(harness, row('k1#0', del()));
      await take(harness.stores);

      expect(await take(harness.stores, { owner: 'two', now: NOW + LEASE - 1 })).toEqual([]);
      expect(ids(await take(harness.stores, { owner: 'two', now: NOW + LEASE }))).toEqual(['k1#0']);
    });

    promise('never gives a row to two takers at the same time', async (harness) => {
      await queue(harness, ...Array.from({ length: 30 }, (_, at) => row(`k1#${at}`, del(parents, at))));

      const batch = { deletes: 2, calls: 1, places: 1 };
      const takers = Array.from({ length: 20 }, (_, at) => take(harness.stores, { owner: `${at}`, batch }));
      const got = (await Promise.all(takers)).flat();

      expect(new Set(ids(got)).size).toBe(got.length);
      const rest = await take(harness.stores);
      expect(new Set(ids([...got, ...rest])).size).toBe(30);
    });

    promise('leases a new row in the very write that brings it', async ({ stores, vault }) => {
      const rows = [row('k1#0', del()), row('k1#1', send('102'))];
      const lease = { ids: ['k1#0'], owner: 'one', now: NOW, until: NOW + LEASE };

      expect(await stores.ledger.settle(settlement(vault, 'k1', { rows, lease }))).toBe('leased');

      expect(ids(await take(stores, { owner: 'two' }))).toEqual(['k1#1']);
      expect(await take(stores, { owner: 'two', now: NOW + LEASE - 1 })).toEqual([]);
      expect(await take(stores, { owner: 'two', now: NOW + LEASE, resting: ['memory send'] })).toEqual([
        taken(row('k1#0', del())),
      ]);
    });

    promise('leases no new row while one as urgent is ready: they share a call', async (harness) => {
      const { stores, vault } = harness;
      await queue(harness, row('k1#0', del()));
      const rows = [row('k2#0', del(parents, 2), { queued: NOW + 1 })];
      const lease = { ids: ['k2#0'], owner: 'one', now: NOW, until: NOW + LEASE };

      expect(await stores.ledger.settle(settlement(vault, 'k2', { rows, lease }))).toBe('settled');

      expect(ids(await take(stores, { now: NOW + 1 }))).toEqual(['k1#0', 'k2#0']);
    });

    promise('leases a new row while only less urgent ones are ready', async (harness) => {
      const { stores, vault } = harness;
      await queue(harness, row('k1#0', send('102')), row('k1#1', del(pupils), { due: NOW + 1 }));
      const rows = [row('k2#0', del(parents, 2))];
      const lease = { ids: ['k2#0'], owner: 'one', now: NOW, until: NOW + LEASE };

      expect(await stores.ledger.settle(settlement(vault, 'k2', { rows, lease }))).toBe('leased');
      expect(await stores.ledger.freeLeases('two')).toBe(0);
      expect(await stores.ledger.freeLeases('one')).toBe(1);
    });

    promise('frees every lease for a sole process at its start', async (harness) => {
      await queue(harness, row('k1#0', del()), row('k1#1', del(parents, 2)));
      await take(harness.stores);

      expect(await harness.stores.ledger.freeLeases()).toBe(2);
      expect(ids(await take(harness.stores))).toEqual(['k1#0', 'k1#1']);
    });

    promise(
      'knows a row as never tried when its lease came to nothing, unless it was tried before or sent off',
      async (harness) => {
        const { stores } = harness;
        await queue(harness, row('k1#0', send('102')), row('k1#1', send('103')), row('k1#2', send('104')));
        await take(stores, { batch: { ...BATCH, calls: 1, places: 1 } });
        await stores.ledger.freeLeases('one');
        const since = NOW + 5;
        await take(stores, { now: since });

        await stores.ledger.freeLeases('one', { since, but: ['k1#1'] });
        const later = NOW + 9;
        expect((await take(stores, { now: later })).map(({ id, tried }) => [id, tried])).toEqual([
          ['k1#0', NOW],
          ['k1#1', since],
          ['k1#2', later],
        ]);
      },
    );

    promise('frees the leases of one owner and leaves those of another', async (harness) => {
      await queue(harness, row('k1#0', del()), row('k1#1', send('102')));
      await take(harness.stores, { owner: 'one' });
      await take(harness.stores, { owner: 'two' });

      expect(await harness.stores.ledger.freeLeases('one')).toBe(1);
      expect(ids(await take(harness.stores))).toEqual(['k1#0']);
      expect(await take(harness.stores)).toEqual([]);
    });

    promise('tells when there will be something to do', async (harness) => {
      const { ledger } = harness.stores;
      expect(await ledger.nextDue()).toBeUndefined();

      await queue(harness, row('k1#0', del()), row('k1#1', send('102'), { due: NOW + 90_000 }));
      expect(await ledger.nextDue()).toBeLessThanOrEqual(NOW);

      const got = await take(harness.stores);
      expect(await ledger.nextDue()).toBe(NOW + LEASE);

      await end(harness.stores, { is: 'done' }, ...got);
      expect(await ledger.nextDue()).toBe(NOW + 90_000);
    });

    promise('counts what waits by priority', async (harness) => {
      expect(await harness.stores.ledger.waiting()).toEqual([0, 0, 0, 0, 0]);

      await queue(harness, row('k1#0', del()), row('k1#1', del(parents, 2)), row('k1#2', send('102')));
      expect(await harness.stores.ledger.waiting()).toEqual([2, 0, 0, 1, 0]);

      await take(harness.stores);
      expect(await harness.stores.ledger.waiting()).toEqual([0, 0, 0, 1, 0]);
    });
  });

export const ending = (make: Make) =>
  describe('ending rows', () => {
    const promise = promising(make);

    promise('writes one receipt, about what caused the row, and takes the row away', async (harness) => {
      const { stores, vault } = harness;
      const about = { place: namePlace(vault, parents), message: nameMessage(vault, { place: parents, id: '1' }) };
      await queue(harness, row('k1#0', del(), { about }));
      await end(stores, { is: 'done' }, ...(await take(stores)));

      expect(await receipts(stores)).toEqual([
        {
          id: 'r:k1#0',
          at: NOW + 20,
          kind: 'receipt',
          ...about,
          action: 'k1#0',
          do: 'delete',
          outcome: 'done',
          attempts: 1,
          times: { queued: NOW, called: NOW + 10, ended: NOW + 20 },
        },
      ]);
      expect(await take(stores, { now: NOW + 10 * LEASE })).toEqual([]);
    });

    promise('leaves a row that has ended as it was', async (harness) => {
      await queue(harness, row('k1#0', del()));
      const got = await take(harness.stores);
      await end(harness.stores, { is: 'gone' }, ...got);
      await end(harness.stores, { is: 'done' }, ...got);
      await end(harness.stores, { is: 'later', after: 0, why: 'slow' }, ...got);

      expect((await receipts(harness.stores)).map(({ outcome }) => outcome)).toEqual(['gone']);
      expect(await harness.stores.ledger.nextDue()).toBeUndefined();
    });

    promise('puts a row back for later, once more tried and without a receipt', async (harness) => {
      await queue(harness, row('k1#0', del()));
      await end(harness.stores, { is: 'later', after: 3_000, why: 'too many' }, ...(await take(harness.stores)));

      expect(await take(harness.stores, { now: NOW + 3_019 })).toEqual([]);
      expect(await harness.stores.ledger.nextDue()).toBe(NOW + 3_020);
      const again = await take(harness.stores, { now: NOW + 3_020 });
      expect(again).toEqual([taken(row('k1#0', del(), { attempts: 1, due: NOW + 3_020 }), NOW + 3_020)]);
      expect(await receipts(harness.stores)).toEqual([]);

      await end(harness.stores, { is: 'done' }, ...again);
      expect((await receipts(harness.stores)).map(({ attempts }) => attempts)).toEqual([2]);
    });

    promise('remembers since when a row may have happened', async (harness) => {
      const lost = { is: 'later', after: 0, why: 'timeout', unknown: true } as const;
      await queue(harness, row('k1#0', send('102')));
      await end(harness.stores, lost, ...(await take(harness.stores)));

      const [again] = await take(harness.stores, { now: NOW + 1_000 });
      expect(again?.tried).toBe(NOW);
      const [afterLease] = await take(harness.stores, { now: NOW + 1_000 + LEASE });
      expect(afterLease?.tried).toBe(NOW);
    });

    promise('says in the receipt why it did not work', async (harness) => {
      await queue(harness, row('k1#0', send('102')), row('k1#1', mute));
      await end(harness.stores, refused('no-right'), ...(await take(harness.stores)));
      await end(harness.stores, { is: 'degraded', how: 'no buttons' }, ...(await take(harness.stores)));

      const told = (await receipts(harness.stores)).map(({ outcome, detail }) => ({ outcome, detail }));
      expect(told).toEqual([
        { outcome: 'refused', detail: 'no-right 901' },
        { outcome: 'degraded', detail: 'no buttons' },
      ]);
    });

    for (const why of ['not-allowed-to-write', 'no-right', 'unknown-target'] as const)
      promise(`does the other thing when a send is refused: ${why}`, async (harness) => {
        const otherwise = send('group', 'Сообщение скрыто.');
        await queue(harness, row('k1#0', send('102', 'Здравствуйте!', otherwise), { via: 'simulation' }));
        await end(harness.stores, refused(why), ...(await take(harness.stores)));

        const expected = row('k1#0/else', otherwise, { via: 'simulation', queued: NOW + 20, due: NOW + 20 });
        expect(await take(harness.stores, { now: NOW + 20 })).toEqual([taken(expected, NOW + 20)]);
        expect((await receipts(harness.stores)).map(({ id }) => id)).toEqual(['r:k1#0']);
      });

    promise('does the other thing once, however often the refusal is told', async (harness) => {
      await queue(harness, row('k1#0', send('102', 'Здравствуйте!', send('group'))));
      const got = await take(harness.stores);
      await end(harness.stores, refused('not-allowed-to-write'), ...got);
      await end(harness.stores, { is: 'done' }, ...(await take(harness.stores, { now: NOW + 20 })));
      await end(harness.stores, refused('not-allowed-to-write'), ...got);

      expect(await harness.stores.ledger.nextDue()).toBeUndefined();
      expect((await receipts(harness.stores)).map(({ id }) => id)).toEqual(['r:k1#0', 'r:k1#0/else']);
    });

    const gone: Worded = { ...del(), afterwards: [send('102', 'Ваше сообщение скрыто.')] } as Worded;
    for (const answer of [{ is: 'done' }, { is: 'gone' }, { is: 'simulated' }] as const)
      promise(`tells of a deletion when the message is gone: ${answer.is}`, async (harness) => {
        await queue(harness, row('k1#0', gone));
        await end(harness.stores, answer, ...(await take(harness.stores)));

        const expected = row('k1#0/after', send('102', 'Ваше сообщение скрыто.'), { queued: NOW + 20, due: NOW + 20 });
        expect(await take(harness.stores, { now: NOW + 20 })).toEqual([taken(expected, NOW + 20)]);
      });

    promise('tells nobody of a deletion when the message stays, and the receipt says so', async (harness) => {
      await queue(harness, row('k1#0', gone));
      await end(harness.stores, refused('no-right'), ...(await take(harness.stores)));

      expect(await harness.stores.ledger.nextDue()).toBeUndefined();
      expect((await receipts(harness.stores)).map(({ id, outcome }) => [id, outcome])).toEqual([
        ['r:k1#0', 'refused'],
        ['r:k1#0/after', 'dropped'],
      ]);
    });

    promise('does nothing else when it worked, or when it was refused for another reason', async (harness) => {
      await queue(harness, row('k1#0', send('102', 'а', send('group'))), row('k1#1', send('103', 'б', send('group'))));
      const [first, second] = await take(harness.stores);
      await end(harness.stores, { is: 'done' }, first!);
      await end(harness.stores, refused('bad-request'), second!);

      expect(await harness.stores.ledger.nextDue()).toBeUndefined();
    });
  });
