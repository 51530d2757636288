import { existsSync, readFileSync } from 'node:fs';
import { commands } from '../../commands/index.js';
import { createSay } from '../../src/app/say.js';
import { chapterOf, clausesPage, policyFolders } from '../../src/cli/clauses.js';
import { rules } from '../../src/moderation/rules/index.js';
import { loadServed } from '../../src/storage/policy.js';
import { OOSH_19, SCHOOL_21 } from './clause-ids.js';
import { moscow, ZONE } from './documents.js';

const AT = moscow('2026-09-09', '12:00');
const chapter = async (dir: string) => {
  const found = await chapterOf(dir, ZONE, AT);
  if (found === undefined) throw new Error('no edition in force');
  return found;
};

/** A file may be written now and then by hand, so a command names what is wrong with it. */
const missing = (by: string): boolean => {
  const [kind, name = ''] = by.split(' ');
  if (kind === 'rule') return !rules.some(({ id }) => id === name);
  if (kind === 'command') return !commands.some(({ english }) => english === name);
  return !existsSync(`src/${name}`) && !existsSync(`src/${name}.ts`);
};

describe('docs/clauses.md', () => {
  it('is what `dezhurny clauses` prints', async () => {
    const chapters = await Promise.all((await policyFolders()).map(chapter));
    expect(readFileSync('docs/clauses.md', 'utf8')).toBe(clausesPage(createSay('ru'), chapters));
  });

  it('shows both schools', async () =>
    expect((await policyFolders()).map((dir) => dir.split('/').at(-1))).toEqual(['oosh-19', 'school-21']));
});

describe.each([
  ['school-21', SCHOOL_21],
  ['oosh-19', OOSH_19],
] as const)('the clauses of %s', (school, ids) => {
  const load = async () => {
    const { rows } = await chapter(`policies/${school}`);
    const served = await loadServed(`policies/${school}`);
    return { rows, served, working: served.flatMap((one) => ('does' in one ? [one] : [])) };
  };

  it('are all there, as a person read them', async () => {
    const known = (await load()).rows.map(({ clause }) => clause);
    expect(ids.filter((id) => !known.includes(id))).toEqual([]);
    expect(known.filter((id, at) => known.indexOf(id) < at)).toEqual([]);
  });

  it('each have a row: what the bot does, will do, or cannot', async () => {
    const { rows } = await load();
    expect(rows.filter(({ served }) => served.length === 0).map(({ clause }) => clause)).toEqual([]);
  });

  it('are those of the edition: no row is of something else', async () => {
    const { rows, served } = await load();
    const known = rows.map(({ clause }) => clause);
    expect(served.map(({ clause }) => clause).filter((clause) => !known.includes(clause))).toEqual([]);
  });

  it('are served by rules, commands and rooms that exist, shown by tests that exist', async () => {
    const { working } = await load();
    expect(working.map(({ by }) => by).filter(missing)).toEqual([]);
    expect(working.map(({ test }) => test).filter((test) => !existsSync(test))).toEqual([]);
  });

  it('forget no rule', async () => {
    const named = new Set((await load()).working.map(({ by }) => by));
    expect(rules.map(({ id }) => `rule ${id}`).filter((rule) => !named.has(rule))).toEqual([]);
  });
});
