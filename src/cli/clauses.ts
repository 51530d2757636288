import { createSay, type Say } from '../app/say.js';
import { text } from '../domain/text.js';
import { inProject } from '../project-root.js';
import { editionAt } from '../regulation/cite.js';
import { type Row, rowsOf } from '../regulation/served.js';
import { loadPolicy, loadServed } from '../storage/policy.js';
import { settings } from './settings.js';
import { BadUsage, EXIT, line, type Terminal } from './terminal.js';

/** Characters of a clause in the table: enough to know it by. */
const GIST = 110;

const gist = (words: string): string => {
  const line = words.replace(/\s+/g, ' ').replaceAll('|', '\\|');
  return line.length <= GIST ? line : `${line.slice(0, line.lastIndexOf(' ', GIST))} …`;
};

const tableRow = (say: Say, { clause, text: words, served }: Row): string => {
  const name = clause.replace('chat-rules ', `${say(text('clauses-chat-rules'))} `);
  const cells =
    served.length === 0
      ? [say(text('clauses-later')), '', '']
      : [
          served.map(({ does }) => does).join('<br>'),
          served.map(({ by }) => `\`${by}\``).join('<br>'),
          served.map(({ test }) => `\`${test}\``).join('<br>'),
        ];
  return `| ${[name, gist(words), ...cells].join(' | ')} |`;
};

/** The page `docs/clauses.md`. */
export const clausesPage = (say: Say, rows: readonly Row[], edition: string): string => {
  const heads = ['clause', 'gist', 'does', 'by', 'test'].map((column) => say(text(`clauses-head-${column}`)));
  const served = rows.filter((row) => row.served.length > 0).length;
  return [
    `# ${say(text('clauses-title'))}`,
    '',
    say(text('clauses-about', { edition, served, later: rows.length - served })),
    '',
    `| ${heads.join(' | ')} |`,
    `|${' --- |'.repeat(heads.length)}`,
    ...rows.map((row) => tableRow(say, row)),
    '',
  ].join('\n');
};

/** Prints which clause of the edition in force is served by what, as `docs/clauses.md` holds it. */
export const run = async (argv: readonly string[], io: Terminal): Promise<number> => {
  const [told, ...rest] = argv;
  if (rest.length > 0) throw new BadUsage('dezhurny clauses [DIR]');
  const { POLICY_DIR, TIME_ZONE } = settings(io.env);
  const dir = told ?? inProject(POLICY_DIR);
  const policy = await loadPolicy(dir, TIME_ZONE);
  const edition = editionAt(policy, Date.now());
  if (edition === null) {
    line(io.stderr, `${dir}: no edition is in force yet`);
    return EXIT.wrong;
  }
  const rows = rowsOf(edition, policy.chatRules?.document, await loadServed(dir));
  io.stdout.write(clausesPage(createSay('ru'), rows, edition.requisites.inForceFrom));
  return EXIT.done;
};
