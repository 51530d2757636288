import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { projectRoot } from '../../src/project-root.js';
import { ACCOUNTS } from '../../src/sandbox/demo/school.js';
import { type Bot, startBot } from '../world/process.js';
import { until } from '../world/until.js';
import { bubble, openBrowser, PHONE, say, type Visit, visit, WIDE } from './browser.js';
import { overflows, paleTexts } from './in-page.js';

/** SC-04, steps 2–8a, clicked through: the whole program with its demo school, led through the day by a clock of its own. */
const BOT = -21_000_021;
const PARENTS = 2_000_000_001;
const MINUTE = 60_000;
const PATIENCE = 15_000;
const FIRST = 'Вы там совсем охренели со своими сборами? Училка – дура безмозглая!';
const SECOND = 'Клуши вы все, д у р ы';

let browser: Browser;
let bot: Bot;
let folder: string;
const visits: Visit[] = [];

/** Whatever the machine's clock says, it is noon in the school. */
const noonInMoscow = (): number => {
  const now = new Date();
  const noon = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1, 9);
  return noon - now.getTime();
};
let ahead = noonInMoscow();
const clock = (): string => path.join(folder, 'clock');
const passes = async (ms: number): Promise<void> => {
  ahead += ms;
  await writeFile(clock(), String(ahead));
};
/** The program goes by the moved clock. */
const moved = (): Promise<void> =>
  until(
    'the clock is moved',
    async () => (await readFile(`${clock()}.read`, 'utf8').catch(() => '')) === String(ahead),
  );

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dz-case-'));
  await passes(0);
  const byClock = {
    MOVED_CLOCK: clock(),
    NODE_OPTIONS: `--import ${path.join(projectRoot(), 'test/world/moved-clock.mjs')}`,
  };
  bot = startBot({ DATA_DIR: path.join(folder, 'data'), HTTP_PORT: '0', LOG_LEVEL: 'warn', ...byClock });
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
  return visited.page;
};
const hears = (page: Page, words: string): Promise<void> => bubble(page, words).last().waitFor();
/** The latest button with these words. */
const key = (page: Page, words: string): Locator => page.locator('.key').filter({ hasText: words }).last();
const looksWell = async (page: Page): Promise<void> => {
  expect(await page.evaluate(overflows)).toBe(false);
  expect(await page.evaluate(paleTexts)).toEqual([]);
};

test('SC-04, 2–8a: warned, read-only, objected to, shown for a reason, and confirmed with a word to the author', async () => {
  const chat = await open(ACCOUNTS.p02, PARENTS);
  const petrov = await open(ACCOUNTS.p02, BOT, PHONE);
  const teacher = await open(ACCOUNTS.k01, BOT);

  await say(chat, FIRST);
  await bubble(chat, 'Сообщение удалено').waitFor();
  await hears(petrov, 'Это предупреждение, оно действует 30 дней.');
  await looksWell(petrov);

  await passes(26 * MINUTE);
  await moved();
  await say(chat, SECOND);
  await hears(petrov, 'этот чат можно только читать (п. 6 Правил общения в чатах)');
  await looksWell(petrov);
  await chat.getByText('Вам временно доступно только чтение').waitFor();

  await key(petrov, 'Не согласен(на)').tap();
  await hears(petrov, 'возражени');
  await say(petrov, 'Я не ругался, это крик души');
  await hears(petrov, 'Ваше возражение № 1 принято.');
  await looksWell(petrov);

  await hears(teacher, 'Дело № 2.');
  await looksWell(teacher);
  await key(teacher, 'Показать фрагмент').click();
  await hears(teacher, 'Зачем нужен фрагмент?');
  await key(teacher, 'Для решения по делу').click();
  await hears(teacher, 'Просмотр записан.');
  await key(teacher, 'Подтвердить').click();
  await hears(teacher, 'Напишите несколько слов автору');
  await say(teacher, 'Тон недопустим');

  await hears(petrov, 'Пояснение: «Тон недопустим»');
  await looksWell(petrov);
  expect(visits.flatMap(({ complaints }) => complaints)).toEqual([]);
}, 120_000);
