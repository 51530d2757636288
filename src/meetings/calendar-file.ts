import { MINUTE } from '../domain/time.js';
import { clockAt, dayAt, offsetOf } from './local-day.js';
import type { Repeats } from './when/facts.js';

/** A meeting as a calendar keeps it; words are the school's own. */
export interface CalendarEvent {
  /** The same for every version of it. */
  readonly id: string;
  readonly sequence: number;
  readonly at: number;
  /** Minutes. */
  readonly lasts: number;
  readonly title: string;
  readonly description?: string;
  readonly link?: string;
  readonly cancelled: boolean;
  readonly repeats?: Repeats;
}

export interface CalendarOptions {
  readonly zone: string;
  readonly now: number;
  /** `cancel` takes events out of a calendar that has them. */
  readonly method: 'publish' | 'cancel';
  /** What the calendar is called, for a whole year of events. */
  readonly name?: string;
}

const OCTETS = 75;
const bytes = (words: string): number => new TextEncoder().encode(words).length;

/** RFC 5545, 3.1: lines of at most 75 octets; a letter is never torn apart. */
const folded = (line: string): string => {
  const lines: string[] = [];
  let current = '';
  let room = OCTETS;
  for (const letter of line) {
    const size = bytes(letter);
    if (size > room) {
      lines.push(current);
      current = '';
      // The space that marks a continuation counts.
      room = OCTETS - 1;
    }
    current += letter;
    room -= size;
  }
  return [...lines, current].join('\r\n ');
};

/** RFC 5545, 3.3.11. Control characters have no place in a text. */
const escaped = (words: string): string =>
  words
    .replace(/\r\n?/gu, '\n')
    .replace(/[^\P{Cc}\n]/gu, '')
    .replace(/[\\;,]/gu, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n');

const stamp = (day: string, clock: string): string => `${day}T${clock}00`.replace(/[-:]/gu, '');
const inZone = (at: number, zone: string): string => stamp(dayAt(at, zone), clockAt(at, zone));
const inUtc = (at: number): string => `${inZone(at, 'Etc/UTC')}Z`;

const offset = (minutes: number): string => {
  const size = Math.abs(minutes);
  const figures = [Math.trunc(size / 60), size % 60].map((figure) => String(figure).padStart(2, '0'));
  return `${minutes < 0 ? '-' : '+'}${figures.join('')}`;
};

/** Russia keeps one time all the year. */
const zoneLines = (zone: string, at: number): readonly string[] => {
  const ahead = offset(offsetOf(at, zone));
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${zone}`,
    'BEGIN:STANDARD',
    'DTSTART:19700101T000000',
    `TZOFFSETFROM:${ahead}`,
    `TZOFFSETTO:${ahead}`,
    'END:STANDARD',
    'END:VTIMEZONE',
  ];
};

const RULES: Readonly<Record<Repeats, string>> = {
  weekly: 'FREQ=WEEKLY',
  fortnightly: 'FREQ=WEEKLY;INTERVAL=2',
  monthly: 'FREQ=MONTHLY',
};

const eventLines = (event: CalendarEvent, { zone, now }: CalendarOptions): readonly string[] => [
  'BEGIN:VEVENT',
  `UID:${escaped(event.id)}@dezhurny`,
  `DTSTAMP:${inUtc(now)}`,
  `SEQUENCE:${event.sequence}`,
  `DTSTART;TZID=${zone}:${inZone(event.at, zone)}`,
  `DTEND;TZID=${zone}:${inZone(event.at + event.lasts * MINUTE, zone)}`,
  ...(event.repeats ? [`RRULE:${RULES[event.repeats]}`] : []),
  `SUMMARY:${escaped(event.title)}`,
  ...(event.description ? [`DESCRIPTION:${escaped(event.description)}`] : []),
  ...(event.link ? [`URL:${event.link.replace(/\s/gu, '')}`] : []),
  `STATUS:${event.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
  'TRANSP:OPAQUE',
  'END:VEVENT',
];

/** A calendar file (RFC 5545) of these meetings: any calendar program opens it. The same values make the same file. */
export const calendarFile = (events: readonly CalendarEvent[], options: CalendarOptions): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//dezhurny//meetings//RU',
    'CALSCALE:GREGORIAN',
    `METHOD:${options.method === 'cancel' ? 'CANCEL' : 'PUBLISH'}`,
    ...(options.name ? [`X-WR-CALNAME:${escaped(options.name)}`] : []),
    ...zoneLines(options.zone, events[0]?.at ?? options.now),
    ...events.flatMap((event) => eventLines(event, options)),
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n');
