import { MINUTE } from '../../src/domain/time.js';
import { CALL, LINE, MEETING, WEDNESDAY } from './meetings.js';
import { wired } from './wire.js';

describe("SC-08 over VK's wire", () => {
  wired(
    'the invitation stands pinned with a calendar file, answers are heard, reminders come once, minutes are a file',
    { at: WEDNESDAY, linked: ['k01', 'a01', 'p01', 'p02', 'p03'] },
    async (wire) => {
      for (const who of ['p01', 'p02', 'p03'] as const) expect(wire.follows(who, wire.link())).toBe(true);
      wire.says('k01', LINE);
      await wire.hearing('k01', 'Верно?');
      wire.says('k01', CALL);
      await wire.hearing('k01', `Ссылка на звонок: ${CALL}`);
      wire.presses('k01', 'Опубликовать');
      await wire.hearing('chat', 'состоится родительское собрание 5А класса (онлайн)');
      await wire.sees('it is pinned', () => wire.pinned()?.includes('состоится родительское собрание') === true);

      wire.pressesInChat('p01', 'Буду');
      wire.pressesInChat('p03', 'Вопрос к собранию');
      await wire.hearing('p03', 'Напишите его одним сообщением');
      wire.says('p03', 'Можно ли перенести обед?');
      await wire.hearing('k01', 'Можно ли перенести обед?');

      wire.clock.set(MEETING - 10 * MINUTE);
      await wire.hearing('chat', `Собрание начинается через 10 минут. Подключайтесь: ${CALL}`);
      wire.clock.set(MEETING);
      await wire.hearing('chat', 'Собрание началось.');
      wire.pressesInChat('p01', 'Я на собрании');
      wire.says('k01', '/собрание');
      await wire.hearing('k01', '– отметились: 1 (Иванова О. Н.)');
      wire.clock.set(MEETING + 50 * MINUTE);
      wire.says('k01', '/собрание завершить');
      await wire.hearing('k01', 'Присутствовали 1 из 3 (по отметкам).');
      wire.presses('k01', 'Подготовить протокол');
      await wire.hearing('k01', 'Что слушали?');
      for (const item of ['итоги', 'питание', 'разное']) {
        wire.says('k01', `слушали ${item}; решили принять`);
        await wire.hearing('k01', item === 'разное' ? 'проект:' : 'Что слушали?');
      }
      wire.presses('k01', 'Готов');
      await wire.sees('the minutes are a file', () =>
        wire.files('k01').some(({ name }) => name === 'протокол № 1 от 25.09.2026.docx'),
      );
      expect(wire.hears('chat').filter((words) => words.includes('состоится'))).toHaveLength(1);
      expect(wire.hears('chat').filter((words) => words.includes('через 10 минут'))).toHaveLength(1);
    },
  );
});
