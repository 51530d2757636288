import type { Meeting, MeetingKind } from '../domain/meeting.js';
import { type Text, text } from '../domain/text.js';
import { MINUTE } from '../domain/time.js';
import { clockAt, dayAt, weekdayOf, zoneMark } from '../meetings/local-day.js';
import type { Known } from './known.js';

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;

/** What the texts with a moment of a meeting need: names of the day and the month are chosen by the language. */
export const whenVars = (at: number, zone: string) => {
  const day = dayAt(at, zone);
  const [year = '', month = '', date = ''] = day.split('-');
  return {
    weekday: WEEKDAYS[weekdayOf(day) - 1] ?? 'mon',
    day: String(Number(date)),
    month: MONTHS[Number(month) - 1] ?? 'jan',
    year,
    date: `${date}.${month}.${year}`,
    time: clockAt(at, zone),
    zone: zoneMark(at, zone),
  };
};

/** What every text needs that names a meeting. */
export const nameVars = (one: { readonly kind: MeetingKind; readonly class?: string; readonly subject?: string }) => ({
  kind: one.kind,
  class: one.class ?? '',
  subject: one.subject ?? '',
  taught: one.subject === undefined ? 'no' : 'yes',
});

/** So much of an agenda is read in a group; the rest is counted. */
const ROOM = 220;

/** «1) итоги адаптации; 2) питание»; what does not fit is left to the calendar file. */
export const agendaLine = (agenda: readonly string[], room = ROOM): string => {
  const items = agenda.map((item, at) => `${at + 1}) ${item}`);
  let left = room;
  const fitting = items.filter((item) => {
    left -= item.length + 2;
    return left > 0;
  });
  const line = fitting.join('; ');
  return fitting.length < items.length ? `${line}; …` : line;
};

/** @param linked whether the link is for these eyes at this time */
export const meetingVars = (meeting: Meeting, zone: string, linked = true) => ({
  ...nameVars(meeting),
  ...whenVars(meeting.at, zone),
  named: text('meeting-name', nameVars(meeting)),
  on: text('meeting-invite-date', whenVars(meeting.at, zone)),
  agenda: agendaLine(meeting.agenda),
  items: meeting.agenda.length,
  link: (linked && meeting.link) || '',
  linked: linked && meeting.link !== undefined ? 'yes' : 'no',
});

/** «пятница, 25 сентября 2026 г., 18:30 (МСК)». */
export const momentWords = (at: number, zone: string): Text => text('meeting-moment', whenVars(at, zone));

/** The label of a button that stands for a moment. */
export const momentLabel = (at: number, zone: string): Text =>
  text('button-meeting-when', { moment: text('meeting-moment-on-button', whenVars(at, zone)) });

/** The link may be for the last ten minutes only. */
export const showsLink = async (
  meeting: Meeting,
  { settings, now }: Pick<Known, 'settings' | 'now'>,
): Promise<boolean> => (await settings()).callLink === 'invitation' || now >= meeting.at - LAST_MINUTES;
const LAST_MINUTES = 10 * MINUTE;
