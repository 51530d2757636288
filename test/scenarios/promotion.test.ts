import type { PlaceRef } from '../../src/domain/refs.js';
import { DAY, HOUR } from '../../src/domain/time.js';
import { parseRoster } from '../../src/roster/parse.js';
import { accountOf, type School, scene } from './world.js';

/** Tuesday, 1 September 2026, 09:00 in Moscow. */
const FIRST = Date.UTC(2026, 8, 1, 6, 0);
const last = (school: School, where: PlaceRef) => school.hears(where).at(-1);
const ORDER = 'приказ 45 от 25.08.2026';

/** A ninth and an eleventh form beside the school's own: t09 and t11 lead them; p11 has a child in 5А too, p12 has not. */
const MORE = parseRoster(`id;роль;фамилия;имя;отчество;класс;предмет;дети;основание
t09;классный руководитель;Девятова;Нина;Павловна;9А;химия;;приказ 1 от 28.08.2026
t11;классный руководитель;Одиннадцатов;Пётр;Юрьевич;11А;физика;;приказ 1 от 28.08.2026
n01;обучающийся;Девятый;Роман;;9А;;;
e01;обучающийся;Выпускной;Семён;;11А;;;
e02;обучающийся;Последняя;Анна;;11А;;;
p11;родитель;Выпускная;Мария;Ивановна;;;e01,s01;
p12;родитель;Последний;Игорь;Олегович;;;e02;
`).people;

const opened = async (school: School, more = false) => {
  for (const who of ['a01', 'k01', 'k02', 'p01', 'z01']) await school.allows(who);
  if (more) {
    await school.stores.people.put(MORE);
    await school.stores.ledger.settle({
      key: 'more',
      entry: { id: 'n:more', at: FIRST, kind: 'note', detail: 'more people' },
      changes: MORE.map(({ id }) => ({ put: 'link', account: accountOf(id), person: id, at: FIRST }) as const),
      rows: [],
      chain: 'cli',
    });
    for (const { id } of MORE) await school.allows(id);
  }
  const parents = await school.chat('class_parents', { class: '5А' });
  school.platform.world.change(parents, { title: '5 «А» родители' });
  return { parents, a01: school.dialog('a01'), k01: school.dialog('k01') };
};
const classesOf = async (school: School, id: string) => (await school.stores.people.find(id))?.classes;

describe('the classes of the school go a year on', () => {
  scene(
    'shown first with every number, then done in one step: people, rights, chats and their titles',
    async (school) => {
      const { parents, a01, k01 } = await opened(school);
      await school.says('a01', a01, `/перевод_классов ${ORDER}`);
      expect(last(school, a01)).toBe(
        [
          'Перевод по приказу № 45 от 25.08.2026 (п. 3.3 Положения).',
          'Классов: 2 (5А → 6А, 5Б → 6Б). Обучающихся: 5.',
          'Чатов перейдёт: 1; их названия в мессенджере изменю, если в них есть класс.',
          'Классные руководители идут со своими классами: 2. Замены оформите потом: /движение смена классного.',
          'Новых учеников загрузите списком: /список. Отменить можно в течение суток: /перевод_классов отменить.',
        ].join('\n'),
      );
      expect(school.buttons(a01)).toEqual(['Перевести', 'Отмена']);
      expect(await classesOf(school, 's01')).toEqual(['5А']);

      await school.presses('a01', a01, 'Перевести');
      expect(last(school, a01)).toContain('Переведено классов: 2, обучающихся: 5, чатов: 1.');
      await school.passes(1_000);
      expect(await classesOf(school, 's01')).toEqual(['6А']);
      expect(await classesOf(school, 'u01')).toEqual(['6А', '6Б']);
      expect((await school.stores.chats.find(parents))?.class).toBe('6А');
      expect(school.platform.world.chats.get(parents)?.title).toBe('6 «А» родители');
      expect(last(school, k01)).toBe(
        'Новый учебный год: Ваш класс теперь 6А (был 5А). Список класса и чаты перешли вместе с ним.',
      );
      // The class teacher's rights went with the class, and nobody was put out.
      await school.says('k01', k01, '/приглашения 6А родители');
      expect(last(school, k01)).not.toContain('5А');
      expect(school.members(parents)).toContain(accountOf('p01'));
    },
    { at: FIRST },
  );

  scene(
    'done once a year: pressed twice, said twice, it is the same',
    async (school) => {
      const { a01 } = await opened(school);
      await school.says('a01', a01, `/перевод_классов ${ORDER}`);
      await school.presses('a01', a01, 'Перевести');
      await school.says('a01', a01, `/перевод_классов ${ORDER}`);
      expect(last(school, a01)).toContain('В этом учебном году эти классы уже переведены: 01.09.2026 в 09:00');
      await school.passes(60 * DAY);
      await school.says('a01', a01, `/перевод_классов 6А ${ORDER}`);
      expect(last(school, a01)).toContain('уже переведены');
      expect(last(school, a01)).not.toContain('Отменить');
      expect(await classesOf(school, 's01')).toEqual(['6А']);
      expect((await school.stores.records.get('promotion', '2026'))?.value.steps[0]).not.toHaveProperty('before');
    },
    { at: FIRST },
  );

  scene(
    'one class alone cannot go where another one stays, and can when there is room',
    async (school) => {
      const { a01 } = await opened(school);
      await school.says('a01', a01, `/перевод_классов 5А ${ORDER}`);
      await school.presses('a01', a01, 'Перевести');
      expect(await classesOf(school, 'u01')).toEqual(['6А', '5Б']);
      const [pupil] = (await school.stores.people.all()).filter(({ id }) => id === 's05');
      if (pupil) await school.stores.people.put([{ ...pupil, classes: ['5А'] }]);
      await school.says('a01', a01, `/перевод_классов 5а ${ORDER}`);
      expect(last(school, a01)).toBe(
        'Перевести 5А в 6А нельзя: класс 6А уже есть и сам не переводится. Переведите всю школу сразу или сначала 6А.',
      );
      // The rest of the school follows later; what has gone goes no further.
      if (pupil) await school.stores.people.put([pupil]);
      await school.says('a01', a01, `/перевод_классов ${ORDER}`);
      await school.presses('a01', a01, 'Перевести');
      expect([await classesOf(school, 's01'), await classesOf(school, 's05')]).toEqual([['6А'], ['6Б']]);
    },
    { at: FIRST },
  );

  scene(
    'whose last year it was leaves, with parents who have no other child here; the ninth forms are asked about',
    async (school) => {
      const { a01 } = await opened(school, true);
      const leavers = await school.chat('class_parents', { class: '11А' });
      const common = await school.chat('channel_school');
      await school.stores.chats.put({
        ref: common,
        kind: 'channel_school',
        mode: 'act',
        registered: { by: 'a01', at: FIRST },
      });
      for (const who of ['e01', 'p11', 'p12']) await school.joins(who, common, 'k01');
      await school.says('a01', a01, `/перевод_классов ${ORDER}`);
      expect(last(school, a01)).toMatch(/^Куда идут обучающиеся 9-х классов \(9А\)\?/u);
      await school.presses('a01', a01, 'В 10 классы');
      expect(last(school, a01)).toContain('5А → 6А, 5Б → 6Б, 9А → 10А');
      expect(last(school, a01)).toContain(
        'Выпуск: 11А. Выбудут: обучающихся 2, родителей, у которых других детей в школе нет, 1. Данные о них в боте будут удалены до 01.10.2026. Чатов будет снято с учёта: 1, людей из них бот не удаляет.',
      );
      expect(last(school, a01)).toContain('Без класса останутся: 1.');
      await school.presses('a01', a01, 'Перевести');
      await school.passes(1_000);
      const find = (id: string) => school.stores.people.find(id);
      expect((await find('e01'))?.standing?.left?.act).toBe('приказ 45 от 25.08.2026');
      expect((await find('p11'))?.standing?.left).toBeUndefined();
      expect((await find('p12'))?.standing?.left).toBeDefined();
      expect((await find('t11'))?.role).toBe('teacher');
      expect((await find('n01'))?.classes).toEqual(['10А']);
      expect(await school.stores.chats.find(leavers)).toBeUndefined();
      const inside = school.members(common);
      expect([accountOf('e01'), accountOf('p12'), accountOf('p11')].map((one) => inside.includes(one))).toEqual([
        false,
        false,
        true,
      ]);
      expect(last(school, school.dialog('p12'))).toContain(
        'Участие в чатах завершено. Данные в боте будут удалены до 01.10.2026.',
      );
      expect(last(school, school.dialog('t11'))).toContain('Ваш класс 11А выпущен');
      await school.passes(31 * DAY);
      expect(await find('e02')).toBeUndefined();
    },
    { at: FIRST },
  );

  scene(
    'taken back within a day: classes, chats, titles, leavers; whoever was changed since stays',
    async (school) => {
      const { a01, parents } = await opened(school, true);
      await school.says('a01', a01, `/перевод_классов ${ORDER}`);
      await school.presses('a01', a01, 'Все выпускаются');
      await school.presses('a01', a01, 'Без сообщений выбывшим');
      expect(school.hears(school.dialog('p12'))).toEqual([]);
      await school.passes(HOUR);
      expect((await school.stores.people.find('n01'))?.standing?.left).toBeDefined();
      const s02 = await school.stores.people.find('s02');
      if (s02) await school.stores.people.put([{ ...s02, classes: ['6Б'] }]);

      await school.says('a01', a01, '/перевод_классов отменить');
      expect(last(school, a01)).toContain('Отменить перевод классов от 01.09.2026, 09:00 (приказ № 45 от 25.08.2026)?');
      await school.presses('a01', a01, 'Отменить перевод');
      expect(last(school, a01)).toContain('выбывших возвращено: 4');
      expect(last(school, a01)).toContain('Изменены за это время и оставлены как есть: 1.');
      await school.passes(1_000);
      expect(await classesOf(school, 's01')).toEqual(['5А']);
      expect(await classesOf(school, 's02')).toEqual(['6Б']);
      expect((await school.stores.people.find('n01'))?.standing?.left).toBeUndefined();
      expect((await school.stores.people.find('t11'))?.role).toBe('class-teacher');
      expect((await school.stores.chats.find(parents))?.class).toBe('5А');
      expect(school.platform.world.chats.get(parents)?.title).toBe('5 «А» родители');
      expect(last(school, school.dialog('t11'))).toContain('Ваш класс снова 11А');
      await school.says('a01', a01, '/перевод_классов отменить');
      expect(last(school, a01)).toMatch(/^Отменять нечего/u);
      // And it can be done again, rightly this time; nobody is forgotten by the first one.
      await school.passes(40 * DAY);
      expect(await school.stores.people.find('e01')).toBeDefined();
    },
    { at: FIRST },
  );

  scene(
    'a day later it is not taken back; who looks on while others change the list sees it anew',
    async (school) => {
      const { a01 } = await opened(school);
      await school.says('a01', a01, `/перевод_классов ${ORDER}`);
      const s02 = await school.stores.people.find('s02');
      if (s02) await school.stores.people.put([{ ...s02, classes: ['5Б'] }]);
      await school.presses('a01', a01, 'Перевести');
      expect(last(school, a01)).toMatch(/^Пока Вы смотрели, список или чаты изменились\. Теперь так\./u);
      expect(await classesOf(school, 's01')).toEqual(['5А']);
      await school.presses('a01', a01, 'Перевести');
      expect(await classesOf(school, 's02')).toEqual(['6Б']);
      await school.passes(DAY + HOUR);
      await school.says('a01', a01, '/перевод_классов отменить');
      expect(last(school, a01)).toMatch(/^Отменять нечего/u);
    },
    { at: FIRST },
  );

  scene(
    'open invites, moves and meetings go with the class; a chat whose title may not be changed is told of',
    async (school) => {
      const { a01, k01, parents } = await opened(school);
      await school.says(
        'z01',
        school.dialog('z01'),
        '/миграция добавить Telegram «5А ученики», ответственный k01, срок 15.09',
      );
      await school.leaves('p03', parents);
      await school.says('k01', k01, '/приглашения Сидорова 5А родители');
      await school.presses('k01', k01, 'Выпустить');
      const invites = async () =>
        (await school.stores.records.all('invite')).map(({ value }) => [value.person, value.class, value.state]);
      expect(await invites()).toEqual([['p03', '5А', expect.any(String)]]);
      await school.says('k01', k01, '/опрос родители 5А до завтра: Кто идёт в музей? Да; Нет');
      await school.presses('k01', k01, school.buttons(k01)[0] ?? '');
      await school.says('k01', k01, '/объявление родители 5А 03.09 в 10:00: Принесите дневники.');
      const classes = async () =>
        [...(await school.stores.records.all('poll')), ...(await school.stores.records.all('announcement'))].flatMap(
          ({ value }) => value.audience.classes,
        );
      const before = await classes();
      expect(before).toContain('5А');
      const chat = school.platform.world.chats.get(parents);
      school.platform.world.change(parents, { admins: chat?.admins.slice(1) ?? [] });
      await school.says('a01', a01, `/перевод_классов ${ORDER}`);
      await school.presses('a01', a01, 'Перевести');
      await school.passes(1_000);
      expect(await invites()).toEqual([['p03', '6А', expect.any(String)]]);
      expect((await school.stores.records.get('old-chat', '1'))?.value.class).toBe('6А');
      expect(await classes()).toEqual(before.map(() => '6А'));
      expect(await school.presses('p01', parents, 'Да')).toContain('Да');
      expect(last(school, a01)).toBe(
        'Не получилось переименовать в мессенджере: 1. Переименуйте, пожалуйста, сами:\n«6А – родители»',
      );
    },
    { at: FIRST },
  );

  scene(
    'done late in the evening: at once for the list, in the morning for whoever reads of it',
    async (school) => {
      const { a01, k01, parents } = await opened(school);
      await school.passes(14 * HOUR);
      await school.says('a01', a01, `/перевод_классов ${ORDER}`);
      await school.presses('a01', a01, 'Перевести');
      await school.passes(HOUR);
      expect(await classesOf(school, 's01')).toEqual(['6А']);
      expect(school.hears(k01)).toEqual([]);
      expect(school.platform.world.chats.get(parents)?.title).toBe('5 «А» родители');
      await school.passes(9 * HOUR);
      expect(school.hears(k01).join('\n')).toContain('Ваш класс теперь 6А');
      expect(school.platform.world.chats.get(parents)?.title).toBe('6 «А» родители');
    },
    { at: FIRST },
  );

  scene(
    'taken back in the same night nobody hears of it, no title is touched in the morning',
    async (school) => {
      const { a01, k01, parents } = await opened(school);
      await school.passes(14 * HOUR);
      await school.says('a01', a01, `/перевод_классов ${ORDER}`);
      await school.presses('a01', a01, 'Перевести');
      await school.says('a01', a01, '/перевод_классов отменить');
      await school.presses('a01', a01, 'Отменить перевод');
      await school.passes(10 * HOUR);
      expect(school.platform.world.chats.get(parents)?.title).toBe('5 «А» родители');
      expect(await classesOf(school, 's01')).toEqual(['5А']);
      expect(school.hears(k01).join('\n')).not.toContain('класс');
    },
    { at: FIRST },
  );

  scene(
    'needs an order that is issued, and the administrator; under oosh-19 as well',
    async (school) => {
      const { a01, k01 } = await opened(school);
      for (const words of ['', '5А', 'приказ', 'приказ 45 от 25.12.2026']) {
        await school.says('a01', a01, `/перевод_классов ${words}`);
        expect(last(school, a01)).toMatch(
          /^Укажите реквизиты уже изданного приказа о переводе \(п\. 2\.1 Положения\)/u,
        );
      }
      await school.says('k01', k01, `/перевод_классов ${ORDER}`);
      await school.says('a01', a01, `/перевод_классов 7Щ ${ORDER}`);
      expect(last(school, a01)).toBe('Класса 7Щ в списке школы нет.');
      expect(school.buttons(k01)).toEqual([]);
      await school.says('a01', a01, `/новый_учебный_год ${ORDER}`);
      await school.presses('a01', a01, 'Отмена');
      expect(await classesOf(school, 's01')).toEqual(['5А']);
    },
    { at: FIRST, policy: 'oosh-19' },
  );
});
