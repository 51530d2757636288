import dayjs from 'dayjs';
import fc from 'fast-check';
import { isQuiet, notBefore } from '../../src/app/quiet.js';
import { addWorkingDays, type Days, isWorkingDay, nextWorkingDay } from '../../src/app/working-days.js';
import { CalendarFile } from '../../src/domain/calendar.js';
import { DEFAULTS, settingsOf } from '../../src/domain/settings.js';
import { DAY } from '../../src/domain/time.js';
import { loadBeginning } from '../../src/storage/school.js';

const ZONE = 'Europe/Moscow';
const at = (when: string) => dayjs.tz(when, ZONE).valueOf();
const shown = (when: number) => dayjs(when).tz(ZONE).format('YYYY-MM-DD HH:mm');
const lunch = settingsOf({ quietHours: { from: '12:00', to: '13:00' } });

describe('quiet hours', () => {
  it.each([
    ['the usual ones begin at eight in the evening', DEFAULTS, '2026-09-09 20:00', '2026-09-10 08:00'],
    ['and go over midnight', DEFAULTS, '2026-09-10 00:30', '2026-09-10 08:00'],
    ['until the last minute', DEFAULTS, '2026-09-10 07:59', '2026-09-10 08:00'],
    ['within a day', lunch, '2026-09-09 12:30', '2026-09-09 13:00'],
    ['over the end of a month', DEFAULTS, '2026-09-30 23:00', '2026-10-01 08:00'],
  ])('%s', (_, settings, now, until) => {
    expect(isQuiet(at(now), settings, ZONE)).toBe(true);
    expect(shown(notBefore(at(now), settings, ZONE))).toBe(until);
  });

  it.each([
    ['are over at their end', DEFAULTS, '2026-09-10 08:00'],
    ['have not begun a minute before', DEFAULTS, '2026-09-10 19:59'],
    ['are not at night where they are at noon', lunch, '2026-09-10 02:00'],
  ])('%s', (_, settings, now) => {
    expect(isQuiet(at(now), settings, ZONE)).toBe(false);
    expect(notBefore(at(now), settings, ZONE)).toBe(at(now));
  });

  it('are by the clock of the school, not of the machine', () => {
    expect(isQuiet(at('2026-09-09 16:00'), DEFAULTS, 'Asia/Vladivostok')).toBe(true);
  });

  it('end within a day, and the bot may write at their end', () => {
    const clock = fc.tuple(fc.nat(23), fc.nat(59)).map((both) => both.map((n) => String(n).padStart(2, '0')).join(':'));
    fc.assert(
      fc.property(clock, clock, fc.integer({ min: at('2026-01-01'), max: at('2027-12-31') }), (from, to, now) => {
        fc.pre(from !== to);
        const settings = { quietHours: { from, to } };
        const then = notBefore(now, settings, ZONE);
        expect(then - now).toBeGreaterThanOrEqual(0);
        expect(then - now).toBeLessThan(DAY);
        expect(isQuiet(then, settings, ZONE)).toBe(false);
      }),
    );
  });
});

describe('working days', () => {
  const days = async (over: Partial<Days['settings']> = {}): Promise<Days> => ({
    calendar: (await loadBeginning('policies/school-21')).calendar,
    settings: { ...DEFAULTS, ...over },
    zone: ZONE,
  });

  it.each([
    ['three of them: 10, 11, 14', '2026-09-09 23:14', 3, {}, '2026-09-14 23:14'],
    ['none is the same moment', '2026-09-12 10:00', 0, {}, '2026-09-12 10:00'],
    [
      'a Saturday counts in a school of six days',
      '2026-09-11 10:00',
      1,
      { workingWeek: 6 as const },
      '2026-09-12 10:00',
    ],
    ['from a weekend on', '2026-09-12 10:00', 1, {}, '2026-09-14 10:00'],
    ['around the day of unity', '2026-11-03 10:00', 1, {}, '2026-11-05 10:00'],
    ['over the new year', '2026-12-30 10:00', 1, {}, '2027-01-11 10:00'],
    ['the school is closed a day longer', '2026-12-30 10:00', 1, { daysOff: ['2027-01-11'] }, '2027-01-12 10:00'],
    ['the school works off a Saturday', '2026-09-11 10:00', 1, { workingDays: ['2026-09-12'] }, '2026-09-12 10:00'],
  ])('%s', async (_, from, count, over, until) => {
    expect(shown(addWorkingDays(at(from), count, await days(over)))).toBe(until);
  });

  it('the next one begins for what waits until two in the afternoon', async () => {
    expect(shown(nextWorkingDay(at('2026-09-11 23:40'), '14:00', await days()))).toBe('2026-09-14 14:00');
  });

  it.each(['2026-02-23', '2026-03-09', '2026-05-11', '2026-06-12', '2026-12-31', '2027-05-10'])(
    'is not %s, a public holiday',
    async (date) => {
      expect(isWorkingDay(at(date), await days())).toBe(false);
    },
  );

  it('the calendar may name working Saturdays; a date that there is not is refused', async () => {
    const calendar = { ...(await days()).calendar, workingDays: ['2026-09-12'] };
    expect(isWorkingDay(at('2026-09-12'), { ...(await days()), calendar })).toBe(true);
    expect(CalendarFile.safeParse({ ...calendar, daysOff: ['2026-02-30'] }).success).toBe(false);
  });
});
