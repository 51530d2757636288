import { keep } from '../../src/domain/records.js';
import { DAY, HOUR, MINUTE } from '../../src/domain/time.js';
import { last, latest, objects, opened, RUDE, SORRY, until } from './appeals.js';
import { ADMINISTRATOR, type School, scene } from './world.js';

/** Friday, 9 October 2026, 12:00 in Moscow. */
const FRIDAY = Date.UTC(2026, 9, 9, 9, 0);

const orders = async (school: School, words: string): Promise<void> => {
  await school.says(ADMINISTRATOR, school.dialog(ADMINISTRATOR), words);
  await school.presses(ADMINISTRATOR, school.dialog(ADMINISTRATOR), 'Выполнить');
};

/** A parent of 5А has objected to a warning, and the class teacher is to decide. */
const objected = async (school: School): Promise<void> => {
  const parents = await opened(school, 'u01');
  await school.says('p02', parents, RUDE);
  await objects(school, 'p02', SORRY);
  expect((await latest(school)).appeal?.to).toBe('k01');
};

describe('SC-09 step 8: open objections when people move', () => {
  scene(
    'another class teacher from Monday on: the deputy decides, the objector learns so in the morning, neither teacher may',
    async (school) => {
      await objected(school);
      await orders(school, '/движение смена k01 u01 с 12.10.2026 приказ 01-10-42 от 05.10.2026');
      expect((await latest(school)).appeal?.to).toBe('k01');

      await until(school, FRIDAY + 2 * DAY + 13 * HOUR);
      expect(last(school, 'p02')).not.toBe('Возражение рассмотрит заместитель директора.');
      await until(school, FRIDAY + 2 * DAY + 20 * HOUR + MINUTE);

      expect(last(school, 'p02')).toBe('Возражение рассмотрит заместитель директора.');
      expect((await latest(school)).appeal?.to).toBe('z01');
      expect(last(school, 'z01')).toContain('Возражение № 1 (дело № 1).');

      await school.presses('k01', school.dialog('k01'), 'Удовлетворить');
      expect(last(school, 'k01')).toContain('Возражение № 1 рассматриваете не Вы');
      expect((await latest(school)).appeal?.decided).toBeUndefined();
    },
    { at: FRIDAY },
  );

  scene(
    'the class teacher leaves the school: the deputy decides',
    async (school) => {
      await objected(school);
      await school.passes(MINUTE);
      await orders(school, '/движение увольнение k01 приказ 01-10-43 от 09.10.2026');

      expect((await latest(school)).appeal?.to).toBe('z01');
      expect(last(school, 'z01')).toContain('Возражение № 1 (дело № 1).');
    },
    { at: FRIDAY },
  );

  scene(
    'the pupil who objected moves to another class: the deputy decides, for neither class teacher stands near',
    async (school) => {
      const pupils = await school.chat('class_students');
      await school.chat('class_students', { class: '5Б' });
      for (const who of ['s01', 'k01', 'z01', 'a01']) await school.allows(who);
      await school.says('s01', pupils, RUDE);
      await objects(school, 's01', 'Это из книги');
      expect((await latest(school)).appeal?.to).toBe('k01');

      await school.passes(MINUTE);
      await orders(school, '/движение перевод s01 5А 5Б приказ 03-05-17 от 02.10.2026');

      expect((await latest(school)).appeal?.to).toBe('z01');
      expect(last(school, 's01')).toBe('Возражение рассмотрит заместитель директора.');
    },
    { at: FRIDAY },
  );

  scene(
    'whoever objected leaves the school: it may still be decided, and is forgotten with the rest of what was known',
    async (school) => {
      const parents = await opened(school);
      await school.says('p03', parents, RUDE);
      await objects(school, 'p03', SORRY);
      await school.passes(MINUTE);
      await orders(school, '/движение отчисление s03 приказ 03-05-18 от 05.10.2026');
      expect((await latest(school)).appeal?.decided).toBeUndefined();

      await until(school, FRIDAY + 32 * DAY);

      for (const kind of ['case', 'evidence', 'conduct'] as const)
        expect(await school.stores.records.all(kind)).toEqual([]);
      const told = school.hears(school.dialog('k01')).length;
      await school.presses('k01', school.dialog('k01'), 'Удовлетворить');
      expect(school.hears(school.dialog('k01')).length - told).toBeLessThan(2);
      await school.passes(7 * DAY);
      expect((await school.journal()).filter((entry) => entry.kind === 'parked')).toEqual([]);
    },
    { at: FRIDAY },
  );

  scene(
    'a parent who objected for a child is forgotten: the objection stays, without the parent and the words',
    async (school) => {
      const pupils = await school.chat('class_students');
      for (const who of ['s02', 'p02', 'k01']) await school.allows(who);
      await school.says('s02', pupils, RUDE);
      await school.says('p02', school.dialog('p02'), '/возражение');
      await school.presses('p02', school.dialog('p02'), 'Дело № 1');
      await school.says('p02', school.dialog('p02'), SORRY);
      expect((await latest(school)).appeal).toMatchObject({ by: 'p02', words: SORRY });

      const timer = { key: 'purge:p02', at: school.clock.now() + MINUTE, job: 'purge', data: { person: 'p02' } };
      const left = { at: school.clock.now(), act: 'приказ 1', purge: school.clock.now() };
      const standing = await school.stores.records.get('standing', 'p02');
      await school.stores.ledger.settle({
        key: 'leaves',
        entry: { id: 'n:leaves', at: 0, kind: 'note', detail: 'leaves' },
        changes: [keep('standing', 'p02', { left }, standing), { put: 'timer', timer }],
        rows: [],
        chain: 'cli',
      });
      await school.passes(2 * MINUTE);

      expect(await school.stores.people.find('p02')).toBeUndefined();
      const { appeal } = await latest(school);
      expect([appeal?.by, appeal?.words, appeal?.to]).toEqual([undefined, '', 'k01']);
    },
    { at: FRIDAY },
  );

  scene(
    'whoever objected leaves the school, and it is granted: told, and nothing is published in the school’s chat',
    async (school) => {
      const parents = await opened(school);
      await school.says('p03', parents, RUDE);
      await objects(school, 'p03', SORRY);
      await school.passes(MINUTE);
      await orders(school, '/движение отчисление s03 приказ 03-05-18 от 05.10.2026');

      await school.presses('k01', school.dialog('k01'), 'Удовлетворить');
      await school.presses('k01', school.dialog('k01'), 'Без пояснений');

      expect(last(school, 'p03')).toContain('Возражение № 1 удовлетворено.');
      expect(school.buttons(school.dialog('p03'))).toEqual([]);
      expect(school.sees(parents).join()).not.toContain(RUDE);
    },
    { at: FRIDAY },
  );
});
