import type { Worded } from '../../../src/domain/action.js';
import type { Entry } from '../../../src/domain/journal.js';
import type { Person } from '../../../src/domain/person.js';
import { accountRef, chatRef } from '../../../src/domain/refs.js';
import type { Row, Settlement, Stores } from '../../../src/ports/stores.js';
import { nameMessage, namePlace, type Vault } from '../../../src/ports/vault.js';

export interface Harness {
  readonly stores: Stores;
  readonly vault: Vault;
  close(): Promise<void>;
  /** Other adapters on the same data, as after a restart. */
  reopen(): Promise<Stores>;
  /** Changes a stored journal entry behind the adapter's back; `undefined` takes the link away. */
  tamper(chain: string, seq: number, change: (entry: Entry) => Entry | undefined): Promise<void>;
  /** Writes a checkpoint behind the adapter's back. */
  forge(
    chain: string,
    checkpoint: { readonly seq: number; readonly mac: string; readonly seal: string },
  ): Promise<void>;
  /** The store as it was when the chain ended with this number: after a power cut without `appendfsync always`. */
  rewind(chain: string, seq: number): Promise<void>;
}
export type Make = () => Promise<Harness>;

/** A promise in words and how it is seen to be kept, each on stores of its own. */
export const promising = (make: Make) => (words: string, keep: (harness: Harness) => Promise<void>) =>
  it(words, async () => {
    const harness = await make();
    try {
      await keep(harness);
    } finally {
      await harness.close();
    }
  });

/** Far enough in the future that no store with a clock of its own forgets it. */
export const NOW = Date.UTC(2041, 8, 9, 7, 0);
export const LEASE = 30_000;
export const BATCH = { deletes: 100, calls: 25, places: 100 };
export const CHAIN = 'p0';

export const parents = chatRef('memory', 1);
export const pupils = chatRef('memory', 2);
export const denis = accountRef('memory', 102);
export const elena = accountRef('memory', 103);

/** Fictional. */
export const petrov: Person = {
  id: 'p02',
  role: 'parent',
  surname: 'Петров',
  name: 'Денис',
  patronymic: 'Олегович',
  classes: [],
  subject: '',
  children: ['s02'],
  basis: '',
};

export const del = (place = parents, id = 1): Worded => ({ do: 'delete', message: { place, id: `${id}` } });
export const send = (to: string, text = 'Здравствуйте!', otherwise?: Worded): Worded => ({
  do: 'send',
  to: `memory:dialog:${to}`,
  text,
  ...(otherwise ? { otherwise } : {}),
});
export const mute: Worded = { do: 'mute', chat: parents, account: denis, until: NOW + 60_000 };

export const row = (id: string, action: Worded, over: Partial<Row> = {}): Row => ({
  id,
  action,
  platform: 'memory',
  via: 'messenger',
  queued: NOW,
  attempts: 0,
  due: NOW,
  ...over,
});

export const verdict = (vault: Vault, key: string, over: Partial<Entry> = {}): Entry =>
  ({
    id: `v:${key}`,
    at: NOW,
    kind: 'verdict',
    place: namePlace(vault, parents),
    account: vault.pseudonym('a', denis),
    person: vault.pseudonym('u', petrov.id),
    message: nameMessage(vault, { place: parents, id: '1' }),
    update: key,
    what: 'message',
    decision: 'delete',
    findings: [],
    errors: [],
    actions: [],
    times: { written: NOW - 300, received: NOW - 100, begun: NOW - 10, decided: NOW },
    ...over,
  }) as Entry;

export const note = (id: string, over: Partial<Entry> = {}): Entry =>
  ({ id: `n:${id}`, at: NOW, kind: 'note', detail: id, ...over }) as Entry;

export const settlement = (vault: Vault, key: string, over: Partial<Settlement> = {}): Settlement => ({
  key,
  entry: verdict(vault, key),
  changes: [],
  rows: [],
  chain: CHAIN,
  ...over,
});

type TakeOptions = Parameters<Stores['ledger']['take']>[0];
export const take = ({ ledger }: Stores, over: Partial<TakeOptions> = {}): Promise<readonly Row[]> =>
  ledger.take({ owner: 'one', now: NOW, lease: LEASE, resting: [], batch: BATCH, ...over });

/** As `take` gives it for the first time. */
export const taken = (given: Row, at = NOW): Row => ({ ...given, tried: at });

export const ids = (rows: readonly Row[]): readonly string[] => rows.map(({ id }) => id);

export const journal = async ({ journal: kept }: Stores, filter: Parameters<typeof kept.read>[0] = {}) => {
  const entries: Entry[] = [];
  for await (const { entry } of kept.read(filter)) entries.push(entry);
  return entries;
};
