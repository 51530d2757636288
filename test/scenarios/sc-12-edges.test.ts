import { createSay } from '../../src/app/say.js';
import { lookAtEditions } from '../../src/cli/doctor/editions.js';
import { printFinding } from '../../src/cli/doctor/finding.js';
import type { Change } from '../../src/domain/change.js';
import { keep } from '../../src/domain/records.js';
import { DAY, SECOND } from '../../src/domain/time.js';
import {
  adopts,
  brings,
  citedEdition,
  everybodyListens,
  fileOf,
  moment,
  newEdition,
  REQUISITES,
  until,
} from './editions.js';
import { claims, issues, parentsChat } from './invites.js';
import { ADMINISTRATOR, accountOf, DIRECTOR, PARENT, roster, type School, scene, TEACHER } from './world.js';

const MONDAY = { at: moment('2026-10-19', '10:00') } as const;
const BEGIN = moment('2026-10-26', '08:00');
const SAME = 'Редакция от 26.10.2026 уже принята. Другой редакции с этой датой быть не может.';

/** Somebody has written this from outside. */
const settles = async (school: School, changes: readonly Change[]): Promise<void> => {
  const at = school.clock.now();
  const entry = { id: `n:from-outside-${at}-${changes.length}`, at, kind: 'note', detail: 'from outside' } as const;
  await school.stores.ledger.settle({
    key: `from-outside-${at}-${changes.length}`,
    entry,
    changes,
    rows: [],
    chain: 'cli',
  });
};

const nobody = { classes: [], subject: '', children: [], basis: '' } as const;

const leaves = async (school: School, ...people: readonly string[]): Promise<void> => {
  const at = school.clock.now();
  const changes = await Promise.all(
    people.map(async (id) => {
      const held = await school.stores.records.get('standing', id);
      const left = { at, act: 'приказ 12 от 20.10.2026', purge: at + 30 * DAY };
      return keep('standing', id, { ...held?.value, left }, held);
    }),
  );
  await settles(school, changes);
};

describe('a new edition', () => {
  scene(
    'step 9: a newcomer is asked for the edition in force only, when in a chat of the school',
    async (school) => {
      await everybodyListens(school);
      await parentsChat(school);
      await adopts(school);
      await until(school, BEGIN);
      expect(school.hears(school.dialog('p03'))).toEqual([]);

      await until(school, moment('2026-11-01', '12:00'));
      await issues(school);
      await claims(school, 'p03', 'Сидорова');
      const asked = school.hears(school.dialog('p03')).filter((words) => words.includes('ознаком'));
      expect(asked).toEqual([
        'Просим Вас ознакомиться с Положением школы об общении на платформе: /положение. Коротко о главном: /правила. Пожалуйста, отметьте ознакомление до 15.11.2026.',
      ]);
      await school.says('p03', school.dialog('p03'), 'Ознакомлена');
      const read = (await school.stores.records.all('acknowledgement')).filter(({ value }) => value.person === 'p03');
      expect(read.map(({ value }) => value.edition)).toEqual(['2026-10-26']);
    },
    { ...MONDAY, unlinked: ['p03'] },
  );

  scene(
    'brought twice is refused the second time, and so is another one of the same date',
    async (school) => {
      await everybodyListens(school);
      await adopts(school);
      const dialog = school.dialog(ADMINISTRATOR);
      await brings(school, newEdition());
      expect(school.hears(dialog).at(-2)).toBe(SAME);
      await brings(school, newEdition({ title: 'Другое Положение' }));
      expect(school.hears(dialog).at(-2)).toBe(SAME);
    },
    MONDAY,
  );

  scene(
    'two at one moment: the first that is decided is adopted, the other one is not',
    async (school) => {
      await everybodyListens(school);
      const mine = school.dialog(DIRECTOR);
      await brings(school, newEdition());
      await school.says(DIRECTOR, mine, '/положение новая редакция');
      await school.sends(DIRECTOR, mine, 'другая.yaml', newEdition({ title: 'Другое Положение' }));
      await school.says(DIRECTOR, mine, REQUISITES);
      await school.presses(ADMINISTRATOR, school.dialog(ADMINISTRATOR), 'Продолжить');

      await Promise.all([school.presses(DIRECTOR, mine, 'Ввести'), school.presses(DIRECTOR, mine, 'Продолжить')]);

      const heard = school.hears(mine).filter((words) => words === SAME || words.startsWith('Редакция принята'));
      expect(heard.toSorted()).toEqual(
        [expect.stringContaining('уже принята'), expect.stringContaining('принята.')].toSorted(),
      );
      expect((await school.stores.records.get('shelf', 'school'))?.value.editions).toHaveLength(1);
    },
    MONDAY,
  );

  scene(
    'that began while the bot was away is in force and told of, once, when it is back',
    async (school) => {
      await everybodyListens(school);
      const parents = await school.chat('class_parents');
      await adopts(school);
      await until(school, moment('2026-10-28', '14:00'));
      const told = () => school.hears(school.dialog('p01')).filter((words) => words.startsWith('С 26.10.2026'));
      expect(told()).toEqual([expect.stringContaining('отметьте ознакомление до 11.11.2026')]);
      await school.says(PARENT, parents, 'Охуели совсем со своими сборами');
      expect(await citedEdition(school)).toBe('2026-10-26');
      await until(school, moment('2026-10-29', '08:00'));
      expect(told()).toHaveLength(1);
    },
    MONDAY,
  );

  scene(
    'that rests on another clause is cited by it; what was decided before keeps the old one',
    async (school) => {
      await everybodyListens(school);
      const parents = await school.chat('class_parents');
      const rude = () => school.says(PARENT, parents, 'Охуели совсем со своими сборами');
      const { citations } = fileOf('school-21');
      const POLITE = { document: 'regulation', clause: '4.3' };
      await rude();
      await adopts(school, newEdition({ citations: { ...(citations as object), POLITE } }));
      expect(school.hears(school.dialog(DIRECTOR)).join()).toContain('Меняется, на какие пункты ссылается бот.');
      await until(school, BEGIN);
      await rude();
      const findings = (await school.journal()).flatMap((entry) => (entry.kind === 'verdict' ? entry.findings : []));
      expect(findings.map(({ citation: { clause, edition } }) => [clause, edition])).toEqual([
        ['4.2', '2024-08-31'],
        ['4.3', '2026-10-26'],
      ]);
      await school.says(PARENT, school.dialog(PARENT), '/пункт 4.2 от 31.08.2024');
      expect(school.hears(school.dialog(PARENT)).at(-1)).toMatch(/^Пункт 4\.2 .* от 31\.08\.2024 – утратила силу/u);
    },
    MONDAY,
  );

  scene(
    'with a mistake in its file is refused with the line, and may be sent again',
    async (school) => {
      await everybodyListens(school);
      const dialog = school.dialog(ADMINISTRATOR);
      const written = '  POLITE: { document: regulation, clause: "4.2" }\n';
      const file = newEdition().replace(/ {2}POLITE:\n.*\n.*\n/u, written);
      const line = file.split('\n').findIndex((one) => one.includes('  POLITE:')) + 1;
      await brings(school, file.replace('  POLITE:', '  POLITTE:'), '', 'новая.yaml');
      expect(school.hears(dialog).at(-1)).toBe(
        `В файле 1 ошибка:\nновая.yaml:${line}: ошибка: citations: неизвестное название «POLITTE»\nИсправьте и пришлите файл ещё раз.`,
      );
      await brings(school, file.replace(written, written.replace('4.2', '77.7')), '', 'новая.yaml');
      expect(school.hears(dialog).at(-1)).toContain(
        `новая.yaml:${line}: ошибка: citations.POLITE: ссылка на пункт 77.7, которого нет`,
      );

      await school.sends(ADMINISTRATOR, dialog, 'новая.yaml', file);
      expect(school.hears(dialog).at(-1)).toContain('Допишите недостающее одной строкой.');
    },
    MONDAY,
  );

  scene(
    'may be the text that the bot gave, changed in an office program',
    async (school) => {
      await everybodyListens(school);
      const dialog = school.dialog(ADMINISTRATOR);
      await school.says(ADMINISTRATOR, dialog, '/положение файл');
      const [file] = school.files(dialog);
      const words = Buffer.from(file?.base64 ?? '', 'base64').toString('utf8');
      await brings(
        school,
        words.replace(/^5\.2\. .*/mu, '5.2. Изменения вносятся приказом директора.'),
        REQUISITES,
        'Положение.txt',
      );
      expect(school.hears(dialog).at(-1)).toContain(
        'Редакция от 26.10.2026. По пунктам: изменены 5.2.'.replace('изменены', 'изменён'),
      );
    },
    MONDAY,
  );

  scene(
    'is not told to whoever has left or is reached another way, and small groups have no figures',
    async (school) => {
      await everybodyListens(school);
      await adopts(school);
      await leaves(school, 's01', 's02', 's03');
      const paper = { at: school.clock.now(), how: 'бумажный дневник' };
      await settles(school, [keep('standing', 'p01', { otherWay: paper }, undefined)]);
      await until(school, BEGIN);
      expect([...school.hears(school.dialog('s01')), ...school.hears(school.dialog('p01'))]).toEqual([]);
      expect(school.hears(school.dialog('s04'))).toHaveLength(1);

      await school.says(DIRECTOR, school.dialog(DIRECTOR), '/положение кто');
      expect(school.hears(school.dialog(DIRECTOR)).at(-1)).toContain('5А: менее 5 человек в группе, числа не показаны');
      await school.says(TEACHER, school.dialog(TEACHER), '/положение кто');
      expect(school.hears(school.dialog(TEACHER)).at(-1)).toContain(
        '5А: 3 из 4 – Иванова Вера, Петров Денис Олегович, Сидорова Елена Викторовна',
      );
    },
    MONDAY,
  );

  scene(
    'shows before anybody decides what it changes beside its words',
    async (school) => {
      await everybodyListens(school);
      const dialog = school.dialog(ADMINISTRATOR);
      await brings(school, newEdition());
      expect(school.hears(dialog).at(-1)).not.toContain('Меняется порядок');
      await brings(school, newEdition({ switches: { additionalAdmins: true }, rules: {} }));
      expect(school.hears(dialog).at(-1)).toContain(
        'Меняется порядок работы: кто что может.\nМеняются настройки проверки сообщений.\nБот ссылается на изменённые пункты: 4.2.',
      );
    },
    MONDAY,
  );

  scene(
    'that nobody but the administrator wants is not adopted',
    async (school) => {
      await everybodyListens(school);
      await brings(school, newEdition());
      await school.presses(ADMINISTRATOR, school.dialog(ADMINISTRATOR), 'Продолжить');
      await school.presses(DIRECTOR, school.dialog(DIRECTOR), 'Не вводить');
      expect(school.hears(school.dialog(ADMINISTRATOR)).at(-1)).toBe('Директор не ввёл предложенную Вами редакцию.');
      expect(await school.stores.records.get('shelf', 'school')).toBeUndefined();
      expect(await school.stores.records.all('edition')).toEqual([]);
    },
    MONDAY,
  );

  scene(
    'is told to everybody of a large school, a part at a time, to nobody twice',
    async (school) => {
      await everybodyListens(school);
      const many = Array.from({ length: 130 }, (_, at) => `q${String(at).padStart(3, '0')}`);
      await school.stores.people.put(
        many.map((id) => ({ ...nobody, id, role: 'parent', surname: 'Многих', name: 'Анна', patronymic: 'Игоревна' })),
      );
      const at = school.clock.now();
      const changes = many.map((id): Change => ({ put: 'link', account: accountOf(id), person: id, at }));
      await settles(school, changes);
      for (const id of many) await school.allows(id);
      await adopts(school);

      await until(school, BEGIN);
      await school.passes(5 * SECOND);
      await until(school, moment('2026-10-27', '08:00'));

      const heard = many.map((id) => school.hears(school.dialog(id)).length);
      expect(heard).toEqual(many.map(() => 1));
      expect((await school.stores.records.all('acknowledgement')).length).toBe(many.length + roster.length);
    },
    MONDAY,
  );

  scene(
    'that a later program cannot read is said at its start: in the journal and to the administrator, once a day',
    async (school) => {
      await everybodyListens(school);
      await adopts(school);
      const [held] = await school.stores.records.all('edition');
      const broken = { requisites: { inForceFrom: '2026-10-26' }, clauses: 'in a form of tomorrow' };
      if (held) await settles(school, [keep('edition', held.id, { ...held.value, document: broken }, held)]);
      const heard = school.hears(school.dialog(ADMINISTRATOR)).length;

      await school.restarts();
      await school.passes(SECOND);
      await school.restarts();
      await school.passes(SECOND);

      expect(school.hears(school.dialog(ADMINISTRATOR)).slice(heard)).toEqual([
        'Редакцию Положения от 26.10.2026, принятую школой, эта версия программы прочитать не может: бот на неё не ссылается и судит по прежней. Пожалуйста, верните версию программы, при которой редакцию принимали, или внесите редакцию заново: /положение новая редакция',
      ]);
      const noted = (await school.journal()).flatMap((one) => (one.kind === 'note' ? [one.detail] : []));
      expect(noted).toContain('edition-unread 26.10.2026');
      expect(
        (await lookAtEditions(school.stores, createSay('ru'))).map((one) => printFinding(createSay('ru'), one)),
      ).toEqual([
        '✗ Редакции Положения – принятое от 26.10.2026 эта версия программы прочитать не может: бот судит по прежней редакции. Что сделать: верните версию программы, при которой редакцию принимали, или внесите редакцию заново: /положение новая редакция',
      ]);
    },
    MONDAY,
  );

  scene(
    'waits for the morning of a school that is silent until nine',
    async (school) => {
      await everybodyListens(school);
      await settles(school, [keep('settings', 'school', { quietHours: { from: '21:00', to: '09:00' } }, undefined)]);
      await adopts(school);
      await until(school, BEGIN, moment('2026-10-26', '08:59'));
      expect(school.hears(school.dialog('p01'))).toEqual([]);
      await until(school, moment('2026-10-26', '09:00'));
      expect(school.hears(school.dialog('p01'))).toHaveLength(1);
    },
    MONDAY,
  );
});
