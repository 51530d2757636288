import type { PlaceRef } from '../../src/domain/refs.js';
import { type School, scene } from './world.js';

/** Monday, 14 September 2026, 10:00 in Moscow. */
const MONDAY = Date.UTC(2026, 8, 14, 7, 0);
const SECOND = 1_000;
const HOUR = 3_600_000;
const COMMAND = '/опрос родители 5А до завтра 18:00: Кто идёт в музей? Да; Нет; Не знаю';

const last = (school: School, where: PlaceRef) => school.hears(where).at(-1);
const asked = async (school: School, command = COMMAND) => {
  for (const who of ['k01', 'p01', 'p02', 'p03']) await school.allows(who);
  const parents = await school.chat('class_parents', { class: '5А' });
  const k01 = school.dialog('k01');
  await school.says('k01', k01, command);
  await school.presses('k01', k01, 'Опубликовать');
  return { parents, k01 };
};

describe('a poll', () => {
  scene(
    'is answered by buttons, counted where it stands at most every ten seconds, and ends with a picture and a table',
    async (school) => {
      const { parents, k01 } = await asked(school);
      expect(school.buttons(parents)).toEqual(['Да', 'Нет', 'Не знаю']);
      expect(await school.presses('p01', parents, 'Да')).toBe('Ваш ответ: Да');
      expect(await school.presses('p02', parents, 'Нет')).toBe('Ваш ответ: Нет');
      expect(await school.presses('p01', parents, 'Да')).toBe('Ваш ответ: Да');
      expect(last(school, parents)).toContain('Ответили: 0.');
      await school.passes(9 * SECOND);
      expect(last(school, parents)).toContain('Ответили: 0.');
      await school.passes(2 * SECOND);
      expect(last(school, parents)).toContain('– Да: 1\n– Нет: 1\n– Не знаю: 0');
      expect(await school.presses('p02', parents, 'Да')).toBe('Ваш ответ: Да');
      expect(await school.presses('u01', parents, 'Да')).toBe('Этот опрос адресован другим участникам');

      await school.passes(33 * HOUR);
      expect(
        school
          .hears(parents)
          .some((words) => words.includes('– Да: 2\n– Нет: 0\n– Не знаю: 0\nОпрос завершён. Ответили: 2.')),
      ).toBe(true);
      expect(school.files(parents).map(({ name, kind }) => [name, kind])).toEqual([['Итоги опроса 1.png', 'picture']]);
      expect(school.files(k01).map(({ name }) => name)).toEqual(['Итоги опроса 1.png', 'Итоги опроса 1.csv']);
      const table = Buffer.from(school.files(k01)[1]?.base64 ?? '', 'base64').toString('utf8');
      expect(table).toBe('\uFEFFответ;голосов\r\nДа;2\r\nНет;0\r\nНе знаю;0\r\nвсего ответили;2\r\n');
      // Nobody will ever know who answered what.
      expect(await school.stores.records.all('ballots')).toEqual([]);
    },
    { at: MONDAY },
  );

  scene(
    'of several answers takes them in and out; with names it says so beforehand',
    async (school) => {
      const { parents, k01 } = await asked(
        school,
        '/опрос родители 5А, несколько, с именами: Что принести? Сок; Печенье; Фрукты',
      );
      expect(last(school, parents)).toContain('Можно выбрать несколько ответов. Имена увидит автор опроса.');
      await school.presses('p01', parents, 'Сок');
      await school.presses('p01', parents, 'Фрукты');
      expect(await school.presses('p01', parents, 'Сок')).toBe('Ответ снят: Сок');
      await school.passes(50 * HOUR);
      const table = Buffer.from(school.files(k01)[1]?.base64 ?? '', 'base64').toString('utf8');
      expect(table).toContain('Иванова Ольга Николаевна;Фрукты');
      expect(table).toContain('Сок;0');
    },
    { at: MONDAY },
  );

  scene(
    'is asked by whoever keeps order in the chat, and not at night',
    async (school) => {
      await asked(school);
      await school.says('u01', school.dialog('u01'), COMMAND);
      expect(await school.stores.records.all('poll')).toHaveLength(0);
    },
    { at: MONDAY + 11 * HOUR },
  );
});
