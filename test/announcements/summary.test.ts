import { deadlineOf } from '../../src/announcements/plan.js';
import { summaryOf } from '../../src/announcements/summary.js';
import type { Person } from '../../src/domain/person.js';
import { DAY, HOUR } from '../../src/domain/time.js';

const parents = (ofClass: string, count: number) =>
  Array.from({ length: count }, (_, at) => ({
    person: { id: `${ofClass}-${at}` } as unknown as Person,
    classes: [ofClass],
  }));
const summed = (sizes: Readonly<Record<string, number>>) => {
  const people = Object.entries(sizes).flatMap(([name, count]) => parents(name, count));
  const lines = Object.fromEntries(people.map(({ person }) => [person.id, { state: 'in-chat' as const }]));
  return summaryOf(people, [lines], 1, 5);
};

describe('classes shown apart', () => {
  test.each([
    ['all, where none is small', { '5А': 20, '5Б': 25 }, ['5А', '5Б'], 0],
    ['not the small one, nor what would tell its number', { '5А': 3, '5Б': 20, '5В': 25 }, ['5В'], 2],
    ['small ones that are not few together stay out by themselves', { '5А': 3, '5Б': 4, '5В': 25 }, ['5В'], 2],
    ['of two, one small: none', { '5А': 3, '5Б': 20 }, [], 2],
  ])('%s', (_name, sizes, shown, small) => {
    const summary = summed(sizes);
    expect(summary.classes.map((one) => one.class)).toEqual(shown);
    expect(summary.small).toBe(small);
  });
});

describe('a deadline', () => {
  test.each([
    ['stays where there is time', 10 * DAY, 0, 10 * DAY],
    ['moves by whole days to leave one', HOUR, 0, DAY + HOUR],
    ['moves past many days', 0, 3 * DAY + HOUR, 5 * DAY],
    ['stays when a day is left to the minute', DAY, 0, DAY],
  ])('%s', (_name, acknowledge, now, until) => {
    expect(deadlineOf(acknowledge, now, DAY)).toBe(until);
  });
});
