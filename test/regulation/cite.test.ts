import { cite, editionAt, findClause, standing } from '../../src/regulation/cite.js';
import { policyOf } from '../../src/regulation/policy.js';
import { chatRules, edition } from './documents.js';

const ZONE = 'Europe/Moscow';
const [old, fresh] = [edition('2024-08-31'), edition('2026-10-19', { rules: { obscene: { allow: ['Манда'] } } })];
const policy = policyOf([fresh, old], chatRules(true, '2026-08-31'), ZONE);
/** Moscow is three hours ahead of UTC. */
const moscow = (date: string, time = '00:00') => Date.parse(`${date}T${time}:00+03:00`);

describe('the edition in force', () => {
  it('is none before the first', () => expect(editionAt(policy, moscow('2024-08-30', '23:59'))).toBeNull());

  it('begins at midnight of the school’s own time zone and ends the one before it', () => {
    expect(editionAt(policy, moscow('2026-10-18', '23:59'))).toBe(old);
    expect(editionAt(policy, moscow('2026-10-19'))).toBe(fresh);
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

  it.each([
    ['rules that are only a draft', policyOf([old], chatRules(false, '2026-08-31'), ZONE), 'QUIET'],
    ['a school without chat rules', policyOf([old], undefined, ZONE), 'QUIET'],
    ['a key the edition does not name', policy, 'HACK'],
  ] as const)('is none for %s', (_, of, key) => expect(cite(of, key, moscow('2026-09-09'))).toBeNull());
});

describe('what moderation is told', () => {
  it('is every ground there is, and the settings of the edition in force', () => {
    expect(standing(policy, moscow('2026-10-20'))).toMatchObject({
      grounds: { POLITE: { clause: '4.2' }, QUIET: { clause: '4' } },
      rules: { obscene: { allow: ['Манда'] } },
    });
    expect(Object.keys(standing(policy, moscow('2026-08-01')).grounds)).toEqual(['POLITE']);
    expect(standing(policy, moscow('2020-01-01'))).toEqual({ grounds: {}, rules: {} });
  });
});

describe('a clause', () => {
  it('is read with its bullets', () => {
    expect(findClause(policy, '4.2', moscow('2026-09-09'))).toEqual({
      id: '4.2',
      text: 'Участники обязаны:\n– быть вежливыми;\n– беречь чужие данные.',
      edition: '2024-08-31',
    });
  });
  it('that is not there is null', () => expect(findClause(policy, '9.9', moscow('2026-09-09'))).toBeNull());
});
