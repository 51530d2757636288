import { join } from 'node:path';
import fc from 'fast-check';
import { RECORDS, type RecordKind } from '../../src/domain/records.js';
import type { ChatRef } from '../../src/domain/refs.js';
import { DAY, HOUR } from '../../src/domain/time.js';
import { roleIn } from '../../src/membership/role-in.js';
import { projectRoot } from '../../src/project-root.js';
import { permitted } from '../../src/regulation/permissions-answer.js';
import { rulesAt } from '../../src/regulation/permissions-rules.js';
import { planMovement } from '../../src/roster/movement-plan.js';
import { readMovement } from '../../src/roster/movement-read.js';
import { loadPolicy } from '../../src/storage/policy.js';
import { ADMINISTRATOR, accountOf, roster, type School, type SchoolOptions, scene, TEACHER } from './world.js';

/** Monday, 5 October 2026, 10:00 in Moscow. */
const MONDAY = Date.parse('2026-10-05T10:00:00+03:00');
const at: SchoolOptions = { at: MONDAY };

const TRANSFER = '/движение перевод s01 5А 5Б приказ 03-05-17 от 02.10.2026';
const LEAVING = '/движение отчисление s03 приказ 03-05-18 от 05.10.2026';

interface Chats {
  readonly pupils: ChatRef;
  readonly lessons: ChatRef;
  readonly parents: ChatRef;
  readonly others: readonly ChatRef[];
}

const chatsOf = async (school: School): Promise<Chats> => ({
  pupils: await school.chat('class_students'),
  lessons: await school.chat('subject', { subject: 'информатика' }),
  parents: await school.chat('class_parents'),
  others: [
    await school.chat('class_students', { class: '5Б' }),
    await school.chat('subject', { class: '5Б', subject: 'информатика' }),
    await school.chat('class_parents', { class: '5Б' }),
  ],
});

const admin = (school: School) => school.dialog(ADMINISTRATOR);
const allow = async (school: School, ...who: string[]) => {
  for (const one of who) await school.allows(one);
};
const carriesOut = async (school: School, words: string, button = 'Выполнить'): Promise<void> => {
  await school.says(ADMINISTRATOR, admin(school), words);
  await school.presses(ADMINISTRATOR, admin(school), button);
};
const inside = (school: School, who: string, chat: ChatRef) => school.members(chat).includes(accountOf(who));

describe('SC-09: transfer and leaving', () => {
  scene(
    'steps 1–3: a transfer is shown before, done once, and no group hears of it',
    async (school) => {
      const { pupils, lessons, parents, others } = await chatsOf(school);
      await allow(school, TEACHER, 'k02', 's01', 'p01');
      const said = [pupils, lessons, parents, ...others].map((chat) => school.hears(chat).length);

      await school.says(ADMINISTRATOR, admin(school), TRANSFER);
      expect(school.hears(admin(school)).at(-1)).toBe(
        'Иванов П.: выйдет из «5А – ученики», «Информатика 5А»; приглашения: «5Б – ученики», «Информатика 5Б». Родитель Иванова О. Н.: остаётся в «5А – родители» (учится Иванова В.) и получит приглашение в «5Б – родители».',
      );
      expect(school.buttons(admin(school))).toEqual(['Выполнить', 'Отмена']);
      expect(inside(school, 's01', pupils)).toBe(true);

      await school.presses(ADMINISTRATOR, admin(school), 'Выполнить');

      expect(school.hears(admin(school))).toContain('Выполнено.');
      expect(school.hears(school.dialog(TEACHER))).toContain('Выбыл в 5Б: 1.');
      expect(school.hears(school.dialog('k02'))).toContain('Прибыл: 1.');
      expect([pupils, lessons].map((chat) => inside(school, 's01', chat))).toEqual([false, false]);
      expect(inside(school, 'p01', parents)).toBe(true);
      expect((await school.stores.people.find('s01'))?.classes).toEqual(['5Б']);
      expect([pupils, lessons, parents, ...others].map((chat) => school.hears(chat).length)).toEqual(said);
      const invites = (await school.stores.records.all('invite')).map(({ value }) => [
        value.person,
        value.class,
        value.kind,
      ]);
      expect(invites.sort()).toEqual([
        ['p01', '5Б', 'class_parents'],
        ['s01', '5Б', 'class_students'],
        ['s01', '5Б', 'subject'],
      ]);

      await school.says(ADMINISTRATOR, admin(school), TRANSFER);
      expect(school.hears(admin(school)).at(-1)).toBe('Уже выполнено 05.10.2026 10:00.');
    },
    at,
  );

  scene(
    'step 4: without an order nothing is moved',
    async (school) => {
      await school.says(ADMINISTRATOR, admin(school), '/движение перевод s01 5А 5Б');
      expect(school.hears(admin(school))).toEqual(['Укажите реквизиты приказа (п. 3.3 Положения).']);
    },
    at,
  );

  scene(
    'step 4 under the other regulation names its clause',
    async (school) => {
      await school.says(ADMINISTRATOR, admin(school), '/движение перевод s01 5А 5Б');
      expect(school.hears(admin(school))).toEqual(['Укажите реквизиты приказа (п. 2.1 Положения).']);
    },
    { ...at, policy: 'oosh-19' },
  );

  scene(
    'steps 5–7: who leaves is out of every chat and blocked at once, and forgotten on the day that was told',
    async (school) => {
      const { pupils, lessons, parents } = await chatsOf(school);
      await allow(school, TEACHER, 'p03', 's03', ADMINISTRATOR);

      await carriesOut(school, LEAVING);

      expect(school.hears(school.dialog('p03'))).toEqual([
        'Участие в чатах завершено. Данные в боте будут удалены до 04.11.2026. Выгрузить копию: /мои_данные.',
      ]);
      expect(school.hears(school.dialog(TEACHER))).toEqual(['Выбыл: 1.']);
      for (const who of ['s03', 'p03'])
        expect([pupils, lessons, parents].map((chat) => inside(school, who, chat))).toEqual([false, false, false]);
      await school.says('p03', school.dialog('p03'), '/я');
      expect(school.hears(school.dialog('p03')).at(-1)).toContain('представьтесь');

      await school.passes(Date.parse('2026-11-04T02:59:00+03:00') - MONDAY);
      expect(await school.stores.people.find('p03')).toBeDefined();
      await school.passes(HOUR);

      expect(await school.stores.people.find('s03')).toBeUndefined();
      expect(await school.stores.people.find('p03')).toBeUndefined();
      expect(await school.stores.people.accountsOf('p03')).toEqual([]);
      expect(await school.stores.records.get('standing', 'p03')).toBeUndefined();
      for (const kind of Object.keys(RECORDS) as RecordKind[])
        expect(JSON.stringify(await school.stores.records.all(kind))).not.toMatch(/[ps]03\b|of-[ps]03|Сидоров/);
      const entries = (await school.journal()).filter(
        (entry) => 'because' in entry && entry.because === 'timer:purge:destroyed',
      );
      expect(entries.map(({ person }) => person).sort()).toEqual(
        ['s03', 'p03'].map((id) => school.vault.pseudonym('u', id)).sort(),
      );
      expect(JSON.stringify(await school.journal())).not.toMatch(/Сидоров|p03|s03/);

      await school.passes(Date.parse('2026-11-05T08:00:00+03:00') - school.clock.now());
      expect(school.hears(admin(school)).at(-1)).toBe(
        'Данные выбывших удалены 04.11.2026, людей: 2. Номер акта об уничтожении: 1/2026-У.',
      );

      await school.says(ADMINISTRATOR, admin(school), '/найти Сидорова');
      expect(school.hears(admin(school)).at(-1)).toBe('Не найдено.');
    },
    at,
  );

  scene(
    'step 5: the administrator may do without the message',
    async (school) => {
      await allow(school, 'p03');
      await carriesOut(school, LEAVING, 'Без сообщения');
      expect(school.hears(school.dialog('p03'))).toEqual([]);
      expect((await school.stores.people.find('p03'))?.standing?.left?.act).toBe('приказ 03-05-18 от 05.10.2026');
    },
    at,
  );

  scene(
    'who comes back before that day, with the parent who left by the same order, is not forgotten',
    async (school) => {
      await carriesOut(school, LEAVING);
      await school.passes(DAY);
      await carriesOut(school, '/движение приём s03 5А приказ 03-05-20 от 06.10.2026');
      await school.passes(40 * DAY);

      expect((await school.stores.people.find('s03'))?.standing?.left).toBeUndefined();
      expect((await school.stores.people.find('p03'))?.standing?.left).toBeUndefined();
      expect(await school.stores.people.accountsOf('p03')).toHaveLength(1);
    },
    at,
  );

  scene(
    'step 8: a class passes to another teacher at the first moment of the day that the order names',
    async (school) => {
      await allow(school, TEACHER, 'u01');
      const replace = '/движение смена k01 u01 с 12.10.2026 приказ 01-10-42 от 05.10.2026';
      await carriesOut(school, replace);
      expect(school.hears(admin(school)).at(-1)).toBe('Принято. Начнёт действовать 12.10.2026.');
      await school.says(ADMINISTRATOR, admin(school), replace);
      expect(school.hears(admin(school)).at(-1)).toBe('Принято. Начнёт действовать 12.10.2026.');

      const midnight = Date.parse('2026-10-12T00:00:00+03:00');
      await school.passes(midnight - 1_000 - school.clock.now());
      await school.says(TEACHER, school.dialog(TEACHER), '/найти Петрова');
      expect(school.hears(school.dialog(TEACHER)).at(-1)).toContain('Петрова Дарья');
      await school.says('u01', school.dialog('u01'), '/найти Петрова');
      expect(school.hears(school.dialog('u01')).at(-1)).not.toContain('Петрова Дарья');

      const heard = () =>
        school.hears(school.dialog('u01')).filter((words) => words.includes('исполняете обязанности'));
      await school.passes(1_000);
      expect(heard()).toEqual([]);
      await school.says(TEACHER, school.dialog(TEACHER), '/найти Петрова');
      expect(school.hears(school.dialog(TEACHER)).at(-1)).not.toContain('Петрова Дарья');
      await school.says('u01', school.dialog('u01'), '/найти Петрова');
      expect(school.hears(school.dialog('u01')).at(-1)).toContain('Петрова Дарья');

      await school.passes(8 * HOUR);
      expect(heard()).toEqual(['Вы исполняете обязанности классного руководителя 5А. Права в чатах класса действуют.']);
    },
    at,
  );

  scene(
    'what cannot be carried out any more on its day is told to whoever decided it, and may be decided anew',
    async (school) => {
      await allow(school, ADMINISTRATOR);
      await carriesOut(school, '/движение перевод s03 5А 5Б с 12.10.2026 приказ 5 от 05.10.2026');
      await carriesOut(school, LEAVING);
      await school.passes(Date.parse('2026-10-12T08:00:00+03:00') - MONDAY);

      expect(school.hears(admin(school)).at(-1)).toBe(
        'Движение, которое должно было начать действовать сегодня, не выполнено. Сидоров И.: уже выбыл(а). Вернуть в школу: приём.',
      );
      expect((await school.stores.people.find('s03'))?.classes).toEqual(['5А']);
    },
    at,
  );

  scene(
    'what waits for its day may be taken back, and decided anew',
    async (school) => {
      const transfer = '/движение перевод s03 5А 5Б с 12.10.2026 приказ 5 от 05.10.2026';
      await carriesOut(school, transfer);
      await carriesOut(school, transfer, 'Отменить движение');
      expect(school.hears(admin(school)).at(-1)).toBe('Движение отменено, ничего не изменится.');
      await school.passes(8 * DAY);
      expect((await school.stores.people.find('s03'))?.classes).toEqual(['5А']);

      await carriesOut(school, transfer);
      expect((await school.stores.people.find('s03'))?.classes).toEqual(['5Б']);
    },
    at,
  );

  scene(
    'of namesakes the one that is meant is chosen by a button or by its words',
    async (school) => {
      const [pavel] = roster.filter(({ id }) => id === 's01');
      if (pavel) await school.stores.people.put([{ ...pavel, id: 's77', name: 'Пётр' }]);
      await school.says(ADMINISTRATOR, admin(school), '/движение перевод Иванов 5А 5Б приказ 5 от 05.10.2026');
      expect(school.buttons(admin(school))).toEqual(['Иванов Павел (s01)', 'Иванов Пётр (s77)']);
      await school.says(ADMINISTRATOR, admin(school), 'Иванов Пётр (s77)');
      await school.presses(ADMINISTRATOR, admin(school), 'Выполнить');

      expect((await school.stores.people.find('s77'))?.classes).toEqual(['5Б']);
      expect((await school.stores.people.find('s01'))?.classes).toEqual(['5А']);
    },
    at,
  );

  scene(
    'two administrators’ buttons, or one pressed twice, move once',
    async (school) => {
      await chatsOf(school);
      await allow(school, 'k02');
      await school.says(ADMINISTRATOR, admin(school), TRANSFER);
      await Promise.all([1, 2].map(() => school.presses(ADMINISTRATOR, admin(school), 'Выполнить')));

      expect(school.hears(school.dialog('k02')).filter((words) => words === 'Прибыл: 1.')).toHaveLength(1);
    },
    at,
  );
});

describe('rights of a stand-in', () => {
  const people = roster;
  const day = (offset: number) => new Date(MONDAY + offset * DAY).toISOString().slice(0, 10);
  const typed = (iso: string) => iso.split('-').reverse().join('.');

  it('hold from the first moment of the first day to the last moment of the last, whatever the days', async () => {
    const policy = await loadPolicy(join(projectRoot(), 'policies/school-21'), 'Europe/Moscow');
    const from = fc.integer({ min: 1, max: 60 });
    const length = fc.integer({ min: 0, max: 40 });
    const off = fc.integer({ min: -2 * DAY, max: 2 * DAY });
    fc.assert(
      fc.property(from, length, off, fc.boolean(), (first, days, away, atStart) => {
        const [since, until] = [day(first), day(first + days)];
        const read = readMovement(`замена k01 u01 с ${typed(since)} до ${typed(until)} приказ 9 от 01.10.2026`, people);
        if (!read.ok) throw new Error(read.text.key);
        const come = planMovement({
          ...{ movement: read.movement, people, chats: [], classes: ['5А', '5Б'], roleIn },
          ...{ now: MONDAY, zone: 'Europe/Moscow' },
        });
        if (!come.ok) throw new Error(come.text.key);
        const after = come.plan.moves.find((move) => move.after.id === 'u01')?.after;
        const begin = Date.parse(`${since}T00:00:00+03:00`);
        const end = Date.parse(`${until}T00:00:00+03:00`) + DAY;
        const now = (atStart ? begin : end) + away;
        const asked = { permission: 'settle-person', scope: { class: '5А' }, now } as const;
        const { granted } = permitted(rulesAt(policy, now), after, asked);
        expect(granted).toBe(now >= begin && now < end ? 'yes' : 'no');
      }),
    );
  });
});
