import type { Change } from '../../../src/domain/change.js';
import type { Chat } from '../../../src/domain/chat.js';
import { keep } from '../../../src/domain/records.js';
import { dialogOf } from '../../../src/domain/refs.js';
import { DAY, HOUR } from '../../../src/domain/time.js';
import {
  denis,
  elena,
  type Harness,
  type Make,
  NOW,
  parents,
  petrov,
  promising,
  pupils,
  settlement,
} from './harness.js';

let keys = 0;
const change = ({ stores, vault }: Harness, ...changes: readonly Change[]) => {
  keys += 1;
  return stores.ledger.settle(settlement(vault, `change-${keys}`, { changes }));
};
const link = (account = denis, person = petrov.id): Change => ({ put: 'link', account, person, at: NOW });

const registered: Chat = {
  ref: parents,
  kind: 'class_parents',
  class: '5А',
  basis: 'приказ 80 от 01.09.2026',
  mode: 'act',
  registered: { by: 'k01', at: NOW },
};

export const persons = (make: Make) =>
  describe('people', () => {
    const promise = promising(make);

    promise('are found as they were put, and put again in their place', async (harness) => {
      const { people } = harness.stores;
      await people.put([petrov, { ...petrov, id: 'p03', surname: 'Сидорова' }]);
      await people.put([{ ...petrov, children: ['s02', 's09'] }]);
      await change(harness, { put: 'person', person: { ...petrov, id: 'p04' } });

      expect(await people.find('p02')).toEqual({ ...petrov, children: ['s02', 's09'] });
      expect((await people.all()).map(({ id }) => id).sort()).toEqual(['p02', 'p03', 'p04']);
      expect(await people.find('p99')).toBeUndefined();
    });

    promise('belong to the classes that were approved last', async (harness) => {
      expect(await harness.stores.people.classes()).toEqual([]);

      await change(harness, { put: 'classes', classes: ['5А', '5Б'] }, { put: 'classes', classes: ['5А', '6А'] });

      expect(await (await harness.reopen()).people.classes()).toEqual(['5А', '6А']);
    });

    promise('are listed as they are now, whoever has written of them', async (harness) => {
      const { people } = harness.stores;
      const elsewhere = (await harness.reopen()).people;
      await people.put([petrov]);
      expect(await elsewhere.all()).toEqual([petrov]);

      await change(harness, keep('standing', petrov.id, { confirmed: NOW }, undefined));
      expect(await people.all()).toEqual([{ ...petrov, standing: { confirmed: NOW } }]);
      expect(await elsewhere.all()).toEqual([{ ...petrov, standing: { confirmed: NOW } }]);

      await change(harness, { put: 'person', person: { ...petrov, surname: 'Иванов' } });
      expect((await elsewhere.all()).map(({ surname }) => surname)).toEqual(['Иванов']);

      await change(harness, { put: 'no-person', person: petrov.id, accounts: [], codes: [] });
      expect(await elsewhere.all()).toEqual([]);
      expect(await people.all()).toEqual([]);
    });

    promise('and chats are written only as they were read, where a decision rests on all of them', async (harness) => {
      const { people, chats } = harness.stores;
      await people.put([petrov]);
      const read = async (): Promise<readonly Change[]> => [
        { put: 'unchanged', of: 'people', version: await people.version() },
        { put: 'unchanged', of: 'chats', version: await chats.version() },
      ];
      const surname = (name: string): Change => ({ put: 'person', person: { ...petrov, surname: name } });
      const meanwhile: readonly Change[] = [
        surname('Иванов'),
        keep('standing', petrov.id, { confirmed: NOW }, undefined),
        { put: 'classes', classes: ['5А'] },
        { put: 'chat', chat: registered },
        { put: 'no-chat', chat: registered.ref },
        { put: 'no-person', person: petrov.id, accounts: [], codes: [] },
      ];
      for (const one of meanwhile) {
        const before = await read();
        await change(harness, one);
        expect(await change(harness, ...before, surname('Потерянный'))).toBe('stale');
      }
      const put = await read();
      await people.put([petrov]);
      expect(await change(harness, ...put)).toBe('stale');
      const again = await read();
      await chats.put(registered);
      expect(await change(harness, ...again)).toBe('stale');
      const after = await read();
      await change(harness, link());
      expect(await change(harness, ...after, surname('Сидоров'))).toBe('settled');
      expect((await (await harness.reopen()).people.find(petrov.id))?.surname).toBe('Сидоров');
    });

    promise('are unknown behind an account until it is linked', async (harness) => {
      const { people } = harness.stores;
      await people.put([petrov]);
      expect(await people.facts(denis, parents)).toEqual({ noticedUntil: 0 });

      await change(harness, link());

      expect(await people.facts(denis)).toEqual({ person: petrov, noticedUntil: 0 });
      expect(await people.accountsOf(petrov.id)).toEqual([denis]);
      expect(await people.accountsOf('p03')).toEqual([]);
      expect(await people.contacts([petrov.id, 'p03'])).toEqual(new Map([[petrov.id, [{ account: denis }]]]));
    });

    promise('may have several accounts, an account one person', async (harness) => {
      const { people } = harness.stores;
      await people.put([petrov, { ...petrov, id: 'p03' }]);
      await change(harness, link(denis), link(elena));
      expect([...(await people.accountsOf(petrov.id))].sort()).toEqual([denis, elena]);
      const accounts = (await people.contacts(['p03', petrov.id])).get(petrov.id) ?? [];
      expect(accounts.map(({ account }) => account).sort()).toEqual([denis, elena]);

      await change(harness, link(elena, 'p03'));

      expect(await people.accountsOf(petrov.id)).toEqual([denis]);
      expect((await people.facts(elena)).person?.id).toBe('p03');
      expect((await people.contacts(['p03', petrov.id])).get('p03')).toEqual([{ account: elena }]);
    });

    promise(
      'are unknown again behind an account whose link was taken away, unless it is another one by now',
      async (harness) => {
        const { people } = harness.stores;
        await people.put([petrov, { ...petrov, id: 'p03' }]);
        const unlink = (account = denis): Change => ({ put: 'unlink', account, person: petrov.id });
        await change(harness, link(denis), link(elena));

        expect(await change(harness, unlink())).toBe('settled');
        expect(await change(harness, unlink())).toBe('stale');
        await change(harness, link(elena, 'p03'));
        expect(await change(harness, unlink(elena))).toBe('stale');

        expect(await people.facts(denis)).toEqual({ noticedUntil: 0 });
        expect(await people.accountsOf(petrov.id)).toEqual([]);
        expect((await people.facts(elena)).person?.id).toBe('p03');
      },
    );

    promise('are destroyed with links, dialogs and unused codes; no code lives a second time', async (harness) => {
      const { people, codes } = harness.stores;
      const code = 'A1B2C3D4';
      await people.put([petrov, { ...petrov, id: 'p03' }]);
      await codes.issue([{ code, person: petrov.id, issue: 3, until: NOW + DAY }]);
      const open: Change = { put: 'dialog', dialog: dialogOf(denis), open: true, at: NOW };
      await change(harness, link(denis), link(elena, 'p03'), open);
      const destroyed = (...accounts: (typeof denis)[]): Change => ({
        ...{ put: 'no-person', person: petrov.id },
        ...{ accounts, codes: [code] },
      });

      expect(await change(harness, destroyed(denis, elena))).toBe('stale');
      expect(await change(harness, destroyed(denis))).toBe('settled');

      const { people: kept } = await harness.reopen();
      expect(await kept.find(petrov.id)).toBeUndefined();
      expect(await kept.facts(denis)).toEqual({ noticedUntil: 0 });
      expect(await kept.accountsOf(petrov.id)).toEqual([]);
      expect(await codes.whose(code, NOW)).toBeUndefined();
      expect(await codes.issueOf(petrov.id)).toBe(3);
      expect((await kept.all()).map(({ id }) => id)).toEqual(['p03']);
    });

    promise('are remembered as told of a breach, though it is worked on long after it came', async (harness) => {
      const anHourAgo = Date.now() - HOUR;
      await change(harness, { put: 'noticed', chat: parents, account: denis, until: anHourAgo });

      expect((await harness.stores.people.facts(denis, parents)).noticedUntil).toBe(anHourAgo);
    });

    promise('are read-only in one chat until a moment, and no longer when that is taken back', async (harness) => {
      const { people } = harness.stores;
      const silence = { put: 'silenced', chat: parents, account: denis } as const;
      await change(harness, { ...silence, until: NOW + HOUR, told: false });

      expect((await people.facts(denis, parents)).silenced).toEqual({ until: NOW + HOUR, told: false });
      expect((await people.facts(denis, pupils)).silenced).toBeUndefined();
      expect((await people.facts(elena, parents)).silenced).toBeUndefined();

      await change(harness, { ...silence, until: 0, told: true });
      expect((await people.facts(denis, parents)).silenced).toEqual({ until: 0, told: true });
    });

    promise('are remembered as told of a breach, per account and chat', async (harness) => {
      const { people } = harness.stores;
      await change(harness, { put: 'noticed', chat: parents, account: denis, until: NOW + HOUR });

      expect((await people.facts(denis, parents)).noticedUntil).toBe(NOW + HOUR);
      expect((await people.facts(denis, pupils)).noticedUntil).toBe(0);
      expect((await people.facts(elena, parents)).noticedUntil).toBe(0);
      expect((await people.facts(denis)).noticedUntil).toBe(0);
    });

    promise('are remembered as open to a dialog, or closed', async (harness) => {
      const { people } = harness.stores;
      const dialog = (open: boolean): Change => ({ put: 'dialog', dialog: dialogOf(denis), open, at: NOW });
      expect(await people.facts(denis)).not.toHaveProperty('dialogOpen');

      await change(harness, dialog(true));
      expect((await people.facts(denis)).dialogOpen).toBe(true);

      await change(harness, dialog(false));
      expect((await people.facts(denis)).dialogOpen).toBe(false);
      await people.put([petrov]);
      await change(harness, link());
      expect((await people.contacts([petrov.id])).get(petrov.id)).toEqual([{ account: denis, dialogOpen: false }]);
    });
  });

export const rooms = (make: Make) =>
  describe('chats', () => {
    const promise = promising(make);

    promise('are found as registered last, by hand or by a decision', async (harness) => {
      const { chats } = harness.stores;
      await chats.put({ ...registered, mode: 'observe' });
      await change(harness, { put: 'chat', chat: registered });
      await change(harness, { put: 'chat', chat: { ...registered, ref: pupils, kind: 'class_students' } });

      expect(await chats.find(parents)).toEqual(registered);
      expect((await chats.all()).map(({ ref }) => ref).sort()).toEqual([parents, pupils]);
      expect(await chats.find('memory:chat:9')).toBeUndefined();

      await change(harness, { put: 'no-chat', chat: parents });
      expect(await chats.find(parents)).toBeUndefined();
      expect((await chats.all()).map(({ ref }) => ref)).toEqual([pupils]);
    });

    promise('the bot is in are known, registered or not', async (harness) => {
      const { chats } = harness.stores;
      const presence = (chat: typeof parents, present: boolean): Change => ({
        put: 'presence',
        chat,
        present,
        at: NOW,
      });
      await change(harness, presence(parents, true), presence(pupils, true), presence(parents, true));
      await change(harness, presence(pupils, false));

      expect(await chats.present()).toEqual([parents]);
      expect(await chats.all()).toEqual([]);

      await change(harness, { put: 'chat', chat: { ...registered, ref: pupils } });
      expect([...(await chats.present())].sort()).toEqual([parents, pupils]);
    });
  });

export const personalCodes = (make: Make) =>
  describe('personal codes', () => {
    const promise = promising(make);
    const issued = (code: string, over: object = {}) => ({ code, person: 'p02', issue: 1, until: NOW + DAY, ...over });

    promise('belong to a person until their time is over', async ({ stores: { codes } }) => {
      await codes.issue([issued('AAAAAAAA'), issued('BBBBBBBB', { person: 'p03' })]);

      expect(await codes.whose('AAAAAAAA', NOW)).toBe('p02');
      expect(await codes.whose('BBBBBBBB', NOW)).toBe('p03');
      expect(await codes.whose('CCCCCCCC', NOW)).toBeUndefined();
      expect(await codes.whose('AAAAAAAA', NOW + DAY)).toBeUndefined();
    });

    promise('work once, and no new issue of the same code revives them', async (harness) => {
      const { codes } = harness.stores;
      await codes.issue([issued('AAAAAAAA')]);
      await change(harness, { put: 'used-code', code: 'AAAAAAAA', at: NOW });
      await codes.issue([issued('AAAAAAAA', { until: NOW + 9 * DAY })]);

      expect(await codes.whose('AAAAAAAA', NOW)).toBeUndefined();
      expect(await codes.issueOf('p02')).toBe(1);
    });

    promise('work for one of two that use the same one at the same moment', async (harness) => {
      const { codes, ledger, people } = harness.stores;
      await people.put([petrov]);
      await codes.issue([issued('AAAAAAAA')]);
      const use = (account: typeof denis) =>
        ledger.settle(
          settlement(harness.vault, account, {
            changes: [
              { put: 'link', account, person: petrov.id, at: NOW },
              { put: 'used-code', code: 'AAAAAAAA', at: NOW },
            ],
          }),
        );

      const ends = await Promise.all([use(denis), use(elena)]);

      expect([...ends].sort()).toEqual(['settled', 'stale']);
      expect(await people.accountsOf(petrov.id)).toHaveLength(1);
      expect(await harness.stores.journal.verify()).toMatchObject({ entries: 1, broken: [] });
      const loser = ends[0] === 'stale' ? denis : elena;
      expect(await ledger.settled(loser)).toBe(false);
    });

    promise('are prolonged by being issued again', async ({ stores: { codes } }) => {
      await codes.issue([issued('AAAAAAAA')]);
      await codes.issue([issued('AAAAAAAA', { until: NOW + 2 * DAY })]);

      expect(await codes.whose('AAAAAAAA', NOW + DAY)).toBe('p02');
    });

    promise('give way to the next issue for the same person', async ({ stores: { codes } }) => {
      expect(await codes.issueOf('p02')).toBe(0);
      await codes.issue([issued('AAAAAAAA')]);
      await codes.issue([issued('BBBBBBBB', { issue: 2 })]);

      expect(await codes.issueOf('p02')).toBe(2);
      expect(await codes.whose('AAAAAAAA', NOW)).toBeUndefined();
      expect(await codes.whose('BBBBBBBB', NOW)).toBe('p02');
    });

    promise('are issued by a settlement, each issue once, and the older one is dead', async ({ vault, stores }) => {
      const { codes, ledger } = stores;
      const issue = (key: string, code: string, number: number) => {
        const put = { ...issued(code, { issue: number }), put: 'issued-code', was: number - 1 } as const;
        return ledger.settle(settlement(vault, key, { changes: [put] }));
      };
      expect(await issue('first', 'AAAAAAAA', 1)).toBe('settled');
      const ends = await Promise.all([issue('second', 'BBBBBBBB', 2), issue('third', 'CCCCCCCC', 2)]);

      expect([...ends].sort()).toEqual(['settled', 'stale']);
      expect(await codes.issueOf('p02')).toBe(2);
      expect(await codes.whose('AAAAAAAA', NOW)).toBeUndefined();
      expect(await codes.whose(ends[0] === 'settled' ? 'BBBBBBBB' : 'CCCCCCCC', NOW)).toBe('p02');
    });

    promise('that were used are not issued again by a settlement', async (harness) => {
      const { ledger, codes } = harness.stores;
      await codes.issue([issued('AAAAAAAA')]);
      await change(harness, { put: 'used-code', code: 'AAAAAAAA', at: NOW });
      const put = { ...issued('AAAAAAAA'), put: 'issued-code', was: 1 } as const;

      expect(await ledger.settle(settlement(harness.vault, 'again', { changes: [put] }))).toBe('stale');
      expect(await codes.whose('AAAAAAAA', NOW)).toBeUndefined();
    });

    promise('are guessed wrong so many times an hour, by one account and by all', async (harness) => {
      const { codes } = harness.stores;
      const wrong = (account: typeof denis, at: number): Change => ({ put: 'wrong-code', account, at });
      await change(harness, wrong(denis, NOW), wrong(elena, NOW + 1));
      await change(harness, wrong(denis, NOW + 2));

      expect(await codes.wrong(denis, NOW + 2)).toEqual({ account: 2, school: 3 });
      expect(await codes.wrong(elena, NOW + 2)).toEqual({ account: 1, school: 3 });
      expect(await codes.wrong(denis, NOW + HOUR + 1)).toEqual({ account: 1, school: 1 });
      expect(await codes.wrong(denis, NOW + HOUR + 3)).toEqual({ account: 0, school: 0 });
    });

    promise('are counted wrong each time, though they come in the same moment', async (harness) => {
      const wrong: Change = { put: 'wrong-code', account: denis, at: NOW };
      for (const _ of [1, 2, 3]) await change(harness, wrong);

      expect(await harness.stores.codes.wrong(denis, NOW)).toEqual({ account: 3, school: 3 });
    });

    promise('of an older issue do not come back when they are issued once more', async ({ stores: { codes } }) => {
      await codes.issue([issued('BBBBBBBB', { issue: 2 })]);
      await codes.issue([issued('AAAAAAAA', { issue: 1 })]);

      expect(await codes.issueOf('p02')).toBe(2);
      expect(await codes.whose('AAAAAAAA', NOW)).toBeUndefined();
      expect(await codes.whose('BBBBBBBB', NOW)).toBe('p02');
    });
  });

export const bookmarks = (make: Make) =>
  describe('cursors', () => {
    const promise = promising(make);

    promise('say where listening stopped, per messenger', async ({ stores: { cursors } }) => {
      expect(await cursors.load('memory')).toBeUndefined();
      expect(await cursors.seen('memory')).toEqual(new Map());

      await cursors.save('memory', '17', new Map([[parents, 4]]));
      await cursors.save('vk', '3', new Map());

      expect(await cursors.load('memory')).toBe('17');
      expect(await cursors.load('vk')).toBe('3');
      expect(await cursors.seen('memory')).toEqual(new Map([[parents, 4]]));
    });

    promise('remember the last number seen in each chat', async ({ stores: { cursors } }) => {
      await cursors.save('memory', '17', new Map([[parents, 4]]));
      await cursors.save(
        'memory',
        '18',
        new Map([
          [parents, 6],
          [pupils, 9],
        ]),
      );

      expect(await cursors.seen('memory')).toEqual(
        new Map([
          [parents, 6],
          [pupils, 9],
        ]),
      );
      expect(await cursors.seen('vk')).toEqual(new Map());
    });
  });
