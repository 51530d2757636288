import { wired } from './wire.js';

/** Monday, 14 September 2026, 10:00 in Moscow. */
const MONDAY = Date.UTC(2026, 8, 14, 7, 0);
const OPTIONS = { at: MONDAY, linked: ['k01', 'a01', 'p01', 'p02', 'p03'] } as const;

describe("announcements over VK's wire", () => {
  wired('go into the chat and the dialogs once, are read by a button, mended and taken back', OPTIONS, async (wire) => {
    wire.says('k01', '/объявление родители 5А в чаты и лично до 16.09 18:00: В пятницу экскурсия, сбор в 8:30.');
    await wire.hearing('k01', 'Получатели: 3 родителя (чат «5А – родители» и лично). Опубликовать?');
    wire.presses('k01', 'Опубликовать');
    for (const where of ['chat', 'p01', 'p02', 'p03'] as const) await wire.hearing(where, 'сбор в 8:30');

    wire.presses('p01', 'Ознакомлен(а)');
    const list = async () =>
      (await wire.stores.records.all('recipients')).flatMap(({ value }) => Object.entries(value.lines));
    const lineOf = async (key: string) => (await list()).find(([name]) => name === key)?.[1];
    await wire.sees('the acknowledgement is noted', async () => (await lineOf('p01'))?.acknowledged?.version === 1);
    await wire.sees('every copy has its receipt', async () =>
      (await list()).every(([, { state, message }]) => state === 'sent' && message !== undefined),
    );

    wire.says('k01', '/объявление 1');
    await wire.hearing('k01', 'Доставлено 4 из 4');
    wire.presses('k01', 'Изменить');
    await wire.hearing('k01', 'Напишите новый текст');
    wire.says('k01', 'В пятницу экскурсия, сбор в 8:40.');
    await wire.hearing('k01', 'Это опечатка');
    wire.presses('k01', 'Опечатка');
    for (const where of ['chat', 'p01', 'p02', 'p03'] as const) {
      await wire.hearing(where, 'сбор в 8:40');
      expect(wire.hears(where).filter((words) => words.includes('экскурсия'))).toHaveLength(1);
    }

    wire.says('k01', '/объявление 1');
    await wire.sees(
      'the card again',
      () => wire.hears('k01').filter((words) => words.includes('Доставлено')).length === 2,
    );
    wire.presses('k01', 'Отозвать');
    await wire.hearing('k01', 'Отозвать объявление № 1');
    wire.presses('k01', 'Да, отозвать');
    await wire.sees('it is gone everywhere', () =>
      (['chat', 'p01', 'p02', 'p03'] as const).every(
        (where) => !wire.hears(where).some((words) => words.includes('экскурсия')),
      ),
    );
  });

  wired('a poll is answered by buttons and counted where it stands', OPTIONS, async (wire) => {
    wire.says('k01', '/опрос родители 5А до завтра: Кто идёт в музей? Да; Нет');
    await wire.hearing('k01', 'Опубликовать?');
    wire.presses('k01', 'Опубликовать');
    await wire.hearing('chat', 'Ответили: 0.');
    await wire.sees(
      'the poll knows where it stands',
      async () => (await wire.stores.records.get('poll', '1'))?.value.posts.length === 1,
    );
  });
});
