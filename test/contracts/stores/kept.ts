import type { Change } from '../../../src/domain/change.js';
import { type Kept, keep } from '../../../src/domain/records.js';
import type { Timer } from '../../../src/domain/timer.js';
import { denis, type Harness, type Make, NOW, petrov, promising, settlement } from './harness.js';

let keys = 0;
const settle = ({ stores, vault }: Harness, ...changes: readonly Change[]) => {
  keys += 1;
  return stores.ledger.settle(settlement(vault, `kept-${keys}`, { changes }));
};

const question = (over: Partial<Kept<'question'>> = {}): Kept<'question'> => ({
  asks: 'приглашения',
  data: { class: '5А', persons: ['p01', 'p02'] },
  options: [{ id: 'issue', label: { key: 'button-issue' }, look: 'primary' }],
  free: false,
  whom: 'k01',
  until: NOW + 1_000,
  ...over,
});

export const records = (make: Make) =>
  describe('records', () => {
    const promise = promising(make);

    promise('are read back as they were put, by name and all of a kind', async (harness) => {
      await settle(harness, keep('question', 'q1', question(), undefined));
      await settle(harness, keep('question', 'q2', question({ free: true }), undefined));
      await settle(harness, keep('asked', 'memory:account:1', { question: 'q2' }, undefined));

      const { records: kept } = await harness.reopen();
      expect(await kept.get('question', 'q1')).toEqual({ id: 'q1', value: question(), revision: 1 });
      expect((await kept.all('question')).map(({ id }) => id).sort()).toEqual(['q1', 'q2']);
      expect((await kept.get('asked', 'memory:account:1'))?.value).toEqual({ question: 'q2' });
      expect(await kept.get('question', 'q3')).toBeUndefined();
    });

    promise('are read several at once, those that are there', async (harness) => {
      await settle(harness, keep('question', 'q1', question(), undefined));
      await settle(harness, keep('question', 'q2', question({ free: true }), undefined));

      const { records: kept } = await harness.reopen();
      expect(await kept.some('question', ['q2', 'q3', 'q1'])).toEqual([
        { id: 'q2', value: question({ free: true }), revision: 1 },
        { id: 'q1', value: question(), revision: 1 },
      ]);
      expect(await kept.some('question', [])).toEqual([]);
    });

    promise('change only as they were read: whoever comes second decides anew', async (harness) => {
      const { records: kept } = harness.stores;
      await settle(harness, keep('question', 'q1', question(), undefined));
      const seen = await kept.get('question', 'q1');
      const first = { option: 'issue', at: NOW };

      expect(await settle(harness, keep('question', 'q1', question({ answered: first }), seen))).toBe('settled');
      expect(await settle(harness, keep('question', 'q1', question({ free: true }), seen))).toBe('stale');
      expect(await settle(harness, keep('question', 'q1', question(), undefined))).toBe('stale');

      expect(await kept.get('question', 'q1')).toEqual({ id: 'q1', value: question({ answered: first }), revision: 2 });
    });

    promise('of a stale settlement change nothing beside it either', async (harness) => {
      await settle(harness, keep('question', 'q1', question(), undefined));
      const ended = await settle(
        harness,
        keep('question', 'q2', question(), undefined),
        keep('question', 'q1', question({ free: true }), undefined),
      );
      expect(ended).toBe('stale');
      expect(await harness.stores.records.get('question', 'q2')).toBeUndefined();
    });

    promise('can be taken away, by whoever saw them', async (harness) => {
      const { records: kept } = harness.stores;
      await settle(harness, keep('question', 'q1', question(), undefined));
      expect(await settle(harness, keep('question', 'q1', null, undefined))).toBe('stale');
      expect(await settle(harness, keep('question', 'q1', null, await kept.get('question', 'q1')))).toBe('settled');
      expect(await kept.all('question')).toEqual([]);
    });

    promise('of what is settled of a person come with the person, whatever the roster says later', async (harness) => {
      const { people } = harness.stores;
      await people.put([petrov]);
      await settle(harness, { put: 'link', account: denis, person: petrov.id, at: NOW });
      await settle(harness, keep('standing', petrov.id, { otherWay: { at: NOW, how: 'дневник' } }, undefined));
      await settle(harness, { put: 'person', person: { ...petrov, surname: 'Петров-Водкин' } });

      const whole = { ...petrov, surname: 'Петров-Водкин', standing: { otherWay: { at: NOW, how: 'дневник' } } };
      expect(await people.find(petrov.id)).toEqual(whole);
      expect(await people.all()).toEqual([whole]);
      expect((await people.facts(denis)).person).toEqual(whole);
    });
  });

const timer = (key: string, at: number): Timer => ({ key, at, job: 'warn', data: { invite: 'i1', round: 2 } });

export const clocks = (make: Make) =>
  describe('timers', () => {
    const promise = promising(make);

    promise('are due at their time, not before, the oldest first', async (harness) => {
      await settle(harness, { put: 'timer', timer: timer('b', NOW + 2) }, { put: 'timer', timer: timer('a', NOW + 1) });

      const { timers } = await harness.reopen();
      expect(await timers.due(NOW, 10)).toEqual([]);
      expect(await timers.due(NOW + 2, 10)).toEqual([timer('a', NOW + 1), timer('b', NOW + 2)]);
      expect(await timers.due(NOW + 2, 1)).toEqual([timer('a', NOW + 1)]);
      expect(await timers.find('b')).toEqual(timer('b', NOW + 2));
    });

    promise('set again are moved; taken away they are not due', async (harness) => {
      const { timers } = harness.stores;
      await settle(harness, { put: 'timer', timer: timer('a', NOW) }, { put: 'timer', timer: timer('b', NOW) });
      await settle(harness, { put: 'timer', timer: timer('a', NOW + 60_000) }, { put: 'no-timer', key: 'b' });

      expect(await timers.due(NOW, 10)).toEqual([]);
      expect(await timers.due(NOW + 60_000, 10)).toEqual([timer('a', NOW + 60_000)]);
      expect(await timers.find('b')).toBeUndefined();
    });

    promise('set anew by another settlement for the same moment are other timers', async (harness) => {
      const { timers } = harness.stores;
      const [first, second] = [
        { ...timer('a', NOW), by: 'm_1' },
        { ...timer('a', NOW), by: 'm_2' },
      ];
      await settle(harness, { put: 'timer', timer: first });
      await settle(harness, { put: 'timer', timer: second });

      expect(await settle(harness, { put: 'fired', timer: first })).toBe('stale');
      expect(await timers.due(NOW, 10)).toEqual([second]);
      expect(await settle(harness, { put: 'fired', timer: second })).toBe('settled');
      expect(await timers.find('a')).toBeUndefined();
    });

    promise('are taken once, and not when they were moved or taken away meanwhile', async (harness) => {
      const { timers } = harness.stores;
      await settle(harness, { put: 'timer', timer: timer('a', NOW) }, { put: 'timer', timer: timer('b', NOW) });
      await settle(harness, { put: 'timer', timer: timer('b', NOW + 5) });

      expect(await settle(harness, { put: 'fired', timer: timer('a', NOW) })).toBe('settled');
      expect(await settle(harness, { put: 'fired', timer: timer('a', NOW) })).toBe('stale');
      expect(await settle(harness, { put: 'fired', timer: timer('b', NOW) })).toBe('stale');
      expect(await timers.due(NOW + 5, 10)).toEqual([timer('b', NOW + 5)]);
    });

    promise('may set themselves anew as they are taken', async (harness) => {
      await settle(harness, { put: 'timer', timer: timer('a', NOW) });
      await settle(harness, { put: 'fired', timer: timer('a', NOW) }, { put: 'timer', timer: timer('a', NOW + 9) });
      expect(await harness.stores.timers.due(NOW + 9, 10)).toEqual([timer('a', NOW + 9)]);
    });
  });
