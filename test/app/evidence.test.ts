import { AT_MOST, FRAGMENT_FOR, isForgotten, isNeeded } from '../../src/app/evidence.js';
import type { Case } from '../../src/domain/case.js';
import { DAY } from '../../src/domain/time.js';

const one = (over: Partial<Case> = {}): Case => ({
  number: 1,
  chat: 'memory:chat:1',
  account: 'memory:account:1',
  message: { place: 'memory:chat:1', id: '1' },
  written: 0,
  opened: 0,
  citation: { document: 'regulation', clause: '4.2', edition: '2024-08-31' },
  rule: 'insult',
  category: 'insult',
  removed: 'deleted',
  source: 'bot',
  parties: [],
  ...over,
});
const limit: NonNullable<Case['measure']> = {
  kind: 'read-only',
  step: 2,
  from: 0,
  until: DAY,
  ground: { document: 'chat-rules', clause: '6', edition: '2026-08-31' },
  state: 'provisional',
};
const appeal: NonNullable<Case['appeal']> = { number: 1, at: 0, due: 3 * DAY, to: 'z01', words: '' };
const { to: _nobody, ...unheard } = appeal;
const decided = { by: 'k01', at: 1, as: 'confirmed' } as const;

describe('the whole of what was taken away', () => {
  it.each([
    ['undisputed', one(), 3, false],
    ['a limit nobody has decided about', one({ measure: limit }), 3, true],
    ['a limit that has lapsed', one({ measure: { ...limit, state: 'lapsed' } }), 3, false],
    ['held, and nobody has decided', one({ removed: 'held' }), 3, true],
    ['held, and nobody decides for a month', one({ removed: 'held' }), 30, false],
    ['held, and stays hidden', one({ removed: 'held', decided }), 3, false],
    ['objected to', one({ appeal }), 100, true],
    ['objected to, with nobody of the school left to decide', one({ appeal: unheard }), 29, true],
    ['the same after a month', one({ appeal: unheard }), 30, false],
    ['objected to and decided', one({ appeal: { ...appeal, decided } }), 3, false],
  ])('%s', (_, value, days, needed) => {
    expect(isNeeded(value, days * DAY)).toBe(needed);
  });
});

describe('what is left of it', () => {
  it.each([
    ['the case is gone', undefined, 0, true],
    ['closed for 29 days', one({ closed: DAY }), 30, false],
    ['closed for 30 days', one({ closed: DAY }), 31, true],
    ['not closed', one(), 100, false],
    ['never closed, after half a year', one(), 180, true],
    ['objected to again after it was closed', one({ closed: DAY, appeal }), 40, false],
    ['what calls people, though it was closed', one({ category: 'threat', closed: DAY }), 40, false],
    ['the same after half a year', one({ category: 'threat', closed: DAY }), 180, true],
    ['what called people for nothing', one({ category: 'threat', closed: DAY, wrong: true }), 31, true],
  ])('%s', (_, value, days, forgotten) => {
    expect(isForgotten(value, days * DAY)).toBe(forgotten);
  });

  it('is kept as long as the regulation of the school’s data says', () =>
    expect([FRAGMENT_FOR, AT_MOST]).toEqual([30 * DAY, 180 * DAY]));
});
