import type { Browser, Page } from 'playwright-core';
import { MINUTE } from '../../src/domain/time.js';
import { bubble, openBrowser, PHONE, say } from './browser.js';
import { overflows, paleTexts } from './in-page.js';
import { hears, keyOf, type LedSchool, startLedSchool } from './led.js';

/** SC-04, steps 2–8a, clicked through: the whole program with its demo school, led through the day by a clock of its own. */
const NOON = Date.UTC(2026, 8, 9, 9);
const FIRST = 'Вы там совсем охренели со своими сборами? Училка – дура безмозглая!';
const SECOND = 'Клуши вы все, д у р ы';

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

const looksWell = async (page: Page): Promise<void> => {
  expect(await page.evaluate(overflows)).toBe(false);
  expect(await page.evaluate(paleTexts)).toEqual([]);
};

test('SC-04, 2–8a: warned, read-only, objected to, shown for a reason, and confirmed with a word to the author', async () => {
  const chat = await school.seat('p02', 'parents');
  const petrov = await school.seat('p02', 'bot', PHONE);
  const teacher = await school.seat('k01');

  await say(chat, FIRST);
  await bubble(chat, 'Сообщение удалено').waitFor();
  await hears(petrov, 'Это предупреждение, оно действует 30 дней.');
  await looksWell(petrov);

  await school.passes(26 * MINUTE);
  await say(chat, SECOND);
  await hears(petrov, 'этот чат можно только читать (п. 6 Правил общения в чатах)');
  await looksWell(petrov);
  await chat.getByText('Вам временно доступно только чтение').waitFor();

  await keyOf(petrov, 'Не согласен(на)').tap();
  await hears(petrov, 'возражени');
  await say(petrov, 'Я не ругался, это крик души');
  await hears(petrov, 'Ваше возражение № 1 принято.');
  await looksWell(petrov);

  await hears(teacher, 'Дело № 2.');
  await looksWell(teacher);
  await keyOf(teacher, 'Показать фрагмент').click();
  await hears(teacher, 'Зачем нужен фрагмент?');
  await keyOf(teacher, 'Для решения по делу').click();
  await hears(teacher, 'Просмотр записан.');
  await keyOf(teacher, 'Подтвердить').click();
  await hears(teacher, 'Напишите несколько слов автору');
  await say(teacher, 'Тон недопустим');

  await hears(petrov, 'Пояснение: «Тон недопустим»');
  await looksWell(petrov);
  expect(school.complaints()).toEqual([]);
}, 120_000);
