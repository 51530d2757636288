import { clockAt, dayAt, instantOf, weekdayOf } from '../../src/meetings/local-day.js';
import { nextOccurrence } from '../../src/meetings/repeats.js';

const ZONE = 'Europe/Moscow';
const OFF = ['2026-11-04', '2026-10-28'];
const works = (day: string): boolean => weekdayOf(day) < 6 && !OFF.includes(day);
const next = (day: string, repeats: 'weekly' | 'fortnightly' | 'monthly') => {
  const at = instantOf(day, '18:30', ZONE);
  const found = nextOccurrence(at, repeats, at, { zone: ZONE, works });
  return found === undefined ? undefined : `${dayAt(found, ZONE)} ${clockAt(found, ZONE)}`;
};

describe('a repeated meeting', () => {
  it.each([
    ['2026-09-25', 'weekly', '2026-10-02 18:30'],
    ['2026-09-25', 'fortnightly', '2026-10-09 18:30'],
    // 25 October is a Sunday.
    ['2026-09-25', 'monthly', '2026-11-25 18:30'],
    ['2026-10-21', 'weekly', '2026-11-11 18:30'],
    ['2026-12-31', 'weekly', '2027-01-07 18:30'],
    ['2027-05-28', 'weekly', undefined],
    ['2027-05-21', 'weekly', '2027-05-28 18:30'],
  ] as const)('%s %s → %s', (day, repeats, expected) => {
    expect(next(day, repeats)).toBe(expected);
  });
});
