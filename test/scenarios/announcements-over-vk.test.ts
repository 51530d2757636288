import { type Wire, wired } from './wire.js';

/** Monday, 14 September 2026, 10:00 in Moscow. */
const MONDAY = Date.UTC(2026, 8, 14, 7, 0);
const MINUTE = 60_000;
const HOUR = 3_600_000;
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

  const PLACES = ['chat', 'p01', 'p02', 'p03'] as const;
  const copies = (wire: Wire, where: (typeof PLACES)[number]): number =>
    wire.hears(where).filter((words) => words.includes('экскурсия')).length;

  describe.each([
    { code: 6, words: 'too many calls in a second', wait: 5_000 },
    { code: 9, words: 'flood control', wait: 5 * MINUTE },
    { code: 14, words: 'a captcha', wait: 10 * MINUTE },
    { code: 29, words: 'the limit of the day', wait: HOUR },
  ])('VK says $code, $words', ({ code, wait }) => {
    wired('the broadcast waits, goes on by itself, and nobody gets it twice', OPTIONS, async (wire) => {
      wire.says('k01', '/объявление родители 5А в чаты и лично: В пятницу экскурсия.');
      await wire.hearing('k01', 'Получатели: 3 родителя');
      wire.presses('k01', 'Опубликовать');
      await wire.hearing('k01', 'Опубликовано.');
      // The first copies may be there already: of the second announcement none is.
      for (const where of PLACES) await wire.hearing(where, 'В пятницу экскурсия.');

      wire.says('k01', '/объявление родители 5А в чаты и лично завтра в 9:00: Автобус на экскурсию в 8:30.');
      await wire.hearing('k01', 'Время публикации: 15.09.2026 в 09:00.');
      wire.presses('k01', 'Опубликовать');
      await wire.hearing('k01', 'выйдет 15.09.2026 в 09:00');
      wire.faults.add({ kind: 'call', method: '*', answer: code, times: 1 });
      wire.clock.set(MONDAY + 23 * HOUR);
      await wire.sees('it was refused once', () => wire.faults.list().length === 0);
      expect(PLACES.map((where) => wire.hears(where).filter((words) => words.includes('Автобус')).length)).toEqual([
        0, 0, 0, 0,
      ]);
      if (wait > MINUTE) {
        wire.clock.set(wire.clock.now() + 2 * MINUTE);
        await wire.sees('it is known to wait', async () => {
          const announcement = (await wire.stores.records.get('announcement', '2'))?.value;
          return announcement?.progress?.stalled === true;
        });
      }
      wire.clock.set(wire.clock.now() + wait);
      for (const where of PLACES) await wire.hearing(where, 'Автобус');
      if (wait > MINUTE) await wire.hearing('k01', 'мессенджер попросил подождать');
      await wire.sees(
        'it is done',
        async () => (await wire.stores.records.get('announcement', '2'))?.value.state === 'sent',
      );
      for (const where of PLACES) {
        expect(copies(wire, where)).toBe(1);
        expect(wire.hears(where).filter((words) => words.includes('Автобус'))).toHaveLength(1);
      }
    });
  });
});
