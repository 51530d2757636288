import { randomUUID } from 'node:crypto';
import type { Change } from '../domain/change.js';
import { type Held, keep } from '../domain/records.js';
import type { Data } from '../main/store.js';
import { readArguments } from './arguments.js';
import { BadUsage, EXIT, line, type Terminal, Unfit } from './terminal.js';
import { withStore } from './with-store.js';

const USAGE = 'dezhurny cases wrong [--fragments --why REASON]';

const OPTIONS = {
  fragments: { type: 'boolean', default: false },
  why: { type: 'string' },
} as const;

const parse = (argv: readonly string[]) => readArguments(argv, OPTIONS, USAGE);

/** In which a person has found that the bot was wrong, the first first. */
const wrongOnes = async ({ stores }: Data): Promise<readonly Held<'case'>[]> =>
  (await stores.records.all('case'))
    .filter(({ value }) => value.wrong === true)
    .sort((one, other) => one.value.opened - other.value.opened);

/** What an example for a rule needs; whose it was and where is nobody's business here. */
const exampleOf = ({ value: { rule, category, citation } }: Held<'case'>, fragment: string | undefined): string =>
  JSON.stringify({
    rule,
    category,
    document: citation.document,
    clause: citation.clause,
    edition: citation.edition,
    ...(fragment !== undefined && { fragment }),
  });

/** Looking at fragments is an act with a reason: it stands beside each of them, in the same write as the journal's line. */
const opened = async (cases: readonly Held<'case'>[], why: string, { stores }: Data) => {
  const at = Date.now();
  const ids = cases.map(({ id }) => id);
  const evidence = await stores.records.some('evidence', ids);
  const look = { by: 'server', at, why };
  const changes: readonly Change[] = evidence.map((held) =>
    keep('evidence', held.id, { ...held.value, opened: [...held.value.opened, look] }, held),
  );
  const key = `cases-wrong-${randomUUID()}`;
  const detail = `evidence-opened: ${evidence.length} of cases in which the bot was wrong`;
  const entry = { kind: 'note', id: `n:${key}`, at, detail } as const;
  const ended = await stores.ledger.settle({ key, entry, changes, rows: [], chain: 'cli' });
  if (ended === 'stale') throw new Unfit('Somebody else looked at the same moment; nothing was shown. Try again.');
  return new Map(evidence.map(({ id, value }) => [id, value.fragment]));
};

/** That the list was read is journaled too. */
const listed = ({ stores }: Data, count: number): Promise<void> =>
  stores.journal.append('cli', {
    kind: 'note',
    id: `n:cases-wrong-${randomUUID()}`,
    at: Date.now(),
    detail: `cases in which the bot was wrong listed: ${count}`,
  });

const wrong = async (why: string | undefined, data: Data, io: Terminal): Promise<number> => {
  const cases = await wrongOnes(data);
  const fragments = why === undefined ? undefined : await opened(cases, why, data);
  if (fragments === undefined) await listed(data, cases.length);
  for (const held of cases) line(io.stdout, exampleOf(held, fragments?.get(held.id)));
  line(io.stderr, `${cases.length} cases in which the bot was wrong`);
  return EXIT.done;
};

/** What the bot has hidden by mistake, as examples for its rules: a line of JSON each, without names and chats. */
export const run = async (argv: readonly string[], io: Terminal): Promise<number> => {
  const { positionals, values } = parse(argv);
  const why = values.why?.trim();
  if (positionals.join(' ') !== 'wrong' || values.fragments !== (why !== undefined && why !== ''))
    throw new BadUsage(USAGE);
  return withStore(io, (data) => wrong(why, data, io));
};
