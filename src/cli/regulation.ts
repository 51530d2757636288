import { parseArgs } from 'node:util';
import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import { inProject } from '../project-root.js';
import { editionAt, wordsOf } from '../regulation/cite.js';
import type { Edition } from '../regulation/edition.js';
import { BadPolicy, loadPolicy, loadServed } from '../storage/policy.js';
import { settings } from './settings.js';
import { BadUsage, EXIT, line, type Terminal, Unfit } from './terminal.js';

dayjs.extend(utc);
dayjs.extend(timezone);

const USAGE = ['dezhurny regulation show [--clause 4.2] [--at 2026-09-01]', 'dezhurny regulation lint DIR'].join(
  '\n       ',
);

const parse = (argv: readonly string[]) => {
  try {
    return parseArgs({
      args: [...argv],
      options: { clause: { type: 'string' }, at: { type: 'string' } },
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
  const found = edition.clauses.find(({ id }) => id === clause);
  if (found === undefined)
    throw new Unfit(`the edition of ${edition.requisites.inForceFrom} has no clause ${clause.slice(0, 20)}`);
  line(io.stdout, `${found.id}. ${wordsOf(found)}`);
  return EXIT.done;
};

const lint = async (dir: string, io: Terminal): Promise<number> => {
  const { TIME_ZONE } = settings(io.env);
  const read = [() => loadPolicy(dir, TIME_ZONE), () => loadServed(dir)];
  const defects: string[] = [];
  for (const one of read)
    try {
      await one();
    } catch (error) {
      if (!(error instanceof BadPolicy)) throw error;
      defects.push(error.message);
    }
  for (const defect of new Set(defects)) line(io.stdout, defect);
  return defects.length > 0 ? EXIT.wrong : EXIT.done;
};

/** The regulation as the bot reads it: shown, or looked through for defects. */
export const run = async (argv: readonly string[], io: Terminal): Promise<number> => {
  const { positionals, values } = parse(argv);
  const [what, dir, ...rest] = positionals;
  if (rest.length > 0) throw new BadUsage(USAGE);
  const plain = values.clause === undefined && values.at === undefined;
  if (what === 'lint' && dir !== undefined && plain) return lint(dir, io);
  if (what === 'show' && dir === undefined) return show(values.clause, values.at, io);
  throw new BadUsage(USAGE);
};
