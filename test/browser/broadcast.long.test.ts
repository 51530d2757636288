import type { Browser } from 'playwright-core';
import type { BroadcastView } from '../../src/sandbox/broadcasts.js';
import { openBrowser, PHONE, visit, WIDE } from './browser.js';
import { overflows, paleTexts } from './in-page.js';
import { PEOPLE, type Sandbox, startSandbox } from './start.js';

/** The panel that shows how announcements go, with numbers as a large school would see them. */
const AT = Date.UTC(2026, 8, 14, 6, 1);

const row = (what: Partial<BroadcastView> = {}): BroadcastView => ({
  number: 12,
  version: 1,
  audience: 'родители всей школы (в чаты и лично)',
  state: 'sending',
  at: AT,
  chats: 120,
  copies: 5120,
  planned: 3916,
  sent: 1180,
  refused: 20,
  uncertain: 4,
  withdrawn: 0,
  stale: 0,
  unreached: 37,
  otherWay: 6,
  left: 203,
  stalled: false,
  ...what,
});
const read = (
  acknowledged: number,
  of: number,
  classes: readonly (readonly [string, number, number])[],
  small = 0,
) => ({
  until: Date.UTC(2026, 8, 16, 15),
  share: {
    acknowledged,
    of,
    percent: Math.round((acknowledged / of) * 100),
    classes: classes.map(([name, some, all]) => ({ class: name, acknowledged: some, of: all })),
    small,
  },
});
const DONE = row({
  number: 11,
  version: 2,
  state: 'sent',
  audience: 'родители 5–7 классов',
  copies: 164,
  planned: 0,
  sent: 162,
  refused: 2,
  uncertain: 0,
  unreached: 3,
  otherWay: 1,
  read: read(131, 160, [
    ['5А', 24, 27],
    ['5Б', 25, 26],
    ['6А', 30, 31],
    ['7А', 52, 76],
  ]),
});
const FEW = row({
  number: 10,
  state: 'sent',
  audience: 'родители 5А',
  copies: 1,
  planned: 0,
  sent: 1,
  refused: 0,
  uncertain: 0,
  unreached: 0,
  otherWay: 0,
  read: { until: AT, share: 'few' },
});

let browser: Browser;
let sandbox: Sandbox;
let rows: readonly BroadcastView[] | 'silent';
beforeAll(async () => {
  browser = await openBrowser();
}, 30_000);
afterAll(() => browser.close());
beforeEach(async () => {
  rows = [row(), DONE, FEW];
  const broadcasts = async () => {
    if (rows === 'silent') throw new Error('the bot is away');
    return rows;
  };
  sandbox = await startSandbox({ broadcasts });
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  await sandbox.close();
});

const opened = async (more: object = WIDE) => {
  const peer = sandbox.vk.world.chats()[0]?.peer ?? 0;
  const seen = await visit(browser, sandbox.url, { ...more, as: PEOPLE.petrov, peer });
  return { ...seen, panel: seen.page.getByRole('complementary', { name: 'Как это видит бот' }) };
};
const onPhone = async (more: object = {}) => {
  const seen = await opened({ ...PHONE, ...more });
  await seen.page.getByRole('button', { name: 'Как это видит бот' }).tap();
  await seen.page.getByRole('tab', { name: 'Объявления' }).tap();
  return seen;
};

it('shows how far it is, what did not arrive and how long it takes, and goes on by itself', async () => {
  const { panel, complaints } = await opened();
  await panel.getByRole('tab', { name: 'Объявления' }).click();

  const running = panel.getByRole('article', { name: 'Объявление № 12' });
  await running.getByText('ещё около 3 мин 23 с').waitFor();
  const bar = running.getByRole('progressbar', { name: 'Объявление № 12' });
  expect(await bar.getAttribute('aria-valuetext')).toMatch(/^Отправлено 1.204 из 5.120, ещё около 3 мин 23 с$/);
  expect(await bar.getAttribute('aria-valuenow')).toBe('1204');
  expect(await running.locator('.figure').allTextContents()).toEqual([
    expect.stringMatching(/^Ждут отправки3.916$/),
    expect.stringMatching(/^Доставлено1.180$/),
    'Не принято20',
    'Нет ответа4',
  ]);

  rows = [row({ planned: 0, sent: 5096, state: 'sent' }), DONE, FEW];
  await running.getByText(/Отправлено 5.120 из 5.120/).waitFor();
  // Once every quarter, and at the end, it is said aloud.
  expect(await panel.getByRole('status').first().textContent()).toMatch(
    /^Объявление № 12: отправлено, Отправлено 5.120 из 5.120$/,
  );
  expect(await running.getByText('ещё около').count()).toBe(0);
  expect(complaints).toEqual([]);
});

it('tells who has read it in numbers, and of few people nothing', async () => {
  const { panel } = await opened();
  await panel.getByRole('tab', { name: 'Объявления' }).click();

  const done = panel.getByRole('article', { name: 'Объявление № 11' });
  await done.getByText('Ознакомлены 131 из 160 (82 %)').waitFor();
  expect(await done.getByRole('listitem').allTextContents()).toEqual([
    '5А24 из 27',
    '5Б25 из 26',
    '6А30 из 31',
    '7А52 из 76',
  ]);
  const few = panel.getByRole('article', { name: 'Объявление № 10' });
  await few.getByText('Получателей мало').waitFor();
  expect(await few.textContent()).not.toContain('Ознакомлены');
});

it('says that a messenger makes it wait, that nothing was announced yet, and that the bot is away', async () => {
  rows = [row({ stalled: true })];
  const { page, panel } = await opened();
  await panel.getByRole('tab', { name: 'Объявления' }).click();
  await panel.locator('.gauge-words').getByText('мессенджер просит подождать').waitFor();
  rows = [];
  await panel.getByText('Объявлений ещё не было').waitFor();
  rows = 'silent';
  await panel.getByText('сейчас недоступны').waitFor();
  await page.getByRole('tab', { name: 'Журнал' }).click();
  rows = [DONE];
  await page.getByRole('tab', { name: 'Объявления' }).click();
  await panel.getByRole('article', { name: 'Объявление № 11' }).waitFor();
});

it('is reached with the arrows, and by its address', async () => {
  const { page, panel } = await opened();
  await page.getByRole('tab', { name: 'Журнал' }).focus();
  await page.keyboard.press('ArrowRight');
  await panel.getByRole('article', { name: 'Объявление № 12' }).waitFor();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  expect(await page.locator(':focus').textContent()).toBe('Объявления');
  await page.keyboard.press('Tab');
  expect(await page.locator(':focus').getAttribute('id')).toBe('side-broadcasts');
  await page.goto(`${page.url()}/broadcasts`);
  await page.reload();
  await panel.getByRole('article', { name: 'Объявление № 12' }).waitFor();
});

describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
  it('can be read on a wide screen', async () => {
    const { page, panel } = await opened({ ...WIDE, colorScheme });
    await panel.getByRole('tab', { name: 'Объявления' }).click();
    await panel.getByRole('article', { name: 'Объявление № 12' }).waitFor();
    expect(await page.evaluate(paleTexts)).toEqual([]);
  });

  it('and on a phone of 360 pixels, with nothing cut off', async () => {
    const { page } = await onPhone({ colorScheme });
    await page.getByRole('article', { name: 'Объявление № 12' }).waitFor();
    expect(await page.evaluate(overflows)).toBe(false);
    expect(await page.evaluate(paleTexts)).toEqual([]);
  });
});
