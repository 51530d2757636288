import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import mammoth from 'mammoth';
import type { Browser, Page } from 'playwright-core';
import { ACCOUNTS } from '../../src/sandbox/demo/school.js';
import { type Bot, startBot } from '../world/process.js';
import { bubble, openBrowser, say, type Visit, visit, WIDE } from './browser.js';

/** The whole program with its demo school, and a meeting in real time. */
const BOT = -21_000_021;
const PARENTS = 2_000_000_001;
const PATIENCE = 20_000;
/** The reminder of ten minutes is due a minute after the meeting was called. */
const LINE = 'Собрание 5А через 11 минут, повестка: питание; разное';
const CALL = 'https://vk.com/call/join/TEST';

let browser: Browser;
let bot: Bot;
let folder: string;
const visits: Visit[] = [];
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dz-meeting-'));
  bot = startBot({ DATA_DIR: folder, HTTP_PORT: '0', LOG_LEVEL: 'warn' });
  [browser] = await Promise.all([openBrowser(), bot.running()]);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await bot.kill('SIGTERM');
  await rm(folder, { recursive: true, force: true });
});

const open = async (as: number, peer: number): Promise<Page> => {
  const visited = await visit(browser, bot.url(), { ...WIDE, as, peer });
  visits.push(visited);
  visited.page.setDefaultTimeout(PATIENCE);
  await visited.page.getByRole('textbox', { name: /^Сообщение в/ }).waitFor({ state: 'attached' });
  return visited.page;
};
const hears = (page: Page, words: string, timeout = PATIENCE): Promise<void> =>
  bubble(page, words).last().waitFor({ timeout });
const press = (page: Page, words: string): Promise<void> =>
  page.locator('.key').filter({ hasText: words }).last().click();

/** Six hours from now: whatever the clock says, the bot is not silenced. */
const otherHours = (): string => {
  const hour = (Number(new Date().toLocaleTimeString('ru', { timeZone: 'Europe/Moscow', hour: '2-digit' })) + 6) % 24;
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(hour)}:00-${two((hour + 1) % 24)}:00`;
};

/** From the line to the button in the chat, and the reminder a minute later. */
const called = async (teacher: Page, parents: readonly Page[]): Promise<void> => {
  await say(teacher, LINE);
  await hears(teacher, 'Верно?');
  await say(teacher, CALL);
  await hears(teacher, `Ссылка на звонок: ${CALL}`);
  await press(teacher, 'Опубликовать');
  for (const page of parents) await hears(page, 'состоится родительское собрание 5А класса (онлайн)');
  const [first, second] = parents;
  await press(first as Page, 'Буду');
  await press(second as Page, 'Не смогу');
  for (const page of parents) await hears(page, 'Собрание начинается через 10 минут.', 120_000);
};

/** Both say they are there; it ends, and the minutes are written and downloaded. */
const held = async (teacher: Page, parents: readonly Page[]): Promise<string> => {
  await say(teacher, '/собрание начать');
  for (const page of parents) {
    await hears(page, 'Собрание началось.');
    await press(page, 'Я на собрании');
  }
  await hears(teacher, 'В чате появилась кнопка');
  await say(teacher, '/собрание');
  await hears(teacher, '– отметились: 2 (Иванова О. Н., Петров Д. О.)');
  await say(teacher, '/собрание завершить');
  await hears(teacher, 'Присутствовали 2 из 3 (по отметкам).');
  await press(teacher, 'Подготовить протокол');
  for (const [asked, words] of [
    ['1. Питание. Что слушали?', 'слушали меню; решили утвердить'],
    ['2. Разное. Что слушали?', 'слушали вопросы; решили принять к сведению'],
  ] as const) {
    await hears(teacher, asked);
    await say(teacher, words);
  }
  await hears(teacher, 'Протокол № 1, проект:');
  await press(teacher, 'Готов');
  const link = teacher.getByRole('link', { name: /протокол № 1/ });
  const [download] = await Promise.all([teacher.waitForEvent('download'), link.first().click()]);
  return (await mammoth.extractRawText({ buffer: await readFile(await download.path()) })).value;
};

test('a short meeting in the browser: called, reminded of, attended, recorded', async () => {
  const administrator = await open(ACCOUNTS.a01, BOT);
  await say(administrator, `/настройка тихие часы ${otherHours()}`);
  await hears(administrator, 'Сохранено.');
  const teacher = await open(ACCOUNTS.k01, BOT);
  const parents = [await open(ACCOUNTS.p01, PARENTS), await open(ACCOUNTS.p02, PARENTS)];
  await called(teacher, parents);
  const words = await held(teacher, parents);
  expect(words).toContain('Присутствовали: 2 из 3 родителей (законных представителей)');
  expect(words).toContain('РЕШИЛИ: утвердить (за __, против __, воздержались __)');
  for (const page of parents) expect(await bubble(page, 'Собрание начинается через 10 минут.').count()).toBe(1);
  expect(visits.flatMap(({ complaints }) => complaints)).toEqual([]);
}, 300_000);
