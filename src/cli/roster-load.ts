import { randomUUID } from 'node:crypto';
import type { Change } from '../domain/change.js';
import type { Person } from '../domain/person.js';
import { text } from '../domain/text.js';
import { DAY } from '../domain/time.js';
import type { Data } from '../main/store.js';
import { importOf } from '../roster/import.js';
import { PROVISIONAL } from '../roster/provisional.js';
import { line, type Terminal, Unfit } from './terminal.js';

const VALID = 7 * DAY;
/** Changes in one write: enough for any school, and Redis answers others between two of them. */
const AT_ONCE = 2_000;

/** A code printed for the provisional administrator and not used yet is from now on the named one's. */
const passCode = async ({ stores: { codes }, vault }: Data, to: Person): Promise<void> => {
  const code = vault.code(PROVISIONAL.id, await codes.issueOf(PROVISIONAL.id));
  if ((await codes.whose(code, Date.now())) !== PROVISIONAL.id) return;
  const issue = (await codes.issueOf(to.id)) + 1;
  await codes.issue([{ code, person: to.id, issue, until: Date.now() + VALID }]);
};

/** Writes a part at a time, each with its line in the journal: what a break left undone, loading again does. */
const settle = async (changes: readonly Change[], version: string, { stores }: Data, at: number): Promise<void> => {
  const id = randomUUID();
  for (let from = 0; from < changes.length; from += AT_ONCE) {
    const part = changes.slice(from, from + AT_ONCE);
    const count = part.filter(({ put }) => put === 'person').length;
    const ended = await stores.ledger.settle({
      key: `roster-${id}-${from}`,
      entry: { kind: 'note', id: `n:${id}-${from}`, at, detail: `roster: ${count} people` },
      // Later parts follow a write of our own.
      changes: from === 0 ? [{ put: 'unchanged', of: 'people', version }, ...part] : part,
      rows: [],
      chain: 'cli',
    });
    if (ended === 'stale')
      throw new Unfit('Somebody else changed the list at the same moment; nothing was loaded. Try again.');
  }
};

/** Loads people; says what came of it. */
export const load = async (
  given: {
    readonly list: readonly Person[];
    /** As they were when the list was looked through. */
    readonly known: readonly Person[];
    readonly version: string;
    readonly classes?: readonly string[];
  },
  data: Data,
  io: Terminal,
): Promise<void> => {
  const { stores, say } = data;
  const [approved, provisional] = await Promise.all([
    stores.people.classes(),
    stores.people.accountsOf(PROVISIONAL.id),
  ]);
  const at = Date.now();
  const { changes, people, administrator } = importOf({ ...given, approved, provisional, at });
  await settle(changes, given.version, data, at);
  line(io.stdout, say(people.length > 0 ? text('roster-loaded', { count: people.length }) : text('roster-unchanged')));
  if (administrator === undefined) return;
  await passCode(data, administrator);
  if (provisional.length > 0) {
    const name = [administrator.surname, administrator.name, administrator.patronymic].filter(Boolean).join(' ');
    line(io.stdout, say(text('roster-administrator', { name, id: administrator.id })));
  }
};
