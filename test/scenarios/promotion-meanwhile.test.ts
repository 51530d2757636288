import { keep } from '../../src/domain/records.js';
import type { PlaceRef } from '../../src/domain/refs.js';
import { DAY, HOUR } from '../../src/domain/time.js';
import type { Settlement } from '../../src/ports/stores.js';
import { parseRoster } from '../../src/roster/parse.js';
import { accountOf, type School, scene } from './world.js';

/** Tuesday, 1 September 2026, 09:00 in Moscow. */
const FIRST = Date.UTC(2026, 8, 1, 6, 0);
const PROMOTE = '/перевод_классов приказ 45 от 25.08.2026';
const last = (school: School, where: PlaceRef) => school.hears(where).at(-1);
const classesOf = async (school: School, id: string) => (await school.stores.people.find(id))?.classes;

/** An eleventh form: t11 leads it, p12 has no other child here. */
const LEAVING = parseRoster(`id;роль;фамилия;имя;отчество;класс;предмет;дети;основание
t11;классный руководитель;Одиннадцатов;Пётр;Юрьевич;11А;физика;;приказ 1 от 28.08.2026
e02;обучающийся;Последняя;Анна;;11А;;;
p12;родитель;Последний;Игорь;Олегович;;;e02;
`).people;

let keys = 0;
const settles = async (school: School, changes: Settlement['changes']) => {
  keys += 1;
  const entry = { id: `n:meanwhile-${keys}`, at: FIRST, kind: 'note', detail: 'by somebody else' } as const;
  await school.stores.ledger.settle({ key: `meanwhile-${keys}`, entry, changes, rows: [], chain: 'cli' });
};

const opened = async (school: School) => {
  await school.stores.people.put(LEAVING);
  const link = (id: string) => ({ put: 'link', account: accountOf(id), person: id, at: FIRST }) as const;
  await settles(
    school,
    LEAVING.map(({ id }) => link(id)),
  );
  for (const who of ['a01', 'k01', 'p12', 't11', 'e02']) await school.allows(who);
  const parents = await school.chat('class_parents', { class: '5А' });
  return { parents, a01: school.dialog('a01'), k01: school.dialog('k01') };
};

/** Somebody else writes between the decision and its settlement, once. */
const between = (school: School, write: () => Promise<void>) => {
  const { ledger } = school.stores;
  const settle = ledger.settle;
  ledger.settle = async (settlement) => {
    ledger.settle = settle;
    await write();
    return settle(settlement);
  };
};

/** A tenth form, which is the eleventh next; p13 has a child in 11А and one who stays. */
const NEXT = parseRoster(`id;роль;фамилия;имя;отчество;класс;предмет;дети;основание
t10;классный руководитель;Десятов;Юрий;Олегович;10А;химия;;приказ 1 от 28.08.2026
x10;обучающийся;Десятый;Олег;;10А;;;
p10;родитель;Десятая;Вера;Ильинична;;;x10;
p13;родитель;Кедрова;Зоя;Марковна;;;x10;
`).people.map((one) => (one.id === 'p13' ? { ...one, children: ['e02', 's01'] } : one));

describe('a promotion, and what others do at the same time', () => {
  scene(
    'a change of the list or of a chat between the decision and its writing is not lost: it is shown anew',
    async (school) => {
      const { parents, a01 } = await opened(school);
      await school.says('a01', a01, PROMOTE);
      const [s02, chat] = [await school.stores.people.find('s02'), await school.stores.chats.find(parents)];
      between(school, async () => {
        if (s02) await settles(school, [{ put: 'person', person: { ...s02, classes: ['5Б'] } }]);
      });
      await school.presses('a01', a01, 'Перевести');
      expect(last(school, a01)).toMatch(/^Пока Вы смотрели, список или чаты изменились/u);
      expect(await classesOf(school, 's02')).toEqual(['5Б']);
      between(school, async () => {
        if (chat) await settles(school, [{ put: 'chat', chat: { ...chat, mode: 'observe' } }]);
      });
      await school.presses('a01', a01, 'Перевести');
      expect(last(school, a01)).toMatch(/^Пока Вы смотрели/u);
      await school.presses('a01', a01, 'Перевести');
      expect(await classesOf(school, 's02')).toEqual(['6Б']);
      expect(await school.stores.chats.find(parents)).toMatchObject({ class: '6А', mode: 'observe' });

      await school.says('a01', a01, '/перевод_классов отменить');
      const s03 = await school.stores.people.find('s03');
      between(school, async () => {
        if (s03) await settles(school, [{ put: 'person', person: { ...s03, surname: 'Новая', classes: ['7В'] } }]);
      });
      await school.presses('a01', a01, 'Отменить перевод');
      expect(await school.stores.people.find('s03')).toMatchObject({ surname: 'Новая', classes: ['7В'] });
      expect(last(school, a01)).toContain('Изменены за это время и оставлены как есть: 1.');
      expect(await school.stores.chats.find(parents)).toMatchObject({ class: '5А', mode: 'observe' });
    },
    { at: FIRST },
  );

  scene(
    'a pupil who is moved at the very moment of the promotion is not left behind in a class that has gone',
    async (school) => {
      const { a01 } = await opened(school);
      await school.says('a01', a01, '/движение перевод s02 из 5А в 5Б приказ 46 от 31.08.2026');
      expect(school.buttons(a01)[0]).toBe('Выполнить');
      const before = await classesOf(school, 's02');
      between(school, async () => {
        const all = await school.stores.people.all();
        const on = (name: string) => `${Number.parseInt(name, 10) + 1}${name.replace(/^\d+/u, '')}`;
        const older = all.map((one) => ({ ...one, classes: one.classes.map(on) }));
        await settles(
          school,
          older.map((person) => ({ put: 'person', person })),
        );
      });
      await school.presses('a01', a01, 'Выполнить');
      expect(before).toEqual(['5А']);
      expect(await classesOf(school, 's02')).toEqual(['6А']);
      expect(last(school, a01)).toBe('Класса 5Б в списке школы нет.');
    },
    { at: FIRST },
  );

  scene(
    'taken back, what was settled since stays: an expulsion, another way of contact, a new class teacher',
    async (school) => {
      const { a01 } = await opened(school);
      const sits = { committee: ['5А'] };
      await settles(school, [keep('standing', 'p01', sits, undefined), keep('standing', 'p02', sits, undefined)]);
      await school.says('a01', a01, PROMOTE);
      await school.presses('a01', a01, 'Перевести');
      await school.passes(HOUR);
      const held = await school.stores.records.get('standing', 'p01');
      expect(held?.value.committee).toEqual(['6А']);
      const other = await school.stores.records.get('standing', 'p02');
      const at = FIRST + HOUR;
      const left = { at, act: 'приказ 50 от 01.09.2026', purge: at + 30 * DAY };
      const t11 = await school.stores.people.find('t11');
      await settles(school, [
        keep('standing', 'p01', { committee: ['6А'], otherWay: { at, how: 'дневник' } }, held),
        keep('standing', 'p02', { committee: ['6А'], left }, other),
        ...(t11 ? [{ put: 'person', person: { ...t11, role: 'psychologist' } } as const] : []),
      ]);
      await school.says('a01', a01, '/перевод_классов отменить');
      await school.presses('a01', a01, 'Отменить перевод');
      expect(last(school, a01)).toContain('выбывших возвращено: 2');
      const standing = async (id: string) => (await school.stores.records.get('standing', id))?.value;
      expect(await standing('p01')).toEqual({ committee: ['5А'], otherWay: { at, how: 'дневник' } });
      expect(await standing('p02')).toEqual({ committee: ['5А'], left });
      expect((await school.stores.people.find('t11'))?.role).toBe('psychologist');
    },
    { at: FIRST },
  );

  scene(
    'who was told good-bye is told that it does not hold; who was told nothing hears nothing',
    async (school) => {
      const { a01 } = await opened(school);
      const p12 = school.dialog('p12');
      await school.says('a01', a01, PROMOTE);
      await school.presses('a01', a01, 'Без сообщений выбывшим');
      await school.says('a01', a01, '/перевод_классов отменить');
      await school.presses('a01', a01, 'Отменить перевод');
      expect(school.hears(p12)).toEqual([]);
      await school.says('a01', a01, PROMOTE);
      await school.presses('a01', a01, 'Перевести');
      expect(last(school, p12)).toContain('Участие в чатах завершено.');
      await school.says('a01', a01, '/перевод_классов отменить');
      await school.presses('a01', a01, 'Отменить перевод');
      expect(last(school, p12)).toBe(
        'Перевод классов отменён: сообщение о завершении участия в чатах больше не действует, данные в боте сохраняются. Новые приглашения в чаты, если они понадобятся, даст классный руководитель.',
      );
      expect(last(school, school.dialog('e02'))).toBe(last(school, p12));
      await school.passes(40 * DAY);
      expect(await school.stores.people.find('e02')).toBeDefined();
    },
    { at: FIRST },
  );

  scene(
    'what was planned for a class that has left is nobody’s: whose name it bears next hears and enters nothing',
    async (school) => {
      const { a01 } = await opened(school);
      await school.stores.people.put(NEXT);
      const links = NEXT.map(({ id }) => ({ put: 'link', account: accountOf(id), person: id, at: FIRST }) as const);
      await settles(school, [...links, keep('standing', 't11', { confirmed: FIRST }, undefined)]);
      for (const { id } of NEXT) await school.allows(id);
      const t11 = school.dialog('t11');
      const chat = await school.chat('class_parents', { class: '11А' });
      for (const who of ['p13', 'p10']) await school.leaves(who, chat);
      await school.says('t11', t11, '/приглашения Кедрова 11А родители');
      await school.presses('t11', t11, 'Выпустить');
      const both = { audience: { whom: ['parents'], classes: ['11А'], by: 'dialogs' } } as const;
      await school.says('a01', a01, '/объявление родители 11А лично 03.09 в 10:00: Фото выпуска.');
      await school.presses('a01', a01, school.buttons(a01)[0] ?? '');
      const ann = async () => (await school.stores.records.all('announcement'))[0]?.value;
      expect(await ann()).toMatchObject({ state: 'waits', ...both });

      await school.says('a01', a01, PROMOTE);
      await school.presses('a01', a01, 'Перевести');
      expect(await classesOf(school, 'x10')).toEqual(['11А']);
      expect((await ann())?.state).toBe('dropped');
      expect(school.hears(a01).join('\n')).toContain(
        'Выпущены классы: 11А. Назначенное Вами только для них отменено: 1',
      );
      const [invite] = (await school.stores.records.all('invite')).map(({ value }) => value);
      expect(invite).toMatchObject({ person: 'p13', class: '11А', state: 'annulled' });
      await school.passes(3 * DAY);
      expect(school.hears(school.dialog('p10')).join('\n')).not.toContain('Фото выпуска');
    },
    { at: FIRST },
  );

  scene(
    'a silence of a class and templates go with it, and back; a chat without the bot does not become one with it',
    async (school) => {
      const { parents, a01, k01 } = await opened(school);
      const chat = await school.stores.chats.find(parents);
      const at = FIRST;
      await settles(school, [
        ...(chat ? [{ put: 'chat', chat } as const] : []),
        { put: 'presence', chat: parents, present: false, at },
        keep('pause', 'class 5А', { until: at + 3 * DAY, by: 'd01', at }, undefined),
        keep('pause', 'class 11А', { until: at + 3 * DAY, by: 'd01', at }, undefined),
      ]);
      await school.says('k01', k01, '/объявление шаблон сбор: родители 5 «А», 5Б: Сбор 5А в {время}.');
      const pauses = async () => (await school.stores.records.all('pause')).map(({ id }) => id).toSorted();
      const line = async () => (await school.stores.records.all('template'))[0]?.value.line;
      expect(await line()).toBe('родители 5 «А», 5Б: Сбор 5А в {время}.');
      await school.says('a01', a01, PROMOTE);
      await school.presses('a01', a01, 'Перевести');
      expect(await pauses()).toEqual(['class 6А']);
      expect(await line()).toBe('родители 6А, 6Б: Сбор 5А в {время}.');
      expect(await school.stores.chats.present()).not.toContain(parents);
      await school.says('a01', a01, '/перевод_классов отменить');
      await school.presses('a01', a01, 'Отменить перевод');
      expect(await pauses()).toEqual(['class 5А']);
      expect(await line()).toBe('родители 5А, 5Б: Сбор 5А в {время}.');
      expect(await school.stores.chats.present()).not.toContain(parents);
    },
    { at: FIRST },
  );
});
