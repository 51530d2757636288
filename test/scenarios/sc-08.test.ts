import mammoth from 'mammoth';
import { announced, at, CALL, LINE, last, meeting, parents, said, until } from './meetings.js';
import { type School, scene } from './world.js';

const INVITE =
  'Уважаемые родители! 25 сентября 2026 г. (пятница) в 18:30 состоится родительское собрание 5А класса (онлайн). ' +
  `Повестка: 1) итоги адаптации; 2) питание; 3) разное. Подключение: ${CALL}. Пожалуйста, отметьте, сможете ли Вы участвовать.`;

/** Everything until the end of the meeting: two of three were there. */
const held = async (school: School) => {
  const chat = await announced(school);
  await until(school, at(25, 18, 31));
  await school.presses('p01', chat, 'Я на собрании');
  await until(school, at(25, 18, 40));
  await school.presses('p03', chat, 'Я на собрании');
  await until(school, at(25, 19, 20));
  await school.says('k01', school.dialog('k01'), '/собрание завершить');
  return chat;
};

describe.each([
  ['school-21', 'МКОУ СОШ № 21'],
  ['oosh-19', 'МКОУ «ООШ № 19»'],
] as const)('SC-08 by the regulation of %s: a parents’ meeting', (policy, name) => {
  scene(
    'step 1: one line is read, and echoed with the weekday, the full date and the zone',
    async (school) => {
      await parents(school);
      await school.says('k01', school.dialog('k01'), LINE);
      expect(last(school, 'k01')).toBe(
        'Родительское собрание 5А класса: пятница, 25 сентября 2026 г., 18:30 (МСК). ' +
          'Повестка: 1) итоги адаптации; 2) питание; 3) разное. Ссылка на звонок: создайте или вставьте. Верно?',
      );
      expect(school.buttons(school.dialog('k01'))).toEqual([
        'Создать',
        'Вставить',
        'Опубликовать',
        'Изменить',
        'Отмена',
      ]);
    },
    meeting(policy),
  );

  scene(
    'step 2: the link is pasted, and the invitation stands in the chat, pinned, with a calendar file',
    async (school) => {
      const chat = await announced(school);
      expect(school.hears(chat)).toEqual([INVITE]);
      expect(school.platform.world.chats.get(chat)?.pinned).toBeDefined();
      const [file] = school.files(chat);
      expect(file?.name).toBe('собрание 25.09.2026.ics');
    },
    meeting(policy),
  );

  scene(
    'step 3: answers are noted, a question reaches the class teacher alone',
    async (school) => {
      const chat = await announced(school);
      expect(await school.presses('p01', chat, 'Буду')).toBe('Спасибо, отмечено: Вы будете.');
      expect(await school.presses('p02', chat, 'Не смогу')).toBe('Спасибо, отмечено: Вы не сможете.');
      expect(await school.presses('p03', chat, 'Вопрос к собранию')).toBe('Напишите вопрос мне в личные сообщения.');
      await school.says('p03', school.dialog('p03'), 'Можно ли перенести обед?');
      expect(last(school, 'p03')).toBe('Вопрос передан классному руководителю.');
      expect(last(school, 'k01')).toBe(
        'Вопрос к встрече «Родительское собрание 5А класса» (25.09.2026) от Сидорова Е. В.: «Можно ли перенести обед?»',
      );
      expect(school.hears(chat)).toHaveLength(1);

      await school.says('k01', school.dialog('k01'), '/собрание');
      expect(last(school, 'k01')).toBe(
        'Родительское собрание 5А класса: пятница, 25 сентября 2026 г., 18:30 (МСК)\n' +
          '– будут: 1 (Иванова О. Н.)\n– не смогут: 1 (Петров Д. О.)\n– вопрос, Сидорова Е. В.: «Можно ли перенести обед?»',
      );
      await school.says('p01', school.dialog('p01'), '/собрание');
      expect(last(school, 'p01')).not.toMatch(/Петров|Сидорова/u);
    },
    meeting(policy),
  );

  scene(
    'steps 4–7: a day, an hour and ten minutes ahead, then the beginning; each is said once',
    async (school) => {
      const chat = await announced(school);
      const heard: string[] = [];
      const hear = async (moment: number) => {
        await until(school, moment);
        const all = said(school, chat);
        const news = all.slice(1 + heard.length);
        heard.push(...news);
        return news;
      };
      expect(await hear(at(24, 18, 29))).toEqual([]);
      expect(await hear(at(24, 18, 30))).toEqual(['Напоминаем: завтра в 18:30 – родительское собрание 5А класса.']);
      expect(await hear(at(25, 17, 29))).toEqual([]);
      expect(await hear(at(25, 17, 30))).toEqual([`Собрание начнётся через час, в 18:30. Ссылка: ${CALL}`]);
      expect(await hear(at(25, 18, 20))).toEqual([`Собрание начинается через 10 минут. Подключайтесь: ${CALL}`]);
      expect(await hear(at(25, 18, 30))).toEqual([
        `Собрание началось. Подключайтесь: ${CALL}. Кто пришёл, отметьтесь кнопкой.`,
      ]);
      expect(await school.presses('p01', chat, 'Я на собрании')).toBe('Спасибо, отмечено: Вы на собрании.');
      await until(school, at(25, 19, 31));
      expect(await school.presses('p02', chat, 'Я на собрании')).toBe('Эта кнопка уже не действует');
    },
    meeting(policy),
  );

  scene(
    'steps 8–11: the end, the minutes to be signed, the decisions on Monday morning without a word of who was absent',
    async (school) => {
      const chat = await held(school);
      const dialog = school.dialog('k01');
      expect(last(school, 'k01')).toBe('Присутствовали 2 из 3 (по отметкам). Подготовить протокол?');

      await until(school, at(25, 19, 22));
      await school.presses('k01', dialog, 'Подготовить протокол');
      expect(last(school, 'k01')).toBe('1. Итоги адаптации. Что слушали?');
      await school.says('k01', dialog, 'слушали Ключеву М. П., решили принять к сведению');
      await school.says('k01', dialog, 'о горячем питании');
      expect(last(school, 'k01')).toBe('2. Питание. Что решили?');
      await school.says('k01', dialog, 'собрать предложения до 1 октября');
      await school.presses('k01', dialog, 'Пропустить');
      await school.presses('k01', dialog, 'Пропустить');
      expect(last(school, 'k01')).toContain(
        '2. Питание. Слушали: о горячем питании. Решили: собрать предложения до 1 октября.',
      );
      await school.says('k01', dialog, '2 решили: собрать предложения до 2 октября');
      await until(school, at(25, 20, 9));
      await school.presses('k01', dialog, 'Готов');
      const file = school.files(dialog).at(-1);
      expect(file?.name).toBe('протокол № 1 от 25.09.2026.docx');
      expect(school.hears(chat).filter((words) => words.includes('Решения'))).toEqual([]);

      await until(school, at(25, 20, 10));
      await school.presses('k01', dialog, 'Опубликовать решения');
      expect(last(school, 'k01')).toBe('Опубликовать в субботу в 08:00 или в понедельник, 28 сентября, в 08:00?');
      await school.presses('k01', dialog, 'пн, 28 сентября, 08:00');
      await until(school, at(28, 7, 59));
      expect(school.hears(chat).filter((words) => words.includes('Решения'))).toEqual([]);
      await until(school, at(28, 8, 0));
      expect(school.hears(chat).at(-1)).toBe(
        'Решения собрания от 25.09.2026: 1) принять к сведению; 2) собрать предложения до 2 октября. Спасибо за участие!',
      );
      expect(school.hears(chat).at(-1)).not.toContain('Петров');
      expect(last(school, 'p02')).toContain(
        'Родительское собрание 5А класса, 25.09.2026. Решения: 1) принять к сведению',
      );
      expect(await school.presses('p02', school.dialog('p02'), 'Ознакомлен(а)')).toBe('Спасибо, отмечено.');
      expect(last(school, 'p01')).not.toContain('Решения');
    },
    meeting(policy),
  );

  scene(
    'the minutes have the form of a protocol',
    async (school) => {
      await announced(school);
      await school.presses('p03', [...school.platform.world.chats.keys()][0]!, 'Вопрос к собранию');
      await school.says('p03', school.dialog('p03'), 'Можно ли перенести обед?');
      const chat = [...school.platform.world.chats.keys()][0]!;
      await until(school, at(25, 18, 31));
      await school.presses('p01', chat, 'Я на собрании');
      await school.presses('p03', chat, 'Я на собрании');
      await school.says('k01', school.dialog('k01'), '/собрание голосование 2');
      await school.presses('p01', chat, 'За');
      await school.presses('p03', chat, 'Против');
      await school.presses('p03', chat, 'Воздержусь');
      await until(school, at(25, 19, 20));
      await school.says('k01', school.dialog('k01'), '/собрание завершить');
      await school.presses('k01', school.dialog('k01'), 'Подготовить протокол');
      for (const words of ['слушали итоги; решили принять', 'слушали меню; решили утвердить'])
        await school.says('k01', school.dialog('k01'), words);
      await school.presses('k01', school.dialog('k01'), 'Пропустить');
      await school.presses('k01', school.dialog('k01'), 'Пропустить');
      await school.presses('k01', school.dialog('k01'), 'Готов');
      const file = school.files(school.dialog('k01')).at(-1);
      const { value } = await mammoth.extractRawText({ buffer: Buffer.from(file?.base64 ?? '', 'base64') });
      expect(value.replace(/\n+/gu, '\n').trim()).toBe(
        [
          name,
          'ПРОТОКОЛ № 1',
          'родительского собрания 5А класса',
          '25.09.2026\tначало 18:30, окончание 19:20',
          'Форма: онлайн (школьная платформа)',
          'Присутствовали: 2 из 3 родителей (законных представителей) (список прилагается)',
          'Председатель: классный руководитель Ключева М. П.',
          'Секретарь: ____________',
          'ПОВЕСТКА',
          '1. Итоги адаптации.',
          '2. Питание.',
          '3. Разное.',
          'Вопросы, поступившие заранее: 1.',
          '1. СЛУШАЛИ: итоги',
          'РЕШИЛИ: принять (за __, против __, воздержались __)',
          '2. СЛУШАЛИ: меню',
          'РЕШИЛИ: утвердить (за 1, против 0, воздержались 1)',
          '3. СЛУШАЛИ: ____________________',
          'РЕШИЛИ: ____________________ (за __, против __, воздержались __)',
          'Председатель ____________\t\tСекретарь ____________',
          'ПРИЛОЖЕНИЕ. Список присутствовавших',
          '1. Иванова Ольга Николаевна',
          '2. Сидорова Елена Викторовна',
        ].join('\n'),
      );
    },
    meeting(policy),
  );
});
