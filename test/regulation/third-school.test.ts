import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSay } from '../../src/app/say.js';
import { rules } from '../../src/moderation/rules/index.js';
import { cite, findClause, measureGround, standing } from '../../src/regulation/cite.js';
import { findTerms } from '../../src/regulation/glossary.js';
import { archive, differenceOf, enact } from '../../src/regulation/life.js';
import { lintPolicy } from '../../src/regulation/lint.js';
import { policyOf } from '../../src/regulation/policy.js';
import { rowsOf } from '../../src/regulation/served.js';
import { shortRules } from '../../src/regulation/short-rules.js';
import { lines, moscow, ZONE } from './documents.js';
import { gymnasiumEdition, gymnasiumFile } from './third-school.js';

const AT = moscow('2026-09-09');
const policy = policyOf([gymnasiumEdition()], undefined, ZONE);
const say = createSay('ru');

describe('a school unlike both', () => {
  it('is cited by its own numbers, and keeps its own silence', () => {
    expect(cite(policy, 'POLITE', AT)).toEqual({ document: 'regulation', clause: '2.1.1', edition: '2026-03-01' });
    expect(cite(policy, 'SUPPORT', AT)).toBeNull();
    expect(findClause(policy, '2.1.1', AT)?.text).toBe('Участники пишут вежливо.');
    expect(findTerms(gymnasiumEdition(), 'кругу').map(({ term }) => term)).toEqual(['круг']);
  });

  it('hides what its regulation forbids, and measures nobody without chat rules', () => {
    expect(Object.keys(standing(policy, AT).grounds)).toEqual(['POLITE', 'PD']);
    for (const key of ['MEASURE', 'QUIET', 'APPEAL'] as const) expect(measureGround(policy, key, AT)).toBeNull();
    expect(shortRules(policy, { from: '21:00', to: '7:00' }, AT).map((one) => say(one))).toEqual([
      '– уважаем друг друга (п. 2.1.1 Положения)',
      '– не публикуем персональные данные и фото других людей без согласия (п. 2.1.2 Положения)',
    ]);
  });

  it('enacts by its own procedure: an order is enough', () => {
    const next = gymnasiumEdition({
      requisites: { order: { number: '8', date: '2026-08-31' }, inForceFrom: '2026-11-01' },
    });
    expect(enact(policy, next, AT).edition).toEqual(next);
    const { order: _, ...bare } = next.requisites;
    const { refused } = enact(policy, { ...next, requisites: bare }, AT);
    expect(refused && say(refused)).toBe(
      'Редакция не может быть введена: нужен приказ директора (п. 3.1.1 Положения).',
    );
    expect(archive(policy, AT).map(({ stage }) => stage)).toEqual(['in-force']);
    expect(differenceOf(gymnasiumEdition(), next)).toEqual({ changed: [], added: [], removed: [] });
  });

  it('is looked through by the same linter', () => {
    const known = rules.map(({ id, cites, settings }) => ({
      id,
      cites,
      accepts: (set: unknown) => settings.safeParse(set).success,
    }));
    const found = lintPolicy([gymnasiumFile()], known);
    expect(found.filter(({ grave }) => grave === 'error')).toEqual([]);
    expect(lines(found).join('\n')).toContain('замечание: MEASURE ни на что не ссылается: опираться на него нельзя');
  });

  it('has rows of its own', () =>
    expect(rowsOf(gymnasiumEdition(), undefined, []).map(({ clause }) => clause)).toEqual([
      '0-c',
      '1.1.1',
      '1.1.2',
      '1.2.1',
      '2.1.1',
      '2.1.2',
      '3.1.1',
    ]));
});

describe('the code', () => {
  it('knows no clause and no school: examples and comments aside', () => {
    const guilty = ['src', 'commands'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts') && !file.startsWith('sandbox'))
        .flatMap((file) =>
          readFileSync(join(folder, file), 'utf8')
            .split('\n')
            .filter(
              (line) =>
                !/^\s*(?:\*|\/\*|\/\/)|say: |examples?:|example: |USAGE|dezhurny regulation|needs: \[|<\?xml/.test(
                  line,
                ),
            )
            .filter((line) => /['"`]\d\.\d{1,2}(?:-[a-z]\d?)?['"`]|clause: '\d|school-21|oosh-19|СОШ|ООШ/.test(line))
            .map((line) => `${folder}/${file}: ${line.trim()}`),
        ),
    );
    // Which school's folder is read when nothing is said, and which the demo shows.
    expect(guilty.filter((line) => !/POLICY_DIR|src\/config\.ts/.test(line))).toEqual([]);
  });
});
