import { readFile } from 'node:fs/promises';
import mammoth from 'mammoth';
import type { Browser, Page } from 'playwright-core';
import { MINUTE } from '../../src/domain/time.js';
import { bubble, openBrowser, say } from './browser.js';
import { hears, type LedSchool, presses, startLedSchool } from './led.js';

/** The whole program with its demo school, led through a meeting by a clock of its own: Wednesday noon in Moscow. */
const NOON = Date.UTC(2026, 8, 9, 9);
/** The reminder of ten minutes is due a minute, or nearly two, after the meeting was called. */
const LINE = 'Собрание 5А через 11 минут, повестка: питание; разное';
const CALL = 'https://vk.com/call/join/TEST';

let browser: Browser;
let school: LedSchool;
beforeAll(async () => {
  browser = await openBrowser();
  school = await startLedSchool(browser, NOON);
}, 60_000);
afterAll(async () => {
  await school?.close();
  await browser?.close();
});

/** From the line to the button in the chat, and the reminder a minute later. */
const called = async (teacher: Page, parents: readonly [Page, Page]): Promise<void> => {
  await say(teacher, LINE);
  await hears(teacher, 'Верно?');
  await say(teacher, CALL);
  await hears(teacher, `Ссылка на звонок: ${CALL}`);
  await presses(teacher, 'Опубликовать');
  for (const page of parents) await hears(page, 'состоится родительское собрание 5А класса (онлайн)');
  const [first, second] = parents;
  await presses(first, 'Буду');
  await presses(second, 'Не смогу');
  await school.passes(2 * MINUTE);
  for (const page of parents) await hears(page, 'Собрание начинается через 10 минут.');
};

/** Both say they are there; it ends, and the minutes are written and downloaded. */
const held = async (teacher: Page, parents: readonly Page[]): Promise<string> => {
  await say(teacher, '/собрание начать');
  for (const page of parents) {
    await hears(page, 'Собрание началось.');
    await presses(page, 'Я на собрании');
  }
  await hears(teacher, 'В чате появилась кнопка');
  await say(teacher, '/собрание');
  await hears(teacher, '– отметились: 2 (Иванова О. Н., Петров Д. О.)');
  await say(teacher, '/собрание завершить');
  await hears(teacher, 'Присутствовали 2 из 3 (по отметкам).');
  await presses(teacher, 'Подготовить протокол');
  for (const [asked, words] of [
    ['1. Питание. Что слушали?', 'слушали меню; решили утвердить'],
    ['2. Разное. Что слушали?', 'слушали вопросы; решили принять к сведению'],
  ] as const) {
    await hears(teacher, asked);
    await say(teacher, words);
  }
  await hears(teacher, 'Протокол № 1, проект:');
  await presses(teacher, 'Готов');
  const link = teacher.getByRole('link', { name: /протокол № 1/ });
  const [download] = await Promise.all([teacher.waitForEvent('download'), link.first().click()]);
  return (await mammoth.extractRawText({ buffer: await readFile(await download.path()) })).value;
};

test('a short meeting in the browser: called, reminded of, attended, recorded', async () => {
  const teacher = await school.seat('k01');
  const parents = [await school.seat('p01', 'parents'), await school.seat('p02', 'parents')] as const;
  await called(teacher, parents);
  const words = await held(teacher, parents);
  expect(words).toContain('Присутствовали: 2 из 3 родителей (законных представителей)');
  expect(words).toContain('РЕШИЛИ: утвердить (за __, против __, воздержались __)');
  for (const page of parents) expect(await bubble(page, 'Собрание начинается через 10 минут.').count()).toBe(1);
  expect(school.complaints()).toEqual([]);
}, 120_000);
