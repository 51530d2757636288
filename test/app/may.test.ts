import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { closedChat, createMay, type Permitted, scopeOf } from '../../src/app/may.js';
import { createSay, LOCALES } from '../../src/app/say.js';
import { CHAT_KINDS } from '../../src/domain/chat.js';
import type { Person } from '../../src/domain/person.js';
import { chatRef } from '../../src/domain/refs.js';
import { cite } from '../../src/regulation/cite.js';
import { PERMISSIONS } from '../../src/regulation/permissions.js';
import { policyOf } from '../../src/regulation/policy.js';
import { ALIEN, ASKERS, NOW, OWN, person, SCHOOLS, type School } from '../regulation/permissions.js';
import { shipped } from '../world/policy.js';

const ZONE = 'Europe/Moscow';
const say = createSay('ru');

const classTeacher = (id: string, ofClass: string, surname: string, name: string, patronymic: string): Person =>
  person('class-teacher', { id, classes: [ofClass], surname, name, patronymic });
const keyeva = classTeacher('k01', '5А', 'Ключева', 'Мария', 'Петровна');
const lugov = classTeacher('k02', '5Б', 'Лугов', 'Олег', 'Сергеевич');
const people = { all: async () => [keyeva, lugov] };

const policyOfSchool = async (school: School) => (await shipped(school)).policy;
const mayAt = async (school: School, who: Person | undefined, of = people) =>
  createMay({ policy: await policyOfSchool(school), people: of, now: NOW, person: who });

const said = (permitted: Permitted): string => (permitted.granted === 'yes' ? 'да' : say(permitted.text));
const offered = (permitted: Permitted): string =>
  permitted.granted !== 'yes' && permitted.offer ? say(permitted.offer) : '–';

describe('the words of a refusal', () => {
  it('send a class teacher to the teacher of the other class, by name', async () => {
    const may = await mayAt('school-21', keyeva);
    expect(said(await may('invite-parent', { class: '5Б' }))).toBe(
      'Вы можете приглашать родителей своего класса (5А). Для 5Б обратитесь к классному руководителю Лугову О. С.',
    );
    expect(said(await may('invite-parent', { class: '9А' }))).toBe(
      'Вы можете делать это только для своего класса (5А; п. 2.7 Положения). Для 9А, пожалуйста, обратитесь к администратору платформы.',
    );
  });

  it('name whoever stands in for the teacher of the other class', async () => {
    const standing = { substitutes: [{ class: '5Б', since: NOW - 1, act: 'приказ 1' }] };
    const fizikov = person('teacher', { surname: 'Физиков', name: 'Артём', patronymic: 'Павлович', standing });
    const may = await mayAt('school-21', keyeva, { all: async () => [keyeva, lugov, fizikov] });
    expect(said(await may('invite-parent', { class: '5Б' }))).toContain('руководителю Физикову А. П.');
  });

  it.each([
    ['school-21', 'п. 2.5 Положения'],
    ['oosh-19', 'п. 2.1 Положения'],
  ] as const)('%s: tell whose role is not confirmed where that stands', async (school, clause) => {
    const may = await mayAt(school, { ...keyeva, standing: {} });
    expect(said(await may('invite-parent', { class: '5А' }))).toBe(
      `Приглашать смогут работники с подтверждённой ролью «учитель» (${clause}). Я сообщил администратору.`,
    );
  });

  it('offer a teacher to ask for a publication, with the clause; under oosh-19 only the administration asks', async () => {
    const teacher = person('teacher');
    const [here, there] = [await mayAt('school-21', teacher), await mayAt('oosh-19', teacher)];
    expect(offered(await here('publish-school', {}))).toBe(
      'Публикация для всей школы доступна администратору платформы по запросу администрации и педагогических работников (п. 3.3 Положения). Отправить Ваш текст администратору на публикацию?',
    );
    expect(said(await there('publish-school', {}))).toContain('писать в общешкольный канал может');
    const deputy = await mayAt('oosh-19', person('deputy'));
    expect(said(await deputy('publish-school', {}))).toContain('по запросу администрации (п. 2.2 Положения)');
  });

  it('send a pupil to the own class teacher', async () => {
    const may = await mayAt('school-21', person('student', { id: 's03' }));
    const asked = await may('invite-student', { class: '5А', chat: 'class_students' });
    expect(offered(asked)).toBe(
      'Пригласить одноклассника может учитель или классный руководитель – по ссылке-приглашению (п. 2.7 Положения). Передать просьбу Ключевой М. П.?',
    );
    expect(said(asked)).toContain('обратитесь к Ключевой М. П. с такой просьбой.');
  });

  it('are found with one look at the list, however many are asked about', async () => {
    let looks = 0;
    const counted = {
      all: async () => {
        looks += 1;
        return [keyeva, lugov];
      },
    };
    const may = await mayAt('school-21', keyeva, counted);
    await Promise.all(Array.from({ length: 30 }, () => may('invite-parent', { class: '5Б' })));
    expect(looks).toBe(1);
  });

  it('say so when the regulation leaves it open', async () => {
    const may = await mayAt('school-21', person('administrator'));
    const asked = await may('appoint-additional', {});
    expect(said(asked)).toContain('не урегулирован');
    expect(offered(asked)).toBe('Этот вопрос Положением не урегулирован. Передать его администрации школы?');
  });

  it('hand a dispute of one’s own to somebody else', async () => {
    const may = await mayAt('school-21', keyeva);
    const asked = await may('decide-appeal', { chat: 'class_parents', class: '5А', parties: ['k01'] });
    expect(said(asked)).toContain('передайте дело заместителю директора');
  });

  it.each([
    ['school-21', 'п. 2.3'],
    ['oosh-19', 'п. 1.5'],
  ] as const)('%s: tell an outsider in a chat why it is closed', async (school, clause) => {
    const policy = await policyOfSchool(school);
    expect(say(closedChat((key) => cite(policy, key, NOW)))).toContain(
      `обучающиеся и их родители (${clause} Положения)`,
    );
    expect(closedChat(() => null).key).toBe('refuse-unregulated');
  });

  it('are for nobody when the school has no matrix: everything is closed', async () => {
    const may = createMay({ policy: policyOf([], undefined, ZONE), people, now: NOW, person: person('director') });
    for (const permission of PERMISSIONS) expect((await may(permission, 'anywhere')).granted).toBe('no');
  });
});

describe.each(SCHOOLS)('whatever is asked under %s', (school) => {
  const places = ['anywhere', {}, OWN, ALIEN, ...CHAT_KINDS.map((chat) => ({ ...ALIEN, chat }))] as const;

  it('the answer has words in every language, whole sentences, and leads on', async () => {
    for (const asker of Object.values(ASKERS)) {
      if (asker === 'curator') continue;
      const may = await mayAt(school, asker);
      for (const permission of PERMISSIONS)
        for (const place of places) {
          const permitted = await may(permission, place);
          if (permitted.granted === 'yes') continue;
          for (const locale of LOCALES) {
            const words = say(permitted.text, locale);
            expect(words).toMatch(/^[\p{Lu}].*[.?]$/su);
            expect(words).not.toMatch(/\.\.|\s{2}|\{|undefined/);
          }
          expect(say(permitted.text)).toMatch(/пожалуйста|обратитесь|попросите|Решает|сообщил|регистрирует/iu);
          if (permitted.offer) expect(say(permitted.offer)).toMatch(/\?$/);
        }
    }
  });
});

describe('rights', () => {
  const sources = ['src/app', 'commands'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => ({ file: join(folder, file), source: readFileSync(join(folder, file), 'utf8') })),
  );

  /** No order, no rights: what an administrator's appointment rests on is no row of the matrix. */
  const ONE_PLACE = join('src/app', 'grounds.ts');

  it('are asked of the matrix: nothing compares the role of whoever calls', () => {
    const comparing = sources.filter(({ source }) => /\bcall\.person\??\.role\s*[!=]==/.test(source));
    expect(comparing.map(({ file }) => file).filter((file) => file !== ONE_PLACE)).toEqual([]);
    expect(sources.length).toBeGreaterThan(20);
  });

  it('are asked for in the place of a registered chat', () => {
    const registered = { by: 'k01', at: NOW };
    const chat = {
      ref: chatRef('memory', 1),
      kind: 'subject',
      class: '5А',
      subject: 'физика',
      mode: 'act',
      registered,
    } as const;
    expect(scopeOf(chat)).toEqual({ chat: 'subject', class: '5А', subject: 'физика', owner: 'k01' });
  });
});
