import { commands } from '../../commands/index.js';
import type { Command } from '../app/command.js';
import { policyNow } from '../app/editions.js';
import { createMay, type May } from '../app/may.js';
import { type Person, STAFF } from '../domain/person.js';
import { type AccountRef, platformOf } from '../domain/refs.js';
import { text } from '../domain/text.js';
import { HOUR } from '../domain/time.js';
import type { MenuItem, MenuScope, Telegram } from '../platforms/telegram/index.js';
import { Refused } from '../ports/platform.js';
import type { Watch } from '../ports/watch.js';
import type { Open } from './store.js';

/** `/чат родители 5А – зарегистрировать чат`: what stands behind the dash is what a command is for. */
const PURPOSE = /^\/.*? – /s;

const upper = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** Telegram's menu takes Latin names only: the English ones, with Russian words beside them. */
const itemOf = ({ english, help }: Command, { say }: Pick<Open, 'say'>): MenuItem => ({
  name: english.toLowerCase().replaceAll('-', '_'),
  words: upper(say(text(help)).replace(PURPOSE, '')),
});

/** The same commands as in the help. */
const isOpen = async ({ needs, offered }: Command, may: May): Promise<boolean> => {
  const asked = offered ?? (needs === 'anyone' ? [] : [needs]);
  if (asked.length === 0) return true;
  const answers = await Promise.all(asked.map((one) => may(one, 'anywhere')));
  return answers.some(({ granted }) => granted !== 'no');
};

type Menu = readonly [scope: MenuScope, items: readonly MenuItem[]];

/** What hangs where: for everybody in dialogs and chats, for those who lead a chat, for everyone of the staff in the own dialog. */
export const menusOf = async (
  open: Pick<Open, 'stores' | 'policy' | 'say'>,
  commands: readonly Command[],
  now: number,
): Promise<readonly Menu[]> => {
  const { stores } = open;
  const { people, records } = stores;
  const policy = await policyNow({ policy: open.policy, records });
  const mayOf = (person?: Person, account?: AccountRef): May =>
    createMay({ policy, people, records, now, person, ...(account && { account }) });
  const itemsFor = async (may: May, fits: (command: Command) => boolean): Promise<readonly MenuItem[]> => {
    const found = commands.filter(fits);
    const shown = await Promise.all(found.map((command) => isOpen(command, may)));
    return found.filter((_, at) => shown[at]).map((command) => itemOf(command, open));
  };
  const inDialog = ({ where }: Command) => where !== 'chat';
  const inChat = ({ where }: Command) => where !== 'dialog';
  const menus: Menu[] = [
    ['dialogs', await itemsFor(mayOf(), inDialog)],
    ['chats', await itemsFor(mayOf(), inChat)],
    ['chat-administrators', commands.filter(inChat).map((command) => itemOf(command, open))],
  ];
  for (const person of await people.all()) {
    if (!STAFF.includes(person.role)) continue;
    const accounts = (await people.accountsOf(person.id)).filter((account) => platformOf(account) === 'telegram');
    for (const account of accounts) menus.push([account, await itemsFor(mayOf(person, account), inDialog)]);
  }
  return menus;
};

/** Hangs the menus as they are to be; what hangs already is left. */
export const createMenus = (
  telegram: Pick<Telegram, 'setMenu'>,
  open: Pick<Open, 'stores' | 'policy' | 'say'>,
  commands: readonly Command[],
): (() => Promise<void>) => {
  const hung = new Map<MenuScope, string>();
  return async () => {
    for (const [scope, items] of await menusOf(open, commands, Date.now())) {
      const words = JSON.stringify(items);
      if (hung.get(scope) === words) continue;
      try {
        await telegram.setMenu(scope, items);
      } catch (error) {
        // Somebody who has left the bot needs none.
        if (!(error instanceof Refused)) throw error;
      }
      hung.set(scope, words);
    }
  };
};

/** Menus follow those who come, go and change, with an hour's delay at most. Returns how to stop it. */
export const keepMenus = (telegram: Pick<Telegram, 'setMenu'>, open: Open, watch: Watch): (() => void) => {
  const hang = createMenus(telegram, open, commands);
  const turn = () => void hang().catch((error) => watch.weather('menus', error));
  turn();
  const timer = setInterval(turn, HOUR);
  timer.unref();
  return () => clearInterval(timer);
};
