import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { projectRoot } from '../../src/project-root.js';
import { ACCOUNTS, DEMO_BOT, OLD_CHAT } from '../../src/sandbox/demo/school.js';
import { type Env, startBot } from '../world/process.js';
import { until } from '../world/until.js';
import { bubble, say, visit, WIDE } from './browser.js';

/** The demo school's dialog with the bot, and its chats. */
export const PLACES = {
  bot: -21_000_021,
  parents: 2_000_000_001,
  parents5b: 2_000_000_004,
  informatics: 2_000_000_005,
  channel: 2_000_000_006,
  /** In Telegram. */
  telegramBot: DEMO_BOT,
  oldChat: OLD_CHAT,
} as const;
export type Who = keyof typeof ACCOUNTS;

/** The whole program with its demo school, led through its days by a clock of its own. */
export interface LedSchool {
  readonly url: string;
  /** The window of a person on a place; the same one each time. */
  seat(who: Who, place?: keyof typeof PLACES, more?: object): Promise<Page>;
  /** What must not happen in any of the windows. */
  complaints(): readonly string[];
  /** The clock goes on to this moment; the program goes by it when this returns. */
  goesTo(at: number): Promise<void>;
  /** Goes on by so many milliseconds. */
  passes(ms: number): Promise<void>;
  close(): Promise<void>;
}

/** Two cores may be busy with other tests. */
const PATIENCE = 30_000;

/** @param at epoch ms at which the program begins */
export const startLedSchool = async (browser: Browser, at: number, env: Env = {}): Promise<LedSchool> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'dz-led-'));
  const clock = path.join(folder, 'clock');
  let ahead = at - Date.now();
  await writeFile(clock, String(ahead));
  const bot = startBot({
    DATA_DIR: path.join(folder, 'data'),
    HTTP_PORT: '0',
    LOG_LEVEL: 'warn',
    MOVED_CLOCK: clock,
    NODE_OPTIONS: `--import ${path.join(projectRoot(), 'test/world/moved-clock.mjs')}`,
    ...env,
  });
  const seats = new Map<string, Promise<Page>>();
  const close = async () => {
    for (const page of seats.values()) await (await page).context().close();
    await bot.kill('SIGTERM');
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await bot.running();
  } catch (error) {
    await close();
    throw new Error(bot.said(), { cause: error });
  }
  const isRead = async () => (await readFile(`${clock}.read`, 'utf8').catch(() => '')) === String(ahead);
  const setAhead = async (ms: number) => {
    ahead = ms;
    await writeFile(clock, String(ahead));
    await until('the clock is moved', isRead);
  };
  const complaints: (readonly string[])[] = [];
  const open = async (who: Who, place: keyof typeof PLACES, more: object): Promise<Page> => {
    const seen = await visit(browser, bot.url(), { ...more, as: ACCOUNTS[who], peer: PLACES[place] });
    complaints.push(seen.complaints);
    seen.page.setDefaultTimeout(PATIENCE);
    await seen.page.getByRole('textbox', { name: /^Сообщение в/ }).waitFor({ state: 'attached' });
    return seen.page;
  };
  return {
    url: bot.url(),
    seat: (who, place = 'bot', more = WIDE) => {
      const key = `${who}/${place}`;
      const page = seats.get(key) ?? open(who, place, more);
      seats.set(key, page);
      return page;
    },
    complaints: () => complaints.flat(),
    goesTo: (moment) => setAhead(moment - Date.now()),
    passes: (ms) => setAhead(ahead + ms),
    close,
  };
};

export const hears = (page: Page, words: string): Promise<void> => bubble(page, words).last().waitFor();

/** The latest button with exactly these words. */
export const keyOf = (page: Page, words: string): Locator =>
  page.locator('.row .key').getByText(words, { exact: true }).last();

/** The buttons under the latest message that has some. */
export const keysOf = (page: Page): Promise<readonly string[]> =>
  page
    .locator('.row')
    .filter({ has: page.locator('.key') })
    .last()
    .locator('.key')
    .allTextContents();

const numberOf = async (row: Locator): Promise<number> =>
  (await row.count()) === 0 ? 0 : Number(await row.last().getAttribute('data-cmid'));

/** Writes into the place and waits for what is answered after that, not before. */
export const says = async (page: Page, words: string, answer: string | RegExp): Promise<void> => {
  const own = page.locator('.row.own');
  const before = await numberOf(own);
  await say(page, words);
  let number = before;
  await until(`«${words}» is written`, async () => {
    number = await numberOf(own);
    return number > before;
  });
  await page.locator(`.row[data-cmid="${number}"] ~ .row`).filter({ hasText: answer }).last().waitFor();
};

/**
 * Presses the latest button with these words. `note`: the short note that only this person sees; `follows`: what comes after the
 * message under which it was pressed.
 */
export const presses = async (
  page: Page,
  words: string,
  { note, follows }: { readonly note?: string; readonly follows?: string | RegExp } = {},
): Promise<void> => {
  const button = keyOf(page, words);
  await button.waitFor();
  const number = await button.locator('xpath=ancestor::*[@data-cmid]').getAttribute('data-cmid');
  await button.click();
  if (note !== undefined) await page.locator('#snackbars').getByText(note).last().waitFor();
  if (follows !== undefined)
    await page.locator(`.row[data-cmid="${number}"] ~ .row`).filter({ hasText: follows }).last().waitFor();
};
