import { parseArgs } from 'node:util';
import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import { createSay } from '../app/say.js';
import { rules } from '../moderation/rules/index.js';
import { inProject } from '../project-root.js';
import { clauseOf, editionAt, wordsOf } from '../regulation/cite.js';
import { defectLine } from '../regulation/defect.js';
import type { Edition } from '../regulation/edition.js';
import { archive, archiveLine } from '../regulation/life.js';
import { type KnownRule, lintPolicy } from '../regulation/lint.js';
import type { Source } from '../regulation/read.js';
import { BadPolicy, loadPolicy, policySources } from '../storage/policy.js';
import { settings } from './settings.js';
import { BadUsage, EXIT, line, type Terminal, Unfit } from './terminal.js';

dayjs.extend(utc);
dayjs.extend(timezone);

const USAGE = [
  'dezhurny regulation show [--clause 4.2] [--at 2026-09-01]',
  'dezhurny regulation show --archive',
  'dezhurny regulation lint DIR',
].join('\n       ');

const parse = (argv: readonly string[]) => {
  try {
    return parseArgs({
      args: [...argv],
      options: { clause: { type: 'string' }, at: { type: 'string' }, archive: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
  } catch {
    throw new BadUsage(USAGE);
  }
};

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

const show = async (clause: string | undefined, at: string | undefined, io: Terminal): Promise<number> => {
  const { POLICY_DIR, TIME_ZONE } = settings(io.env);
  const policy = await loadPolicy(inProject(POLICY_DIR), TIME_ZONE);
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
  const { POLICY_DIR, TIME_ZONE, LOCALE } = settings(io.env);
  const say = createSay(LOCALE);
  for (const chapter of archive(await loadPolicy(inProject(POLICY_DIR), TIME_ZONE), Date.now()))
    line(io.stdout, say(archiveLine(chapter)));
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

const KNOWN: readonly KnownRule[] = rules.map(({ id, cites, settings: schema }) => ({
  id,
  cites,
  accepts: (given) => schema.safeParse(given).success,
}));

const lint = async (dir: string, io: Terminal): Promise<number> => {
  const say = createSay(settings(io.env).LOCALE);
  const sources = await sourcesOf(dir);
  const defects = sources instanceof BadPolicy ? sources.defects : lintPolicy(sources, KNOWN);
  for (const defect of defects) line(io.stdout, say(defectLine(defect)));
  return defects.some(({ grave }) => grave === 'error') ? EXIT.wrong : EXIT.done;
};

/** The regulation as the bot reads it: shown, or looked through for defects. */
export const run = async (argv: readonly string[], io: Terminal): Promise<number> => {
  const { positionals, values } = parse(argv);
  const [what, dir, ...rest] = positionals;
  if (rest.length > 0) throw new BadUsage(USAGE);
  const plain = values.clause === undefined && values.at === undefined;
  if (what === 'lint' && dir !== undefined && plain && !values.archive) return lint(dir, io);
  if (what === 'show' && dir === undefined && values.archive && plain) return showArchive(io);
  if (what === 'show' && dir === undefined && !values.archive) return show(values.clause, values.at, io);
  throw new BadUsage(USAGE);
};
