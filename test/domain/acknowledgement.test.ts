import { type Acknowledgement, daysAfter, reminderDue } from '../../src/domain/acknowledgement.js';

const asked = (over: Partial<Acknowledgement> = {}): Acknowledgement => ({
  edition: '2026-10-26',
  person: 'p02',
  asked: 0,
  until: '2026-11-09',
  reminded: 0,
  ...over,
});

describe('a reminder to read the regulation', () => {
  it.each<[string, string, Partial<Acknowledgement>, 1 | 2 | undefined]>([
    ['before a week is over', '2026-11-01', {}, undefined],
    ['after a week', '2026-11-02', {}, 1],
    ['late, after an absence', '2026-11-05', {}, 1],
    ['once only', '2026-11-03', { reminded: 1 }, undefined],
    ['on the last day', '2026-11-09', { reminded: 1 }, 2],
    ['on the last day, when the first one was missed: one, not two', '2026-11-09', {}, 2],
    ['on the last day, once', '2026-11-09', { reminded: 2 }, undefined],
    ['after the last day', '2026-11-10', {}, undefined],
    ['of what was read', '2026-11-02', { at: 1 }, undefined],
  ])('%s (%s)', (_words, today, over, due) => {
    expect(reminderDue(asked(over), '2026-10-26', today)).toBe(due);
  });

  it.each([
    ['2026-10-26', 14, '2026-11-09'],
    ['2026-12-20', 14, '2027-01-03'],
    ['2028-02-20', 14, '2028-03-05'],
  ])('%s and %i days is %s', (date, days, then) => expect(daysAfter(date, days)).toBe(then));
});
