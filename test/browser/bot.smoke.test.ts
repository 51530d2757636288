import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { ACCOUNTS } from '../../src/sandbox/demo/school.js';
import { type Bot, startBot } from '../world/process.js';
import { bubble, openBrowser, say, visit, WIDE } from './browser.js';

/** The whole program with its demo school, as `npm start` gives it to a newcomer. */
const PARENTS = 2_000_000_001;
const FOUL = 'Да идите вы на хуй со своими шторами';
const INNOCENT = 'Завтра педсовет, педагоги и педиатр в актовом зале';

let browser: Browser;
let bot: Bot;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dz-page-'));
  bot = startBot({ DATA_DIR: folder, HTTP_PORT: '0', LOG_LEVEL: 'warn' });
  [browser] = await Promise.all([openBrowser(), bot.running()]);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await bot.kill('SIGTERM');
  await rm(folder, { recursive: true, force: true });
});

test('parent Petrov writes a foul sentence: it disappears, he is told why in his dialog, the panel explains it', async () => {
  const place = { ...WIDE, peer: PARENTS };
  const petrov = await visit(browser, bot.url(), { ...place, as: ACCOUNTS.p02 });
  const ivanova = await visit(browser, bot.url(), { ...place, as: ACCOUNTS.p01 });

  await say(petrov.page, FOUL);

  await bubble(petrov.page, 'Сообщение удалено').waitFor();
  await bubble(ivanova.page, 'Сообщение удалено').waitFor();
  expect(await bubble(ivanova.page, FOUL).count()).toBe(0);
  const panel = petrov.page.getByRole('complementary', { name: 'Как это видит бот' });
  await panel.getByText('нецензурная лексика').waitFor();
  expect(await panel.locator('mark').allTextContents()).toEqual(['хуй']);
  expect(await panel.textContent()).toContain('п. 4.2 Положения');

  const dialog = await visit(browser, bot.url(), { ...WIDE, as: ACCOUNTS.p02, peer: -21_000_021 });
  await bubble(dialog.page, 'содержало ненормативную лексику (п. 4.2 Положения)').waitFor();
  expect([...petrov.complaints, ...ivanova.complaints, ...dialog.complaints]).toEqual([]);
});

test('the teacher writes of pedagogues: nothing happens, and the panel says why not', async () => {
  const teacher = await visit(browser, bot.url(), { ...WIDE, as: ACCOUNTS.k01, peer: PARENTS });

  await say(teacher.page, INNOCENT);

  await bubble(teacher.page, INNOCENT).waitFor();
  const panel = teacher.page.getByRole('complementary', { name: 'Как это видит бот' });
  await panel
    .getByText(/ничего не (найдено|нашлось)|нарушений/i)
    .first()
    .waitFor();
  expect(await bubble(teacher.page, INNOCENT).count()).toBe(1);
  expect(teacher.complaints).toEqual([]);
});
