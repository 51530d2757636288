import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { confirmAhead } from '../../app/people-role.js';
import { printCode } from '../../domain/code.js';
import { keep } from '../../domain/records.js';
import { accountRef, chatRef } from '../../domain/refs.js';
import { type Given, OWN_SETTINGS } from '../../domain/settings.js';
import { SETUP_STEPS, THE_SETUP } from '../../domain/setup.js';
import { DAY, SECOND } from '../../domain/time.js';
import type { Stores } from '../../ports/stores.js';
import type { Vault } from '../../ports/vault.js';
import { projectRoot } from '../../project-root.js';
import { parseRoster } from '../../roster/parse.js';
import type { Messenger } from '../play/shapes.js';
import { FIRST_CHAT } from '../vk/world.js';
import { ACCOUNTS, demoSchool, LINKED, LINKED_IN_TELEGRAM, type Played, REGISTRATIONS, WAITING } from './school.js';

const PATIENCE = 20 * SECOND;
const LOOK = 20;

const until = async (done: () => Promise<boolean>, signal: AbortSignal | undefined): Promise<void> => {
  for (const last = Date.now() + PATIENCE; !(await done()); await pause(LOOK)) {
    signal?.throwIfAborted();
    if (Date.now() > last) throw new Error('the demo school did not answer in time');
  }
};

export interface Beginning {
  readonly stores: Pick<Stores, 'people' | 'chats' | 'codes' | 'records' | 'ledger'>;
  readonly vault: Pick<Vault, 'code'>;
  /** What a person types; `peer` as that person sees it. */
  readonly type: (as: number, peer: number, words: string) => Promise<void>;
  /** The dialog with the bot, as a person sees it in each messenger. */
  readonly bots: Readonly<Record<Messenger, number>>;
  /** What a chat of the messenger is called; undefined where there is none. */
  readonly titleOf: (chat: number) => string | undefined;
  /** Ends the waiting. */
  readonly signal?: AbortSignal;
}

/** Late and short quiet hours: whoever plays in the evening sees everything at once. */
const SETTINGS: Given = {
  name: 'Школа № 100 (вымышленная)',
  diary: 'https://dnevnik.school100.example.ru',
  quietHours: { from: '23:00', to: '06:00' },
};

/** The demo school went through its set-up on the first of September. */
const setUp = async ({ records, ledger }: Beginning['stores']): Promise<void> => {
  if ((await records.get('setup', THE_SETUP)) !== undefined) return;
  const at = Date.now();
  const order = { what: 'administrator', number: '01-10-300', date: '2026-08-28', by: 'a01', at } as const;
  const taken = SETUP_STEPS.map((step) => ({ step, by: 'a01', at }));
  await ledger.settle({
    key: 'demo',
    entry: { id: 'n:demo', at, kind: 'note', detail: 'the demo school is set up' },
    changes: [
      keep('act', 'administrator', order, undefined),
      keep('settings', OWN_SETTINGS, SETTINGS, undefined),
      keep('setup', THE_SETUP, { step: 'done', begun: at, taken }, undefined),
    ],
    rows: [],
    chain: 'cli',
  });
};

const link = async (person: Played, messenger: Messenger, beginning: Beginning): Promise<void> => {
  const { stores, vault, type, bots, signal } = beginning;
  const { people, codes } = stores;
  const id = ACCOUNTS[person];
  const account = accountRef(messenger, id);
  const linked = async () => (await people.facts(account)).person !== undefined;
  if (await linked()) return;
  const issue = (await codes.issueOf(person)) + 1;
  const code = vault.code(person, issue);
  await codes.issue([{ code, person, issue, until: Date.now() + DAY }]);
  if (person !== WAITING) await confirmAhead(stores, person, issue, Date.now());
  await type(id, bots[messenger], `/код ${printCode(code)}`);
  await until(linked, signal);
};

/** Known in Telegram since the set-up: a newcomer is asked about no second account before the first step. */
const linkEarlier = async (person: Played, { stores, type, bots, signal }: Beginning): Promise<void> => {
  const account = accountRef('telegram', ACCOUNTS[person]);
  if ((await stores.people.facts(account)).person !== undefined) return;
  const at = Date.now();
  await stores.ledger.settle({
    key: `demo-telegram-${person}`,
    entry: { id: `n:demo-telegram-${person}`, at, kind: 'note', detail: 'linked in Telegram too' },
    changes: [{ put: 'link', account, person, at }],
    rows: [],
    chain: 'cli',
  });
  await type(ACCOUNTS[person], bots.telegram, '/start');
  await until(async () => (await stores.people.facts(account)).dialogOpen === true, signal);
};

const titleInDemo = (chat: number): string | undefined => demoSchool.chats[chat - FIRST_CHAT - 1]?.title;

const register = async (
  { by, chat, words }: (typeof REGISTRATIONS)[number],
  { stores: { chats }, type, titleOf, signal }: Beginning,
): Promise<void> => {
  // A world that was saved before the school had this chat may have another of this number.
  if (titleOf(chat) !== titleInDemo(chat)) return;
  const registered = async () => (await chats.find(chatRef('vk', chat))) !== undefined;
  if (await registered()) return;
  await type(by, chat, words);
  await until(registered, signal);
};

/**
 * Brings the demo school to life through the doors every school uses: a roster, personal codes typed in dialogs, `/чат`
 * typed in chats. What is done already is left; a start that was cut short goes on where it was.
 */
export const beginSchool = async (beginning: Beginning): Promise<void> => {
  const csv = await readFile(path.join(projectRoot(), 'src/sandbox/demo/roster.csv'), 'utf8');
  await beginning.stores.people.put(parseRoster(csv).people);
  await setUp(beginning.stores);
  // The administrator first: whoever waits for confirmation is shown to somebody.
  const [first, ...others] = LINKED;
  if (first !== undefined) await link(first, 'vk', beginning);
  await Promise.all(others.map((person) => link(person, 'vk', beginning)));
  await Promise.all(LINKED_IN_TELEGRAM.map((person) => linkEarlier(person, beginning)));
  await Promise.all(REGISTRATIONS.map((registration) => register(registration, beginning)));
};
