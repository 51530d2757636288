import { deflateSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { dialogRef } from '../../src/domain/refs.js';
import { createVk, type Vk } from '../../src/platforms/vk/index.js';
import { memoryPace } from '../../src/storage/memory/pace.js';
import { heard, listen } from '../contracts/platform/harness.js';
import { memoryCursors } from '../platforms/vk/world.js';
import { bubble, openBrowser, PHONE, say, visit, WIDE } from './browser.js';
import { decoded, overflows, paleTexts } from './in-page.js';
import { GROUP, PEOPLE, type Sandbox, startSandbox, TOKEN } from './start.js';

const DIALOG = -GROUP;
const ROSTER = 'фамилия;имя;класс\nСоснова;Анна;5А\n';

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, body, crc(body)]);
};
const crc = (bytes: Buffer): Buffer => {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  const out = Buffer.alloc(4);
  out.writeUInt32BE((sum ^ 0xffffffff) >>> 0);
  return out;
};
/** A grey PNG of these measures. */
const png = (width: number, height: number): string => {
  const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0]);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  const rows = Buffer.alloc((width + 1) * height, 0x80);
  for (let row = 0; row < height; row += 1) rows[row * (width + 1)] = 0;
  const parts = [chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...parts]).toString('base64');
};

let browser: Browser;
let sandbox: Sandbox;
let vk: Vk;
beforeAll(async () => {
  browser = await openBrowser();
}, 30_000);
afterAll(() => browser.close());
beforeEach(async () => {
  sandbox = await startSandbox();
  const cursors = memoryCursors();
  await cursors.save('vk', String(sandbox.vk.events.head), new Map());
  vk = createVk({
    token: TOKEN,
    apiUrl: `${sandbox.url}/vk/method`,
    transport: 'longpoll',
    cursors,
    pace: memoryPace(),
    say: ({ key }) => key,
  });
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  vk.close();
  await sandbox.close();
});

const open = (person: number, more: object = WIDE, peer: number | null = DIALOG) =>
  visit(browser, sandbox.url, { ...more, as: person, ...(peer !== null && { peer }) });
const inviteLink = async (reset = 0): Promise<string> => {
  const peer = sandbox.vk.world.chats()[0]?.peer ?? 0;
  return ((await sandbox.call('messages.getInviteLink', { peer_id: peer, reset })) as { readonly link: string }).link;
};
/** Sends a file by the keyboard alone: Tab to the paper clip, Enter, the system's own window, Enter in the box. */
const attach = async (page: Page, name: string, contents: string) => {
  await page.getByRole('textbox', { name: /^Сообщение в/ }).waitFor();
  const clip = page.getByRole('button', { name: 'Приложить файл или картинку' });
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), clip.press('Enter')]);
  await chooser.setFiles([{ name, mimeType: 'text/csv', buffer: Buffer.from(contents) }]);
  await page.locator('.chip[aria-busy=false]').waitFor();
};

test.each([
  ['on a wide screen', WIDE],
  ['on a phone', PHONE],
])('a table from the disk goes into the dialog, and the bot reads it (%s)', async (_, window) => {
  const { page, complaints } = await open(PEOPLE.admin, window);
  const ear = listen(vk);
  const waiting = ear.until(heard('Список школы'));

  await attach(page, 'список.csv', ROSTER);
  expect(await page.evaluate(overflows)).toBe(false);
  await say(page, 'Список школы');

  const row = bubble(page, 'Список школы');
  await row.getByRole('link', { name: /список\.csv/ }).waitFor();
  await row.getByText('0,1 КБ').waitFor();
  expect(await page.evaluate(paleTexts)).toEqual([]);
  const update = (await waiting).find(({ kind }) => kind === 'message');
  await ear.stop();
  const file = update?.kind === 'message' ? update.message.attachments[0]?.file : undefined;
  const contents = await vk.ask({ ask: 'file', source: file?.source ?? '', most: 1_000 });
  expect(Buffer.from(contents).toString()).toBe(ROSTER);
  expect(complaints).toEqual([]);
});

test('a card and a table of the bot are seen and downloaded', async () => {
  await sandbox.act(PEOPLE.petrov, { do: 'allow' });
  const { page, complaints } = await open(PEOPLE.petrov, PHONE);
  const files = [
    { name: 'код.png', kind: 'picture', base64: png(600, 900) },
    { name: 'коды 5А.csv', kind: 'document', base64: Buffer.from(ROSTER).toString('base64') },
  ] as const;
  const action = { do: 'send', to: dialogRef('vk', PEOPLE.petrov), text: 'Ваша карточка', files } as const;

  expect(await vk.perform([{ id: 'vk/test/1#0', action }])).toMatchObject([{ is: 'done' }]);

  const card = bubble(page, 'Ваша карточка').getByRole('img', { name: 'код.png' });
  expect(await card.evaluate(decoded)).toBe('shown');
  const shape = await card.boundingBox();
  expect((shape?.height ?? 0) / (shape?.width ?? 1)).toBeCloseTo(1.5, 1);
  expect(await page.evaluate(overflows)).toBe(false);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /коды 5А\.csv/ }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('коды 5А.csv');
  expect(complaints).toEqual([]);
});

test('a link in a message leads into the chat; one that was reset does not', async () => {
  const old = await inviteLink();
  await sandbox.act(PEOPLE.outsider, { do: 'send', peer: DIALOG, text: `Старая ссылка: ${old}` });
  const fresh = await inviteLink(1);
  await sandbox.act(PEOPLE.outsider, { do: 'send', peer: DIALOG, text: `Новая ссылка: ${fresh}.` });
  const { page, complaints } = await open(PEOPLE.outsider);

  await page.getByRole('link', { name: old }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Открыть' }).click();
  await page.getByRole('dialog').getByRole('alert').getByText('Ссылка недействительна').waitFor();
  expect(await page.evaluate(paleTexts)).toEqual([]);
  await page.keyboard.press('Escape');

  await page.getByRole('link', { name: fresh }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Открыть' }).click();
  await page.getByRole('heading', { name: '5А – родители' }).waitFor();
  await bubble(page, 'Чужой Игорь Игоревич теперь в чате (по ссылке)').waitFor();
  expect(complaints).toEqual([]);
});

test('a deep link opens the dialog, and «Начать» tells the bot of it', async () => {
  const ear = listen(vk);
  const waiting = ear.until(heard('Начать'));
  const { page, complaints } = await open(PEOPLE.ivanova, PHONE, null);

  await page.getByRole('button', { name: 'Открыть по ссылке' }).tap();
  await page.getByRole('dialog').getByLabel('Ссылка').fill(`vk.me/club${GROUP}?ref=c-АБВ`);
  await page.keyboard.press('Enter');
  await page.getByText('и бот ответит').waitFor();
  expect(await page.evaluate(overflows)).toBe(false);
  expect(await page.evaluate(paleTexts)).toEqual([]);
  await page.getByRole('button', { name: 'Начать' }).tap();

  await bubble(page, 'Начать').waitFor();
  await page.getByRole('button', { name: 'Начать' }).waitFor({ state: 'detached' });
  const message = (await waiting).find(({ kind }) => kind === 'message');
  await ear.stop();
  expect(message).toMatchObject({ message: { openedWith: 'c-АБВ', payload: { command: 'start' } } });
  expect(complaints).toEqual([]);
});

test('the class teacher brings another community into the chat by the keyboard', async () => {
  const peer = sandbox.vk.world.chats()[0]?.peer ?? 0;
  const { page, complaints } = await open(PEOPLE.teacher, WIDE, peer);

  await page.getByRole('button', { name: '5А – родители' }).last().press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Добавить участника' }).press('Enter');
  await page.getByRole('menuitem', { name: /Бот-викторина/ }).press('Enter');

  await page.getByRole('dialog').getByRole('listitem').filter({ hasText: 'Бот-викторина' }).waitFor();
  await page.keyboard.press('Escape');
  await bubble(page, 'Ключева Мария Петровна приглашает: Бот-викторина').waitFor();
  expect(complaints).toEqual([]);
});
