import type { Worded } from '../../../src/domain/action.js';
import type { Answer } from '../../../src/domain/outcome.js';
import { ToldData } from '../../../src/domain/told.js';
import type { Row, Stores } from '../../../src/ports/stores.js';
import { type Make, NOW, promising, row, send, settlement, take } from './harness.js';

const told = (to: string, about = 'a7', job = 'listener'): Worded => ({
  ...send(to),
  tells: { job, about, as: `to ${to}` },
});

const end = (stores: Stores, rows: readonly Row[], answer: (row: Row) => Answer) =>
  stores.ledger.end(rows.map((one) => ({ row: one, answer: answer(one), called: NOW + 10, ended: NOW + 20 })));

const heard = async ({ timers }: Stores) =>
  (await timers.due(NOW + 20, 100)).map(({ job, data, at }) => ({ job, at, ...ToldData.parse(data) }));

const DONE: Answer = { is: 'done', message: { place: 'memory:dialog:102', id: '41' } };
const REFUSED: Answer = { is: 'refused', why: 'not-allowed-to-write', code: '901' };

export const telling = (make: Make) =>
  describe('telling how rows ended', () => {
    const promise = promising(make);

    promise('is a timer that is due at once, one a call and matter, written with the receipts', async (harness) => {
      const { stores, vault } = harness;
      const rows = [row('k1#0', told('102')), row('k1#1', told('103')), row('k1#2', told('104', 'a8'))];
      await stores.ledger.settle(settlement(vault, 'k1', { rows }));

      await end(stores, await take(stores), ({ id }) => (id === 'k1#1' ? REFUSED : DONE));

      const first = { as: 'to 102', is: 'done', at: NOW + 20, message: DONE.message };
      const second = { as: 'to 103', is: 'refused', why: 'not-allowed-to-write', at: NOW + 20 };
      const other = { ...first, as: 'to 104' };
      const found = await heard(await harness.reopen());
      expect(found.toSorted((a, b) => (a.about < b.about ? -1 : 1))).toEqual([
        { job: 'listener', about: 'a7', at: NOW + 20, endings: [first, second] },
        { job: 'listener', about: 'a8', at: NOW + 20, endings: [other] },
      ]);
    });

    promise('waits for the end of what is tried again, and is not done twice', async ({ stores, vault }) => {
      await stores.ledger.settle(settlement(vault, 'k1', { rows: [row('k1#0', told('102'))] }));
      const rows = await take(stores);

      await end(stores, rows, () => ({ is: 'later', after: 5, why: 'slow' }));
      expect(await heard(stores)).toEqual([]);

      const again = await take(stores, { now: NOW + 30 });
      await end(stores, again, () => DONE);
      await end(stores, again, () => REFUSED);
      expect((await heard(stores)).map(({ endings }) => endings.map(({ is }) => is))).toEqual([['done']]);
    });

    promise('is silent about rows that nobody asked about', async ({ stores, vault }) => {
      await stores.ledger.settle(settlement(vault, 'k1', { rows: [row('k1#0', send('102'))] }));
      await end(stores, await take(stores), () => DONE);

      expect(await stores.timers.due(NOW + 20, 100)).toEqual([]);
    });

    promise('leaves what goes to many behind everything else', async ({ stores, vault }) => {
      const last = row('k1#0', { ...told('102'), last: true });
      await stores.ledger.settle(settlement(vault, 'k1', { rows: [last, row('k1#1', send('103', 'ответ'))] }));

      const [first] = await take(stores, { batch: { deletes: 1, calls: 1, places: 1 } });
      expect(first?.id).toBe('k1#1');
    });
  });
