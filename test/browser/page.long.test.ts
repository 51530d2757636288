import type { Browser, Page } from 'playwright-core';
import { bubble, choose, openBrowser, PHONE, say, visit, WIDE } from './browser.js';
import { background, decoded, isCut, isThere, noteLive, overflows, paleTexts, topOf } from './in-page.js';
import { chained, verdict } from './links.js';
import { PEOPLE, type Sandbox, startSandbox } from './start.js';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let browser: Browser;
let sandbox: Sandbox;
let chat: number;
beforeAll(async () => {
  browser = await openBrowser();
}, 30_000);
afterAll(() => browser.close());
beforeEach(async () => {
  sandbox = await startSandbox({ explain: async () => ({ links: chained([verdict({ because: 'clean' })]) }) });
  chat = sandbox.vk.world.chats()[0]?.peer ?? 0;
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  await sandbox.close();
});

const as = async (person: number, more: object = WIDE) => {
  const seen = await visit(browser, sandbox.url, { ...more, as: person, peer: chat });
  await seen.page.getByRole('textbox', { name: /^Сообщение в/ }).waitFor();
  return seen;
};

const withButtons = JSON.stringify({
  inline: true,
  buttons: [[{ action: { type: 'callback', label: 'Ознакомлен(а)', payload: '{"b":1}' }, color: 'positive' }]],
});

const focused = (page: Page) => page.locator(':focus').getAttribute('aria-label');
const press = async (page: Page, ...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

describe('with the pointer', () => {
  it('answers, changes, forwards and deletes, and everybody sees it', async () => {
    const { page, complaints } = await as(PEOPLE.petrov);
    const other = await as(PEOPLE.ivanova);
    await say(page, 'Во сколько собрание?');

    await choose(other.page, 'Во сколько собрание?', 'Ответить');
    await say(other.page, 'В семь вечера');
    await bubble(page, 'В семь вечера').locator('.quote').getByText('Во сколько собрание?').waitFor();

    await choose(page, 'Во сколько собрание?', 'Изменить');
    await say(page, 'Когда собрание?');
    await bubble(other.page, 'Когда собрание?').getByText('изменено').waitFor();

    await choose(page, 'В семь вечера', 'Переслать');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Школа № 21/ })
      .click();
    await say(page, 'Это правда?');
    await bubble(page, 'Это правда?').locator('.forwarded').getByText('Иванова Ольга Николаевна').waitFor();

    await page
      .getByRole('button', { name: /5А – родители/ })
      .first()
      .click();
    await choose(page, 'Когда собрание?', 'Удалить');
    await page.getByRole('dialog').getByRole('button', { name: 'Удалить' }).click();
    await other.page.locator('.gone').getByText('Сообщение удалено').waitFor();
    expect([...complaints, ...other.complaints]).toEqual([]);
  });

  it('sends a picture and a file', async () => {
    const { page, complaints } = await as(PEOPLE.petrov);
    const other = await as(PEOPLE.ivanova);

    await page.locator('input[type=file]').setInputFiles([
      { name: 'двор.png', mimeType: 'image/png', buffer: PNG },
      { name: 'меню.txt', mimeType: 'text/plain', buffer: Buffer.from('каша') },
    ]);
    await page.locator('.chip[aria-busy=false]').nth(1).waitFor();
    await say(page, 'Меню на неделю');

    const message = bubble(other.page, 'Меню на неделю');
    await message.getByRole('link', { name: 'меню.txt' }).waitFor();
    const picture = message.getByRole('img', { name: 'двор.png' });
    expect(await picture.evaluate(decoded)).toBe('shown');
    expect([...complaints, ...other.complaints]).toEqual([]);
  });

  it('presses a button of the bot and is told the answer', async () => {
    const { page, complaints } = await as(PEOPLE.petrov);
    sandbox.vk.world.listen((change) => {
      if (change.what !== 'pressed') return;
      void sandbox.call('messages.sendMessageEventAnswer', {
        event_id: change.event,
        user_id: change.person,
        peer_id: chat,
        event_data: JSON.stringify({ type: 'show_snackbar', text: 'Спасибо, отмечено' }),
      });
    });
    await sandbox.call('messages.send', { peer_ids: chat, random_id: 7, message: 'Собрание', keyboard: withButtons });

    await page.getByRole('button', { name: 'Ознакомлен(а)' }).click();

    await page.getByRole('status').getByText('Спасибо, отмечено').waitFor();
    expect(complaints).toEqual([]);
  });

  it('comes by an invite link and leaves again', async () => {
    const teacher = await as(PEOPLE.teacher);
    await teacher.page.getByRole('button', { name: 'Действия с чатом' }).click();
    await teacher.page.getByRole('menuitem', { name: 'Ссылка-приглашение' }).click();
    const link = await teacher.page.getByRole('dialog').getByRole('textbox').inputValue();
    const { page, complaints } = await visit(browser, sandbox.url, { ...WIDE, as: PEOPLE.outsider });

    await page.getByRole('button', { name: 'Открыть по ссылке' }).click();
    await page.getByRole('dialog').getByLabel('Ссылка').fill(link);
    await page.keyboard.press('Enter');
    await bubble(teacher.page, 'Чужой Игорь Игоревич').waitFor();
    await page.getByRole('heading', { name: '5А – родители' }).waitFor();

    await page.getByRole('button', { name: 'Действия с чатом' }).click();
    await page.getByRole('menuitem', { name: 'Выйти из чата' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Выйти' }).click();
    await page.getByRole('heading', { name: 'Школа на ладони' }).waitFor();
    expect(await page.getByRole('button', { name: /5А – родители/ }).count()).toBe(0);
    expect([...complaints, ...teacher.complaints]).toEqual([]);
  });

  it('may only read while the bot says so', async () => {
    const { page } = await as(PEOPLE.petrov);

    await sandbox.call('messages.changeConversationMemberRestrictions', {
      peer_id: chat,
      member_ids: PEOPLE.petrov,
      action: 'ro',
      for: 3600,
    });

    await page.getByText(/^Вам временно доступно только чтение до \d\d:\d\d|до \d+ /).waitFor();
    expect(await page.getByRole('textbox', { name: /^Сообщение в/ }).isVisible()).toBe(false);
  });

  it('orders a fault and takes it back', async () => {
    const { page } = await as(PEOPLE.petrov);
    await page.getByRole('tab', { name: 'Сбои' }).click();

    await page.getByRole('button', { name: 'Включить: Слишком много запросов' }).click();
    await page.getByText('любой метод: ошибка 6').waitFor();
    expect(sandbox.vk.faults.list()).toHaveLength(1);

    await page.getByRole('button', { name: 'Снять все' }).click();
    await page.getByText('Сейчас всё работает без сбоев.').waitFor();
    expect(sandbox.vk.faults.list()).toEqual([]);
  });

  it('reads back through a long talk and stays where it reads', async () => {
    for (let turn = 1; turn <= 130; turn += 1)
      await sandbox.act(PEOPLE.teacher, { do: 'send', peer: chat, text: `Объявление ${turn}.` });
    const { page } = await as(PEOPLE.petrov);
    await bubble(page, 'Объявление 130.').waitFor();
    expect(await bubble(page, 'Объявление 81.').count()).toBe(1);
    expect(await bubble(page, 'Объявление 80.').count()).toBe(0);

    const before = bubble(page, 'Объявление 81.');
    await before.scrollIntoViewIfNeeded();
    await bubble(page, 'Объявление 31.').waitFor();

    await before.waitFor();
    expect(await before.evaluate(topOf)).toBeGreaterThan(-200);
    await page.getByRole('button', { name: 'К последним сообщениям' }).click();
    await page.getByRole('button', { name: 'К последним сообщениям' }).waitFor({ state: 'hidden' });
  });

  it('shows what people write as text, whatever it looks like', async () => {
    const { page, complaints } = await as(PEOPLE.petrov);
    const nasty = '<img src=x onerror=alert(1)> <b>жирно</b> javascript:alert(1)';

    await say(page, nasty);

    expect(await bubble(page, nasty).locator('.text').textContent()).toBe(nasty);
    expect(await page.getByRole('log').locator('img, b, a').count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});

describe('while the sandbox is away', () => {
  it('keeps what is written, and opens the chat of whoever was chosen meanwhile when it is back', async () => {
    const { page } = await as(PEOPLE.petrov);
    const port = Number(new URL(sandbox.url).port);
    await sandbox.close();
    await page.getByText('Нет связи с песочницей').waitFor();
    await say(page, 'Не дошло');
    await page.getByRole('status').getByText('Не получилось').waitFor();
    expect(await page.getByRole('textbox', { name: /^Сообщение в/ }).inputValue()).toBe('Не дошло');

    await page.locator('.me').click();
    await page.getByRole('menu').getByText('Ключева Мария Петровна').click();
    await page.getByRole('button', { name: /Кто я: Ключева/ }).waitFor();
    expect(await page.getByText('Пока нет ни одного чата').isVisible()).toBe(false);

    sandbox = await startSandbox({ port });
    await page.getByRole('heading', { name: '5А – родители' }).waitFor();
  });
});

describe('with the keyboard alone', () => {
  it('finds a person, a chat and a message, and acts on it', async () => {
    const { page, complaints } = await visit(browser, sandbox.url, { ...WIDE, as: PEOPLE.admin });
    await page.locator('.me').focus();
    await press(page, 'Enter', 'ArrowDown', 'ArrowDown', 'Enter');
    await page.getByRole('button', { name: /Кто я: Петров/ }).waitFor();
    await page.getByRole('button', { name: /5А – родители/ }).waitFor();
    await press(page, 'Tab', 'Home', 'Enter');
    await page.getByRole('heading', { name: '5А – родители' }).waitFor();

    await page.keyboard.type('Первая строка');
    await press(page, 'Shift+Enter');
    await page.keyboard.type('и вторая');
    await press(page, 'Enter');
    await bubble(page, 'Первая строка\nи вторая').waitFor();
    await page.keyboard.type('Ещё одно');
    await press(page, 'Enter');
    await bubble(page, 'Ещё одно').waitFor();

    await page.getByRole('log').getByRole('article').last().focus();
    await press(page, 'ArrowUp');
    expect(await page.locator(':focus').textContent()).toContain('и вторая');
    await press(page, 'Enter');
    expect(await page.locator(':focus').textContent()).toBe('Ответить');
    await press(page, 'Escape');
    expect(await page.locator(':focus').textContent()).toContain('и вторая');
    await press(page, 'KeyR');
    await page.getByText('Ответ: Петров Денис Олегович').waitFor();
    await page.keyboard.type('Отвечаю себе');
    await press(page, 'Enter');
    await bubble(page, 'Отвечаю себе').locator('.quote').waitFor();
    expect(complaints).toEqual([]);
  });

  it('goes back step by step with Esc', async () => {
    const { page } = await as(PEOPLE.petrov);
    await say(page, 'Привет');
    await bubble(page, 'Привет').waitFor();
    await press(page, 'ArrowUp');
    await page.getByText('Изменение сообщения').waitFor();
    await press(page, 'Escape');
    await page.getByText('Изменение сообщения').waitFor({ state: 'detached' });
    expect(await focused(page)).toMatch(/^Сообщение в/);

    await press(page, 'Escape');
    expect(await page.locator(':focus').getAttribute('class')).toBe('place');
  });

  it('has one Tab stop for all messages, and the buttons of the current one after it', async () => {
    const { page } = await as(PEOPLE.petrov);
    await sandbox.call('messages.send', { peer_ids: chat, random_id: 1, message: 'Первое', keyboard: withButtons });
    await sandbox.call('messages.send', { peer_ids: chat, random_id: 2, message: 'Второе', keyboard: withButtons });
    await bubble(page, 'Второе').waitFor();

    await page.getByRole('log').getByRole('article').last().focus();
    await press(page, 'Tab');
    expect(await page.locator(':focus').textContent()).toBe('Ознакомлен(а)');
    await press(page, 'Tab');
    expect(await focused(page)).toBe('Действия с сообщением');
    await press(page, 'Tab');
    expect(await focused(page)).toBe('Приложить файл или картинку');
  });
});

describe('to whoever hears the page', () => {
  it('names the window after what is open in it, and whose it is', async () => {
    const { page } = await as(PEOPLE.petrov);
    expect(await page.title()).toBe('5А – родители · Петров Денис Олегович · Дежурный, песочница');
  });

  it('says each message once: the next one of the same author builds nothing anew', async () => {
    const { page } = await as(PEOPLE.ivanova);
    await sandbox.act(PEOPLE.petrov, { do: 'send', peer: chat, text: 'Первое' });
    await bubble(page, 'Первое').locator('.avatar').waitFor();
    const first = await bubble(page, 'Первое').elementHandle();
    await sandbox.act(PEOPLE.petrov, { do: 'send', peer: chat, text: 'Второе' });
    await bubble(page, 'Второе').locator('.avatar').waitFor();

    expect(await first?.evaluate(isThere)).toBe(true);
    expect(await bubble(page, 'Первое').locator('.avatar').isVisible()).toBe(false);
  });

  it('reads no old talk aloud that is opened, and what is said from then on', async () => {
    await sandbox.act(PEOPLE.teacher, { do: 'send', peer: chat, text: 'Давно сказано' });
    const { page } = await visit(browser, sandbox.url, { ...WIDE, as: PEOPLE.petrov });
    await page.evaluate(noteLive);

    await page.getByRole('button', { name: /5А – родители/ }).click();
    await bubble(page, 'Давно сказано').waitFor();
    await page.locator('[role=log][aria-live=polite]').waitFor();
    await sandbox.act(PEOPLE.teacher, { do: 'send', peer: chat, text: 'Сейчас сказано' });
    await bubble(page, 'Сейчас сказано').waitFor();

    expect(await bubble(page, 'Давно сказано').getAttribute('data-live')).toBe('off');
    expect(await bubble(page, 'Сейчас сказано').getAttribute('data-live')).toBe('polite');
  });

  it('says why a message with a broken file does not go', async () => {
    const { page } = await as(PEOPLE.petrov);
    await page.route('**/play/upload?*', (route) => route.abort());
    const file = { name: 'меню.txt', mimeType: 'text/plain', buffer: Buffer.from('каша') };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.locator('.chip.alarm').waitFor();

    await say(page, 'Меню');

    await page.getByRole('status').getByText('Один из файлов не загрузился').waitFor();
    await page.getByRole('button', { name: 'Убрать файл «меню.txt»' }).click();
    await page.getByRole('textbox', { name: /^Сообщение в/ }).press('Enter');
    await bubble(page, 'Меню').waitFor();
  });

  it('tells of what the messenger did without naming anybody twice', async () => {
    const { page } = await as(PEOPLE.petrov);
    await sandbox.act(PEOPLE.teacher, { do: 'add', peer: chat, id: PEOPLE.outsider });
    const last = page.getByRole('button', { name: /5А – родители/ }).locator('.place-last');
    await last.getByText('Чужой Игорь Игоревич').waitFor();
    expect(await last.textContent()).toMatch(/^Ключева Мария Петровна приглашает/);
  });
});

it('holds on to the focus while who is in the chat changes, whatever its title', async () => {
  const { page } = await as(PEOPLE.teacher);
  const title = 'Оченьдлинноесловобезпробелов'.repeat(3);
  await sandbox.act(PEOPLE.teacher, { do: 'createChat', title, members: [PEOPLE.petrov] });
  await page.getByRole('button', { name: new RegExp(title) }).click();
  const actions = page.getByRole('button', { name: 'Действия с чатом' });
  await actions.press('Enter');
  await page.getByRole('menuitem', { name: 'Участники' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Петров Денис Олегович').waitFor();
  expect(await dialog.evaluate(isCut)).toBe(false);

  await sandbox.act(PEOPLE.teacher, {
    do: 'add',
    peer: sandbox.vk.world.chats().at(-1)?.peer,
    id: PEOPLE.ivanova,
  });
  await page.getByText('3 участника').waitFor();
  await page.keyboard.press('Escape');
  expect(await focused(page)).toBe('Действия с чатом');
});

describe('on a phone of 360 pixels', () => {
  it('goes from the list to the chat to the journal and back, and nothing is cut off', async () => {
    const { page, complaints } = await visit(browser, sandbox.url, { ...PHONE, as: PEOPLE.petrov });
    expect(await page.evaluate(overflows)).toBe(false);
    expect(await page.getByRole('main').isVisible()).toBe(false);

    await page.getByRole('button', { name: /5А – родители/ }).tap();
    await say(page, 'Оченьдлинноесловобезпробелов'.repeat(8));
    await bubble(page, 'Оченьдлинное').waitFor();
    expect(await page.getByRole('navigation').isVisible()).toBe(false);
    expect(await page.evaluate(overflows)).toBe(false);

    await bubble(page, 'Оченьдлинное').getByRole('button', { name: 'Действия с сообщением' }).tap();
    await page.getByRole('menuitem', { name: 'Что решил бот' }).tap();
    await page.getByText('Нарушений не найдено').waitFor();
    expect(await page.evaluate(overflows)).toBe(false);

    await page.goBack();
    await page.getByRole('log').waitFor();
    await page.getByRole('button', { name: 'Назад' }).tap();
    await page.getByRole('navigation').waitFor();
    expect(complaints).toEqual([]);
  });
});

describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
  it.each([WIDE, PHONE])('every text stands out from what is behind it', async (window) => {
    const { page } = await as(PEOPLE.petrov, { ...window, colorScheme });
    await say(page, 'Добрый вечер! Подробности: https://example.org/собрание');
    await sandbox.call('messages.send', { peer_ids: chat, random_id: 7, message: 'Объявление', keyboard: withButtons });
    await bubble(page, 'Объявление').waitFor();
    expect(await page.evaluate(paleTexts)).toEqual([]);

    await choose(page, 'Объявление', 'Что решил бот');
    await page.getByText('Оставлено').waitFor();
    expect(await page.evaluate(paleTexts)).toEqual([]);
    await page.getByRole('tab', { name: 'Сбои' }).click();
    await page.getByRole('button', { name: /^Включить: Событие повторится/ }).click();
    await page.getByText('Действуют сейчас').waitFor();
    expect(await page.evaluate(paleTexts)).toEqual([]);
  });

  it('keeps the colours one chose, whatever the system says', async () => {
    const { page } = await as(PEOPLE.petrov, { ...WIDE, colorScheme });
    const system = await page.evaluate(background);

    await page.getByRole('button', { name: /^Оформление/ }).click();
    if (colorScheme === 'light') await page.getByRole('button', { name: /^Оформление: Светлая/ }).click();
    const chosen = await page.evaluate(background);
    await page.reload();
    await page.getByRole('navigation').getByRole('listitem').first().waitFor();

    expect(chosen).not.toBe(system);
    expect(await page.evaluate(background)).toBe(chosen);
  });
});
