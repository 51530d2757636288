import type { ContentGround, MeasureGround } from '../../src/domain/clause.js';
import { cite, contentGround, editionAt, findClause, measureGround, standing } from '../../src/regulation/cite.js';
import { policyOf, policyWith } from '../../src/regulation/policy.js';
import { chatRules, edition, moscow, ZONE } from './documents.js';

const MEASURE = { document: 'chat-rules', clause: '6' };
const keys = {
  POLITE: { document: 'regulation', clause: '4.2' },
  QUIET: { document: 'chat-rules', clause: '4' },
  MEASURE,
};
const [old, fresh] = [
  edition('2024-08-31', { citations: keys }),
  edition('2026-10-19', { citations: keys, rules: { obscene: { allow: ['Манда'] } } }),
];
const policy = policyOf([fresh, old], chatRules(true, '2026-08-31'), ZONE);

describe('the edition in force', () => {
  it('is none before the first', () => expect(editionAt(policy, moscow('2024-08-30', '23:59'))).toBeNull());

  it('begins at midnight of the school’s own time zone and ends the one before it', () => {
    expect(editionAt(policy, moscow('2026-10-18', '23:59'))).toBe(old);
    expect(editionAt(policy, moscow('2026-10-19'))).toBe(fresh);
  });

  it('may have been adopted while the bot runs; bringing it twice changes nothing', () => {
    const next = edition('2026-12-01');
    const grown = policyWith(policy, [next]);
    expect(policyWith(grown, [next])).toEqual(grown);
    expect(editionAt(grown, moscow('2026-11-30', '23:59'))).toBe(fresh);
    expect(editionAt(grown, moscow('2026-12-01'))).toBe(next);
    expect(grown.chatRules).toBe(policy.chatRules);
  });

  it('is replaced by one of the same date', () => {
    const mended = edition('2026-10-19', { title: 'Положение (исправленное)' });
    expect(policyWith(policy, [mended]).editions.map(({ document }) => document)).toEqual([old, mended]);
  });
});

describe('a citation', () => {
  it('names the clause and the edition of that moment', () => {
    const clause = { document: 'regulation', clause: '4.2' };
    expect(cite(policy, 'POLITE', moscow('2026-09-09'))).toEqual({ ...clause, edition: '2024-08-31' });
    expect(cite(policy, 'POLITE', moscow('2026-10-20'))).toEqual({ ...clause, edition: '2026-10-19' });
  });

  it('names a point of the chat rules once they are adopted and in force', () => {
    expect(cite(policy, 'QUIET', moscow('2026-08-30'))).toBeNull();
    expect(cite(policy, 'QUIET', moscow('2026-09-09'))).toEqual({
      document: 'chat-rules',
      clause: '4',
      edition: '2026-08-31',
    });
  });

  const one = chatRules(true, '2026-08-31').opinions.parents;
  it.each([
    ['rules that are only a draft', policyOf([old], chatRules(false, '2026-08-31'), ZONE), 'QUIET'],
    ['a school without chat rules', policyOf([old], undefined, ZONE), 'QUIET'],
    ['a key the edition does not name', policy, 'HACK'],
    [
      'rules with measures nobody was asked about',
      policyOf([old], chatRules(true, '2026-08-31', { opinions: {} }), ZONE),
      'QUIET',
    ],
    [
      'rules with measures only parents were asked about',
      policyOf([old], chatRules(true, '2026-08-31', { opinions: { parents: one } }), ZONE),
      'MEASURE',
    ],
    [
      'a measure on a point that is about something else',
      policyOf(
        [edition('2024-08-31', { citations: { MEASURE: { document: 'chat-rules', clause: '1' } } })],
        chatRules(true, '2026-08-31'),
        ZONE,
      ),
      'MEASURE',
    ],
    [
      'a measure that rests on the regulation',
      policyOf(
        [edition('2024-08-31', { citations: { MEASURE: { document: 'regulation', clause: '4.2' } } })],
        chatRules(true, '2026-08-31'),
        ZONE,
      ),
      'MEASURE',
    ],
    [
      'a key that says aloud there is none',
      policyOf([edition('2024-08-31', { citations: { HACK: null } })], undefined, ZONE),
      'HACK',
    ],
  ] as const)('is none for %s', (_, of, key) => expect(cite(of, key, moscow('2026-09-09'))).toBeNull());

  it('of rules without measures needs no council', () => {
    const mild = chatRules(true, '2026-08-31', {
      opinions: {},
      clauses: [{ id: '4', kinds: ['quiet'], text: 'Ночью чат отдыхает.' }],
    });
    expect(cite(policyOf([old], mild, ZONE), 'QUIET', moscow('2026-09-09'))?.clause).toBe('4');
  });
});

describe('the two sources', () => {
  it('are not mixed: what hides may be either, what measures is chat rules only, also for the compiler', () => {
    const hides: ContentGround | null = contentGround(policy, 'POLITE', moscow('2026-09-09'));
    const limits: MeasureGround | null = measureGround(policy, 'MEASURE', moscow('2026-09-09'));
    expect(hides).toMatchObject({ document: 'regulation', clause: '4.2' });
    expect(limits).toMatchObject(MEASURE);
    // @ts-expect-error a measure never rests on what hides a message
    const wrong: MeasureGround | null = hides;
    // @ts-expect-error nor does content on a measure
    const wronger: ContentGround | null = limits;
    // @ts-expect-error nor on a citation that nobody looked at
    const wrongest: MeasureGround = { document: 'chat-rules', clause: '6', edition: '2026-08-31' };
    expect([wrong, wronger]).toEqual([hides, limits]);
    expect(wrongest).toMatchObject(MEASURE);
  });
});

describe('what moderation is told', () => {
  it('is every ground for hiding there is, and the settings of the edition in force', () => {
    expect(standing(policy, moscow('2026-10-20'))).toEqual({
      grounds: { POLITE: { document: 'regulation', clause: '4.2', edition: '2026-10-19' } },
      rules: { obscene: { allow: ['Манда'] } },
    });
    expect(standing(policy, moscow('2020-01-01'))).toEqual({ grounds: {}, rules: {} });
  });
});

describe('a clause', () => {
  const read = (id: string) => findClause(policy, id, moscow('2026-09-09'))?.text;
  it('is read with its bullets', () =>
    expect(findClause(policy, '4.2', moscow('2026-09-09'))).toEqual({
      id: '4.2',
      text: 'Участники обязаны:\n– быть вежливыми;\n– беречь чужие данные.',
      edition: '2024-08-31',
    }));
  it('may be one bullet', () => expect(read('4.2-b')).toBe('беречь чужие данные.'));
  it.each(['9.9', '4.2-z', '4', '', '4.2-'])('that is not there (%j) is null', (id) =>
    expect(read(id)).toBeUndefined(),
  );

  const prose = {
    clauses: [
      {
        id: '4.2',
        prose: true,
        bullets: [
          { id: 'a', text: 'Раз.' },
          { id: 'b', text: 'Два.' },
        ],
      },
      {
        id: '4.3',
        bullets: [
          { id: '0', text: 'Создаёт:' },
          { id: 'a', text: 'чаты:' },
          { id: 'a1', text: 'класса;' },
        ],
      },
    ],
  };
  it.each([
    ['4.2', 'Раз. Два.'],
    ['4.3', 'Создаёт:\n– чаты:\n  – класса;'],
  ])('is a paragraph or a list, as the school wrote it: %s', (id, words) =>
    expect(findClause(policyOf([edition('2024-08-31', prose)], undefined, ZONE), id, moscow('2026-09-09'))?.text).toBe(
      words,
    ),
  );
});
