import { at, last, meeting, said, until } from './meetings.js';
import { type School, scene } from './world.js';

/** Calls a meeting by one line, without a link. */
const calls = async (school: School, who: string, line: string): Promise<void> => {
  await school.allows(who);
  await school.says(who, school.dialog(who), line);
  if (school.buttons(school.dialog(who)).includes('Опубликовать'))
    await school.presses(who, school.dialog(who), 'Опубликовать');
};

describe.each(['school-21', 'oosh-19'] as const)('meetings of every kind, by the regulation of %s', (policy) => {
  scene(
    'the director calls a staff meeting: colleagues are invited and reminded, and answer',
    async (school) => {
      const chat = await school.chat('staff');
      await calls(school, 'd01', 'Совещание в пятницу в 15:00, повестка: итоги месяца');
      expect(said(school, chat)[0]).toBe(
        'Уважаемые коллеги! 25 сентября 2026 г. (пятница) в 15:00 состоится рабочее совещание (онлайн). ' +
          'Повестка: 1) итоги месяца. Пожалуйста, отметьте, сможете ли Вы участвовать.',
      );
      expect(await school.presses('u01', chat, 'Буду')).toBe('Спасибо, отмечено: Вы будете.');
      expect(await school.presses('p01', chat, 'Буду')).toBe('Спасибо! Отмечаются только приглашённые.');
      await until(school, at(25, 15, 1));
      expect(said(school, chat).slice(1)).toEqual([
        'Напоминаем: завтра в 15:00 – рабочее совещание.',
        'Совещание начнётся через час, в 15:00.',
        'Совещание начинается через 10 минут. Подключайтесь, пожалуйста.',
        'Совещание началось. Подключайтесь, пожалуйста. Кто пришёл, отметьтесь кнопкой.',
      ]);
      await school.says('d01', school.dialog('d01'), '/собрание');
      expect(last(school, 'd01')).not.toContain('Физиков');
      await school.says('d01', school.dialog('d01'), '/собрание завершить');
      expect(last(school, 'd01')).toBe('Присутствовали 0 из 6 (по отметкам). Подготовить протокол?');
    },
    meeting(policy),
  );

  scene(
    'a deputy’s council waits for the director’s word; a teacher calls none',
    async (school) => {
      const chat = await school.chat('staff');
      await school.allows('d01');
      await calls(school, 'z01', 'Педсовет в пятницу в 15:00, повестка: план работы');
      expect(said(school, chat)).toEqual([]);
      await school.presses('d01', school.dialog('d01'), 'Подтвердить');
      expect(said(school, chat)[0]).toContain('в 15:00 состоится педагогический совет (онлайн)');
      expect(last(school, 'z01')).toBe('Подтверждено: педагогический совет. Приглашение отправлено.');

      await calls(school, 'u01', 'Педсовет в пятницу в 16:00, повестка: план работы');
      expect(last(school, 'u01')).toMatch(/обратитесь|попросите/u);
      expect(said(school, chat)).toHaveLength(1);
    },
    meeting(policy),
  );

  scene(
    'a teacher invites the own class to a lesson and to a consultation; another class is refused',
    async (school) => {
      const chat = await school.chat('subject', { subject: 'информатика' });
      await calls(school, 'u01', 'Урок 5А завтра в 10:00');
      expect(said(school, chat)[0]).toBe(
        'Здравствуйте! 24 сентября 2026 г. (четверг) в 10:00 состоится урок в 5А классе (онлайн). Пожалуйста, отметьте, сможете ли Вы участвовать.',
      );
      expect(await school.presses('s02', chat, 'Буду')).toBe('Спасибо, отмечено: Вы будете.');
      await calls(school, 'u01', 'Консультация 5А завтра в 16:00');
      expect(said(school, chat)[1]).toContain('состоится консультация для 5А класса');
      await calls(school, 'u01', 'Урок 9А завтра в 10:00');
      expect(said(school, chat)).toHaveLength(2);
      expect(await school.stores.records.all('meeting')).toHaveLength(2);
    },
    meeting(policy),
  );

  scene(
    'the plan of meetings is a list and a calendar file, for whoever is concerned',
    async (school) => {
      await school.chat('staff');
      await school.chat('class_parents', { class: '5А' });
      await calls(school, 'd01', 'Совещание в пятницу в 15:00, повестка: итоги месяца');
      await calls(school, 'k01', 'Собрание 5А в пятницу в 18:30, повестка: питание');
      await school.says('k01', school.dialog('k01'), '/собрание план');
      expect(last(school, 'k01')).toContain('Рабочее совещание: пятница, 25 сентября 2026 г., 15:00 (МСК)');
      expect(last(school, 'k01')).toContain('Родительское собрание 5А класса');
      const file = Buffer.from(school.files(school.dialog('k01')).at(-1)?.base64 ?? '', 'base64').toString();
      expect(file.match(/BEGIN:VEVENT/gu)).toHaveLength(2);
      await school.says('p04', school.dialog('p04'), '/собрание план');
      expect(last(school, 'p04')).toBe('Предстоящих собраний пока нет.');
    },
    meeting(policy),
  );
});
