import { readFile } from 'node:fs/promises';
import mammoth from 'mammoth';
import type { Browser, Locator, Page } from 'playwright-core';
import { openBrowser, PHONE } from './browser.js';
import { overflows, paleTexts } from './in-page.js';
import { hears, type LedSchool, presses, says, startLedSchool, type Who } from './led.js';

/** Tuesday, 1 September 2026, 09:00 in Moscow. */
const TUESDAY = Date.UTC(2026, 8, 1, 6, 0);
/** Some time of a day of September, in Moscow. */
const september = (day: number, hour: number, minute = 0): number => Date.UTC(2026, 8, day, hour - 3, minute);

const ADD = '/миграция добавить Telegram «5А родители», ответственный k01, срок 15.09';
const LATE = '/миграция добавить WhatsApp «5Б родители», ответственный k02, срок 15.09';

let browser: Browser;
let school: LedSchool;
beforeAll(async () => {
  browser = await openBrowser();
  school = await startLedSchool(browser, TUESDAY);
}, 60_000);
afterAll(async () => {
  await school?.close();
  await browser?.close();
});

/** One messenger's half of a window. */
const half = (page: Page, messenger: 'vk' | 'telegram'): Locator =>
  page.locator(`section.chat[data-messenger="${messenger}"]`);
const placeIn = (page: Page, messenger: 'vk' | 'telegram', title: string): Locator =>
  page.locator(`.messenger[data-messenger="${messenger}"]`).getByRole('button').filter({ hasText: title });
const waitFor = (where: Locator, words: string): Promise<void> => where.getByText(words).last().waitFor();

const leaves = async (who: Who): Promise<void> => {
  const page = await school.seat(who, 'parents');
  await page.getByRole('button', { name: 'Действия с чатом' }).click();
  await page.getByRole('menuitem', { name: 'Выйти из чата' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Выйти' }).click();
  await placeIn(page, 'vk', '5А – родители').waitFor({ state: 'detached' });
};

/** Comes into the new chat by the link that the bot sent, and keeps the old one open beside it. */
const comesByInvite = async (who: Who): Promise<Page> => {
  const page = await school.seat(who);
  await page
    .getByRole('log')
    .getByRole('link', { name: /\/join\// })
    .last()
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'Открыть', exact: true }).click();
  await half(page, 'vk').getByRole('heading', { name: '5А – родители' }).waitFor();
  await placeIn(page, 'telegram', '5А родители').click();
  await half(page, 'telegram').getByRole('heading', { name: '5А родители' }).waitFor();
  await page.reload();
  for (const messenger of ['vk', 'telegram'] as const) await half(page, messenger).getByRole('textbox').waitFor();
  return page;
};

const board = async (): Promise<Locator> => {
  const page = await school.seat('z01');
  await page.getByRole('tab', { name: 'Переезды' }).click();
  return page.getByRole('tabpanel', { name: 'Переезды' });
};
const move = async (title: string): Promise<Locator> => (await board()).getByRole('article', { name: title });

const begins = async (): Promise<void> => {
  const administrator = await school.seat('a01');
  await says(administrator, '/настройка объявление о переносе бот', 'Сохранено.');
  // Who has accounts in both messengers is known in both: nobody is asked about a second one.
  expect(await administrator.getByRole('button', { name: 'Отключить новый' }).count()).toBe(0);
  await leaves('p01');
  await leaves('p02');
  await says(await school.seat('k01', 'oldChat'), '/чат родители 5А', 'Чат зарегистрирован');
};

/** Steps 1–3: written down, announced in the old chat by the bot, and no export of it is taken. */
const isWrittenDown = async (teacher: Page, deputy: Page, old: Page): Promise<void> => {
  await says(deputy, ADD, 'Подготовлен приказ о распределении обязанностей (п. 3.1 Положения).');
  await says(deputy, LATE, 'Записан перенос № 2');
  await waitFor(await move('«5А родители»'), 'Охвачены 0 из 3');
  await hears(teacher, 'Вам поручен перенос чата: Telegram «5А родители»');
  await presses(teacher, 'Текст для старого чата', { follows: 'Уже с нами: 0 из 3.' });
  await presses(teacher, 'Разместить', { follows: 'Размещаю объявление в старом чате и закрепляю его.' });
  await hears(old, 'Прежний чат в Telegram после 15.09.2026 использоваться не будет.');
  await half(old, 'telegram')
    .getByRole('button', { name: /^Закреплённое сообщение: Уважаемые родители!/ })
    .waitFor();

  const file = { name: 'result.json', mimeType: 'application/json', buffer: Buffer.from('{"messages":[]}') };
  await half(teacher, 'vk').locator('input[type=file]').setInputFiles(file);
  await teacher.locator('.chip[aria-busy=false]').waitFor();
  await half(teacher, 'vk').getByRole('button', { name: 'Отправить' }).click();
  await hears(teacher, 'Выгрузки переписки не принимаются: в них персональные данные других людей (п. 4.2 Положения).');
};

/** Steps 4 and 5: two come by their invites, the third reads the paper diary. */
const peopleMove = async (teacher: Page): Promise<readonly Page[]> => {
  await school.goesTo(september(2, 10));
  await presses(teacher, 'Пригласить', { follows: 'Будет выпущено' });
  await presses(teacher, 'Выпустить', { follows: 'Сидорова' });
  const anna = await comesByInvite('p01');
  await waitFor(await move('«5А родители»'), 'Охвачены 1 из 3');
  await school.goesTo(september(3, 10));
  const boris = await comesByInvite('p02');
  await waitFor(await move('«5А родители»'), 'Охвачены 2 из 3');

  await school.goesTo(september(4, 8, 1));
  await hears(teacher, 'Перенос «5А – родители»: 2 из 3 (67 %). Не подключена: Сидорова Е. В.');
  await presses(teacher, 'Иной способ связи', { follows: 'Как сообщать новости: Сидорова Е. В.?' });
  await presses(teacher, 'Бумажный дневник', { follows: 'Охвачены 3 из 3 (подключены 2, иной способ 1).' });
  await waitFor(await move('«5А родители»'), 'Охвачены 3 из 3');
  return [anna, boris];
};

/** The teacher's own link, which no bot may end: it is ended by hand, and nobody comes by it any more. */
const endsOwnLink = async (old: Page): Promise<void> => {
  await half(old, 'telegram').getByRole('button', { name: 'Действия с чатом' }).click();
  await old.getByRole('menuitem', { name: 'Ссылка-приглашение' }).click();
  const link = await old.getByRole('dialog').getByRole('textbox').inputValue();
  await old.getByRole('button', { name: 'Отозвать и создать новую' }).click();
  await old.getByText('Прежняя ссылка больше не действует').waitFor();
  await old.getByRole('button', { name: 'Отмена' }).click();

  const other = await school.seat('k02');
  await other.getByRole('button', { name: 'Открыть по ссылке' }).click();
  await other.getByRole('dialog').getByRole('textbox', { name: 'Ссылка' }).fill(link);
  await other.getByRole('dialog').getByRole('button', { name: 'Открыть', exact: true }).click();
  await other.getByRole('dialog').getByText('Ссылка недействительна').waitFor();
  await other.keyboard.press('Escape');
};

/** Step 6: the bot closes the old chat as far as Telegram lets it, a person does the rest; there is a certificate. */
const isClosed = async (teacher: Page, old: Page, parents: readonly Page[]): Promise<string> => {
  await school.goesTo(september(15, 10));
  await says(teacher, '/миграция закрыть', '☐ прощальное сообщение');
  await presses(teacher, 'Сделать за меня', { follows: 'Сообщение будет таким:' });
  await presses(teacher, 'Разместить и закрыть', { follows: '☑ старый чат переведён в «только чтение» или удалён' });
  await hears(teacher, 'свою ссылку я отозвал; ссылки других администраторов мне не видны, проверьте их, пожалуйста');
  await waitFor(await move('«5А родители»'), 'закрывается');
  for (const page of parents) {
    await waitFor(half(page, 'telegram'), 'Этот чат завершает работу (п. 3.1 Положения).');
    await half(page, 'telegram').getByRole('note').getByText('в нём можно только читать').waitFor();
    expect(await half(page, 'telegram').getByRole('textbox').count()).toBe(0);
    expect(await half(page, 'vk').getByRole('textbox').count()).toBe(1);
  }
  await half(old, 'telegram')
    .getByRole('button', { name: /^Закреплённое сообщение: Уважаемые родители! Этот чат завершает/ })
    .waitFor();

  await endsOwnLink(old);
  await presses(teacher, 'Ссылка отозвана', { follows: 'Перенос завершён 15.09.2026. Справка сформирована.' });
  const paper = teacher.getByRole('link', { name: /Справка о переносе чата № 1/ });
  const [download] = await Promise.all([teacher.waitForEvent('download'), paper.click()]);
  return (await mammoth.extractRawText({ buffer: await readFile(await download.path()) })).value;
};

const looksWell = async (page: Page): Promise<void> => {
  expect(await page.evaluate(overflows)).toBe(false);
  expect(await page.evaluate(paleTexts)).toEqual([]);
};

/** The other messenger is a switch away. */
const onATelephone = async (): Promise<void> => {
  const page = await school.seat('p03', 'telegramBot', PHONE);
  await page.getByText('бот ещё не знает, кто Вы').first().waitFor();
  await looksWell(page);
  await page.getByRole('button', { name: 'Назад' }).first().tap();
  await page.getByRole('button', { name: 'Telegram', pressed: true }).waitFor();
  expect(await placeIn(page, 'vk', 'Дежурный').isVisible()).toBe(false);
  await placeIn(page, 'telegram', '5А родители').tap();
  await half(page, 'telegram').getByRole('note').getByText('в нём можно только читать').waitFor();
  await looksWell(page);
  await page.getByRole('button', { name: 'Назад' }).first().tap();
  await page.getByRole('button', { name: 'VK Мессенджер' }).tap();
  await placeIn(page, 'vk', 'Дежурный').tap();
  await half(page, 'vk').getByRole('textbox').waitFor();
};

test('SC-10: «5А родители» moves from Telegram to VK to the end, on one page', async () => {
  const [teacher, deputy, old] = await Promise.all([
    school.seat('k01'),
    school.seat('z01'),
    school.seat('k01', 'oldChat'),
  ]);
  await begins();
  await isWrittenDown(teacher, deputy, old);
  const parents = await peopleMove(teacher);
  const paper = await isClosed(teacher, old, parents);
  expect(paper).toContain('Акт о переносе чата № 1');
  expect(paper).toContain('всего 3; подключены 2, иной способ связи 1, не охвачены 0');
  expect(paper).not.toContain('Сидорова');
  await hears(deputy, 'Перенос № 1, Telegram «5А родители», завершён 15.09.2026.');
  await waitFor(await move('«5А родители»'), 'завершён');

  await school.goesTo(september(16, 8, 1));
  await hears(deputy, 'Просрочен перенос: 1.');
  await waitFor(await move('«5Б родители»'), 'срок прошёл');
  for (const page of [deputy, ...parents]) await looksWell(page);
  await onATelephone();
  expect(school.complaints()).toEqual([]);
}, 120_000);
