import { open as openFile } from 'node:fs/promises';
import type { Link } from '../domain/journal.js';
import { parseMessage } from '../domain/refs.js';
import type { Data } from '../main/store.js';
import { nameMessage, namePlace } from '../ports/vault.js';
import { BadUsage, EXIT, line, type Terminal } from './terminal.js';
import { withStore } from './with-store.js';

const USAGE = 'dezhurny journal show [--chat REF] [--account REF] [--person ID] [--message REF] | verify | export FILE';

const option = (argv: readonly string[], name: string): string | undefined => {
  const at = argv.indexOf(`--${name}`);
  if (at < 0) return undefined;
  const value = argv[at + 1];
  if (value === undefined || value.startsWith('--')) throw new BadUsage(USAGE);
  return value;
};

/** Messenger's names on the command line, pseudonyms in the journal. */
const filterOf = (argv: readonly string[], { vault }: Data) => {
  const chat = option(argv, 'chat');
  const account = option(argv, 'account');
  const person = option(argv, 'person');
  const message = option(argv, 'message');
  const ref = message === undefined ? undefined : parseMessage(message);
  if (ref === null) throw new BadUsage(`${USAGE}\na message is named like vk:chat:2000000001/42`);
  return {
    ...(chat ? { place: chat.startsWith('c_') ? chat : namePlace(vault, chat as `vk:chat:${string}`) } : {}),
    ...(account ? { account: account.startsWith('a_') ? account : vault.pseudonym('a', account) } : {}),
    ...(person ? { person: vault.pseudonym('u', person) } : {}),
    ...(ref ? { message: nameMessage(vault, ref) } : {}),
  };
};

const show = async (argv: readonly string[], open: Data, io: Terminal): Promise<number> => {
  let found = 0;
  for await (const { chain, seq, entry } of open.stores.journal.read(filterOf(argv, open))) {
    found += 1;
    line(io.stdout, JSON.stringify({ chain, seq, time: new Date(entry.at).toISOString(), ...entry }));
  }
  if (found === 0) line(io.stderr, 'The journal holds nothing about this.');
  return found === 0 ? EXIT.wrong : EXIT.done;
};

const verify = async ({ stores }: Data, io: Terminal): Promise<number> => {
  const { entries, chains, broken } = await stores.journal.verify();
  for (const defect of broken) line(io.stdout, `✗ ${defect}`);
  if (broken.length === 0) line(io.stdout, `✓ ${entries} entries in ${chains} chains, none missing or altered`);
  return broken.length === 0 ? EXIT.done : EXIT.wrong;
};

const save = async (file: string | undefined, { stores }: Data, io: Terminal): Promise<number> => {
  if (file === undefined) throw new BadUsage(USAGE);
  const handle = await openFile(file, 'wx', 0o600);
  let entries = 0;
  try {
    for await (const link of stores.journal.read({}) as AsyncIterable<Link>) {
      await handle.write(`${JSON.stringify(link)}\n`);
      entries += 1;
    }
  } finally {
    await handle.close();
  }
  line(io.stdout, `${entries} entries written`);
  return EXIT.done;
};

/** Why something happened; whether the journal is whole; the journal as JSONL. */
export const run = async ([what, ...rest]: readonly string[], io: Terminal): Promise<number> => {
  if (what !== 'show' && what !== 'verify' && what !== 'export') throw new BadUsage(USAGE);
  return withStore(io, async (open) => {
    switch (what) {
      case 'show':
        return show(rest, open, io);
      case 'verify':
        return verify(open, io);
      case 'export':
        return save(rest[0], open, io);
    }
  });
};
