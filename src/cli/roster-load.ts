import { randomUUID } from 'node:crypto';
import type { Person } from '../domain/person.js';
import { text } from '../domain/text.js';
import { DAY } from '../domain/time.js';
import type { Data } from '../main/store.js';
import { importOf } from '../roster/import.js';
import { PROVISIONAL } from '../roster/provisional.js';
import { line, type Terminal } from './terminal.js';

const VALID = 7 * DAY;

/** A code printed for the provisional administrator and not used yet is from now on the named one's. */
const passCode = async ({ stores: { codes }, vault }: Data, to: Person): Promise<void> => {
  const code = vault.code(PROVISIONAL.id, await codes.issueOf(PROVISIONAL.id));
  if ((await codes.whose(code, Date.now())) !== PROVISIONAL.id) return;
  const issue = (await codes.issueOf(to.id)) + 1;
  await codes.issue([{ code, person: to.id, issue, until: Date.now() + VALID }]);
};

/** Loads people in one write with its line in the journal; says what came of it. */
export const load = async (
  given: { readonly list: readonly Person[]; readonly classes?: readonly string[] },
  data: Data,
  io: Terminal,
): Promise<void> => {
  const { stores, say } = data;
  const [known, approved, provisional] = await Promise.all([
    stores.people.all(),
    stores.people.classes(),
    stores.people.accountsOf(PROVISIONAL.id),
  ]);
  const at = Date.now();
  const { changes, people, administrator } = importOf({ ...given, known, approved, provisional, at });
  const id = randomUUID();
  if (changes.length > 0)
    await stores.ledger.settle({
      key: `roster-${id}`,
      entry: { kind: 'note', id: `n:${id}`, at, detail: `roster: ${people.length} people` },
      changes,
      rows: [],
      chain: 'cli',
    });
  line(io.stdout, say(people.length > 0 ? text('roster-loaded', { count: people.length }) : text('roster-unchanged')));
  if (administrator === undefined) return;
  await passCode(data, administrator);
  if (provisional.length > 0) {
    const name = [administrator.surname, administrator.name, administrator.patronymic].filter(Boolean).join(' ');
    line(io.stdout, say(text('roster-administrator', { name, id: administrator.id })));
  }
};
