import fc from 'fast-check';
import { sync as nodeIcal } from 'node-ical';
import { convertIcsCalendar } from 'ts-ics';
import { HOUR } from '../../src/domain/time.js';
import { type CalendarEvent, calendarFile } from '../../src/meetings/calendar-file.js';
import { instantOf, RUSSIAN_ZONES } from '../../src/meetings/local-day.js';

const NOW = Date.UTC(2026, 8, 23, 9);
const ZONE = 'Europe/Moscow';
const meeting: CalendarEvent = {
  id: 'm1',
  sequence: 0,
  at: instantOf('2026-09-25', '18:30', ZONE),
  lasts: 60,
  title: 'Родительское собрание 5А класса',
  description:
    'Повестка: 1) итоги адаптации; 2) питание, поведение; 3) разное\nВопросы – классному руководителю \\ лично',
  link: 'https://vk.com/call/join/TEST',
  cancelled: false,
};
const file = (over: Partial<CalendarEvent> = {}, method: 'publish' | 'cancel' = 'publish', zone = ZONE): string =>
  calendarFile([{ ...meeting, ...over }], { zone, now: NOW, method });

const byNodeIcal = (ics: string) => Object.values(nodeIcal.parseICS(ics)).filter((one) => one?.type === 'VEVENT');
const byTsIcs = (ics: string) => convertIcsCalendar(undefined, ics);

describe('a calendar file', () => {
  it('is read alike by two programs', () => {
    const [one] = byNodeIcal(file()) as unknown as Record<string, { toString(): string; getTime(): number }>[];
    const calendar = byTsIcs(file());
    const other = calendar.events?.[0];
    expect(one?.summary).toBe(meeting.title);
    expect(other?.summary).toBe(meeting.title);
    expect(one?.description).toBe(meeting.description);
    expect(other?.description).toBe(meeting.description);
    expect(one?.start?.getTime()).toBe(meeting.at);
    expect(one?.end?.getTime()).toBe(meeting.at + HOUR);
    expect(other?.start.date.getTime()).toBe(meeting.at);
    expect(String(one?.url)).toBe(meeting.link);
    expect(one?.uid).toBe('m1@dezhurny');
    expect(other?.uid).toBe('m1@dezhurny');
  });

  it('a move and a cancellation are later entries of the same event', () => {
    const later = file({ sequence: 2, at: meeting.at + HOUR, cancelled: true }, 'cancel');
    const [one] = byNodeIcal(later) as unknown as Record<string, unknown>[];
    const calendar = byTsIcs(later);
    expect([one?.uid, Number(one?.sequence), one?.status]).toEqual(['m1@dezhurny', 2, 'CANCELLED']);
    const [other] = calendar.events ?? [];
    expect([calendar.method, other?.sequence, other?.status]).toEqual(['CANCEL', 2, 'CANCELLED']);
  });

  it.each(RUSSIAN_ZONES)('%s: the same instant, in the zone’s own time', (zone) => {
    const at = instantOf('2026-09-25', '18:30', zone);
    const ics = file({ at }, 'publish', zone);
    expect(ics).toContain(`DTSTART;TZID=${zone}:20260925T183000`);
    const [one] = byNodeIcal(ics) as unknown as { start: Date }[];
    expect(one?.start.getTime()).toBe(at);
    expect(byTsIcs(ics).events?.[0]?.start.date.getTime()).toBe(at);
  });

  it('repeats as it was planned', () => {
    expect(file({ repeats: 'fortnightly' })).toContain('RRULE:FREQ=WEEKLY;INTERVAL=2');
    expect(byTsIcs(file({ repeats: 'weekly' })).events?.[0]?.recurrenceRule?.frequency).toBe('WEEKLY');
  });

  it('has lines of at most 75 octets, never breaks a letter, and loses no word of any language', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.integer({ min: 1, max: 600 }), (words, lasts) => {
        const title = `Собрание ${words}`;
        const ics = file({ title, lasts });
        for (const line of ics.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(ics).not.toMatch(/[^\r]\n|\uFFFD/u);
        const unfolded = ics.replaceAll('\r\n ', '');
        expect(unfolded).toContain(`DTEND;TZID=${ZONE}`);
        const [, written = ''] = /^SUMMARY:(.*)$/mu.exec(unfolded) ?? [];
        const read = written.replace(/\\(.)/gu, (_, sign: string) => (sign === 'n' ? '\n' : sign));
        expect(read).toBe(title.replace(/\r\n?/gu, '\n').replace(/[^\P{Cc}\n]/gu, ''));
      }),
    );
  });
});
