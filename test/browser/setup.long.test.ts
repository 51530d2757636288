import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser, Locator, Page } from 'playwright-core';
import { projectRoot } from '../../src/project-root.js';
import { ACCOUNTS, OUTSIDER } from '../../src/sandbox/demo/school.js';
import { type Bot, startBot } from '../world/process.js';
import { bubble, openBrowser, PHONE, say, type Visit, visit, WIDE } from './browser.js';
import { decoded, overflows, paleTexts } from './in-page.js';

/** The whole program with a school that begins with nothing, as `npx dezhurny sandbox --empty` gives it. */
const BOT = -21_000_021;
const [ROOM, PARENTS] = [2_000_000_001, 2_000_000_002] as const;
const ROSTER = path.join(projectRoot(), 'src/sandbox/demo/roster.csv');
/** Two cores may be busy with other tests. */
const PATIENCE = 15_000;
/** A folder in which the pictures of the guide are drawn anew; `docs/pictures`. */
const { PICTURES } = process.env;

let browser: Browser;
let bot: Bot;
let folder: string;
const visits: Visit[] = [];
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dz-setup-'));
  bot = startBot({ DATA_DIR: folder, HTTP_PORT: '0', LOG_LEVEL: 'warn' }, ['sandbox', '--empty']);
  [browser] = await Promise.all([openBrowser(), bot.running()]);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await bot.kill('SIGTERM');
  await rm(folder, { recursive: true, force: true });
});

const open = async (as: number, peer: number, more: object = WIDE): Promise<Page> => {
  const visited = await visit(browser, bot.url(), { ...more, as, peer });
  visits.push(visited);
  visited.page.setDefaultTimeout(PATIENCE);
  await visited.page.getByRole('textbox', { name: /^Сообщение в/ }).waitFor({ state: 'attached' });
  return visited.page;
};
/** Nothing is cut off, and every text can be read. */
const looksWell = async (page: Page): Promise<void> => {
  expect(await page.evaluate(overflows)).toBe(false);
  expect(await page.evaluate(paleTexts)).toEqual([]);
};
const picture = async (page: Page, name: string): Promise<void> => {
  if (PICTURES === undefined) return;
  await page.locator('.snackbars *').first().waitFor({ state: 'detached' });
  await page.getByRole('main').screenshot({ path: path.join(PICTURES, `${name}.png`) });
};
const hears = (page: Page, words: string): Promise<void> => bubble(page, words).last().waitFor();
/** The latest button with these words. */
const key = (page: Page, words: string): Locator => page.locator('.key').filter({ hasText: words }).last();
const linkIn = async (page: Page, words: RegExp): Promise<string> =>
  (await page.getByRole('log').getByRole('link', { name: words }).last().getAttribute('href')) ?? '';

const attach = async (page: Page, file: string): Promise<void> => {
  const clip = page.getByRole('button', { name: 'Приложить файл или картинку' });
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), clip.press('Enter')]);
  await chooser.setFiles(file);
  await page.locator('.chip[aria-busy=false]').waitFor();
  await page.getByRole('button', { name: 'Отправить' }).press('Enter');
};

/** Six hours from now: whatever the clock says, the test is not silenced. */
const otherHours = (): string => {
  const hour = (Number(new Date().toLocaleTimeString('ru', { timeZone: 'Europe/Moscow', hour: '2-digit' })) + 6) % 24;
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(hour)}:00-${two((hour + 1) % 24)}:00`;
};

/** Steps 1 and 2, with the keyboard alone. */
const begin = async (): Promise<void> => {
  const page = await open(ACCOUNTS.a01, BOT);
  await page.getByRole('textbox', { name: /^Сообщение в/ }).focus();
  for (const [words, answer] of [
    [/\/код \S+/.exec(bot.said())?.[0] ?? '', 'Теперь я знаю Вас'],
    ['/настройка', 'Шаг 1 из 7'],
    ['01-10-300 от 28.08.2026', 'Шаг 2 из 7'],
  ] as const) {
    await page.keyboard.type(words);
    await page.keyboard.press('Enter');
    await hears(page, answer);
  }
  await attach(page, ROSTER);
  await hears(page, 'Загрузить 15 записей');
  await picture(page, 'first-run-list');

  await page.getByRole('log').getByRole('article').last().focus();
  await page.keyboard.press('Tab');
  expect(await page.locator(':focus').textContent()).toBe('Загрузить 15');
  await page.keyboard.press('Enter');
  await hears(page, 'Шаг 3 из 7');
  await looksWell(page);
};

/** Steps 3 to 7, on a phone; the drafts are downloaded. */
const goOn = async (): Promise<void> => {
  const page = await open(ACCOUNTS.a01, BOT, PHONE);
  for (const [label, answer] of [
    ['«Учительская» создана', 'Шаг 4 из 7'],
    ['Каналы созданы', 'Шаг 5 из 7'],
    ['Дальше', 'Шаг 6 из 7'],
  ] as const) {
    await key(page, label).tap();
    await hears(page, answer);
    await looksWell(page);
  }
  await say(page, `тихие часы ${otherHours()}`);
  await hears(page, 'Сохранено. Тихие часы');
  await key(page, 'Всё верно').tap();
  await hears(page, 'Шаг 7 из 7');
  await key(page, 'Подготовить').tap();
  await hears(page, 'Готово. Рекомендуемые чаты (6)');
  await looksWell(page);

  const papers = page.getByRole('link', { name: /\(проект\)\.docx/ });
  expect(await papers.count()).toBe(4);
  const [download] = await Promise.all([page.waitForEvent('download'), papers.first().click()]);
  const text = unzipSync(await readFile(await download.path()))['word/document.xml'];
  expect(strFromU8(text ?? new Uint8Array()).replace(/<[^>]+>/g, '').length).toBeGreaterThan(300);
};

/** Adds the bot to a chat with both rights and says what chat it is. */
const register = async (page: Page, words: string): Promise<void> => {
  await page.getByRole('button', { name: 'Действия с чатом' }).click();
  await page.getByRole('menuitem', { name: 'Бот в этом чате' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Добавить бота' }).click();
  await page.getByText('бот следит за порядком').waitFor();
  await say(page, words);
  await hears(page, 'Чат зарегистрирован');
};

/** The staff: the administrator's cards, the teacher's code, the administrator's word. */
const staff = async (): Promise<void> => {
  const administrator = await open(ACCOUNTS.a01, ROOM);
  await register(administrator, '/чат учительская');
  const dialog = await open(ACCOUNTS.a01, BOT);
  await say(dialog, '/приглашения учительская');
  await key(dialog, 'Выпустить').click();
  await hears(dialog, 'Кому: Ключева Мария Петровна');
  const words = await bubble(dialog, 'Кому: Ключева Мария Петровна').textContent();

  const teacher = await open(ACCOUNTS.k01, BOT);
  await say(teacher, /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(words ?? '')?.[0] ?? '');
  await hears(teacher, 'Теперь я знаю Вас: классный руководитель');
  await key(dialog, 'Подтвердить').click();
  await hears(teacher, 'Ваша роль подтверждена');
};

/** The teacher's chat and cards, which are really pictures. */
const invite = async (): Promise<Page> => {
  await register(await open(ACCOUNTS.k01, PARENTS), '/чат родители 5А');
  const page = await open(ACCOUNTS.k01, BOT);
  await say(page, '/приглашения 5А родители');
  await hears(page, 'Будет выпущено 3 личных приглашения');
  await key(page, 'Выпустить').click();
  await hears(page, 'Готово. Ниже 3 приглашения');
  for (const name of ['Иванова', 'Петров', 'Сидорова']) await hears(page, `Кому: ${name}`);
  const cards = page.getByRole('log').getByRole('img');
  expect(await cards.count()).toBe(3);
  for (const card of await cards.all()) expect(await card.evaluate(decoded)).toBe('shown');
  await looksWell(page);
  await picture(page, 'first-run-cards');
  return page;
};

const comeIn = async (page: Page): Promise<void> => {
  await hears(page, 'vk.me/join/');
  await page
    .getByRole('log')
    .getByRole('link', { name: /vk\.me\/join/ })
    .last()
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'Открыть' }).click();
  await page.getByRole('heading', { name: '5А – родители' }).waitFor();
};

/** One parent follows the link of the card on a phone, another one types the code. */
const parents = async (teacher: Page): Promise<string> => {
  const cardOf = (name: string) => bubble(teacher, `Кому: ${name}`).last();
  const link = (await cardOf('Иванова').getByRole('link').first().getAttribute('href')) ?? '';
  const phone = await open(ACCOUNTS.p01, BOT, PHONE);
  await phone.getByRole('button', { name: 'Действия с чатом' }).waitFor();
  await phone.getByRole('button', { name: 'Назад' }).tap();
  await phone.getByRole('button', { name: 'Открыть по ссылке' }).tap();
  await phone.getByRole('dialog').getByLabel('Ссылка').fill(link);
  await phone.keyboard.press('Enter');
  await phone.getByRole('button', { name: 'Начать' }).tap();
  await hears(phone, 'Теперь я знаю Вас');
  await looksWell(phone);
  await comeIn(phone);
  await looksWell(phone);
  const greeted = await open(ACCOUNTS.p01, BOT);
  await hears(greeted, 'Вы теперь в чате «5А – родители»');

  const petrov = await open(ACCOUNTS.p02, BOT);
  await say(petrov, /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec((await cardOf('Петров').textContent()) ?? '')?.[0] ?? '');
  await hears(petrov, 'vk.me/join/');
  const leaked = await linkIn(petrov, /vk\.me\/join/);
  await comeIn(petrov);
  await say(petrov, 'Добрый вечер!');
  await bubble(petrov, 'Добрый вечер!').waitFor();
  return leaked;
};

/** The link leaked: whoever comes by it may not write, and those who answer for the chat know. */
const stranger = async (leaked: string, teacher: Page): Promise<void> => {
  const page = await open(OUTSIDER, BOT);
  await page.getByRole('button', { name: 'Открыть по ссылке' }).click();
  await page.getByRole('dialog').getByLabel('Ссылка').fill(leaked);
  await page.keyboard.press('Enter');
  await page.getByText('доступно только чтение').waitFor();
  await looksWell(page);

  await hears(teacher, 'вошёл участник, которого школа не знает');
  await picture(teacher, 'first-run-stranger');
  const administrator = await open(ACCOUNTS.a01, BOT, { ...PHONE, colorScheme: 'dark' });
  await hears(administrator, 'вошёл участник, которого школа не знает');
  await looksWell(administrator);
  await key(teacher, 'Исключить').click();
  await page.getByRole('heading', { name: '5А – родители' }).waitFor({ state: 'detached' });
};

test('a school that begins with nothing is set up in the browser, from the code to the first stranger', async () => {
  await begin();
  await goOn();
  await staff();
  const teacher = await invite();
  await stranger(await parents(teacher), teacher);
  // Whoever was taken out asks once more for the chat he saw.
  expect(visits.flatMap(({ complaints }) => complaints).filter((one) => !one.includes('403'))).toEqual([]);
}, 120_000);
