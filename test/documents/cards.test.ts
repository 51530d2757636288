import { LOCALES } from '../../src/app/say.js';
import { ROLES } from '../../src/domain/person.js';
import type { Card } from '../../src/ports/documents.js';
import { card, documentsIn } from './documents.js';
import { dots, look, reach } from './picture.js';

const LINK = 'https://vk.me/club123456?ref=7K3M92QX';
const NAME = { left: 6, top: 10.5, width: 92, height: 7 };
const STEPS = { left: 6, top: 25, width: 58, height: 29 };
const CODE = { left: 6, top: 55, width: 57, height: 10.5 };
const QR = { left: 66, top: 26, width: 34, height: 34 };
const RIGHT_MARGIN = { left: 98.5, top: 1, width: 5, height: 72 };

const documents = documentsIn('ru');
const printed = async (more: Partial<Card> = {}, by = documents) => {
  const [file] = await by.cards([card(more)]);
  return look(file?.bytes ?? new Uint8Array());
};

describe('a card', () => {
  it.each([LINK, 'https://t.me/school_helper_bot?start=7K3M92QX', `https://vk.me/${'s'.repeat(60)}?ref=7K3M92QX`])(
    'hands over %s to whoever scans it',
    async (link) => expect((await printed({ link })).scan()).toBe(link),
  );

  it('has no pattern when there is no address to lead to', async () => {
    const picture = await printed();
    expect(picture.scan()).toBeUndefined();
    expect([picture.width, picture.height]).toEqual([840, 594]);
  });

  it('bears the name in letters, not in boxes', async () => {
    const [ivan, zhukov, again] = await Promise.all(
      ['Иванов Пётр', 'Жукова Щука', 'Иванов Пётр'].map(async (name) => (await printed({ name })).ink(NAME)),
    );
    expect(dots(ivan ?? [])).toBeGreaterThan(1_000);
    expect(zhukov).not.toEqual(ivan);
    expect(again).toEqual(ivan);
  });

  it('gives a longer name more room, and the longest two lines', async () => {
    const [short, long] = await Promise.all(
      ['Ли Ян', 'Петров Денис Олегович'].map(async (name) => reach((await printed({ name })).ink(NAME))),
    );
    expect(long).toBeGreaterThan(2 * (short ?? 0));
    const longest = await printed({ name: 'Константинопольская-Воскресенская Александра Вячеславовна' });
    expect(dots(longest.ink({ ...NAME, top: 14.5, height: 3 }))).toBeGreaterThan(300);
    expect(dots(longest.ink(RIGHT_MARGIN))).toBe(0);
  });

  it('is scanned beside the widest words', async () =>
    expect((await printed({ link: LINK, code: 'WMWMWMWM', name: 'Щ'.repeat(200) })).scan()).toBe(LINK));

  it.each(LOCALES)('keeps words, code and pattern apart, whoever it is for (%s)', async (locale) => {
    const by = documentsIn(locale);
    const widest = { code: 'WMWMWMWM', classes: Array.from({ length: 20 }, (_, at) => `${at + 1}А`) };
    for (const role of ROLES) {
      const picture = await printed({ role, link: LINK, ...widest }, by);
      expect(dots(picture.ink({ ...QR, width: 2 }))).toBe(0);
      expect(dots(picture.ink(RIGHT_MARGIN))).toBe(0);
      expect(dots(picture.ink({ ...STEPS, top: 54, height: 0.8 }))).toBe(0);
      expect(dots(picture.ink(CODE))).toBeGreaterThan(2_000);
    }
  });

  it('cuts a name that fits no card, and says so', async () => {
    const picture = await printed({ name: `${'Ж'.repeat(90)} ${'Щ'.repeat(90)}` });
    expect(dots(picture.ink(RIGHT_MARGIN))).toBe(0);
    expect(dots(picture.ink(NAME))).toBeGreaterThan(1_000);
  });

  it('is the same picture for the same values', async () => {
    const [[one], [other]] = await Promise.all([documents.cards([card()]), documents.cards([card()])]);
    expect(one).toEqual(other);
  });
});

describe('cards', () => {
  it('come in the order asked for, under names that tell nobody', async () => {
    const cards = Array.from({ length: 10 }, (_, at) => card({ link: `${LINK}${at}` }));
    const files = await documents.cards(cards);
    expect(files.map(({ name }) => name)).toEqual(
      cards.map((_, at) => `Карточка ${String(at + 1).padStart(2, '0')}.png`),
    );
    const scan = async (at: number) => (await look(files[at]?.bytes ?? new Uint8Array())).scan();
    expect([await scan(0), await scan(6), await scan(9)]).toEqual([`${LINK}0`, `${LINK}6`, `${LINK}9`]);
  });
});

describe('the sheet', () => {
  const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

  it.each([
    [1, 1],
    [8, 1],
    [9, 2],
    [25, 4],
  ])('lays %d cards on %d pages of A4', async (count, pages) => {
    const { name, type, bytes } = await documents.sheet(
      Array.from({ length: count }, (_, at) => card({ link: `${LINK}${at}` })),
    );
    expect([name, type]).toEqual(['Карточки для печати.pdf', 'application/pdf']);
    const paper = latin(bytes);
    expect(paper).toMatch(/^%PDF-1/);
    expect(paper).toContain(`/Count ${pages}`);
    expect(paper.match(/\/MediaBox \[0 0 595 842\]/g)).toHaveLength(pages);
  });

  it('is the same file for the same values', async () =>
    expect(await documents.sheet([card({ link: LINK })])).toEqual(await documents.sheet([card({ link: LINK })])));

  it('carries its letters with it', async () => {
    const paper = latin((await documents.sheet([card()])).bytes);
    expect(paper).toMatch(/\/FontName \/[A-Z]{6}\+PTSans-Regular/);
    expect(paper).toMatch(/\/FontName \/[A-Z]{6}\+PTSans-Bold/);
  });
});
