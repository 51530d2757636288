import { at, last, meeting, parents, said, until } from './meetings.js';
import { type School, scene } from './world.js';

const ASK = '/собрание запись 5А 28.09 с 16:00 до 16:30 по 15 минут';

const opened = async (school: School) => {
  const chat = await parents(school);
  await school.says('k01', school.dialog('k01'), ASK);
  await school.presses('k01', school.dialog('k01'), 'Опубликовать');
  return chat;
};

describe('appointments of families with the class teacher', () => {
  scene(
    'are offered in the chat, chosen in the dialog, and seen by the teacher alone',
    async (school) => {
      const chat = await opened(school);
      expect(school.hears(school.dialog('k01'))[0]).toBe(
        'Личные встречи с родителями 5А класса: понедельник, 28 сентября 2026 г., 16:00 (МСК), по 15 мин., мест: 2. Верно?',
      );
      expect(said(school, chat)[0]).toContain('Чтобы выбрать время, нажмите кнопку');

      expect(await school.presses('p02', chat, 'Записаться')).toBe('Время для выбора – в Ваших личных сообщениях.');
      await school.presses('p02', school.dialog('p02'), 'пн, 28 сентября, 16:00');
      expect(school.hears(school.dialog('p02'))).toContain(
        'Вы записаны: понедельник, 28 сентября 2026 г., 16:00 (МСК). За час напомню. Отказаться: /собрание запись.',
      );
      expect(last(school, 'k01')).toBe('Новая запись: Петров Д. О., понедельник, 28 сентября 2026 г., 16:00 (МСК).');
      await school.says('k01', school.dialog('k01'), '/собрание запись');
      expect(last(school, 'k01')).toContain('– 16:00: Петров Д. О. (Петрова Д.)\n– 16:15: свободно\nОчереди нет.');
      expect(said(school, chat)).toHaveLength(1);

      expect(await school.presses('k01', chat, 'Записаться')).toBe('Спасибо! Отмечаются только приглашённые.');
      await until(school, at(28, 15, 0));
      expect(last(school, 'p02')).toBe(
        'Напоминаем: через час у Вас личная встреча – понедельник, 28 сентября 2026 г., 16:00 (МСК).',
      );
    },
    meeting(),
  );

  scene(
    'a parent of several children says about whom, and has a time for each',
    async (school) => {
      const chat = await opened(school);
      for (const [child, time] of [
        ['Иванов П.', '16:00'],
        ['Иванова В.', '16:15'],
      ] as const) {
        await school.presses('p01', chat, 'Записаться');
        expect(last(school, 'p01')).toBe('О ком из детей Вы хотите поговорить?');
        await school.presses('p01', school.dialog('p01'), child);
        await school.presses('p01', school.dialog('p01'), `пн, 28 сентября, ${time}`);
        expect(last(school, 'p01')).toContain(`${time} (МСК). За час напомню`);
      }
      await school.presses('p01', chat, 'Записаться');
      await school.presses('p01', school.dialog('p01'), 'Иванов П.');
      expect(last(school, 'p01')).toBe('Вы записаны: понедельник, 28 сентября 2026 г., 16:00 (МСК).');
    },
    meeting(),
  );

  scene(
    'when all are taken one waits in line, and is offered the first that is given back',
    async (school) => {
      const chat = await opened(school);
      await school.presses('p01', chat, 'Записаться');
      await school.presses('p01', school.dialog('p01'), 'Иванов П.');
      await school.presses('p02', chat, 'Записаться');
      await school.presses('p01', school.dialog('p01'), 'пн, 28 сентября, 16:00');
      // What was free a moment ago may be taken by now.
      await school.presses('p02', school.dialog('p02'), 'пн, 28 сентября, 16:00');
      expect(last(school, 'p02')).toBe('Это время уже занято. Выберите, пожалуйста, другое.');
      await school.presses('p02', school.dialog('p02'), 'пн, 28 сентября, 16:15');
      await school.presses('p03', chat, 'Записаться');
      expect(last(school, 'p03')).toBe('Свободного времени не осталось. Встать в очередь?');
      await school.presses('p03', school.dialog('p03'), 'Встать в очередь');

      await school.says('p02', school.dialog('p02'), '/собрание запись');
      await school.presses('p02', school.dialog('p02'), 'Отказаться');
      expect(last(school, 'p03')).toBe(
        'Освободилось время: понедельник, 28 сентября 2026 г., 16:15 (МСК). Два часа оно держится за Вами. Записаться?',
      );
      await school.presses('p02', chat, 'Записаться');
      expect(last(school, 'p02')).toBe('Свободного времени не осталось. Встать в очередь?');
      await school.presses('p03', school.dialog('p03'), 'пн, 28 сентября, 16:15');
      expect(last(school, 'p03')).toContain('Вы записаны');
    },
    meeting(),
  );

  scene(
    'cancelled: everybody who had one is told, and nobody is reminded',
    async (school) => {
      const chat = await opened(school);
      await school.presses('p02', chat, 'Записаться');
      await school.presses('p02', school.dialog('p02'), 'пн, 28 сентября, 16:00');
      await school.says('k01', school.dialog('k01'), '/собрание запись');
      await school.presses('k01', school.dialog('k01'), 'Отменить всю запись');
      expect(last(school, 'k01')).toBe('Запись отменена, всем записавшимся сообщено: 1.');
      expect(last(school, 'p02')).toContain('Личная встреча отменена: понедельник, 28 сентября 2026 г., 16:00 (МСК).');
      await until(school, at(28, 16, 30));
      expect(last(school, 'p02')).toContain('Личная встреча отменена');
      expect(await school.presses('p03', chat, 'Записаться')).toBe('Эта кнопка уже не действует');
    },
    meeting(),
  );

  scene(
    'a parent asks for a talk; other people’s classes and parents offer none',
    async (school) => {
      await parents(school);
      await school.says('p02', school.dialog('p02'), '/собрание запись');
      expect(last(school, 'p02')).toContain('Записи на личные встречи сейчас нет.');
      await school.says('p02', school.dialog('p02'), '/собрание встреча обсудить успехи в чтении');
      expect(last(school, 'p02')).toBe('Передано классному руководителю.');
      expect(last(school, 'k01')).toContain('Петров Д. О. просит о личной встрече: «обсудить успехи в чтении»');
      await school.says('k01', school.dialog('k01'), '/собрание запись 5Б 28.09 с 16:00 до 17:00');
      expect(last(school, 'k01')).not.toContain('Верно?');
      await school.says('k01', school.dialog('k01'), '/собрание запись когда-нибудь');
      expect(last(school, 'k01')).toContain('Назначить личные встречи можно так');
    },
    meeting(),
  );
});
