import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { CITATION_KEYS } from '../../src/domain/clause.js';
import { rules } from '../../src/moderation/rules/index.js';
import { cite, findClause, standing } from '../../src/regulation/cite.js';
import { loadPolicy } from '../../src/storage/policy.js';
import { editionFile } from './documents.js';

const ZONE = 'Europe/Moscow';
const SEPTEMBER = Date.parse('2026-09-09T12:00:00+03:00');

describe('the editions of school 21', () => {
  it('are read, every key has a clause, and the broken words are mended', async () => {
    const policy = await loadPolicy('policies/school-21', ZONE);
    expect(CITATION_KEYS.filter((key) => cite(policy, key, SEPTEMBER) === null)).toEqual([]);
    const clause = findClause(policy, '4.2', SEPTEMBER)?.text;
    expect(clause).toContain('ненормативной лексики');
    expect(clause).toContain('не осуществлять незаконный сбор');
  });

  it('hold all 22 clauses, all in one alphabet', async () => {
    const policy = await loadPolicy('policies/school-21', ZONE);
    const clauses = policy.editions[0]?.document.clauses ?? [];
    expect(clauses).toHaveLength(22);
    const words = clauses.flatMap(({ text, bullets }) => [text, ...bullets.map((bullet) => bullet.text)]);
    expect(words.filter((text) => /[а-яё][a-z]|[a-z][а-яё]/i.test(text))).toEqual([]);
  });

  it('name only rules that there are, with settings the rules take', async () => {
    const settings = standing(await loadPolicy('policies/school-21', ZONE), SEPTEMBER).rules;
    for (const [id, set] of Object.entries(settings)) {
      const rule = rules.find((one) => one.id === id);
      expect(rule?.settings.safeParse(set).success).toBe(true);
    }
  });
});

describe('a folder with a mistake in it', () => {
  let dir: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'policy-'));
  });
  afterEach(() => rm(dir, { recursive: true }));
  const load = async (source: string, name = '2026-01-12.yaml') => {
    await writeFile(join(dir, name), source);
    return loadPolicy(dir, ZONE).then(
      () => 'read',
      (error: Error) => error.message.replaceAll(`${dir}/`, ''),
    );
  };
  const written = (over: object) => stringify(editionFile('2026-01-12', over));

  it('is read when there is none', async () => expect(await load(written({}))).toBe('read'));

  it('needs the order and the protocol that adopted the edition', async () => {
    const { accepted } = editionFile('2026-01-12').requisites;
    const said = await load(written({ requisites: { accepted, inForceFrom: '2026-01-12' } }));
    expect(said).toMatch(/^2026-01-12\.yaml:\d+: requisites\.order: /);
  });

  it.each([
    [
      'a date that is none',
      { requisites: { ...editionFile('2026-01-12').requisites, inForceFrom: '31.08.2026' } },
      /requisites\.inForceFrom: is not a date/,
    ],
    [
      'a citation of nothing',
      { citations: { POLITE: { document: 'regulation', clause: '7.7' } } },
      /citations\.POLITE: cites clause 7\.7, which is not there/,
    ],
    ['an unknown citation key', { citations: { POLIT: { document: 'regulation', clause: '4.2' } } }, /citations/],
    ['a word too many', { claused: [] }, /claused/],
    [
      'a clause twice',
      {
        clauses: [
          { id: '4.2', text: 'а' },
          { id: '4.2', text: 'б' },
        ],
      },
      /clauses: holds a clause twice/,
    ],
    ['a clause number that YAML took for a number', { clauses: [{ id: 4.2, text: 'а' }] }, /clauses\.0\.id/],
  ])('tells %s in one line with file and line', async (_, over, said) => {
    const line = await load(written(over));
    expect(line).toMatch(/^2026-01-12\.yaml:\d+: /);
    expect(line).toMatch(said);
  });

  it('tells a slip of YAML', async () => {
    expect(await load('school: "Школа\nclauses: [')).toMatch(/^2026-01-12\.yaml:\d+: /);
  });

  it('says when there is no edition, or no folder', async () => {
    expect(await load('adopted: false', 'notes.yaml')).toContain('holds no edition');
    await expect(loadPolicy(join(dir, 'nowhere'), ZONE)).rejects.toThrow('POLICY_DIR');
  });
});
