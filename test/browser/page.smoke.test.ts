import type { Browser } from 'playwright-core';
import { bubble, openBrowser, say, visit, WIDE } from './browser.js';
import { chained, deletion, receipt } from './links.js';
import { PEOPLE, startSandbox } from './start.js';

const RUDE = 'Да какого хрена опять собрание!';
const journal = chained([deletion(10, 15), receipt('d1')]);

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
}, 30_000);
afterAll(() => browser.close());

test('a rude message disappears before the eyes of two parents, and the panel says why', async () => {
  const sandbox = await startSandbox({ explain: async () => ({ links: journal }) });
  const [chat] = sandbox.vk.world.chats();
  const place = { ...WIDE, peer: chat?.peer ?? 0 };
  const petrov = await visit(browser, sandbox.url, { ...place, as: PEOPLE.petrov });
  const ivanova = await visit(browser, sandbox.url, { ...place, as: PEOPLE.ivanova });

  await say(petrov.page, RUDE);
  await bubble(ivanova.page, RUDE).waitFor();
  await sandbox.call('messages.delete', { peer_id: place.peer, cmids: 1, delete_for_all: 1 });

  await bubble(petrov.page, 'Сообщение удалено').waitFor();
  await bubble(ivanova.page, 'Сообщение удалено').waitFor();
  const panel = petrov.page.getByRole('complementary', { name: 'Как это видит бот' });
  await panel.getByText('нецензурная лексика').waitFor();
  expect(await panel.locator('.said').textContent()).toBe(`было: ${RUDE}`);
  expect(await panel.locator('mark').allTextContents()).toEqual(['хрена']);
  expect(await panel.textContent()).toContain('п. 4.2 Положения, редакция от 31.08.2024');
  expect(await bubble(ivanova.page, RUDE).count()).toBe(0);
  expect([...petrov.complaints, ...ivanova.complaints]).toEqual([]);
  await sandbox.close();
});
