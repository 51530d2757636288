import { keep } from '../../src/domain/records.js';
import type { PlaceRef } from '../../src/domain/refs.js';
import { type School, scene } from './world.js';

/** Monday, 14 September 2026, 09:00 in Moscow. */
const MONDAY = Date.UTC(2026, 8, 14, 6, 0);
const HOUR = 3_600_000;
const MINUTE = 60_000;
const TEXT = 'С 21 сентября изменяется расписание звонков. Первый урок – в 8:30.';
const COMMAND = `/объявление родители всей школы до 16.09 18:00: ${TEXT}`;
const PUBLISHED = `${TEXT}\n\nПросим подтвердить ознакомление кнопкой «Ознакомлен(а)» до 16.09.2026 18:00.\nДиректор З. М. Первова`;

const last = (school: School, where: PlaceRef) => school.hears(where).at(-1);
const set = async (school: School, smallGroup: number) => {
  const entry = { id: 'n:set', at: school.clock.now(), kind: 'note', detail: 'settings' } as const;
  const changes = [keep('settings', 'school', { smallGroup }, undefined)];
  await school.stores.ledger.settle({ key: 'set', entry, changes, rows: [], chain: 'cli' });
};

const opened = async (school: School, smallGroup = 0) => {
  await set(school, smallGroup);
  for (const who of ['d01', 'a01', 'z01', 'k01', 'k02', 'p01', 'p02', 'p03', 'p04']) await school.allows(who);
  const parents5a = await school.chat('class_parents', { class: '5А' });
  const parents5b = await school.chat('class_parents', { class: '5Б' });
  const ref = school.newChat();
  await school.stores.chats.put({
    ref,
    kind: 'channel_school',
    mode: 'act',
    registered: { by: 'a01', at: school.clock.now() },
  });
  return { parents5a, parents5b, channel: ref, rooms: [parents5a, parents5b, ref] };
};
const published = async (school: School) => {
  const places = await opened(school);
  await school.says('d01', school.dialog('d01'), COMMAND);
  await school.passes(MINUTE);
  await school.presses('d01', school.dialog('d01'), 'Опубликовать');
  return places;
};

describe("SC-07: the director's announcement", () => {
  scene(
    'is shown before, published once, read by three of four, and told of at the deadline',
    async (school) => {
      const { parents5a, parents5b, rooms } = await opened(school);
      const d01 = school.dialog('d01');

      await school.says('d01', d01, COMMAND);
      expect(last(school, d01)).toContain(
        'Получатели: 4 родителя (чаты «5А – родители», «5Б – родители») и канал «Общешкольный». Опубликовать?',
      );
      for (const room of rooms) expect(school.hears(room)).toEqual([]);

      await school.passes(MINUTE);
      await school.presses('d01', d01, 'Опубликовать');
      for (const room of rooms) expect(school.hears(room)).toEqual([PUBLISHED]);
      expect(last(school, school.dialog('a01'))).toContain(PUBLISHED);
      expect(last(school, d01)).toMatch(/^Опубликовано\./u);

      await school.passes(9 * MINUTE);
      expect(await school.presses('p01', parents5a, 'Ознакомлен(а)')).toBe('Спасибо, отмечено.');
      await school.passes(3 * HOUR);
      expect(await school.presses('p02', parents5a, 'Ознакомлен(а)')).toBe('Спасибо, отмечено.');
      await school.passes(6 * HOUR);
      expect(await school.presses('p04', parents5b, 'Ознакомлен(а)')).toBe('Спасибо, отмечено.');
      expect(await school.presses('p01', parents5a, 'Ознакомлен(а)')).toBe('Ваше ознакомление уже отмечено. Спасибо!');
      for (const room of rooms) expect(school.hears(room)).toEqual([PUBLISHED]);

      // 15.09, 09:00
      await school.passes(MONDAY + 24 * HOUR - school.clock.now());
      const remind =
        'Напоминаем об объявлении «С 21 сентября изменяется расписание звонков» от 14.09.2026. Пожалуйста, отметьте ознакомление.';
      expect(school.hears(school.dialog('p03'))).toEqual([remind]);
      await school.passes(24 * HOUR);
      expect(school.hears(school.dialog('p03'))).toEqual([remind, remind]);
      for (const who of ['p01', 'p02', 'p04']) expect(school.hears(school.dialog(who))).toEqual([]);

      // 16.09, 18:00
      await school.passes(9 * HOUR);
      expect(last(school, d01)).toContain('Ознакомлены 3 из 4 (75 %). 5А: 2 из 3. 5Б: 1 из 1.');
      expect(last(school, d01)).not.toContain('Сидорова');
      expect(last(school, school.dialog('k01'))).toContain('Не отметила ознакомление: Сидорова Е. В.');
      expect(school.hears(school.dialog('k02')).join()).not.toContain('ознакомление');
      // Nothing about it in a group but the announcement itself.
      for (const room of rooms)
        expect(school.hears(room).filter((words) => /ознакомлен/iu.test(words))).toEqual([PUBLISHED]);
      for (const room of rooms) expect(school.hears(room)[0]).toBe(PUBLISHED);

      await school.passes(48 * HOUR);
      expect(school.hears(school.dialog('p03'))).toEqual([remind, remind]);
    },
    { at: MONDAY },
  );

  scene(
    'groups that are too small are not broken down',
    async (school) => {
      await opened(school, 5);
      await school.says('d01', school.dialog('d01'), COMMAND);
      await school.presses('d01', school.dialog('d01'), 'Опубликовать');
      await school.passes(57 * HOUR);
      expect(last(school, school.dialog('d01'))).toContain(
        'Ознакомлены 0 из 4 (0 %). Классы, где получателей мало, отдельно не показаны.',
      );
    },
    { at: MONDAY },
  );

  scene(
    'a misprint is mended where it stands, and nobody is asked again',
    async (school) => {
      const { parents5a, rooms } = await published(school);
      const d01 = school.dialog('d01');
      await school.presses('p01', parents5a, 'Ознакомлен(а)');

      await school.says('d01', d01, '/объявление 1');
      await school.presses('d01', d01, 'Изменить');
      await school.says('d01', d01, TEXT.replace('звонков', 'всех звонков'));
      await school.presses('d01', d01, 'Опечатка');

      for (const room of rooms) expect(school.hears(room)).toEqual([PUBLISHED.replace('звонков', 'всех звонков')]);
      expect(await school.presses('p01', parents5a, 'Ознакомлен(а)')).toBe('Ваше ознакомление уже отмечено. Спасибо!');
    },
    { at: MONDAY },
  );

  scene(
    'an essential change is version 2 and is acknowledged again',
    async (school) => {
      const { parents5a, rooms } = await published(school);
      const d01 = school.dialog('d01');
      await school.presses('p01', parents5a, 'Ознакомлен(а)');

      await school.says('d01', d01, '/объявление № 1');
      expect(last(school, d01)).toContain('Ознакомлены 1 из 4');
      await school.presses('d01', d01, 'Изменить');
      await school.says('d01', d01, 'Расписание звонков изменяется с 28 сентября.');
      await school.presses('d01', d01, 'Существенное изменение');

      for (const room of rooms) {
        expect(school.hears(room)).toHaveLength(2);
        expect(last(school, room)).toContain('УТОЧНЕНИЕ. Расписание звонков изменяется с 28 сентября.');
      }
      await school.says('d01', d01, '/объявление 1');
      expect(last(school, d01)).toContain('Ознакомлены 0 из 4');
      expect(await school.presses('p01', parents5a, 'Ознакомлен(а)')).toBe('Спасибо, отмечено.');
    },
    { at: MONDAY },
  );

  scene(
    'is taken back wherever it stands',
    async (school) => {
      const { rooms, parents5a } = await published(school);
      const d01 = school.dialog('d01');
      await school.says('d01', d01, '/объявление 1');
      await school.presses('d01', d01, 'Отозвать');
      await school.presses('d01', d01, 'Да, отозвать');
      for (const room of rooms) expect(school.hears(room)).toEqual([]);
      await school.passes(60 * HOUR);
      expect(school.hears(school.dialog('p03'))).toEqual([]);
      expect(() => school.presses('p01', parents5a, 'Ознакомлен(а)')).toBeDefined();
    },
    { at: MONDAY },
  );

  scene(
    'in quiet hours it waits for the morning',
    async (school) => {
      const { rooms } = await opened(school);
      const d01 = school.dialog('d01');
      await school.says('d01', d01, COMMAND);
      expect(last(school, d01)).toContain('Сейчас тихие часы. Опубликовать в 08:00 или как срочное?');
      expect(school.buttons(d01)).toEqual(['В 08:00', 'Срочно', 'Отмена']);
      await school.presses('d01', d01, 'В 08:00');
      expect(last(school, d01)).toContain('выйдет 15.09.2026 в 08:00');
      for (const room of rooms) expect(school.hears(room)).toEqual([]);
      await school.passes(10 * HOUR);
      // The chats are greeted in the morning too.
      for (const room of rooms) expect(school.hears(room).filter((words) => words === PUBLISHED)).toHaveLength(1);
    },
    { at: MONDAY + 13 * HOUR },
  );

  scene(
    'or goes out at once as urgent, with its reason on record',
    async (school) => {
      const { rooms } = await opened(school);
      const d01 = school.dialog('d01');
      await school.says('d01', d01, COMMAND);
      await school.passes(5 * MINUTE);
      await school.presses('d01', d01, 'Срочно');
      await school.says('d01', d01, 'Авария на теплотрассе');
      for (const room of rooms) expect(last(school, room)).toContain(`СРОЧНО. ${TEXT}`);
      expect((await school.stores.records.get('announcement', '1'))?.value.urgent?.reason).toBe(
        'Авария на теплотрассе',
      );
      expect(
        (await school.journal()).some(
          (entry) => 'because' in entry && String(entry.because).endsWith(':urgent:in-words'),
        ),
      ).toBe(true);
    },
    { at: MONDAY + 13 * HOUR },
  );

  scene(
    'a class teacher is asked twice before waking the class, and cannot wake another one',
    async (school) => {
      const { parents5a } = await opened(school);
      const k01 = school.dialog('k01');
      await school.says('k01', k01, '/объявление родители 5А: Завтра без первого урока');
      await school.presses('k01', k01, 'Срочно');
      await school.presses('k01', k01, 'Изменились занятия');
      expect(last(school, k01)).toContain('Отправить?');
      expect(school.hears(parents5a)).toEqual([]);
      await school.presses('k01', k01, 'Да, отправить');
      expect(last(school, parents5a)).toContain('СРОЧНО. Завтра без первого урока');
    },
    { at: MONDAY + 13 * HOUR },
  );
});
