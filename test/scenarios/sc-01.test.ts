import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keep } from '../../src/domain/records.js';
import { DAY } from '../../src/domain/time.js';
import { projectRoot } from '../../src/project-root.js';
import { PROVISIONAL } from '../../src/roster/provisional.js';
import { accountOf, openSchool, type School, type SchoolOptions, scene } from './world.js';

/** Monday, 31 August 2026, 10:00 in Moscow. */
const MONDAY = Date.UTC(2026, 7, 31, 7, 0);
const A01 = 'a01';
const ORDER = '01-10-300 от 28.08.2026';
const PHONE = '+79000000001';
/** The demo list with two columns the bot does not need and two lines that are wrong. */
const CSV = [
  'id;роль;фамилия;имя;отчество;класс;предмет;дети;основание;телефон;дата_рождения',
  ...readFileSync(join(projectRoot(), 'src/sandbox/demo/roster.csv'), 'utf8')
    .trim()
    .split(/\r?\n/u)
    .slice(1)
    .map((line) => `${line};${PHONE};2015-03-01`),
  's06;обучающийся;Лишний;Олег;;5В;;;;;',
  'p05;родитель;Потерянный;Иван;;;;s99;;;',
].join('\n');
const CHATS =
  'руководитель и заместители; руководитель и педагоги; 5А – ученики; 5А – родители; 5Б – ученики; 5Б – родители';
const MORE = 'педагоги 5А; педагоги 5Б; информатика 5А; информатика 5Б';

const dialog = (school: School, who = A01) => school.dialog(who);
const last = (school: School, who = A01) => school.hears(dialog(school, who)).at(-1) ?? '';
const says = (school: School, words: string, who = A01) => school.says(who, dialog(school, who), words);
const presses = (school: School, label: string, who = A01) => school.presses(who, dialog(school, who), label);
const sends = (school: School, contents: Uint8Array | string, name = 'roster.csv') =>
  school.sends(A01, dialog(school), name, contents);
const stepOf = async ({ stores }: School) => (await stores.records.get('setup', 'school'))?.value.step;
const namesOf = (school: School) => school.files(dialog(school)).map(({ name }) => name);

/** Whoever was given the admin-code on the command line has typed it. */
const begin = async (school: School, who = A01): Promise<void> => {
  await school.allows(who);
  await school.stores.people.put([PROVISIONAL]);
  await says(school, `/код ${await school.codeFor(PROVISIONAL.id)}`, who);
};

const empty = (words: string, play: (school: School) => Promise<void>, over: SchoolOptions = {}) =>
  scene(words, play, { rostered: false, linked: false, at: MONDAY, ...over });

const TAKE: readonly ((school: School) => Promise<unknown>)[] = [
  (school) => says(school, ORDER),
  async (school) => {
    await sends(school, CSV);
    await presses(school, 'Загрузить 15');
  },
  (school) => presses(school, '«Учительская» создана'),
  (school) => presses(school, 'Каналы созданы'),
  (school) => presses(school, 'Дальше'),
  (school) => presses(school, 'Всё верно'),
  (school) => presses(school, 'Подготовить'),
];

/** Where the step of this number waits; 8: done. */
const upTo = async (school: School, step: number): Promise<void> => {
  await begin(school);
  await says(school, '/настройка');
  for (const take of TAKE.slice(0, step - 1)) await take(school);
};

/** Nobody settles this, but it happens between two words: the rights are gone. */
const settle = async (school: School, ...changes: Parameters<School['stores']['ledger']['settle']>[0]['changes']) => {
  const at = school.clock.now();
  const entry = { id: `n:${at}-${changes.length}`, at, kind: 'note', detail: 'meanwhile' } as const;
  await school.stores.ledger.settle({ key: entry.id, entry, changes, rows: [], chain: 'cli' });
};

interface Differing {
  readonly policy: 'school-21' | 'oosh-19';
  readonly order: string;
  readonly room: string;
  readonly called: string;
  readonly waiting: number;
  readonly papers: readonly string[];
}

const SCHOOLS: readonly Differing[] = [
  {
    policy: 'school-21',
    order: 'п. 3.2 Положения',
    room: 'п. 3.4 Положения',
    called: 'Рекомендуемые',
    waiting: 3,
    papers: [
      'Заявка на регистрацию (проект).docx',
      'Приказ об использовании платформы (проект).docx',
      'Приказ о распределении обязанностей (проект).docx',
      'Приказ о Правилах общения в чатах (проект).docx',
    ],
  },
  {
    policy: 'oosh-19',
    order: 'п. 2.1 Положения',
    room: 'п. 2.1 Положения',
    called: 'Обязательные',
    waiting: 6,
    papers: [
      'Заявка на регистрацию (проект).docx',
      'Приказ об использовании платформы (проект).docx',
      'Приказ о Правилах общения в чатах (проект).docx',
    ],
  },
];

describe.each(SCHOOLS)('SC-01 under $policy', ({ policy, order, room, called, waiting, papers }) => {
  empty(
    'a new school is set up, step by step',
    async (school) => {
      await begin(school);

      await says(school, '/настройка');
      expect(last(school)).toBe(
        `Шаг 1 из 7. Укажите номер и дату приказа о назначении администратора платформы (${order}).`,
      );

      await says(school, 'нет приказа');
      expect(last(school)).toBe(
        `Без приказа права администратора не предоставляются (${order}). Подготовить проект приказа?`,
      );
      expect(school.buttons(dialog(school))).toEqual(['Подготовить']);
      expect(await school.stores.records.get('act', 'administrator')).toBeUndefined();

      await says(school, ORDER);
      expect(last(school)).toMatch(/^Принято\. Шаг 2 из 7\. Загрузите список \(CSV\)\./u);
      expect((await school.stores.records.get('act', 'administrator'))?.value).toMatchObject({
        number: '01-10-300',
        date: '2026-08-28',
      });

      await sends(school, CSV);
      expect(last(school)).toBe(
        'Проверка списка: работников 6, обучающихся 5, родителей 4, классов 2. Не загружены столбцы: «телефон», «дата_рождения» – для работы бота они не нужны. Ошибки (2): строка 17 – класс «5В» отсутствует в номенклатуре; строка 18 – не найден ребёнок s99. Загрузить 15 записей без ошибок?',
      );
      expect(school.buttons(dialog(school))).toEqual(['Загрузить 15', 'Отмена']);
      expect((await school.stores.people.all()).map(({ id }) => id)).toEqual([PROVISIONAL.id]);

      await presses(school, 'Загрузить 15');
      expect(last(school)).toBe('Загружено 15. Шаг 3 из 7. Создайте на платформе класс «Учительская» и подтвердите.');
      const people = (await school.stores.people.all()).filter(({ id }) => id !== PROVISIONAL.id);
      expect(people).toHaveLength(15);
      expect(JSON.stringify(people)).not.toMatch(/7900|2015-03/u);
      expect((await school.stores.people.facts(accountOf(A01))).person?.id).toBe('a01');

      await says(school, 'создать классы');
      expect(last(school)).toBe(`Сначала создаётся «Учительская» (${room}). После этого перейдём к классам.`);

      await presses(school, '«Учительская» создана');
      expect(last(school)).toMatch(/^Шаг 4 из 7\. Каналы «Общешкольный» и «Сотрудники»\./u);

      await presses(school, 'Каналы созданы');
      expect(last(school)).toContain(`Шаг 5 из 7. ${called} чаты (6):\n– руководитель и заместители\n`);
      await presses(school, 'Дальше');
      expect(last(school)).toMatch(/^Шаг 6 из 7\. Настройки школы:/u);
      await presses(school, 'Всё верно');
      await presses(school, 'Подготовить');
      expect(last(school)).toBe(
        `Готово. ${called} чаты (6): ${CHATS}. По необходимости (4): ${MORE}. Не подтверждены роли «учитель»: ${waiting}. Письмо на регистрацию организации (info@sferum.ru) и приказы – в черновиках.`,
      );
      expect(namesOf(school)).toEqual(papers);
      expect(await stepOf(school)).toBe('done');

      const journal = JSON.stringify(await school.journal());
      expect(journal).toContain('setup.started');
      expect(journal).not.toMatch(/7900|Тестова|01-10-300/u);
    },
    { policy },
  );
});

describe('after the set-up', () => {
  empty('whoever has no confirmed role yet does not invite, and the administrator is told (step 9)', async (school) => {
    await upTo(school, 8);
    await school.allows('k01');
    await says(school, `/код ${await school.codeFor('k01')}`, 'k01');
    await school.chat('class_parents', { class: '5А' });
    await says(school, '/приглашения 5А родители', 'k01');
    expect(last(school, 'k01')).toBe(
      'Приглашать смогут работники с подтверждённой ролью «учитель» (п. 2.5 Положения). Я сообщил администратору.',
    );
    expect(school.hears(dialog(school)).join('\n')).toContain('Ключева');
  });

  it.each([
    [
      'oosh-19',
      'Дополнительного администратора назначают из присоединившихся педагогических работников (п. 2.1 Положения).',
    ],
    ['school-21', 'Этот вопрос Положением не урегулирован. Передать его администрации школы?'],
  ] as const)('under %s a parent becomes no additional administrator (step 10)', async (policy, words) => {
    const school = await openSchool({ rostered: false, linked: false, at: MONDAY, policy });
    await upTo(school, 8);
    await says(school, 'назначить дополнительным администратором p02');
    expect(last(school)).toContain(words);
    await school.close();
  });
});

describe('the first step', () => {
  empty('prepares the draft of the order for whoever has none, and goes on with the signed one', async (school) => {
    await upTo(school, 1);
    await says(school, 'нет');
    await presses(school, 'Подготовить');
    expect(namesOf(school)).toEqual(['Приказ об администраторе платформы (проект).docx']);

    await says(school, `приказ № ${ORDER} г.`);
    expect(await stepOf(school)).toBe('list');
  });

  empty('takes no order without a number or with a day that there is not', async (school) => {
    await upTo(school, 1);
    for (const words of ['приказ', 'от 28.08.2026', '80 от 31.02.2026', 'завтра', '80']) {
      await says(school, words);
      expect(last(school)).toMatch(/^Напишите номер и дату приказа так/u);
    }
    expect(await stepOf(school)).toBe('order');
  });

  empty('comes before everything an administrator may do', async (school) => {
    await upTo(school, 1);
    await says(school, '/список классы 5А');
    expect(last(school)).toMatch(/^Без приказа права администратора не предоставляются \(п\. 3\.2 Положения\)\./u);
    await says(school, '/настройка тихие часы 21:00-07:00');
    expect(last(school)).toMatch(/^Без приказа/u);
    expect(await school.stores.people.classes()).toEqual([]);
  });
});

describe('the list', () => {
  const tooLarge = new Uint8Array(11 * 1024 * 1024);
  empty('is asked for again when the file is none', async (school) => {
    await upTo(school, 2);
    for (const [name, contents, answer] of [
      ['roster.pdf', '%PDF-1.7 \u0000\u0001\u0002', /не таблица/u],
      ['roster.csv', tooLarge, /больше 10 МБ/u],
      ['roster.csv', 'фамилия;имя\n"Иванов;Павел', /./u],
      ['roster.csv', 'id;роль\n1;директор', /столбца/u],
    ] as const) {
      await sends(school, contents, name);
      expect(last(school)).toMatch(answer);
      expect(await stepOf(school)).toBe('list');
    }
    await says(school, 'какой файл?');
    expect(last(school)).toBe('Отправьте список файлом: CSV или таблица Excel.');

    await sends(school, CSV);
    await presses(school, 'Загрузить 15');
    expect(await stepOf(school)).toBe('room');
  });

  empty('is not loaded when whoever saw it thinks better of it', async (school) => {
    await upTo(school, 2);
    await sends(school, CSV);
    await presses(school, 'Отмена');
    expect(last(school)).toBe('Ничего не загружено. Если понадобится, отправьте список ещё раз.');
    expect((await school.stores.people.all()).map(({ id }) => id)).toEqual([PROVISIONAL.id]);
  });

  empty('keeps nothing of what was only looked at', async (school) => {
    await upTo(school, 2);
    await sends(school, CSV);
    const kept = JSON.stringify(await school.stores.records.all('question'));
    expect(kept).not.toMatch(/Ключева|Сидоров|7900/u);
  });

  empty('loaded again brings no change', async (school) => {
    await upTo(school, 8);
    await says(school, '/список');
    await sends(school, CSV);
    expect(last(school)).toMatch(/Изменений нет\.$/u);
    expect(school.buttons(dialog(school))).toEqual([]);
  });

  empty('of a file that is gone when it is to be loaded is asked for once more', async (school) => {
    await upTo(school, 2);
    await sends(school, CSV);
    school.platform.world.files.clear();
    await presses(school, 'Загрузить 15');
    expect(last(school)).toBe('Этот файл больше не открывается. Пожалуйста, отправьте список ещё раз.');
    await sends(school, CSV);
    await presses(school, 'Загрузить 15');
    expect(await stepOf(school)).toBe('room');
  });

  empty('with two administrators asks which of them it is', async (school) => {
    await upTo(school, 2);
    await sends(school, CSV.replace('u01;учитель', 'u01;администратор'));
    await presses(school, 'Загрузить 15');
    expect(last(school)).toBe('Загружено 15. В списке несколько администраторов. Кто из них Вы?');

    await presses(school, 'Физиков А. П.');

    expect((await school.stores.people.facts(accountOf(A01))).person?.id).toBe('u01');
    expect(await stepOf(school)).toBe('room');
  });

  empty('whose administrator is no teacher is loaded, and says what is missing', async (school) => {
    await upTo(school, 2);
    await sends(school, CSV.replace('Игоревна;;технология', 'Игоревна;;'));
    await presses(school, 'Загрузить 15');
    expect(last(school)).toBe(
      'Загружено 15. Не хватает: администратор платформы должен быть педагогическим работником, укажите его предмет. Шаг 3 из 7. Создайте на платформе класс «Учительская» и подтвердите.',
    );
  });

  empty('that was loaded on the command line need not be loaded again', async (school) => {
    await upTo(school, 1);
    await says(school, ORDER);
    await school.stores.people.put([{ ...PROVISIONAL, id: 'd01', role: 'director', basis: '' }]);
    await says(school, '/настройка');
    expect(last(school)).toContain('В списке школы уже 1 запись;');
    await presses(school, 'Список уже загружен');
    expect(await stepOf(school)).toBe('room');
  });
});

describe('a set-up', () => {
  empty('is left and taken up again, at its step', async (school) => {
    await upTo(school, 4);
    school.clock.set(school.clock.now() + 40 * DAY);
    expect(await presses(school, 'Каналы созданы')).toBe('Эта кнопка уже не действует');

    await says(school, '/настройка');
    expect(last(school)).toMatch(/^Шаг 4 из 7\./u);
    await presses(school, 'Каналы созданы');
    expect(await stepOf(school)).toBe('chats');
  });

  empty('goes on after a restart between any two steps', async (school) => {
    await begin(school);
    await says(school, '/настройка');
    for (const take of TAKE) {
      await school.restarts();
      await take(school);
    }
    expect(await stepOf(school)).toBe('done');
    expect(last(school)).toMatch(/^Готово\./u);
  });

  empty('needs no button: every step can be typed', async (school) => {
    await upTo(school, 2);
    await sends(school, CSV);
    for (const words of ['Загрузить 15', 'учительская создана', 'позже', 'дальше', 'все верно', 'без проектов'])
      await says(school, words);
    expect(await stepOf(school)).toBe('done');
    expect(last(school)).toMatch(/^Готово\..*«учитель»: 3\.$/u);
    expect(namesOf(school)).toEqual([]);
  });

  empty('does nothing for an answer that is none', async (school) => {
    await upTo(school, 3);
    for (const [step, answer] of [
      ['room', /нажмите кнопку или напишите: готово/u],
      ['channels', /нажмите кнопку или напишите: готово/u],
      ['chats', /дальше/u],
      ['settings', /Такой настройки я не знаю/u],
      ['papers', /без проектов/u],
    ] as const) {
      await says(school, 'что?');
      expect(last(school)).toMatch(answer);
      expect(await stepOf(school)).toBe(step);
      await says(school, step === 'papers' ? 'подготовить' : 'готово');
    }
    expect(await stepOf(school)).toBe('done');
  });

  empty('takes one answer once', async (school) => {
    await upTo(school, 3);
    await presses(school, '«Учительская» создана');
    expect(await presses(school, '«Учительская» создана')).toBe('Вы уже ответили');
    expect(await stepOf(school)).toBe('channels');
  });

  empty('of two administrators at once goes on with who was first', async (school) => {
    await upTo(school, 2);
    await sends(school, CSV.replace('z01;заместитель', 'z01;администратор'));
    await presses(school, 'Загрузить 15');
    await presses(school, 'Тестова А. И.');
    await school.allows('z01');
    await says(school, `/код ${await school.codeFor('z01')}`, 'z01');
    await presses(school, 'Подтвердить');
    await says(school, '/настройка', 'z01');
    expect(last(school, 'z01')).toMatch(/^Шаг 3 из 7\./u);

    await presses(school, '«Учительская» создана');
    await presses(school, '«Учительская» создана', 'z01');

    expect(last(school, 'z01')).toMatch(/^Шаг 3 уже пройден\. Шаг 4 из 7\./u);
    expect(await stepOf(school)).toBe('channels');
    const taken = (await school.stores.records.get('setup', 'school'))?.value.taken ?? [];
    expect(taken.map(({ step, by }) => [step, by])).toEqual([
      ['order', PROVISIONAL.id],
      ['list', PROVISIONAL.id],
      ['room', 'a01'],
    ]);
  });

  empty('ends where the rights end', async (school) => {
    await upTo(school, 3);
    const person = await school.stores.people.find('a01');
    if (person === undefined) throw new Error('a01 was loaded');
    await settle(school, { put: 'person', person: { ...person, role: 'teacher' } });

    await presses(school, '«Учительская» создана');
    expect(await stepOf(school)).toBe('room');
    expect(last(school)).toMatch(/менять настройки может администратор платформы \(п\. 3\.2 Положения\)/u);
  });

  empty('is not for whoever has left', async (school) => {
    await upTo(school, 3);
    const now = school.clock.now();
    const held = await school.stores.records.get('standing', 'a01');
    const left = { at: now, act: 'приказ', purge: now + DAY };
    await settle(school, keep('standing', 'a01', { ...held?.value, left }, held));

    await presses(school, '«Учительская» создана');
    expect(await stepOf(school)).toBe('room');
  });

  empty('shows which chats are there already', async (school) => {
    await upTo(school, 4);
    await school.chat('class_parents', { class: '5А' });
    await presses(school, 'Каналы созданы');
    expect(last(school)).toContain('✓ 5А – родители\n– 5Б – ученики');
  });

  empty('changes a setting on its way', async (school) => {
    await upTo(school, 6);
    await says(school, 'тихие часы 21:00-07:00');
    expect(last(school)).toMatch(/^Сохранено\. Тихие часы: 21:00–07:00\. Настройки школы:/u);
    await says(school, 'дневник журнал');
    expect(last(school)).toBe(
      'Дневник: нужен адрес, который начинается с https://. Например: дневник https://school.example.ru.',
    );
    await presses(school, 'Всё верно');
    expect((await school.stores.records.get('settings', 'school'))?.value).toEqual({
      quietHours: { from: '21:00', to: '07:00' },
    });
  });
});
