import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keep } from '../../src/domain/records.js';
import { DAY, MINUTE } from '../../src/domain/time.js';
import { projectRoot } from '../../src/project-root.js';
import { type School, scene } from './world.js';

const A01 = 'a01';
const dialog = (school: School, who = A01) => school.dialog(who);
const last = (school: School, who = A01) => school.hears(dialog(school, who)).at(-1) ?? '';
const says = (school: School, words: string, who = A01) => school.says(who, dialog(school, who), words);
const presses = (school: School, label: string) => school.presses(A01, dialog(school), label);
const own = async ({ stores }: School) => (await stores.records.get('settings', 'school'))?.value;

const settle = async (school: School, ...changes: Parameters<School['stores']['ledger']['settle']>[0]['changes']) => {
  const at = school.clock.now();
  const entry = { id: `n:${at}`, at, kind: 'note', detail: 'meanwhile' } as const;
  await school.stores.ledger.settle({ key: entry.id, entry, changes, rows: [], chain: 'cli' });
};
/** The set-up of this school was done long ago. */
const done = (school: School) =>
  settle(school, keep('setup', 'school', { step: 'done', begun: 0, taken: [] }, undefined));

describe('/настройка of a school that is set up', () => {
  scene('shows the settings, and changes the one whose button is pressed', async (school) => {
    await school.allows(A01);
    await done(school);

    await says(school, '/настройка');
    expect(last(school)).toMatch(/^Настройки школы:\nНазвание: МКОУ СОШ № 21\n/u);
    expect(school.buttons(dialog(school))).toContain('Тихие часы');

    await presses(school, 'Тихие часы');
    expect(last(school)).toBe('Тихие часы: 20:00–08:00. Напишите новое значение, например: тихие часы 21:00-07:00.');
    await says(school, 'вечером');
    expect(last(school)).toMatch(/^Тихие часы: время пишется часами и минутами/u);
    await says(school, '21:00-07:00');

    expect(last(school)).toBe('Сохранено. Тихие часы: 21:00–07:00.');
    expect(await own(school)).toEqual({ quietHours: { from: '21:00', to: '07:00' } });
  });

  scene('takes the value with its name before it, as the example has it', async (school) => {
    await school.allows(A01);
    await done(school);
    await says(school, '/настройка');
    await presses(school, 'Тихие часы');
    await says(school, 'тихие часы 22:00-06:00');
    expect(await own(school)).toEqual({ quietHours: { from: '22:00', to: '06:00' } });
  });

  scene('of a school that has its list already takes the order from it', async (school) => {
    await school.allows(A01);
    await says(school, '/настройка');
    expect(school.buttons(dialog(school))).toEqual(['Приказ № 01-10-300']);
    await presses(school, 'Приказ № 01-10-300');
    expect(last(school)).toContain('Шаг 2 из 7.');
    expect((await school.stores.records.get('act', 'administrator'))?.value.number).toBe('01-10-300');
  });

  scene('shows the plan of chats and sends the drafts again', async (school) => {
    await school.allows(A01);
    await done(school);
    await school.chat('class_parents');
    await says(school, '/настройка чаты');
    expect(last(school)).toContain('✓ 5А – родители');
    await says(school, '/настройка черновики');
    expect(school.files(dialog(school))).toHaveLength(4);
  });

  scene('takes a value back, and says so when nothing changes', async (school) => {
    await school.allows(A01);
    await says(school, '/настройка срок приглашений 14');
    await says(school, '/настройка срок приглашений 14');
    expect(last(school)).toBe('Так и есть. Срок приглашений (дней): 14.');
    await says(school, '/настройка срок приглашений обычный');
    expect(last(school)).toBe('Сохранено. Срок приглашений (дней): 7.');
    expect(await own(school)).toEqual({});
  });

  scene('keeps settings that contradict each other out', async (school) => {
    await school.allows(A01);
    await says(school, '/настройка срок приглашений 2');
    expect(last(school)).toMatch(/напоминание должно приходить раньше, чем истечёт срок приглашения/u);
    expect(await own(school)).toBeUndefined();
  });

  scene('is not for others, and the journal says nothing of the values', async (school) => {
    await school.allows('k01');
    await says(school, '/настройка тихие часы 21:00-07:00', 'k01');
    expect(last(school, 'k01')).toContain('администратор платформы');
    expect(await own(school)).toBeUndefined();

    await school.allows(A01);
    await says(school, '/настройка телефоны 8 (8662) 77-66-55');
    expect(JSON.stringify(await school.journal())).not.toContain('77-66-55');
  });
});

const CSV = readFileSync(join(projectRoot(), 'src/sandbox/demo/roster.csv'), 'utf8');

describe('/список', () => {
  scene('says how many people the list holds and what it lacks', async (school) => {
    await school.allows(A01);
    await says(school, '/список');
    expect(last(school)).toMatch(
      /^В списке школы: работников 6, обучающихся 5, родителей 4, классов 2\.\nВсё на месте\./u,
    );

    await says(school, '/список классы 5А, 5Б, 6А');
    expect(last(school)).toBe('Утверждён перечень классов (3): 5А, 5Б, 6А.');
    await says(school, '/список');
    expect(last(school)).toContain('Обратите внимание: нет классного руководителя: 6А; нет обучающихся: 6А.');
  });

  scene('shows what a new list changes, and changes it when told to', async (school) => {
    await school.allows(A01);
    await says(school, '/список');
    const changed = CSV.replace('Сидорова;Елена', 'Сидорова;Алёна').replace(/^s05;.*\r?\n/mu, '');
    await school.sends(A01, dialog(school), 'новый.csv', `${changed}s07;обучающийся;Новиков;Лев;;5А;;;\n`);

    expect(last(school)).toContain('По сравнению с загруженным: новых 1, изменилось 1.');
    expect(last(school)).toMatch(/Загрузить 2 записи без ошибок\?$/u);
    expect((await school.stores.people.find('p03'))?.name).toBe('Елена');

    await presses(school, 'Загрузить 2');
    expect(last(school)).toBe('Загружено 2.');
    expect((await school.stores.people.find('p03'))?.name).toBe('Алёна');
    expect(await school.stores.people.find('s05')).toBeDefined();
  });

  scene('asks again when somebody else has loaded meanwhile', async (school) => {
    await school.allows(A01);
    await says(school, '/список');
    const more = `${CSV}s07;обучающийся;Новиков;Лев;;5А;;;\ns08;обучающийся;Седов;Ян;;5А;;;\n`;
    await school.sends(A01, dialog(school), 'новый.csv', more);
    const other = await school.stores.people.find('s01');
    if (other === undefined) throw new Error('s01 is of the list');
    await settle(school, { put: 'person', person: { ...other, id: 's07', surname: 'Новиков', name: 'Лев' } });

    await presses(school, 'Загрузить 2');
    expect(last(school)).toMatch(/Загрузить 1 запись без ошибок\?$/u);
    await presses(school, 'Загрузить 1');
    expect(await school.stores.people.find('s08')).toBeDefined();
  });

  scene('takes a file that comes with the command itself', async (school) => {
    await school.allows(A01);
    const bytes = new TextEncoder().encode(CSV);
    await school.says(A01, dialog(school), '/список', { attachments: [school.platform.world.file('a.csv', bytes)] });
    expect(last(school)).toMatch(/Изменений нет\.$/u);
  });

  scene('is exported as a file that loads again without a change', async (school) => {
    await school.allows(A01);
    await says(school, '/список выгрузить');
    const [file] = school.files(dialog(school));
    expect(file?.name).toBe('Список школы.csv');

    await says(school, '/список');
    await school.sends(A01, dialog(school), 'список.csv', Buffer.from(file?.base64 ?? '', 'base64'));
    expect(last(school)).toMatch(/Изменений нет\.$/u);
  });

  scene(
    'is loaded by an additional administrator too, and exported by none of them',
    async (school) => {
      await school.allows('u01');
      const held = await school.stores.records.get('standing', 'u01');
      const additional = { by: A01, since: school.clock.now() - MINUTE };
      await settle(school, keep('standing', 'u01', { ...held?.value, additional }, held));

      await says(school, '/список', 'u01');
      expect(last(school, 'u01')).toMatch(/^В списке школы/u);
      await says(school, '/список выгрузить', 'u01');
      expect(school.files(dialog(school, 'u01'))).toEqual([]);
      expect(last(school, 'u01')).toContain('администратор платформы');
    },
    { policy: 'oosh-19' },
  );

  scene('waits a day for an answer, not longer', async (school) => {
    await school.allows(A01);
    await says(school, '/список');
    await school.sends(A01, dialog(school), 'a.csv', `${CSV}s07;обучающийся;Новиков;Лев;;5А;;;\n`);
    school.clock.set(school.clock.now() + DAY);
    expect(await presses(school, 'Загрузить 1')).toBe('Эта кнопка уже не действует');
    expect(await school.stores.people.find('s07')).toBeUndefined();
  });
});
