import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { confirmAhead } from '../../app/people-role.js';
import { printCode } from '../../domain/code.js';
import { accountRef, chatRef } from '../../domain/refs.js';
import { DAY, SECOND } from '../../domain/time.js';
import type { Stores } from '../../ports/stores.js';
import type { Vault } from '../../ports/vault.js';
import { projectRoot } from '../../project-root.js';
import { parseRoster } from '../../roster/parse.js';
import { ACCOUNTS, REGISTRATIONS } from './school.js';

const PATIENCE = 20 * SECOND;

const until = async (done: () => Promise<boolean>, signal: AbortSignal | undefined): Promise<void> => {
  for (const last = Date.now() + PATIENCE; !(await done()); await pause(50)) {
    signal?.throwIfAborted();
    if (Date.now() > last) throw new Error('the demo school did not answer in time');
  }
};

export interface Beginning {
  readonly stores: Pick<Stores, 'people' | 'chats' | 'codes' | 'records' | 'ledger'>;
  readonly vault: Pick<Vault, 'code'>;
  /** What a person types; `peer` as that person sees it. */
  readonly type: (as: number, peer: number, words: string) => Promise<void>;
  /** The dialog with the bot, as a person sees it. */
  readonly botPeer: number;
  /** Ends the waiting. */
  readonly signal?: AbortSignal;
}

/**
 * Brings the demo school to life through the doors every school uses: a roster, personal codes typed in dialogs, `/чат`
 * typed in chats. What is done already is left; a start that was cut short goes on where it was.
 */
export const beginSchool = async ({ stores, vault, type, botPeer, signal }: Beginning): Promise<void> => {
  const { people, chats, codes } = stores;
  const csv = await readFile(path.join(projectRoot(), 'src/sandbox/demo/roster.csv'), 'utf8');
  await people.put(parseRoster(csv).people);

  for (const [person, id] of Object.entries(ACCOUNTS)) {
    const account = accountRef('vk', id);
    const linked = async () => (await people.facts(account)).person !== undefined;
    if (await linked()) continue;
    const issue = (await codes.issueOf(person)) + 1;
    const code = vault.code(person, issue);
    await codes.issue([{ code, person, issue, until: Date.now() + DAY }]);
    await confirmAhead(stores, person, issue, Date.now());
    await type(id, botPeer, `/код ${printCode(code)}`);
    await until(linked, signal);
  }

  for (const { by, chat, words } of REGISTRATIONS) {
    const registered = async () => (await chats.find(chatRef('vk', chat))) !== undefined;
    if (await registered()) continue;
    await type(by, chat, words);
    await until(registered, signal);
  }
};
