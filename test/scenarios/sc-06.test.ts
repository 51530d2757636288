import type { PlaceRef } from '../../src/domain/refs.js';
import { type School, scene } from './world.js';

/** Friday, 11 September 2026, 14:00 in Moscow. */
const FRIDAY = Date.UTC(2026, 8, 11, 11, 0);
const TEXT = 'В субботу, 12 сентября, в 10:00 олимпиада по информатике, кабинет 31';
const MINUTE = 60_000;

const opened = async (school: School) => {
  for (const who of ['u01', 'a01', 'z01', 'k01', 'd01', 'p01']) await school.allows(who);
  const channel = await school.chat('channel_school', { class: undefined as never });
  const { class: _none, ...rest } = (await school.stores.chats.find(channel))!;
  await school.stores.chats.put(rest);
  const informatics = await school.chat('subject', { class: '5А', subject: 'Информатика' });
  const parents = await school.chat('class_parents', { class: '5А' });
  return { channel, informatics, parents };
};
const last = (school: School, where: PlaceRef) => school.hears(where).at(-1);

describe('SC-06: a subject teacher wants to tell the whole school', () => {
  scene(
    'is told whose it is, asks, and the administrator publishes it',
    async (school) => {
      const { channel } = await opened(school);
      const u01 = school.dialog('u01');
      const a01 = school.dialog('a01');

      await school.says('u01', u01, `/объявление вся школа: ${TEXT}`);
      expect(last(school, u01)).toBe(
        'Публикация для всей школы доступна администратору платформы по запросу администрации и педагогических работников (п. 3.3 Положения). Отправить Ваш текст администратору на публикацию?',
      );
      expect(school.buttons(u01)).toEqual(['Отправить запрос', 'Изменить', 'Отмена']);
      expect(school.hears(channel)).toEqual([]);

      await school.presses('u01', u01, 'Отправить запрос');
      expect(last(school, u01)).toBe('Запрос № 1 передан администратору.');
      expect(last(school, a01)).toContain(
        'Запрос № 1 на публикацию.\nАвтор: учитель информатики Физиков А. П.\nПолучатели: вся школа – канал «Общешкольный».',
      );
      expect(last(school, a01)).toContain(TEXT);
      expect(school.buttons(a01)).toEqual(['Опубликовать', 'Вернуть с замечанием']);

      await school.passes(20 * MINUTE);
      await school.presses('a01', a01, 'Опубликовать');
      expect(school.hears(channel)).toHaveLength(1);
      expect(last(school, channel)?.split('\n')[0]).toBe(TEXT);
      expect(last(school, channel)?.split('\n').at(-1)).toBe('По запросу: учитель информатики Физиков А. П.');
      expect(last(school, u01)).toMatch(/^Опубликовано\./u);
      expect(school.hears(school.dialog('z01'))).toEqual([]);
    },
    { at: FRIDAY },
  );

  scene(
    'publishes at once in the own subject chat',
    async (school) => {
      const { informatics, parents } = await opened(school);
      const u01 = school.dialog('u01');

      await school.says('u01', u01, `/объявление Информатика 5А: ${TEXT}`);
      expect(last(school, u01)).toContain('Получатели: 4 обучающихся (чат «5А – Информатика»). Опубликовать?');
      await school.presses('u01', u01, 'Опубликовать');

      expect(last(school, informatics)).toContain(TEXT);
      expect(last(school, informatics)).toContain('Учитель информатики А. П. Физиков');
      expect(school.hears(parents)).toEqual([]);
    },
    { at: FRIDAY },
  );

  scene(
    'passes a text for parents on to the class teacher, who publishes it',
    async (school) => {
      const { parents } = await opened(school);
      const u01 = school.dialog('u01');
      const k01 = school.dialog('k01');

      await school.says('u01', u01, '/объявление 5А родители Принесите, пожалуйста, согласие на олимпиаду');
      expect(last(school, u01)).toBe(
        'Объявления родителям класса публикует классный руководитель. Передать текст Ключевой М. П.?',
      );
      await school.presses('u01', u01, 'Передать');
      expect(last(school, u01)).toBe('Запрос № 1 передан Ключевой М. П.');

      await school.presses('k01', k01, 'Опубликовать');
      expect(last(school, parents)).toContain('Принесите, пожалуйста, согласие на олимпиаду');
      expect(last(school, parents)).toContain('По запросу: учитель информатики Физиков А. П.');
    },
    { at: FRIDAY },
  );

  scene(
    'where only the administration may ask, the deputy agrees first',
    async (school) => {
      const { channel } = await opened(school);
      const u01 = school.dialog('u01');

      await school.says('u01', u01, `/объявление вся школа: ${TEXT}`);
      expect(last(school, u01)).toContain('по запросу администрации (п. 2.2 Положения)');
      await school.presses('u01', u01, 'Отправить запрос');
      expect(last(school, u01)).toBe('Запрос № 1 передан заместителю директора.');
      expect(school.hears(school.dialog('a01'))).toEqual([]);

      await school.presses('z01', school.dialog('z01'), 'Согласовать');
      expect(last(school, school.dialog('z01'))).toBe('Запрос № 1 согласован и передан администратору.');
      expect(school.hears(channel)).toEqual([]);

      await school.presses('a01', school.dialog('a01'), 'Опубликовать');
      expect(last(school, channel)).toContain(TEXT);
      expect(last(school, u01)).toMatch(/^Опубликовано\./u);
    },
    { at: FRIDAY, policy: 'oosh-19' },
  );

  scene(
    'a parent is refused, shown another way, and nothing is asked of anybody',
    async (school) => {
      const { channel } = await opened(school);
      const p01 = school.dialog('p01');

      await school.says('p01', p01, '/объявление вся школа: Продам велосипед');
      expect(last(school, p01)).toContain('/обращение');
      expect(await school.stores.records.all('request')).toEqual([]);
      expect(await school.stores.records.all('announcement')).toEqual([]);
      expect(school.hears(channel)).toEqual([]);
    },
    { at: FRIDAY },
  );

  scene(
    'is returned with a remark, mended, and asked for again',
    async (school) => {
      const { channel } = await opened(school);
      const u01 = school.dialog('u01');
      const a01 = school.dialog('a01');
      await school.says('u01', u01, `/объявление вся школа: ${TEXT}`);
      await school.presses('u01', u01, 'Отправить запрос');

      await school.presses('a01', a01, 'Вернуть с замечанием');
      await school.says('a01', a01, 'Укажите, пожалуйста, для каких классов');
      expect(last(school, a01)).toBe('Запрос № 1 возвращён автору.');
      expect(last(school, u01)).toBe('Запрос № 1 возвращён с замечанием: Укажите, пожалуйста, для каких классов');

      await school.presses('u01', u01, 'Исправить');
      await school.says('u01', u01, `${TEXT}, 5 классы`);
      await school.presses('u01', u01, 'Отправить запрос');
      expect(last(school, u01)).toBe('Запрос № 2 передан администратору.');
      expect(await school.presses('a01', a01, 'Опубликовать')).toBe('Принято к публикации');
      expect(last(school, channel)).toContain('5 классы');
    },
    { at: FRIDAY },
  );

  scene(
    'is taken back by its author before it is decided',
    async (school) => {
      await opened(school);
      const [u01, a01] = [school.dialog('u01'), school.dialog('a01')];
      await school.says('u01', u01, `/объявление вся школа: ${TEXT}`);
      await school.presses('u01', u01, 'Отправить запрос');
      await school.says('u01', u01, '/объявление 1');
      expect(last(school, u01)).toContain('ждёт решения.');
      await school.presses('u01', u01, 'Отозвать');
      await school.presses('u01', u01, 'Да, отозвать');
      expect(last(school, u01)).toBe('Объявление № 1 отменено, оно не выйдет.');
      expect(await school.presses('a01', a01, 'Опубликовать')).toBe('Уже рассмотрено');
    },
    { at: FRIDAY },
  );

  scene(
    'that is granted at night goes out in the morning, and its author is told when',
    async (school) => {
      const { channel } = await opened(school);
      const [u01, a01] = [school.dialog('u01'), school.dialog('a01')];
      await school.says('u01', u01, `/объявление вся школа: ${TEXT}`);
      await school.presses('u01', u01, 'Отправить запрос');
      await school.passes(9 * 60 * MINUTE);
      await school.presses('a01', a01, 'Опубликовать');
      expect(last(school, u01)).toBe('Запрос № 1 согласован. Объявление выйдет 12.09.2026 в 08:00.');
      expect(school.hears(channel)).toEqual([]);
      await school.passes(9 * 60 * MINUTE);
      expect(school.hears(channel).filter((words) => words.includes(TEXT))).toHaveLength(1);
    },
    { at: FRIDAY },
  );

  scene(
    'of two who decide, the second finds it decided',
    async (school) => {
      const { channel } = await opened(school);
      const u01 = school.dialog('u01');
      await school.says('u01', u01, `/объявление вся школа: ${TEXT}`);
      await school.presses('u01', u01, 'Отправить запрос');
      await school.says('a01', school.dialog('a01'), '/заявки');
      const [first] = (await school.stores.records.all('request')).map(({ value }) => value.state);
      expect(first).toBe('open');
      await school.presses('a01', school.dialog('a01'), 'Опубликовать');
      expect(school.hears(channel)).toHaveLength(1);
      await school.says('a01', school.dialog('a01'), '/заявки');
      expect(last(school, school.dialog('a01'))).toBe('Заявок, которые ждут Вашего решения, нет.');
    },
    { at: FRIDAY },
  );
});
