import { doubtsOf } from '../../src/meetings/doubts.js';
import { instantOf, weekdayOf } from '../../src/meetings/local-day.js';

const ZONE = 'Europe/Moscow';
const OFF = ['2026-10-26', '2026-10-27', '2026-10-28', '2026-10-29', '2026-10-30', '2026-11-04'];
const doubts = (day: string, clock: string, lasts = 60, others: readonly { at: number; lasts: number }[] = []) =>
  doubtsOf(instantOf(day, clock, ZONE), lasts, {
    zone: ZONE,
    quietHours: { from: '20:00', to: '08:00' },
    works: (one) => weekdayOf(one) < 6 && !OFF.includes(one),
    holidays: ['2026-11-04'],
    others,
  });

describe('what speaks against a moment', () => {
  it.each([
    ['2026-09-25', '18:30', []],
    ['2026-09-26', '11:00', ['day-off']],
    ['2026-11-04', '18:30', ['holiday']],
    ['2026-10-28', '18:30', ['break']],
    ['2026-10-24', '12:00', ['break']],
    ['2026-09-25', '20:30', ['quiet']],
    ['2026-09-25', '19:30', ['quiet']],
    ['2026-09-25', '19:00', []],
    ['2026-09-25', '07:30', ['quiet']],
    ['2026-11-04', '21:00', ['holiday', 'quiet']],
  ])('%s %s: %j', (day, clock, expected) => expect(doubts(day, clock)).toEqual(expected));

  it('two meetings of the same people at one time', () => {
    const other = { at: instantOf('2026-09-25', '18:00', ZONE), lasts: 45 };
    expect(doubts('2026-09-25', '18:30', 60, [other])).toEqual(['clash']);
    expect(doubts('2026-09-25', '18:45', 60, [other])).toEqual([]);
    expect(doubts('2026-09-25', '17:00', 60, [other])).toEqual([]);
  });
});
