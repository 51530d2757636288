import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createSay, type Say } from '../app/say.js';
import { type Text, text } from '../domain/text.js';
import { inProject } from '../project-root.js';
import { editionAt } from '../regulation/cite.js';
import type { Edition } from '../regulation/edition.js';
import { type Row, rowsOf, type Served } from '../regulation/served.js';
import { loadPolicy, loadServed } from '../storage/policy.js';
import { settings } from './settings.js';
import { BadUsage, EXIT, line, type Terminal } from './terminal.js';

/** Characters of a clause in the table: enough to know it by. */
const GIST = 110;

const gist = (words: string): string => {
  const line = words.replace(/\s+/g, ' ').replaceAll('|', '\\|');
  return line.length <= GIST ? line : `${line.slice(0, line.lastIndexOf(' ', GIST))} …`;
};

const saying = (served: Served): string | Text => {
  if ('does' in served) return served.does;
  return 'later' in served
    ? text('clauses-later', { what: served.later })
    : text('clauses-cannot', { why: served.cannot });
};

const tableRow = (say: Say, { clause, text: words, served }: Row): string => {
  const name = clause.replace('chat-rules ', `${say(text('clauses-chat-rules'))} `);
  const working = served.flatMap((one) => ('does' in one ? [one] : []));
  const said = served.map(saying).map((one) => (typeof one === 'string' ? one : say(one)));
  const cells = [
    said.join('<br>'),
    working.map(({ by }) => `\`${by}\``).join('<br>'),
    working.map(({ test }) => `\`${test}\``).join('<br>'),
  ];
  return `| ${[name, gist(words), ...cells].join(' | ')} |`;
};

/** One school's regulation with what is said of its clauses. */
export interface Chapter {
  readonly school: string;
  readonly edition: string;
  readonly rows: readonly Row[];
}

const has = (kind: 'does' | 'later' | 'cannot', { served }: Row): boolean => served.some((one) => kind in one);

const chapterLines = (say: Say, { school, edition, rows }: Chapter): readonly string[] => {
  const heads = ['clause', 'gist', 'does', 'by', 'test'].map((column) => say(text(`clauses-head-${column}`)));
  const count = (kind: 'does' | 'later' | 'cannot') => rows.filter((row) => has(kind, row)).length;
  const counts = { all: rows.length, served: count('does'), later: count('later'), cannot: count('cannot') };
  return [
    `## ${school}`,
    '',
    say(text('clauses-counts', { edition, ...counts })),
    '',
    `| ${heads.join(' | ')} |`,
    `|${' --- |'.repeat(heads.length)}`,
    ...rows.map((row) => tableRow(say, row)),
    '',
  ];
};

/** The page `docs/clauses.md`. */
export const clausesPage = (say: Say, chapters: readonly Chapter[]): string =>
  [
    `# ${say(text('clauses-title'))}`,
    '',
    say(text('clauses-about')),
    '',
    ...chapters.flatMap((one) => chapterLines(say, one)),
  ].join('\n');

/** A school's folder as a chapter of the page; undefined before its first edition. */
export const chapterOf = async (dir: string, zone: string, now: number): Promise<Chapter | undefined> => {
  const policy = await loadPolicy(dir, zone);
  const edition: Edition | null = editionAt(policy, now);
  if (edition === null) return undefined;
  const rows = rowsOf(edition, policy.chatRules?.document, await loadServed(dir));
  return { school: edition.school, edition: `\`${basename(dir)}/${edition.requisites.inForceFrom}\``, rows };
};

/** Every school's folder that is delivered. */
export const policyFolders = async (): Promise<readonly string[]> => {
  const root = inProject('policies');
  const entries = await readdir(root, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(root, name))
    .toSorted();
};

/** Prints which clause of each regulation is served by what, as `docs/clauses.md` holds it. */
export const run = async (argv: readonly string[], io: Terminal): Promise<number> => {
  if (argv.some((word) => word.startsWith('-'))) throw new BadUsage('dezhurny clauses [DIR…]');
  const { TIME_ZONE } = settings(io.env);
  const chapters: Chapter[] = [];
  for (const dir of argv.length > 0 ? argv : await policyFolders()) {
    const chapter = await chapterOf(dir, TIME_ZONE, Date.now());
    if (chapter === undefined) {
      line(io.stderr, `${dir}: no edition is in force yet`);
      return EXIT.wrong;
    }
    chapters.push(chapter);
  }
  io.stdout.write(clausesPage(createSay('ru'), chapters));
  return EXIT.done;
};
