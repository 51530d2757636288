import { openTelegram } from './telegram-wire.js';

/** Monday, 14 September 2026, 10:00 in Moscow. */
const MONDAY = Date.UTC(2026, 8, 14, 7, 0);
const PLACES = ['chat', 'p02', 'p03'] as const;

type Wire = Awaited<ReturnType<typeof openTelegram>>;

const wired = (words: string, play: (wire: Wire) => Promise<void>): void =>
  it(words, async () => {
    const wire = await openTelegram(MONDAY);
    try {
      await wire.opens(true);
      for (const who of ['k01', 'p02', 'p03'] as const) wire.starts(who);
      await play(wire);
    } finally {
      await wire.close();
    }
  }, 30_000);

const published = async (wire: Wire, as: 'photo' | 'document', words: string): Promise<void> => {
  wire.sends('k01', as, `/объявление родители 5А в чаты и лично: ${words}`);
  await wire.hearing('k01', 'Опубликовать?');
  wire.presses('k01', 'Опубликовать');
  await wire.hearing('k01', 'Опубликовано.');
};
const own = (wire: Wire, where: (typeof PLACES)[number], words: string) =>
  wire.posts(where).filter(({ text }) => text.includes(words));

describe("an announcement over Telegram's wire", () => {
  wired('with a photo: brought once, the same in every place; mended and taken back with it', async (wire) => {
    await published(wire, 'photo', 'Вот наш поход');
    for (const where of PLACES) await wire.hearing(where, 'Вот наш поход');
    const files = PLACES.flatMap((where) => own(wire, where, 'Вот наш поход').map(({ file }) => file));
    expect(files).toHaveLength(3);
    expect(files[0]).toBeDefined();
    expect(new Set(files).size).toBe(1);

    wire.says('k01', '/объявление 1');
    await wire.hearing('k01', 'Доставлено 3 из 3');
    wire.presses('k01', 'Изменить');
    await wire.hearing('k01', 'Напишите новый текст');
    wire.says('k01', 'Вот наш осенний поход');
    await wire.hearing('k01', 'Это опечатка');
    wire.presses('k01', 'Опечатка');
    for (const where of PLACES) await wire.hearing(where, 'Вот наш осенний поход');
    for (const where of PLACES) expect(own(wire, where, 'поход').map(({ file }) => file)).toEqual([files[0]]);

    wire.says('k01', '/объявление 1');
    await wire.sees('the card again', () => own(wire, 'p02', 'поход').length === 1 && cards(wire) === 2);
    wire.presses('k01', 'Отозвать');
    await wire.hearing('k01', 'Отозвать объявление № 1');
    wire.presses('k01', 'Да, отозвать');
    await wire.sees('it is gone', () => PLACES.every((where) => own(wire, where, 'поход').length === 0));
  });

  wired('with more words than fit below a file: by a button', async (wire) => {
    await published(wire, 'document', `Порядок похода. ${'Возьмите воду и дождевик. '.repeat(50)}`);
    for (const where of PLACES) await wire.hearing(where, 'нажмите «Получить файл»');
    await wire.hearing('k01', 'текст слишком длинный, чтобы идти вместе с файлом');
    for (const where of PLACES) expect(own(wire, where, 'Порядок похода').map(({ file }) => file)).toEqual([undefined]);
    wire.presses('p02', 'Получить файл');
    await wire.hearing('p02', 'Файл к объявлению');
    expect(own(wire, 'p02', 'Файл к объявлению').every(({ file }) => file !== undefined)).toBe(true);
  });
});

const cards = (wire: Wire): number => wire.hears('k01').filter((words) => words.includes('Доставлено')).length;
