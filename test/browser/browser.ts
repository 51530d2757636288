import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const runnable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const program = (): string => {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const all = PROGRAMS.flatMap((name) => folders.map((folder) => join(folder, name)));
  const found = [process.env.CHROMIUM ?? '', ...all].find((path) => path !== '' && runnable(path));
  if (!found) throw new Error('Chromium is missing: node scripts/install-tools.mjs --browser');
  return found;
};

/** The system's Chromium, told not to call home. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: program(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

export const WIDE = { viewport: { width: 1360, height: 860 } } as const;
export const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } as const;

export interface Visit {
  readonly page: Page;
  /** What must not happen: errors of scripts, refusals of the security policy, requests to other hosts. */
  readonly complaints: readonly string[];
}

/** A person's window: `as` and `peer` are what the address of the page says. */
export const visit = async (
  browser: Browser,
  url: string,
  options: BrowserContextOptions & { readonly as: number; readonly peer?: number },
): Promise<Visit> => {
  const { as, peer, ...context } = options;
  const complaints: string[] = [];
  const page = await (await browser.newContext({ locale: 'ru-RU', reducedMotion: 'reduce', ...context })).newPage();
  page.setDefaultTimeout(5_000);
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(`${url}/`)) complaints.push(request.url());
  });
  await page.goto(`${url}/#/${[as, peer].filter((part) => part !== undefined).join('/')}`);
  await page.locator('.place').first().waitFor({ state: 'attached' });
  return { page, complaints };
};

/** Writes into the open place and sends it. */
export const say = async (page: Page, text: string): Promise<void> => {
  const box = page.getByRole('textbox', { name: /^Сообщение в/ });
  await box.fill(text);
  await box.press('Enter');
};

/** The bubble (or the service line) that says this. */
export const bubble = (page: Page, text: string) =>
  page.getByRole('log').getByRole('article').filter({ hasText: text });

/** Opens the menu of a message with the pointer and chooses an item. */
export const choose = async (page: Page, text: string, item: string): Promise<void> => {
  await bubble(page, text).first().click({ button: 'right' });
  await page.getByRole('menuitem', { name: item }).click();
};
