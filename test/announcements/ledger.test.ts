import fc from 'fast-check';
import {
  acknowledged,
  afterDelete,
  afterSend,
  anew,
  chunkOf,
  countsOf,
  inChunks,
} from '../../src/announcements/ledger.js';
import { remindersOf, titleOf } from '../../src/announcements/plan.js';
import { meant } from '../../src/announcements/reach.js';
import { summaryOf } from '../../src/announcements/summary.js';
import { LINE_STATES, type Line } from '../../src/domain/announcement.js';
import { paused } from '../../src/domain/pause.js';
import type { Told } from '../../src/domain/told.js';
import { roster } from '../scenarios/world.js';

const NOW = Date.UTC(2026, 8, 14, 6, 1);
const ZONE = 'Europe/Moscow';
const planned: Line = { state: 'planned', place: 'memory:dialog:1' };
const told = (over: Partial<Told> = {}): Told => ({ as: 'p01', is: 'done', at: NOW, ...over });

describe('parts of the list', () => {
  it('hold every line once, where it is looked for', () =>
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1, maxLength: 12 }), { maxLength: 400 }), (keys) => {
        const parts = inChunks(Object.fromEntries(keys.map((key) => [key, planned])));
        expect(parts.flatMap((part) => Object.keys(part)).sort()).toEqual([...keys].sort());
        for (const key of keys) expect(Object.keys(parts[chunkOf(key, parts.length)] ?? {})).toContain(key);
      }),
      { examples: [[['__proto__', 'p01']]] },
    ));

  it('are of one size, more or less', () => {
    const keys = Array.from({ length: 5_000 }, (_, at) => `p${at}`);
    const sizes = inChunks(Object.fromEntries(keys.map((key) => [key, planned]))).map(
      (part) => Object.keys(part).length,
    );
    expect(sizes).toHaveLength(100);
    expect(Math.max(...sizes)).toBeLessThan(90);
  });
});

describe('a line', () => {
  it.each<[Told['is'], Line['state']]>([
    ['done', 'sent'],
    ['degraded', 'sent'],
    ['refused', 'refused'],
    ['unsupported', 'refused'],
    ['uncertain', 'uncertain'],
  ])('after %s is %s', (is, state) => expect(afterSend(planned, told({ is })).state).toBe(state));

  it('remembers its message, and why it was refused', () => {
    const message = { place: 'memory:dialog:1', id: '41' } as const;
    expect(afterSend(planned, told({ message })).message).toBe('41');
    expect(afterSend(planned, told({ is: 'refused', why: 'not-allowed-to-write' })).why).toBe('not-allowed-to-write');
  });

  it('is acknowledged once a version', () => {
    const once = acknowledged(planned, 1, NOW);
    expect(once?.acknowledged).toEqual({ version: 1, at: NOW });
    expect(acknowledged(once ?? planned, 1, NOW + 5)).toBeUndefined();
    expect(acknowledged(once ?? planned, 2, NOW + 5)?.acknowledged).toEqual({ version: 2, at: NOW + 5 });
  });

  it('comes to the same end whatever is heard twice, and loses no acknowledgement', () => {
    const step = fc.oneof(
      fc
        .constantFrom('done', 'refused', 'uncertain', 'gone')
        .map((is) => (line: Line) => afterSend(line, told({ is }))),
      fc.constantFrom('done', 'refused').map((is) => (line: Line) => afterDelete(line, told({ is }))),
      fc.constant((line: Line) => anew(line)),
      fc.constant((line: Line) => acknowledged(line, 1, NOW) ?? line),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let line = planned;
        for (const next of steps) {
          const before = line;
          line = next(line);
          expect(next(line)).toEqual(line);
          expect(LINE_STATES).toContain(line.state);
          expect(line.place).toBe(planned.place);
          if (before.acknowledged) expect(line.acknowledged).toEqual(before.acknowledged);
          if (before.state === 'withdrawn') expect(line.state).toBe('withdrawn');
        }
      }),
    );
  });

  it('is counted by what became of it', () => {
    const lines = {
      'memory:chat:1': { state: 'sent', place: 'memory:chat:1' },
      p01: { state: 'in-chat', acknowledged: { version: 1, at: NOW } },
      p02: { state: 'other-way' },
      p03: planned,
    } as const;
    expect(countsOf([lines], 1)).toMatchObject({
      copies: 2,
      planned: 1,
      sent: 1,
      chats: 1,
      people: 3,
      acknowledged: 1,
      otherWay: 1,
    });
    expect(countsOf([lines], 2).acknowledged).toBe(0);
  });
});

describe('the summary', () => {
  const people = meant({ whom: ['parents'], classes: [], by: 'chats' }, { people: roster, now: NOW });
  const line = (read: boolean): Line => ({
    state: 'in-chat',
    ...(read ? { acknowledged: { version: 1, at: NOW } } : {}),
  });
  const parts = [{ p01: line(true), p02: line(true), p03: line(false), p04: line(true) }];

  it('counts by class and names who is silent', () => {
    const found = summaryOf(people, parts, 1, 0);
    expect(found).toMatchObject({ acknowledged: 3, of: 4, small: 0, otherWay: 0 });
    expect(found.classes).toEqual([
      { class: '5А', acknowledged: 2, of: 3 },
      { class: '5Б', acknowledged: 1, of: 1 },
    ]);
    expect([...found.silent].map(([name, who]) => [name, who.map(({ id }) => id)])).toEqual([['5А', ['p03']]]);
  });

  it('does not break down groups that are too small', () =>
    expect(summaryOf(people, parts, 1, 5)).toMatchObject({ acknowledged: 3, of: 4, classes: [], small: 2 }));

  it('does not count whoever is reached another way', () => {
    const other = [{ ...parts[0], p03: { state: 'other-way' } as const }];
    expect(summaryOf(people, other, 1, 0)).toMatchObject({ acknowledged: 3, of: 3, otherWay: 1 });
  });
});

describe('reminders', () => {
  const moscow = (at: number) => new Date(at + 3 * 3_600_000).toISOString().slice(5, 16);
  const until = (day: number, hour: number) => Date.UTC(2026, 8, day, hour - 3);

  it.each<[string, number, readonly string[]]>([
    ['the mornings of the last two days', until(16, 18), ['09-15T09:00', '09-16T09:00']],
    ['not of what came today', until(15, 18), ['09-15T09:00']],
    ['not shortly before the end', until(16, 10), ['09-15T09:00']],
    ['none when there is no time', until(14, 18), []],
    ['not for weeks', until(30, 18), ['09-29T09:00', '09-30T09:00']],
  ])('%s', (_words, end, expected) =>
    expect(remindersOf({ from: NOW, until: end }, '09:00', ZONE).map(moscow)).toEqual(expected),
  );
});

describe('reminders around days off', () => {
  const moscow = (at: number) => new Date(at + 3 * 3_600_000).toISOString().slice(5, 16);
  /** 19 and 20 September 2026 are a Saturday and a Sunday. */
  const works = (at: number): boolean => ![0, 6].includes(new Date(at).getUTCDay());
  const until = (day: number, hour: number) => Date.UTC(2026, 8, day, hour - 3);

  it.each<[string, number, readonly string[]]>([
    ['a deadline on a Sunday: Thursday and Friday', until(20, 18), ['09-17T09:00', '09-18T09:00']],
    ['on a Monday: Friday and Monday', until(21, 18), ['09-18T09:00', '09-21T09:00']],
    ['on a Monday morning: Friday', until(21, 10), ['09-18T09:00']],
    ['on a working day: as ever', until(17, 18), ['09-16T09:00', '09-17T09:00']],
  ])('%s', (_words, end, expected) =>
    expect(remindersOf({ from: NOW, until: end }, '09:00', ZONE, works).map(moscow)).toEqual(expected),
  );

  it('without any working day nobody is reminded', () =>
    expect(remindersOf({ from: NOW, until: until(20, 18) }, '09:00', ZONE, () => false)).toEqual([]));
});

describe('the title', () => {
  it.each([
    [
      'С 21 сентября изменяется расписание звонков. Первый урок – в 8:30.',
      'С 21 сентября изменяется расписание звонков',
    ],
    ['Расписание\nПервый урок – в 8:30.', 'Расписание'],
    [`${'слово '.repeat(30)}`, `${'слово '.repeat(13).trim()}…`],
  ])('%s', (words, title) => expect(titleOf(words)).toBe(title));
});

describe('a pause', () => {
  const pause = (id: string, until: number) => ({ id, value: { until, by: 'd01', at: NOW } });

  it.each<[string, readonly ReturnType<typeof pause>[], number | undefined]>([
    ['none', [], undefined],
    ['of the school', [pause('school', NOW + 10)], NOW + 10],
    ['of the class', [pause('class 5А', NOW + 10)], NOW + 10],
    ['of the chat', [pause('memory:chat:1', NOW + 10)], NOW + 10],
    ['of another class', [pause('class 5Б', NOW + 10)], undefined],
    ['that is over', [pause('school', NOW)], undefined],
    ['the longest of several', [pause('school', NOW + 10), pause('memory:chat:1', NOW + 20)], NOW + 20],
  ])('%s', (_words, pauses, until) => expect(paused(pauses, { chat: 'memory:chat:1', class: '5А' }, NOW)).toBe(until));
});
