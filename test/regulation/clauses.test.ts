import { existsSync, readFileSync } from 'node:fs';
import { commands } from '../../commands/index.js';
import { createSay } from '../../src/app/say.js';
import { clausesPage } from '../../src/cli/clauses.js';
import { rules } from '../../src/moderation/rules/index.js';
import { editionAt } from '../../src/regulation/cite.js';
import { rowsOf } from '../../src/regulation/served.js';
import { loadPolicy, loadServed } from '../../src/storage/policy.js';

const DIR = 'policies/school-21';
const AT = Date.parse('2026-09-09T12:00:00+03:00');

const load = async () => {
  const policy = await loadPolicy(DIR, 'Europe/Moscow');
  const edition = editionAt(policy, AT);
  if (edition === null) throw new Error('no edition in force');
  const served = await loadServed(DIR);
  return { served, edition, rows: rowsOf(edition, policy.chatRules?.document, served) };
};

describe('docs/clauses.md', () => {
  it('is what `dezhurny clauses` prints', async () => {
    const { rows, edition } = await load();
    expect(readFileSync('docs/clauses.md', 'utf8')).toBe(
      clausesPage(createSay('ru'), rows, edition.requisites.inForceFrom),
    );
  });

  it('serves clauses that exist', async () => {
    const { served, rows } = await load();
    const known = rows.map(({ clause }) => clause);
    expect(served.map(({ clause }) => clause).filter((clause) => !known.includes(clause))).toEqual([]);
  });

  it('names a test that exists for whatever serves a clause', async () => {
    const { served } = await load();
    expect(served.map(({ test }) => test).filter((test) => !existsSync(test))).toEqual([]);
  });

  it('names rules, commands and rooms that exist', async () => {
    const { served } = await load();
    const unknown = served
      .map(({ by }) => by.split(' '))
      .filter(([kind, name = '']) => {
        if (kind === 'rule') return !rules.some(({ id }) => id === name);
        if (kind === 'command') return !commands.some(({ english }) => english === name);
        return !existsSync(`src/${name}`);
      });
    expect(unknown).toEqual([]);
  });

  it('forgets no rule', async () => {
    const { served } = await load();
    const named = new Set(served.map(({ by }) => by));
    expect(rules.map(({ id }) => `rule ${id}`).filter((rule) => !named.has(rule))).toEqual([]);
  });
});
