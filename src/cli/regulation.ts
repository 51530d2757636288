import { existsSync } from 'node:fs';
import path from 'node:path';
import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import { policyNow } from '../app/editions.js';
import { KNOWN } from '../app/editions-file.js';
import { createSay } from '../app/say.js';
import { inProject } from '../project-root.js';
import { clauseOf, editionAt, wordsOf } from '../regulation/cite.js';
import { defectLine } from '../regulation/defect.js';
import type { Edition } from '../regulation/edition.js';
import { archive, archiveLine } from '../regulation/life.js';
import { lintPolicy } from '../regulation/lint.js';
import type { Policy } from '../regulation/policy.js';
import type { Source } from '../regulation/read.js';
import { BadPolicy, loadPolicy, policySources } from '../storage/policy.js';
import { readArguments } from './arguments.js';
import { settings } from './settings.js';
import { BadUsage, EXIT, line, type Terminal, Unfit } from './terminal.js';
import { withStore } from './with-store.js';

dayjs.extend(utc);
dayjs.extend(timezone);

const USAGE = [
  'dezhurny regulation show [--clause 4.2] [--at 2026-09-01]',
  'dezhurny regulation show --archive',
  'dezhurny regulation lint DIR',
].join('\n       ');

const OPTIONS = {
  clause: { type: 'string' },
  at: { type: 'string' },
  archive: { type: 'boolean', default: false },
} as const;

/** The last moment of that day: an edition that comes into force on it counts. */
const dayOf = (typed: string, zone: string): number => {
  const day = dayjs.tz(typed, zone);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(typed) || day.format('YYYY-MM-DD') !== typed)
    throw new BadUsage(`${USAGE}\n--at is no date; example: 2026-09-01`);
  return day.endOf('day').valueOf();
};

const wholeText = ({ title, school, requisites, sections, clauses }: Edition): string =>
  [
    title,
    `${school}, ${requisites.inForceFrom}`,
    ...Object.entries(sections).flatMap(([number, heading]) => [
      '',
      `${number}. ${heading}`,
      ...clauses.filter(({ id }) => id.split('.')[0] === number).map((clause) => `${clause.id}. ${wordsOf(clause)}`),
    ]),
  ].join('\n');

/** The folder's editions, and those that the school has adopted since: there are none before it has a key. */
const policyOfSchool = async (io: Terminal): Promise<Policy> => {
  const { POLICY_DIR, TIME_ZONE, DATA_DIR, ENCRYPTION_KEY } = settings(io.env);
  const policy = await loadPolicy(inProject(POLICY_DIR), TIME_ZONE);
  const begun = ENCRYPTION_KEY !== undefined || existsSync(path.join(DATA_DIR, 'keys', 'master.key'));
  return begun ? withStore(io, ({ stores }) => policyNow({ policy, records: stores.records })) : policy;
};

const show = async (clause: string | undefined, at: string | undefined, io: Terminal): Promise<number> => {
  const { TIME_ZONE } = settings(io.env);
  const policy = await policyOfSchool(io);
  const edition = editionAt(policy, at === undefined ? Date.now() : dayOf(at, TIME_ZONE));
  if (edition === null) throw new Unfit('no edition of the regulation is in force on that day');
  if (clause === undefined) {
    line(io.stdout, wholeText(edition));
    return EXIT.done;
  }
  const found = clauseOf(edition, clause);
  if (found === null)
    throw new Unfit(`the edition of ${edition.requisites.inForceFrom} has no clause ${clause.slice(0, 20)}`);
  line(io.stdout, `${found.id}. ${found.text}`);
  return EXIT.done;
};

const showArchive = async (io: Terminal): Promise<number> => {
  const say = createSay(settings(io.env).LOCALE);
  for (const chapter of archive(await policyOfSchool(io), Date.now())) line(io.stdout, say(archiveLine(chapter)));
  return EXIT.done;
};

const sourcesOf = async (dir: string): Promise<readonly Source[] | BadPolicy> => {
  try {
    return await policySources(dir);
  } catch (error) {
    if (error instanceof BadPolicy) return error;
    throw error;
  }
};

const lint = async (dir: string, io: Terminal): Promise<number> => {
  const say = createSay(settings(io.env).LOCALE);
  const sources = await sourcesOf(dir);
  const defects = sources instanceof BadPolicy ? sources.defects : lintPolicy(sources, KNOWN);
  for (const defect of defects) line(io.stdout, say(defectLine(defect)));
  return defects.some(({ grave }) => grave === 'error') ? EXIT.wrong : EXIT.done;
};

/** The regulation as the bot reads it: shown, or looked through for defects. */
export const run = async (argv: readonly string[], io: Terminal): Promise<number> => {
  const { positionals, values } = readArguments(argv, OPTIONS, USAGE);
  const [what, dir, ...rest] = positionals;
  if (rest.length > 0) throw new BadUsage(USAGE);
  const plain = values.clause === undefined && values.at === undefined;
  if (what === 'lint' && dir !== undefined && plain && !values.archive) return lint(dir, io);
  if (what === 'show' && dir === undefined && values.archive && plain) return showArchive(io);
  if (what === 'show' && dir === undefined && !values.archive) return show(values.clause, values.at, io);
  throw new BadUsage(USAGE);
};
