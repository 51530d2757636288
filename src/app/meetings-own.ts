import { normaliseClass } from '../domain/class-name.js';
import type { Meeting } from '../domain/meeting.js';
import type { Option } from '../domain/question.js';
import type { Held } from '../domain/records.js';
import { text } from '../domain/text.js';
import { DAY } from '../domain/time.js';
import type { Call, Reply } from './command.js';
import { rightOf } from './meetings-people.js';
import { asking, asks, told } from './meetings-talk.js';
import { meetingVars } from './meetings-words.js';

/** Whether whoever calls leads this meeting: called it, or may call such a one. */
export const leads = async (meeting: Meeting, call: Call): Promise<boolean> => {
  if (call.person === undefined) return false;
  if (meeting.organiser === call.person.id) return true;
  const { permission, scope } = rightOf(meeting);
  return (await call.may(permission, scope)).granted === 'yes';
};

/** So long after its time a meeting can still be ended, and its minutes written. */
const RECENT = 30 * DAY;

/** The class that words name, if they name one, and the other words. */
export const classIn = (words: string): { readonly name: string | undefined; readonly rest: string } => {
  const [first = '', ...others] = words.trim().split(/\s+/u);
  const name = normaliseClass(first);
  // A bare figure may be a day, or an item of the agenda.
  return name === null || !/\p{L}/u.test(name)
    ? { name: undefined, rest: words.trim() }
    : { name, rest: others.join(' ') };
};

/** Meetings whoever calls leads, in the state that is wanted, the nearest to now first. */
export const ownMeetings = async (
  wanted: (meeting: Meeting) => boolean,
  named: string | undefined,
  call: Call,
): Promise<readonly Held<'meeting'>[]> => {
  const all = (await call.records.all('meeting')).filter(
    ({ value }) => value.at > call.now - RECENT && wanted(value) && (named === undefined || value.class === named),
  );
  const led = await Promise.all(all.map(({ value }) => leads(value, call)));
  return all
    .filter((_, place) => led[place])
    .toSorted((a, b) => Math.abs(a.value.at - call.now) - Math.abs(b.value.at - call.now));
};

const MOST = 6;

/** Which of several meetings is meant. */
export const askWhich = (verb: string, held: readonly Held<'meeting'>[], words: string, call: Call): Reply => {
  const shown = held.slice(0, MOST);
  const options = shown.map(
    ({ value }, at): Option => ({
      id: String(at),
      label: text('button-meeting-which', { meeting: text('meeting-on-button', meetingVars(value, call.zone)) }),
    }),
  );
  const data = { step: 'which', verb, ids: shown.map(({ id }) => id), words } as const;
  return asks('which', asking(text('meeting-which'), data, options));
};

/** The one meeting that a command is about, or what to say when there is none or there are several. */
export const oneMeeting = async (
  verb: string,
  words: string,
  wanted: (meeting: Meeting) => boolean,
  call: Call,
): Promise<{ readonly held: Held<'meeting'>; readonly rest: string } | Reply> => {
  const { name, rest } = classIn(words);
  const found = await ownMeetings(wanted, name, call);
  const [only, ...others] = found;
  if (only === undefined) return told(call, text('meeting-none', { verb }), 'none');
  return others.length > 0 ? askWhich(verb, found, rest, call) : { held: only, rest };
};
