import type { Enclosure } from '../domain/action.js';
import { text } from '../domain/text.js';
import { addDays, dayAt } from '../meetings/local-day.js';
import type { CalendarEntry } from '../ports/documents.js';
import type { Call, Reply } from './command.js';
import { leads } from './meetings-own.js';
import { expectedAt } from './meetings-people.js';
import { told } from './meetings-talk.js';
import { agendaLine, meetingVars } from './meetings-words.js';
import { here } from './reply.js';

/** Lines of the list; the calendar file has them all. */
const MOST = 30;

/** The plan of the school year, as a list and as a calendar file, for whoever leads or attends these meetings. */
export const yearPlan = async (call: Call): Promise<Reply> => {
  const today = dayAt(call.now, call.zone);
  const last = addDays(today, 366);
  const all = (await call.records.all('meeting'))
    .filter(({ value }) => value.state === 'planned' && value.at > call.now && dayAt(value.at, call.zone) < last)
    .toSorted((a, b) => a.value.at - b.value.at);
  const seen = await Promise.all(
    all.map(
      async ({ value }) =>
        (await leads(value, call)) || (await expectedAt(value, call)).some(({ id }) => id === call.person?.id),
    ),
  );
  const held = all.filter((_, place) => seen[place]);
  if (held.length === 0) return told(call, text('meeting-no-meetings'), 'none');
  const shown = (await call.settings()).callLink === 'invitation';
  const entries = held.map(({ id, value }): CalendarEntry => {
    const vars = meetingVars(value, call.zone);
    return {
      ...{ id, sequence: value.sequence, at: value.at, lasts: value.lasts, cancelled: false },
      title: text('meeting-title', vars),
      description: text('meeting-calendar-agenda', { agenda: agendaLine(value.agenda, 4_000), items: vars.items }),
      ...(value.link === undefined || !shown ? {} : { link: value.link }),
      ...(value.repeats === undefined ? {} : { repeats: value.repeats }),
    };
  });
  const title = text('meeting-year-title');
  const { name, bytes } = call.documents.calendar({ name: title, entries, now: call.now, method: 'publish', title });
  const file: Enclosure = { name, kind: 'document', base64: Buffer.from(bytes).toString('base64') };
  const lines = held.slice(0, MOST).map(({ value }) => text('meeting-line', meetingVars(value, call.zone, shown)));
  const words = text('meeting-year', { lines, more: Math.max(0, held.length - MOST) });
  return {
    actions: [{ ...here(call, words), files: [file] } as Reply['actions'][number]],
    changes: [],
    because: 'plan',
  };
};
