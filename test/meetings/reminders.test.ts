import fc from 'fast-check';
import { DAY, HOUR, MINUTE } from '../../src/domain/time.js';
import { clockAt, dayAt, instantOf, RUSSIAN_ZONES } from '../../src/meetings/local-day.js';
import { isOutrun, reminderPlan } from '../../src/meetings/reminders.js';

const ZONE = 'Europe/Moscow';
const QUIET = { from: '20:00', to: '08:00' };
const at = (day: string, clock: string): number => instantOf(day, clock, ZONE);
const plan = (meeting: number, created: number) =>
  reminderPlan({ at: meeting, created, quietHours: QUIET, zone: ZONE }).map(
    (one) =>
      `${one.kind} ${dayAt(one.at, ZONE)} ${clockAt(one.at, ZONE)} ${one.to} ${one.days}${one.moved ? ' moved' : ''}`,
  );
const LONG_AGO = at('2026-09-01', '12:00');

describe('reminders of a meeting', () => {
  it('come a week, a day, an hour and ten minutes ahead', () => {
    expect(plan(at('2026-09-25', '18:30'), LONG_AGO)).toEqual([
      'week 2026-09-18 18:30 chat 7',
      'day 2026-09-24 18:30 chat 1',
      'hour 2026-09-25 17:30 chat 0',
      'soon 2026-09-25 18:20 chat 0',
    ]);
  });

  it('are left out when the meeting was called too late for them', () => {
    expect(plan(at('2026-09-25', '18:30'), at('2026-09-23', '12:00'))[0]).toBe('day 2026-09-24 18:30 chat 1');
    expect(plan(at('2026-09-25', '18:30'), at('2026-09-24', '19:00'))[0]).toBe('hour 2026-09-25 17:30 chat 0');
    expect(plan(at('2026-09-25', '18:30'), at('2026-09-25', '18:25'))).toEqual([]);
  });

  it('of an evening in quiet hours: the day ahead is told on the morning of the day itself, the last one to those who come', () => {
    expect(plan(at('2026-09-25', '20:30'), LONG_AGO)).toEqual([
      'week 2026-09-19 08:00 chat 6 moved',
      'day 2026-09-25 08:00 chat 0 moved',
      'hour 2026-09-25 19:30 chat 0',
      'soon 2026-09-25 20:20 coming 0',
    ]);
  });

  it('of an early morning: nothing wakes anybody, and nothing is said twice', () => {
    expect(plan(at('2026-09-25', '08:30'), LONG_AGO)).toEqual([
      'week 2026-09-18 08:30 chat 7',
      'day 2026-09-24 08:30 chat 1',
      'hour 2026-09-25 08:00 chat 0 moved',
      'soon 2026-09-25 08:20 chat 0',
    ]);
    expect(plan(at('2026-09-25', '08:05'), LONG_AGO).at(-1)).toBe('soon 2026-09-25 07:55 coming 0');
  });

  it('one that has to wait is left out when the next one is due by then', () => {
    const meeting = at('2026-09-25', '18:30');
    expect(isOutrun('day', at('2026-09-25', '17:30'), meeting)).toBe(true);
    expect(isOutrun('day', at('2026-09-25', '17:29'), meeting)).toBe(false);
    expect(isOutrun('hour', at('2026-09-25', '18:00'), meeting)).toBe(false);
    expect(isOutrun('soon', at('2026-09-25', '18:29'), meeting)).toBe(false);
  });

  it('whenever it is: in order, ahead of the meeting, after it was called, and to the chat never in quiet hours', () => {
    const first = at('2026-09-01', '00:00');
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 * 24 * 60 }),
        fc.integer({ min: 0, max: 60 * 24 * 60 }),
        fc.constantFrom(...RUSSIAN_ZONES),
        fc.constantFrom(QUIET, { from: '22:00', to: '07:00' }, { from: '13:00', to: '14:00' }),
        (a, b, zone, quietHours) => {
          const [created, meeting] = [Math.min(a, b), Math.max(a, b)].map((minute) => first + minute * MINUTE) as [
            number,
            number,
          ];
          const found = reminderPlan({ at: meeting, created, quietHours, zone });
          for (const [place, one] of found.entries()) {
            expect(one.at).toBeGreaterThan(created);
            expect(one.at).toBeLessThan(meeting);
            if (place > 0) expect(one.at).toBeGreaterThan(found[place - 1]?.at ?? 0);
            const clock = clockAt(one.at, zone);
            const { from, to } = quietHours;
            const quiet = from < to ? clock >= from && clock < to : clock >= from || clock < to;
            if (one.to === 'chat') expect(quiet).toBe(false);
            expect(one.days).toBeLessThanOrEqual(Math.ceil((meeting - one.at) / DAY) + 1);
          }
          expect(new Set(found.map(({ kind }) => kind)).size).toBe(found.length);
          if (meeting - created > HOUR) expect(found.length).toBeGreaterThan(0);
        },
      ),
    );
  });
});
