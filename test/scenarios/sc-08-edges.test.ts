import type { CallProvider } from '../../src/ports/calls.js';
import { Weather } from '../../src/ports/platform.js';
import { announced, at, CALL, LINE, last, meeting, parents, said, until } from './meetings.js';
import { type School, scene } from './world.js';

const k01 = (school: School) => school.dialog('k01');
const reminders = (words: readonly string[]): readonly string[] =>
  words.filter((one) => /^(?:Напоминаем|Собрание начнётся|Собрание начинается)/u.test(one));
const sept = (date: number, hour: number, minute = 0): number => at(date, hour, minute);

describe.each(['school-21', 'oosh-19'] as const)('SC-08, edge cases, by the regulation of %s', (policy) => {
  scene(
    '«в пятницу», said on Friday after that hour, asks whether the next one is meant',
    async (school) => {
      await parents(school);
      await school.says('k01', k01(school), 'Собрание 5А в пятницу в 18:30, повестка: питание');
      expect(last(school, 'k01')).toBe('Имеется в виду пятница, 2 октября 2026 г., 18:30 (МСК)?');
      await school.presses('k01', k01(school), 'пт, 2 октября, 18:30');
      expect(last(school, 'k01')).toContain(
        'Родительское собрание 5А класса: пятница, 2 октября 2026 г., 18:30 (МСК).',
      );
    },
    meeting(policy, sept(25, 19)),
  );

  scene(
    '«в 6:30» asks for the half of the day, and «18:30» typed answers it too',
    async (school) => {
      await parents(school);
      await school.says('k01', k01(school), 'Собрание 5А в пятницу в 6:30, повестка: питание');
      expect(last(school, 'k01')).toBe('Утра или вечера? Выберите, пожалуйста.');
      expect(school.buttons(k01(school))).toEqual(['пт, 25 сентября, 06:30', 'пт, 25 сентября, 18:30']);
      await school.says('k01', k01(school), 'в пятницу в 18:30');
      expect(last(school, 'k01')).toContain('пятница, 25 сентября 2026 г., 18:30');
    },
    meeting(policy),
  );

  scene(
    'step by step: what is not said is asked for, and any of it can be changed',
    async (school) => {
      await parents(school);
      await school.says('k01', k01(school), '/собрание 5А');
      expect(last(school, 'k01')).toBe('Когда? Напишите день и время, например: в пятницу в 18:30.');
      await school.says('k01', k01(school), 'в пятницу');
      expect(last(school, 'k01')).toBe('В какое время? Напишите, например: в 18:30.');
      await school.says('k01', k01(school), 'в 18:30');
      expect(last(school, 'k01')).toContain('Какая повестка?');
      await school.says('k01', k01(school), 'питание; разное');
      expect(last(school, 'k01')).toContain('Повестка: 1) питание; 2) разное.');
      await school.says('k01', k01(school), 'повестка: питание');
      expect(last(school, 'k01')).toContain('Повестка: 1) питание. ');
      await school.says('k01', k01(school), 'в 19:00');
      expect(last(school, 'k01')).toContain('пятница, 25 сентября 2026 г., 19:00');
      await school.says('k01', k01(school), 'https://evil.ru/call');
      expect(last(school, 'k01')).toContain('не похоже на ссылку на звонок');
      await school.presses('k01', k01(school), 'Отмена');
      expect(last(school, 'k01')).toBe('Хорошо, ничего не изменилось.');
      expect(await school.stores.records.all('meeting')).toEqual([]);
    },
    meeting(policy),
  );

  scene(
    'a time that is past is refused',
    async (school) => {
      await parents(school);
      await school.says('k01', k01(school), 'Собрание 5А 22 сентября в 18:30, повестка: питание');
      expect(last(school, 'k01')).toBe('Это время уже прошло. Когда состоится собрание?');
      expect(await school.stores.records.all('meeting')).toEqual([]);
    },
    meeting(policy),
  );

  scene(
    'called less than a day ahead: the reminder of a day is left out, the others stay',
    async (school) => {
      const chat = await announced(school);
      await until(school, sept(25, 18, 30));
      expect(reminders(said(school, chat))).toEqual([
        `Собрание начнётся через час, в 18:30. Ссылка: ${CALL}`,
        `Собрание начинается через 10 минут. Подключайтесь: ${CALL}`,
      ]);
    },
    meeting(policy, sept(24, 19)),
  );

  scene(
    'moved: the old reminders are off, the chat reads why, who answered is asked again',
    async (school) => {
      const chat = await announced(school);
      await school.presses('p01', chat, 'Буду');
      await school.says('k01', k01(school), '/собрание перенести 5А на понедельник в 18:00, причина: болезнь учителя');
      expect(last(school, 'k01')).toBe(
        'Родительское собрание 5А класса, 25.09.2026 в 18:30: перенести на другое время – понедельник, 28 сентября 2026 г., 18:00 (МСК)? Причина: болезнь учителя. ',
      );
      await school.presses('k01', k01(school), 'Перенести');
      expect(said(school, chat).at(-1)).toBe(
        'Собрание 25.09.2026 перенесено на другое время: понедельник, 28 сентября 2026 г., 18:00 (МСК). Причина: болезнь учителя. Приносим извинения. Пожалуйста, отметьте, сможете ли Вы участвовать.',
      );
      expect(last(school, 'p01')).toBe(
        'Родительское собрание 5А класса: время изменилось. Теперь это понедельник, 28 сентября 2026 г., 18:00 (МСК). Сможете ли Вы участвовать?',
      );
      expect(last(school, 'p02')).not.toContain('время изменилось');
      await school.says('k01', k01(school), '/собрание');
      expect(last(school, 'k01')).toContain('– будут: 0');
      expect(await school.presses('p01', school.dialog('p01'), 'Не смогу')).toBe('Спасибо, отмечено: Вы не сможете.');
      const before = said(school, chat).length;
      await until(school, sept(26, 12));
      expect(said(school, chat)).toHaveLength(before);
      await until(school, sept(28, 18, 0));
      expect(reminders(said(school, chat).slice(before))).toEqual([
        'Напоминаем: завтра в 18:00 – родительское собрание 5А класса.',
        `Собрание начнётся через час, в 18:00. Ссылка: ${CALL}`,
        `Собрание начинается через 10 минут. Подключайтесь: ${CALL}`,
      ]);
      const file = Buffer.from(school.files(chat).at(-1)?.base64 ?? '', 'base64').toString();
      expect(file).toContain('SEQUENCE:1');
      expect(file).toContain('DTSTART;TZID=Europe/Moscow:20260928T180000');
    },
    meeting(policy),
  );

  scene(
    'cancelled: no reminder any more, and the calendar takes it out',
    async (school) => {
      const chat = await announced(school);
      await school.says('k01', k01(school), '/собрание отменить карантин');
      await school.presses('k01', k01(school), 'Отменить встречу');
      expect(said(school, chat).at(-1)).toBe('Собрание 25.09.2026 отменено. Причина: карантин. Приносим извинения.');
      const before = said(school, chat).length;
      expect(await school.presses('p01', chat, 'Буду')).toBe('Эта встреча отменена.');
      await until(school, sept(26, 12));
      expect(said(school, chat)).toHaveLength(before);
      const file = Buffer.from(school.files(chat).at(-1)?.base64 ?? '', 'base64').toString();
      expect(file).toMatch(/METHOD:CANCEL[\s\S]*SEQUENCE:1[\s\S]*STATUS:CANCELLED/u);
      await school.says('k01', k01(school), '/собрание перенести на понедельник в 18:00');
      expect(last(school, 'k01')).toBe('Предстоящих встреч у Вас нет.');
    },
    meeting(policy),
  );

  scene(
    'in quiet hours: the day ahead is told on the morning of the day, ten minutes ahead only those who come, each alone',
    async (school) => {
      const chat = await announced(school, 'Собрание 5А в пятницу в 20:30, повестка: питание');
      const preview = school.hears(k01(school)).find((words) => words.startsWith('Родительское собрание'));
      expect(preview).toContain('– это тихие часы (20:00–08:00)');
      await school.presses('p01', chat, 'Буду');
      await school.presses('p02', chat, 'Не смогу');
      await until(school, sept(25, 7, 59));
      expect(reminders(said(school, chat))).toEqual([]);
      await until(school, sept(25, 20, 31));
      expect(reminders(said(school, chat))).toEqual([
        'Напоминаем: сегодня в 20:30 – родительское собрание 5А класса.',
        `Собрание начнётся через час, в 20:30. Ссылка: ${CALL}`,
      ]);
      expect(school.hears(school.dialog('p01')).slice(-2)).toEqual([
        `Собрание начинается через 10 минут. Подключайтесь: ${CALL}`,
        `Собрание началось. Подключайтесь: ${CALL}. Кто пришёл, отметьтесь кнопкой.`,
      ]);
      for (const who of ['p02', 'p03']) expect(last(school, who)).not.toContain('Подключайтесь');
    },
    meeting(policy),
  );

  scene(
    'called in quiet hours: the invitation waits for the morning',
    async (school) => {
      const chat = await announced(school);
      expect(last(school, 'k01')).toBe(
        'Сейчас тихие часы: приглашение появится в чате «5А – родители» в четверг в 08:00.',
      );
      expect(said(school, chat)).toEqual([]);
      await until(school, sept(24, 8, 0));
      expect(said(school, chat)[0]).toContain('состоится родительское собрание 5А класса');
    },
    meeting(policy, sept(23, 21)),
  );

  scene(
    'two meetings of a class at one time: there is a warning, and the organiser decides',
    async (school) => {
      const chat = await announced(school);
      await school.says('k01', k01(school), 'Собрание 5А в пятницу в 19:00, повестка: экскурсия');
      expect(last(school, 'k01')).toContain('– на это время уже назначена другая встреча тех же участников');
      await school.presses('k01', k01(school), 'Опубликовать');
      expect(said(school, chat)).toHaveLength(2);
      await school.says('k01', k01(school), '/собрание отменить');
      expect(last(school, 'k01')).toBe('О какой встрече речь?');
      await school.presses('k01', k01(school), '5А, 25.09.2026 19:00');
      await school.presses('k01', k01(school), 'Отменить встречу');
      expect(said(school, chat).at(-1)).toContain('отменено');
    },
    meeting(policy),
  );

  scene(
    'a subject teacher is refused, and the wish can be passed on to the class teacher',
    async (school) => {
      const chat = await parents(school);
      await school.says('u01', school.dialog('u01'), LINE);
      expect(last(school, 'u01')).toBe('В нашей школе собрание назначает: классный руководитель. Передать?');
      await school.presses('u01', school.dialog('u01'), 'Передать');
      expect(last(school, 'u01')).toBe('Передано классному руководителю.');
      expect(last(school, 'k01')).toBe(`Физиков А. П. (учитель) просит назначить собрание: «${LINE}»`);
      await school.presses('k01', k01(school), 'Назначить');
      expect(last(school, 'k01')).toContain('Верно?');
      await school.presses('k01', k01(school), 'Опубликовать');
      expect(said(school, chat)).toHaveLength(1);
    },
    meeting(policy),
  );

  scene(
    'a restart between two reminders doubles none and loses none',
    async (school) => {
      const chat = await announced(school);
      for (const moment of [sept(25, 17, 29), sept(25, 17, 30), sept(25, 17, 31), sept(25, 18, 19), sept(25, 18, 20)]) {
        await until(school, moment);
        await school.restarts();
      }
      await until(school, sept(25, 18, 31));
      expect(reminders(said(school, chat))).toEqual([
        'Напоминаем: завтра в 18:30 – родительское собрание 5А класса.',
        `Собрание начнётся через час, в 18:30. Ссылка: ${CALL}`,
        `Собрание начинается через 10 минут. Подключайтесь: ${CALL}`,
      ]);
    },
    meeting(policy),
  );

  scene(
    'nobody ends it: it is over when the door is shut, and the organiser is told in the morning',
    async (school) => {
      const chat = await announced(school);
      await until(school, sept(25, 18, 31));
      await school.presses('p01', chat, 'Я на собрании');
      expect(await school.presses('k01', chat, 'Я на собрании')).toBe('Спасибо! Отмечаются только приглашённые.');
      await until(school, sept(25, 19, 31));
      expect(last(school, 'k01')).toBe('Присутствовали 1 из 3 (по отметкам). Подготовить протокол?');
    },
    meeting(policy),
  );

  scene(
    'an administrator’s meeting of the school needs the word of the director',
    async (school) => {
      const chat = await parents(school);
      await school.allows('d01');
      const dialog = school.dialog('a01');
      await school.says('a01', dialog, 'Общешкольное собрание в пятницу в 18:30, повестка: безопасность');
      await school.presses('a01', dialog, 'Опубликовать');
      expect(last(school, 'a01')).toContain('Отправлено на подтверждение');
      expect(said(school, chat)).toEqual([]);
      expect(last(school, 'd01')).toBe(
        'Тестова А. И. предлагает: общешкольное родительское собрание – пятница, 25 сентября 2026 г., 18:30 (МСК). Подтвердить?',
      );
      await school.presses('d01', school.dialog('d01'), 'Подтвердить');
      expect(said(school, chat)[0]).toContain('состоится общешкольное родительское собрание (онлайн)');
    },
    meeting(policy),
  );
});

describe('a meeting that is repeated', () => {
  scene(
    'is planned anew when it is over, with an invitation of its own; the series can be ended',
    async (school) => {
      const chat = await announced(school, 'Собрание 5А каждую пятницу в 18:30, повестка: питание');
      expect(school.hears(k01(school))[0]).toContain('Повторяется каждую неделю.');
      await until(school, sept(25, 19, 20));
      await school.says('k01', k01(school), '/собрание завершить');
      await until(school, sept(28, 7, 59));
      expect(said(school, chat).filter((words) => words.includes('2 октября'))).toEqual([]);
      await until(school, sept(28, 8, 0));
      expect(said(school, chat).at(-1)).toContain('2 октября 2026 г. (пятница) в 18:30 состоится');
      await school.says('k01', k01(school), '/собрание отменить');
      await school.presses('k01', k01(school), 'Отменить встречу');
      await until(school, sept(29, 8, 0));
      expect(said(school, chat).at(-1)).toContain('9 октября 2026 г. (пятница) в 18:30 состоится');
      await school.says('k01', k01(school), '/собрание отменить');
      await school.presses('k01', k01(school), 'Отменить и все следующие');
      await until(school, sept(30, 12));
      expect(said(school, chat).at(-1)).toContain('Собрание 09.10.2026 отменено.');
    },
    meeting(),
  );
});

describe('the link to the call', () => {
  scene(
    'is shown from ten minutes before only, where the school wishes so',
    async (school) => {
      await school.says('a01', school.dialog('a01'), '/настройка ссылка на звонок за 10 минут');
      expect(last(school, 'a01')).toBe('Сохранено. Ссылка на звонок: за 10 минут до начала.');
      const chat = await announced(school);
      await until(school, sept(25, 18, 19));
      await school.says('p01', school.dialog('p01'), '/собрание');
      expect([...school.hears(chat), last(school, 'p01')].join(' ')).not.toContain(CALL);
      expect(Buffer.from(school.files(chat)[0]?.base64 ?? '', 'base64').toString()).not.toContain('vk.com');
      await until(school, sept(25, 18, 20));
      expect(said(school, chat).at(-1)).toBe(`Собрание начинается через 10 минут. Подключайтесь: ${CALL}`);
    },
    meeting(),
  );

  scene(
    'is a room of the school’s own service, where it has one',
    async (school) => {
      await parents(school);
      await school.says(
        'a01',
        school.dialog('a01'),
        '/настройка комната звонков https://meet.school.example.ru/{room}',
      );
      await school.says('k01', k01(school), LINE);
      await school.presses('k01', k01(school), 'Создать');
      expect(last(school, 'k01')).toMatch(/Ссылка на звонок: https:\/\/meet\.school\.example\.ru\/[\w%-]+ Верно\?$/u);
    },
    meeting(),
  );

  scene(
    'of the last meeting of the class is offered again; without one the bot says how to make it',
    async (school) => {
      await parents(school);
      await school.says('k01', k01(school), LINE);
      await school.presses('k01', k01(school), 'Создать');
      expect(last(school, 'k01')).toContain('Сам начать звонок бот не может.');
      await school.says('k01', k01(school), CALL);
      await school.presses('k01', k01(school), 'Опубликовать');
      await school.says('k01', k01(school), 'Собрание 5А 9 октября в 18:30, повестка: питание');
      await school.presses('k01', k01(school), 'Создать');
      expect(last(school, 'k01')).toContain(`Ссылка на звонок: ${CALL} Верно?`);
    },
    meeting(),
  );
});

/** Whoever has lent the bot a key: calls it began, and ended. */
const lent = () => {
  const over: string[] = [];
  let begun = 0;
  const calls: CallProvider = {
    start: async () => {
      begun += 1;
      if (begun > 1) throw new Weather('no answer');
      return { link: 'https://vk.com/call/join/BEGUN', id: 'call-1' };
    },
    finish: async (id) => void over.push(id),
  };
  return { calls, over };
};

describe('a call in the name of a person who has lent the bot a key', () => {
  const { calls, over } = lent();
  scene(
    'is begun when the organiser wishes and ended with the meeting; when VK does not answer, the link is pasted',
    async (school) => {
      const chat = await parents(school);
      await school.says('k01', k01(school), LINE);
      await school.presses('k01', k01(school), 'Создать');
      expect(last(school, 'k01')).toContain('Ссылка на звонок: https://vk.com/call/join/BEGUN Верно?');
      await school.presses('k01', k01(school), 'Опубликовать');
      expect(said(school, chat)[0]).toContain('Подключение: https://vk.com/call/join/BEGUN.');
      await until(school, sept(25, 19, 20));
      expect(over).toEqual([]);
      await school.says('k01', k01(school), '/собрание завершить');
      expect(over).toEqual(['call-1']);

      await school.says('k01', k01(school), 'Собрание 5А 9 октября в 18:30, повестка: питание');
      await school.presses('k01', k01(school), 'Создать');
      expect(last(school, 'k01')).toContain('Сам начать звонок бот не может.');
    },
    { ...meeting(), calls },
  );
});

describe('in everyday use', () => {
  scene(
    'the invitation hangs above until the meeting is over, then the rules hang there again',
    async (school) => {
      const chat = school.newChat();
      for (const who of ['p01', 'p02', 'p03', 'k01']) await school.allows(who);
      await school.says('k01', chat, '/чат родители 5А');
      const pinned = () => {
        const id = school.platform.world.chats.get(chat)?.pinned;
        return school.platform.world.messages(chat).find(({ ref }) => ref.id === id?.id)?.text ?? '';
      };
      expect(pinned()).toContain('Правила нашего чата');
      await school.says('k01', k01(school), LINE);
      await school.presses('k01', k01(school), 'Опубликовать');
      expect(pinned()).toContain('состоится родительское собрание');
      await until(school, sept(25, 18, 30));
      expect(pinned()).toContain('состоится родительское собрание');
      await until(school, sept(25, 19, 20));
      await school.says('k01', k01(school), '/собрание завершить');
      expect(pinned()).toContain('Правила нашего чата');
    },
    meeting(),
  );

  scene(
    'a parent who asks when it is hears it, and no words of another day become a question to the meeting',
    async (school) => {
      const chat = await announced(school);
      await school.says('p01', school.dialog('p01'), 'Собрание в пятницу будет?');
      expect(last(school, 'p01')).toContain(
        'Родительское собрание 5А класса: пятница, 25 сентября 2026 г., 18:30 (МСК)',
      );
      await school.presses('p01', chat, 'Вопрос к собранию');
      await until(school, sept(24, 13));
      await school.says('p01', school.dialog('p01'), 'Спасибо!');
      expect(last(school, 'k01')).not.toContain('Спасибо!');
    },
    meeting(),
  );

  scene(
    'whoever comes late is seen by the class teacher, and so is the quorum',
    async (school) => {
      const chat = await announced(school);
      await until(school, sept(25, 18, 31));
      await school.presses('p01', chat, 'Я на собрании');
      await until(school, sept(25, 18, 45));
      await school.presses('p03', chat, 'Я на собрании');
      await school.says('k01', k01(school), '/собрание');
      expect(last(school, 'k01')).toContain(
        '– отметились: 2 (Иванова О. Н., Сидорова Е. В.)\n– позже чем на 10 минут: 1 (Сидорова Е. В.)\n– больше половины из 3',
      );
      await school.says('p01', school.dialog('p01'), '/собрание');
      expect(last(school, 'p01')).not.toContain('Сидорова');
    },
    meeting(),
  );

  scene(
    'nobody else’s class: another class teacher sees, moves and cancels nothing of it',
    async (school) => {
      await announced(school);
      for (const words of [
        '/собрание',
        '/собрание перенести 5А на понедельник в 18:00',
        '/собрание отменить',
        '/собрание завершить',
      ])
        await school.says('k02', school.dialog('k02'), words);
      expect(school.hears(school.dialog('k02')).join(' ')).not.toMatch(/5А класса|Перенести|Отменить/u);
    },
    meeting(),
  );

  scene(
    'who was at which meeting is forgotten with the school year',
    async (school) => {
      const chat = await announced(school, 'Собрание 5А завтра в 18:30, повестка: питание');
      await school.presses('p01', chat, 'Буду');
      await until(school, Date.UTC(2027, 7, 31, 20));
      expect(await school.stores.records.all('part')).toHaveLength(1);
      await until(school, Date.UTC(2027, 8, 1, 12));
      expect(await school.stores.records.all('part')).toEqual([]);
      expect(await school.stores.records.all('meeting')).toEqual([]);
    },
    meeting('school-21', Date.UTC(2027, 7, 30, 9)),
  );

  scene(
    'a pause of the school silences reminders and the beginning; afterwards the meeting goes on as planned',
    async (school) => {
      const chat = await announced(school);
      await school.presses('p01', chat, 'Буду');
      await school.says('d01', school.dialog('d01'), '/пауза школа до 25.09 18:00');
      await until(school, sept(25, 17, 59));
      expect(reminders(said(school, chat))).toEqual([]);
      await until(school, sept(25, 18, 31));
      expect(said(school, chat).slice(1)).toEqual([
        `Напоминаем: сегодня в 18:30 – родительское собрание 5А класса. Ссылка: ${CALL}`,
        `Собрание начинается через 10 минут. Подключайтесь: ${CALL}`,
        `Собрание началось. Подключайтесь: ${CALL}. Кто пришёл, отметьтесь кнопкой.`,
      ]);
    },
    meeting(),
  );
});
