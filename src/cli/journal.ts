import { open as openFile } from 'node:fs/promises';
import { type AccountRef, type PlaceRef, parseMessage } from '../domain/refs.js';
import type { Data } from '../main/store.js';
import { nameMessage, namePlace } from '../ports/vault.js';
import { readArguments } from './arguments.js';
import { BadUsage, EXIT, line, type Terminal, Unfit } from './terminal.js';
import { withStore } from './with-store.js';

const USAGE = [
  'dezhurny journal show [--chat vk:chat:2000000001] [--account vk:account:1] [--person ID] [--message vk:chat:2000000001/42]',
  'dezhurny journal verify',
  'dezhurny journal export FILE',
].join('\n       ');

const OPTIONS = {
  chat: { type: 'string' },
  account: { type: 'string' },
  person: { type: 'string' },
  message: { type: 'string' },
} as const;

const parse = (argv: readonly string[]) => readArguments(argv, OPTIONS, USAGE);
type Wanted = ReturnType<typeof parse>['values'];

const isPlace = (typed: string): typed is PlaceRef => /^\w+:(?:chat|dialog):[^/\s]+$/.test(typed);
const isAccount = (typed: string): typed is AccountRef => /^\w+:account:\S+$/.test(typed);

/** The messenger's names on the command line, pseudonyms in the journal; a pseudonym is taken as it is. */
const filterOf = ({ chat, account, person, message }: Wanted, { vault }: Pick<Data, 'vault'>) => {
  const filter: { place?: string; account?: string; person?: string; message?: string } = {};
  if (chat !== undefined) {
    if (!isPlace(chat) && !/^c_[\w-]+$/.test(chat)) throw new BadUsage(USAGE);
    filter.place = isPlace(chat) ? namePlace(vault, chat) : chat;
  }
  if (account !== undefined) {
    if (!isAccount(account) && !/^a_[\w-]+$/.test(account)) throw new BadUsage(USAGE);
    filter.account = isAccount(account) ? vault.pseudonym('a', account) : account;
  }
  if (person !== undefined) filter.person = vault.pseudonym('u', person);
  if (message !== undefined) {
    const ref = parseMessage(message);
    if (ref === null && !/^c_[\w-]+\/\S+$/.test(message)) throw new BadUsage(USAGE);
    filter.message = ref === null ? message : nameMessage(vault, ref);
  }
  return filter;
};

const show = async (wanted: Wanted, data: Data, io: Terminal): Promise<number> => {
  let found = 0;
  for await (const { chain, seq, entry } of data.stores.journal.read(filterOf(wanted, data))) {
    found += 1;
    line(io.stdout, JSON.stringify({ chain, seq, time: new Date(entry.at).toISOString(), ...entry }));
  }
  if (found === 0) throw new Unfit('The journal holds nothing about this.');
  return EXIT.done;
};

const verify = async ({ stores }: Data, io: Terminal): Promise<number> => {
  const { entries, chains, broken } = await stores.journal.verify();
  for (const defect of broken) line(io.stdout, `✗ ${defect}`);
  if (broken.length === 0) line(io.stdout, `✓ ${entries} entries in ${chains} chains, none missing or altered`);
  return broken.length === 0 ? EXIT.done : EXIT.wrong;
};

const save = async (file: string, { stores }: Data, io: Terminal): Promise<number> => {
  const handle = await openFile(file, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    throw new Unfit(`${file}: ${error.code === 'EEXIST' ? 'is there already' : `cannot be written (${error.code})`}`);
  });
  let entries = 0;
  try {
    for await (const link of stores.journal.read({})) {
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
export const run = async (argv: readonly string[], io: Terminal): Promise<number> => {
  const { positionals, values } = parse(argv);
  const [what, file, ...rest] = positionals;
  const plain = Object.keys(values).length === 0 && rest.length === 0;
  if (what === 'show' && file === undefined) return withStore(io, (data) => show(values, data, io));
  if (what === 'verify' && file === undefined && plain) return withStore(io, (data) => verify(data, io));
  if (what === 'export' && file !== undefined && plain) return withStore(io, (data) => save(file, data, io));
  throw new BadUsage(USAGE);
};
