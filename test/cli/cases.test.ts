import type { Case } from '../../src/domain/case.js';
import { keep } from '../../src/domain/records.js';
import { inSchool, type School } from './world.js';

const one = (number: number, over: Partial<Case> = {}): Case => ({
  number,
  chat: 'vk:chat:2000000001',
  account: 'vk:account:7',
  person: 'p02',
  role: 'parent',
  message: { place: 'vk:chat:2000000001', id: String(number) },
  written: number,
  opened: number,
  citation: { document: 'regulation', clause: '4.2', edition: '2024-08-31' },
  rule: 'insult',
  category: 'insult',
  removed: 'deleted',
  source: 'bot',
  parties: [],
  ...over,
});

/** Two cases in which the bot was wrong, of one of which nothing is kept any more, and one in which it was right. */
const happened = (school: School) =>
  school.inside(({ stores }) =>
    stores.ledger.settle({
      key: 'cases',
      entry: { id: 'n:cases', at: 1, kind: 'note', detail: 'cases' },
      changes: [
        keep('case', 'b', one(2, { wrong: true, rule: 'obscene', category: 'obscene' }), undefined),
        keep('case', 'a', one(1, { wrong: true }), undefined),
        keep('case', 'c', one(3), undefined),
        keep('evidence', 'a', { of: 'p02', fragment: 'барсук', opened: [] }, undefined),
        keep('evidence', 'c', { of: 'p02', fragment: 'не для глаз', opened: [] }, undefined),
      ],
      rows: [],
      chain: 'p0',
    }),
  );

const notes = (school: School) =>
  school.inside(async ({ stores }) => {
    const found: string[] = [];
    for await (const { entry } of stores.journal.read({})) if (entry.kind === 'note') found.push(entry.detail);
    return found;
  });

describe('dezhurny cases wrong', () => {
  inSchool('lists the rules that were wrong, without words and names; the list itself is journaled', async (school) => {
    await happened(school);

    const { code, out, err } = await school.run('cases', 'wrong');

    const clause = { document: 'regulation', clause: '4.2', edition: '2024-08-31' };
    expect(
      out
        .trim()
        .split('\n')
        .map((row) => JSON.parse(row) as unknown),
    ).toEqual([
      { rule: 'insult', category: 'insult', ...clause },
      { rule: 'obscene', category: 'obscene', ...clause },
    ]);
    expect([code, err]).toEqual([0, '2 cases in which the bot was wrong\n']);
    expect(await notes(school)).toEqual(['cases', 'cases in which the bot was wrong listed: 2']);
  });

  inSchool(
    'shows fragments for a reason only, and writes down beside them that they were looked at',
    async (school) => {
      await happened(school);

      const { code, out } = await school.run('cases', 'wrong', '--fragments', '--why', 'примеры для правила');

      expect([code, out]).toEqual([0, expect.stringContaining('"fragment":"барсук"')]);
      expect(out).not.toContain('не для глаз');
      const held = await school.inside(({ stores }) => stores.records.get('evidence', 'a'));
      expect(held?.value.opened).toMatchObject([{ by: 'server', why: 'примеры для правила' }]);
      const other = await school.inside(({ stores }) => stores.records.get('evidence', 'c'));
      expect(other?.value.opened).toEqual([]);
      expect(await notes(school)).toContain('evidence-opened: 1 of cases in which the bot was wrong');
      expect(JSON.stringify(await notes(school))).not.toContain('примеры');
    },
  );

  inSchool('takes no fragments without a reason, and no reason without fragments', async (school) => {
    for (const argv of [[], ['right'], ['wrong', '--fragments'], ['wrong', '--why', 'так'], ['wrong', 'x']])
      expect((await school.run('cases', ...argv)).code).toBe(2);
  });
});
