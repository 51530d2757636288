import { PROVISIONAL } from '../../src/roster/provisional.js';
import {
  A01,
  begin,
  CSV,
  dialog,
  empty,
  last,
  MONDAY,
  namesOf,
  ORDER,
  presses,
  says,
  sends,
  stepOf,
  upTo,
} from './set-up.js';
import { accountOf, openSchool } from './world.js';

const CHATS =
  'руководитель и заместители; руководитель и педагоги; 5А – ученики; 5А – родители; 5Б – ученики; 5Б – родители';
const MORE = 'педагоги 5А; педагоги 5Б; информатика 5А; информатика 5Б';

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
      'Загружено 15. Обратите внимание: администратор платформы должен быть педагогическим работником, укажите его предмет. Шаг 3 из 7. Создайте на платформе класс «Учительская» и подтвердите.',
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
