import { announcementsNow } from '../../src/app/announcements-board.js';
import { createSay } from '../../src/app/say.js';
import { settingsReader } from '../../src/app/settings.js';
import { type Line, recipientsId } from '../../src/domain/announcement.js';
import type { Change } from '../../src/domain/change.js';
import { keep } from '../../src/domain/records.js';
import { dialogRef } from '../../src/domain/refs.js';
import { type School, scene } from './world.js';

/** Monday, 14 September 2026, 09:00 in Moscow. */
const MONDAY = Date.UTC(2026, 8, 14, 6, 0);
const HOUR = 3_600_000;
const ru = createSay('ru');

/** What the page reads, with the smallest group that is counted. */
const board = async ({ stores, clock }: School, smallGroup = 0) => {
  const rows = await announcementsNow({
    ...stores,
    settings: settingsReader(stores.records, { smallGroup }),
    now: clock.now(),
  });
  return rows.map(({ audience, ...row }) => ({ ...row, audience: ru(audience) }));
};
const written = async ({ stores, clock }: School, ...changes: readonly Change[]): Promise<void> => {
  const entry = { id: 'n:test', at: clock.now(), kind: 'note', detail: 'test' } as const;
  await stores.ledger.settle({ key: 'test', entry, changes, rows: [], chain: 'cli' });
};
const opened = async (school: School) => {
  for (const who of ['d01', 'a01', 'k01', 'k02', 'p01', 'p02', 'p03', 'p04']) await school.allows(who);
  await school.chat('class_parents', { class: '5Б' });
  return school.chat('class_parents', { class: '5А' });
};

describe('how announcements go, for the page', () => {
  scene(
    'numbers of who has read it, and no name or word of it',
    async (school) => {
      const parents = await opened(school);
      const d01 = school.dialog('d01');
      await school.says('d01', d01, '/объявление родители всей школы до 16.09 18:00: Сидорова Елена принесла пирог');
      await school.presses('d01', d01, 'Опубликовать');
      await school.passes(HOUR);
      await school.presses('p01', parents, 'Ознакомлен(а)');

      const [row] = await board(school);
      expect(row).toMatchObject({
        number: 1,
        version: 1,
        audience: 'родители всей школы',
        state: 'sent',
        at: MONDAY,
        copies: 2,
        chats: 2,
        sent: 2,
        planned: 0,
        read: {
          until: Date.UTC(2026, 8, 16, 15),
          share: {
            acknowledged: 1,
            of: 4,
            percent: 25,
            classes: [
              { class: '5А', acknowledged: 1, of: 3 },
              { class: '5Б', acknowledged: 0, of: 1 },
            ],
            small: 0,
          },
        },
      });
      expect(JSON.stringify(row)).not.toMatch(/Сидоров|Иванов|пирог|p0[1-4]|:chat:|:dialog:/u);
      // Groups that are too small are not counted out.
      expect((await board(school, 5))[0]?.read?.share).toEqual({
        acknowledged: 1,
        of: 4,
        percent: 25,
        classes: [],
        small: 2,
      });
    },
    { at: MONDAY },
  );

  scene(
    'of a class that is a small group itself the page counts nobody',
    async (school) => {
      await opened(school);
      const k01 = school.dialog('k01');
      await school.says('k01', k01, '/объявление родители 5А до 16.09 18:00: Экскурсия');
      await school.presses('k01', k01, 'Опубликовать');
      expect((await board(school, 5))[0]?.read?.share).toBe('few');
      expect((await board(school, 3))[0]?.read?.share).toMatchObject({ of: 3 });
    },
    { at: MONDAY },
  );

  scene(
    'what waits stands with its time, what was taken back without its readers, the latest first',
    async (school) => {
      await opened(school);
      const k01 = school.dialog('k01');
      await school.says('k01', k01, '/объявление родители 5А завтра в 9:00: Фотограф');
      await school.presses('k01', k01, 'Опубликовать');
      await school.says('k01', k01, '/объявление родители 5А до 16.09 18:00: Экскурсия');
      await school.presses('k01', k01, 'Опубликовать');
      await school.says('k01', k01, '/объявление 2');
      await school.presses('k01', k01, 'Отозвать');
      await school.presses('k01', k01, 'Да, отозвать');

      expect(await board(school)).toMatchObject([
        { number: 2, state: 'withdrawn', copies: 1, withdrawn: 1 },
        { number: 1, state: 'waits', at: MONDAY + 24 * HOUR, copies: 0 },
      ]);
      expect((await board(school)).every(({ read }) => read === undefined)).toBe(true);
    },
    { at: MONDAY },
  );

  scene(
    'what is on its way stands first, with the time it takes at its pace',
    async (school) => {
      await opened(school);
      const k01 = school.dialog('k01');
      for (const words of ['Экскурсия', 'Музей']) {
        await school.says('k01', k01, `/объявление родители 5А: ${words}`);
        await school.presses('k01', k01, 'Опубликовать');
      }
      const held = await school.stores.records.get('announcement', '1');
      if (held === undefined) throw new Error('nothing was published');
      const line = (at: number): Line => ({ state: at < 20 ? 'sent' : 'planned', place: dialogRef('vk', 1_000 + at) });
      const lines = Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`x${at}`, line(at)]));
      const parts = await school.stores.records.get('recipients', recipientsId('1', 0));
      await written(
        school,
        keep('announcement', '1', { ...held.value, state: 'sending', published: MONDAY }, held),
        keep('recipients', recipientsId('1', 0), { announcement: '1', lines }, parts),
      );
      await school.passes(40_000 - (school.clock.now() - MONDAY));

      // 20 copies in 40 seconds: 30 more take a minute.
      expect(await board(school)).toMatchObject([
        { number: 1, state: 'sending', copies: 50, sent: 20, planned: 30, left: 60, stalled: false },
        { number: 2, state: 'sent' },
      ]);
    },
    { at: MONDAY },
  );
});
