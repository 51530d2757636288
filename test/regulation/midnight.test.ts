import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import { editionAt } from '../../src/regulation/cite.js';
import { midnight, policyOf } from '../../src/regulation/policy.js';
import { endOf } from '../../src/roster/movement.js';
import { edition } from './documents.js';

dayjs.extend(utc);
dayjs.extend(timezone);

/** Of the last four days one begins at one o'clock, two begin or end with clocks put back. */
describe.each([
  ['Europe/Kaliningrad', '2026-10-26'],
  ['Asia/Kamchatka', '2026-10-26'],
  ['America/Santiago', '2026-09-06'],
  ['Asia/Beirut', '2026-03-29'],
  ['Africa/Cairo', '2026-10-30'],
  ['America/Santiago', '2026-04-05'],
])('in %s the %s', (zone, date) => {
  const clock = (at: number) => dayjs(at).tz(zone).format('YYYY-MM-DD');
  const begin = midnight(date, zone);

  it('begins with its first moment', () => {
    expect(clock(begin)).toBe(date);
    expect(clock(begin - 1) < date).toBe(true);
  });

  it('ends before the next one', () => {
    expect(clock(endOf(date, zone) - 1)).toBe(date);
    expect(clock(endOf(date, zone)) > date).toBe(true);
  });

  it('brings an edition into force, not a moment earlier', () => {
    const policy = policyOf([edition('2024-08-31'), edition(date)], undefined, zone);
    const dated = (at: number) => editionAt(policy, at)?.requisites.inForceFrom;
    expect([dated(begin - 1), dated(begin)]).toEqual(['2024-08-31', date]);
  });
});
