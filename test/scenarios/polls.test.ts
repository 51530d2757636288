import { keep } from '../../src/domain/records.js';
import { last, MONDAY } from './announcements.js';
import { type School, scene } from './world.js';

const SECOND = 1_000;
const HOUR = 3_600_000;
const COMMAND = '/опрос родители 5А до завтра 18:00: Кто идёт в музей? Да; Нет; Не знаю';

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
    'that is made in quiet hours goes out in the morning, and its author is told when',
    async (school) => {
      for (const who of ['k01', 'p01']) await school.allows(who);
      const parents = await school.chat('class_parents', { class: '5А' });
      const k01 = school.dialog('k01');
      await school.says('k01', k01, COMMAND);
      expect(last(school, k01)).toContain('Сейчас тихие часы, поэтому опрос выйдет 15.09.2026 в 08:00. Опубликовать?');
      await school.presses('k01', k01, 'Опубликовать');
      expect(last(school, k01)).toBe('Сейчас тихие часы. Опрос № 1 выйдет 15.09.2026 в 08:00.');
      await school.passes(10 * HOUR);
      expect(school.hears(parents).filter((words) => words.includes('музей'))).toEqual([]);
      await school.passes(2 * HOUR);
      expect(school.hears(parents).filter((words) => words.includes('музей'))).toHaveLength(1);
      expect(school.hears(k01).some((words) => words.includes('Опрос № 1 опубликован.'))).toBe(true);
      expect(await school.presses('p01', parents, 'Да')).toBe('Ваш ответ: Да');
    },
    { at: MONDAY + 11 * HOUR },
  );

  scene(
    'that waits for the morning is not held by whoever may not ask there any more',
    async (school) => {
      const { parents, k01 } = await asked(school);
      const teacher = await school.stores.people.find('k01');
      const entry = { id: 'n:other', at: school.clock.now(), kind: 'note', detail: 'test' } as const;
      if (teacher)
        await school.stores.ledger.settle({
          key: 'other',
          entry,
          changes: [{ put: 'person', person: { ...teacher, classes: ['7Б'] } }],
          rows: [],
          chain: 'cli',
        });
      await school.passes(10 * HOUR);
      expect(school.hears(parents).some((words) => words.includes('музей'))).toBe(false);
      expect(last(school, k01)).toBe('Опрос № 1 не вышел: проводить опросы в этих чатах Вы больше не можете.');
      expect((await school.stores.records.get('poll', '1'))?.value.state).toBe('dropped');
    },
    { at: MONDAY + 13 * HOUR },
  );

  scene(
    'for which the night leaves no time is not taken',
    async (school) => {
      await asked(school, '/опрос родители 5А до завтра 8:30: Кто идёт в музей?');
      expect(last(school, school.dialog('k01'))).toContain('на ответы не останется времени');
      expect(await school.stores.records.all('poll')).toEqual([]);
    },
    { at: MONDAY + 11 * HOUR },
  );

  scene(
    'is held by a pause, and so is its result',
    async (school) => {
      for (const who of ['d01', 'k01', 'p01']) await school.allows(who);
      const parents = await school.chat('class_parents', { class: '5А' });
      const [d01, k01] = [school.dialog('d01'), school.dialog('k01')];
      await school.says('d01', d01, '/пауза 5А на 2 часа');
      await school.says('k01', k01, COMMAND);
      await school.presses('k01', k01, 'Опубликовать');
      expect(last(school, k01)).toBe('Автоматические сообщения приостановлены. Опрос № 1 выйдет 14.09.2026 в 12:00.');
      await school.passes(HOUR);
      expect(school.hears(parents).filter((words) => words.includes('музей'))).toEqual([]);
      await school.passes(HOUR + SECOND);
      expect(school.buttons(parents)).toEqual(['Да', 'Нет', 'Не знаю']);

      await school.passes(29 * HOUR);
      await school.says('d01', d01, '/пауза 5А до 15.09 19:00');
      await school.passes(1.5 * HOUR);
      // It is closed in time, and told of afterwards.
      expect(school.hears(parents).some((words) => words.includes('Опрос завершён.'))).toBe(true);
      expect(school.files(parents)).toHaveLength(0);
      await school.passes(HOUR);
      expect(school.files(parents).map(({ name }) => name)).toEqual(['Итоги опроса 1.png']);
      expect(school.files(k01).map(({ name }) => name)).toEqual(['Итоги опроса 1.png', 'Итоги опроса 1.csv']);
    },
    { at: MONDAY },
  );

  scene(
    'of whoever may not ask there is laid before the class teacher, who holds it or returns it with a remark',
    async (school) => {
      for (const who of ['u01', 'k01', 'p01']) await school.allows(who);
      const parents = await school.chat('class_parents', { class: '5А' });
      const [u01, k01] = [school.dialog('u01'), school.dialog('k01')];
      await school.says('u01', u01, COMMAND);
      expect(last(school, u01)).toContain(
        'Опросы в чатах класса проводит классный руководитель. Передать опрос Ключевой М. П.?',
      );
      await school.presses('u01', u01, 'Передать');
      expect(last(school, u01)).toBe('Опрос № 1 передан: Ключевой М. П.');
      expect(last(school, k01)).toContain('Опрос № 1 предлагает учитель информатики Физиков А. П.');
      await school.presses('k01', k01, 'Вернуть с замечанием');
      await school.says('k01', k01, 'В среду контрольная');
      expect(last(school, u01)).toContain('Опрос № 1 возвращён с замечанием: В среду контрольная');
      expect(school.hears(parents).filter((words) => words.includes('музей'))).toEqual([]);

      await school.says('u01', u01, COMMAND);
      await school.presses('u01', u01, 'Передать');
      expect(await school.presses('k01', k01, 'Опубликовать')).toBe('Принято к публикации');
      expect(last(school, u01)).toBe('Опрос № 2 опубликован. Итоги пришлю, когда он закончится.');
      expect(school.buttons(parents)).toEqual(['Да', 'Нет', 'Не знаю']);
      await school.presses('p01', parents, 'Да');
      await school.passes(33 * HOUR);
      for (const who of [u01, k01])
        expect(school.files(who).map(({ name }) => name)).toEqual(['Итоги опроса 2.png', 'Итоги опроса 2.csv']);
    },
    { at: MONDAY },
  );

  scene(
    'and an announcement of the parents’ committee are proposed; names are not for a parent',
    async (school) => {
      for (const who of ['k01', 'p02']) await school.allows(who);
      const parents = await school.chat('class_parents', { class: '5А' });
      const entry = { id: 'n:committee', at: MONDAY, kind: 'note', detail: 'test' } as const;
      const standing = keep('standing', 'p02', { committee: ['5А'] }, undefined);
      await school.stores.ledger.settle({ key: 'committee', entry, changes: [standing], rows: [], chain: 'cli' });
      const [p02, k01] = [school.dialog('p02'), school.dialog('k01')];
      await school.says('p02', p02, '/опрос родители 5А до завтра 18:00, с именами: Кто печёт пирог?');
      expect(last(school, p02)).toContain('Кто как ответил, не видит никто.');
      await school.presses('p02', p02, 'Передать');
      await school.presses('k01', k01, 'Опубликовать');
      expect(last(school, parents)).toContain('Ответы анонимны.');

      await school.says('p02', p02, '/объявление родители 5А: Собираемся в субботу');
      expect(last(school, p02)).toContain('Передать текст Ключевой М. П.?');
      await school.presses('p02', p02, 'Передать');
      await school.presses('k01', k01, 'Опубликовать');
      expect(last(school, parents)).toContain('Собираемся в субботу');
      expect(last(school, parents)).toContain('По запросу: родитель Петров Д. О.');
      // Of another class nobody of it proposes anything.
      await school.chat('class_parents', { class: '5Б' });
      await school.says('p02', p02, '/опрос родители 5Б до завтра 18:00: Кто печёт пирог?');
      expect(await school.stores.records.all('poll')).toHaveLength(1);
    },
    { at: MONDAY },
  );

  scene(
    'is taken back by whoever asked it: it goes, and nobody can answer any more',
    async (school) => {
      const { parents, k01 } = await asked(school);
      await school.allows('u01');
      await school.presses('p01', parents, 'Да');
      await school.says('u01', school.dialog('u01'), '/опрос отозвать 1');
      expect(last(school, school.dialog('u01'))).toBe('Такого опроса среди Ваших нет.');
      expect(school.buttons(parents)).toEqual(['Да', 'Нет', 'Не знаю']);
      await school.says('k01', k01, '/опрос отозвать 1');
      expect(last(school, k01)).toBe('Опрос № 1 отозван, ответы уничтожены.');
      expect(school.hears(parents).filter((words) => words.includes('музей'))).toEqual([]);
      expect(await school.stores.records.all('ballots')).toEqual([]);
      await school.passes(50 * HOUR);
      expect(school.files(k01)).toHaveLength(0);
      await school.says('k01', k01, '/опрос отозвать 1');
      expect(last(school, k01)).toBe('Опрос уже завершён');
    },
    { at: MONDAY },
  );
});
