import { wired } from './wire.js';

/** Tuesday, 1 September 2026, 10:00 in Moscow. */
const TEN = Date.UTC(2026, 8, 1, 7, 0);

describe("SC-10 over VK's wire", () => {
  wired(
    'an old chat of VK: the farewell is pinned, the link is another one; that only administrators write a person sets',
    { at: TEN, linked: ['k01', 'a01'] },
    async (wire) => {
      wire.says('a01', '/настройка объявление о переносе бот');
      await wire.hearing('a01', 'публикует бот');
      wire.says('k01', '/миграция добавить VK «5А родители» в «6А родители», срок 15.09');
      await wire.hearing('k01', 'Вам поручен перенос чата: VK «5А родители»');
      const link = wire.link();
      wire.says('k01', '/миграция закрыть');
      await wire.hearing('k01', 'Закрываем перенос');
      wire.presses('k01', 'Сделать за меня');
      await wire.hearing('k01', 'Сообщение будет таким:');
      wire.presses('k01', 'Разместить и закрыть');
      await wire.hearing('chat', 'Этот чат завершает работу');
      await wire.hearing(
        'k01',
        '☐ старый чат переведён в «только чтение» или удалён: в этом мессенджере бот сделать этого не может, сделайте, пожалуйста, сами в настройках чата',
      );
      expect(wire.pinned()).toContain('Общение продолжается в чате «6А – родители»');
      expect(wire.hears('k01').at(-1)).toContain('☑ ссылка отозвана: отозвал');
      expect(wire.link()).not.toBe(link);
      wire.presses('k01', 'Только чтение или удалён');
      await wire.hearing('k01', 'Справка сформирована. За старым чатом я больше не слежу.');
    },
  );
});

describe("a new school year over VK's wire", () => {
  wired('the chat is called by its class in VK too', { at: TEN, linked: ['k01', 'a01'] }, async (wire) => {
    expect(wire.title()).toContain('5А');
    wire.says('a01', '/перевод_классов приказ 45 от 25.08.2026');
    await wire.hearing('a01', 'Перевод по приказу № 45 от 25.08.2026');
    wire.presses('a01', 'Перевести');
    await wire.hearing('a01', 'Переведено классов: 2');
    await wire.sees('the title', () => wire.title().includes('6А'));
    await wire.hearing('k01', 'Ваш класс теперь 6А (был 5А)');
    wire.says('a01', '/перевод_классов отменить');
    await wire.hearing('a01', 'Отменить перевод классов от 01.09.2026');
    wire.presses('a01', 'Отменить перевод');
    await wire.sees('the title again', () => wire.title().includes('5А'));
  });
});
