import type { Text } from '../domain/text.js';
import { calendarFile } from '../meetings/calendar-file.js';
import type { Documents } from '../ports/documents.js';

/** Meetings as a calendar file, in the school's words and zone. */
export const calendarOf = (
  { name, entries, now, method, title }: Parameters<Documents['calendar']>[0],
  say: (text: Text) => string,
  zone: string,
): { readonly name: string; readonly bytes: Uint8Array } => {
  const events = entries.map(({ title: named, description, ...entry }) => ({
    ...entry,
    title: say(named),
    description: say(description),
  }));
  const file = calendarFile(events, { zone, now, method, ...(title && { name: say(title) }) });
  return { name: `${say(name)}.ics`, bytes: new TextEncoder().encode(file) };
};
