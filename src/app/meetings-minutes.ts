import type { Enclosure } from '../domain/action.js';
import type { Meeting, Minutes, MinutesItem } from '../domain/meeting.js';
import { fullName, shortName } from '../domain/names.js';
import type { Answer } from '../domain/question.js';
import { type Held, keep } from '../domain/records.js';
import { type Text, text } from '../domain/text.js';
import { countOf } from '../meetings/life.js';
import { clockAt } from '../meetings/local-day.js';
import { schoolYear } from '../meetings/repeats.js';
import type { Call, Reply } from './command.js';
import type { Known } from './known.js';
import { leads } from './meetings-own.js';
import { KINDS } from './meetings-people.js';
import { lookAt } from './meetings-run.js';
import { asking, asks, told } from './meetings-talk.js';
import { meetingVars, nameVars, whenVars } from './meetings-words.js';

/** Minutes are numbered within the class, or the school, and the school year. */
const numberOf = async (id: string, meeting: Meeting, { records, zone }: Known): Promise<number> =>
  (await records.all('meeting')).filter(
    (other) =>
      other.id !== id &&
      other.value.minutes !== undefined &&
      other.value.kind === meeting.kind &&
      other.value.class === meeting.class &&
      schoolYear(other.value.at, zone) === schoolYear(meeting.at, zone),
  ).length + 1;

const EMPTY: MinutesItem = { heard: '', decided: '' };

/** A meeting without an agenda has one item without a title. */
const itemCount = ({ agenda }: Meeting): number => Math.max(1, agenda.length);

const titleOf = ({ agenda }: Meeting, item: number): string | Text => {
  const [first = '', ...rest] = agenda[item] ?? '';
  return first === '' ? text('meeting-item-untitled') : `${first.toUpperCase()}${rest.join('')}`;
};

/** Held by whoever leads the meeting; nothing for anybody else. */
export const ledMeeting = async (id: string, call: Call): Promise<Held<'meeting'> | undefined> => {
  const held = await call.records.get('meeting', id);
  return held && (await leads(held.value, call)) ? held : undefined;
};

const askItem = (id: string, meeting: Meeting, item: number, part: 'heard' | 'decided') => {
  const vars = { number: String(item + 1), title: titleOf(meeting, item), part };
  const skip = { id: 'skip', label: text('button-meeting-skip'), look: 'secondary' } as const;
  return asking(text('meeting-ask-item', vars), { step: 'minutes', meeting: id, item, part }, [skip], { free: true });
};

const itemLine = (meeting: Meeting, item: MinutesItem, at: number): Text =>
  text('meeting-minutes-line', {
    number: String(at + 1),
    title: titleOf(meeting, at),
    heard: item.heard === '' ? text('document-blank') : item.heard,
    decided: item.decided === '' ? text('document-blank') : item.decided,
  });

const askReady = (id: string, meeting: Meeting, { number, items }: Minutes) => {
  const lines = items.map((item, at) => itemLine(meeting, item, at));
  const ready = { id: 'ready', label: text('button-meeting-ready'), look: 'positive' } as const;
  const again = { id: 'again', label: text('button-meeting-minutes-again'), look: 'secondary' } as const;
  const words = text('meeting-minutes-draft', { number: String(number), lines });
  return asking(words, { step: 'minutes-ready', meeting: id }, [ready, again], { free: true });
};

/** The minutes of a meeting that has ended are written item by item. */
export const startMinutes = async (held: Held<'meeting'>, call: Call): Promise<Reply> => {
  const { id, value } = held;
  const items = Array.from({ length: itemCount(value) }, () => EMPTY);
  const minutes = value.minutes ?? { number: await numberOf(id, value, call), items };
  if (minutes.items.some(({ decided }) => decided !== '')) return asks('minutes', askReady(id, value, minutes));
  return {
    ...asks('minutes', askItem(id, value, 0, 'heard')),
    changes: [keep('meeting', id, { ...value, minutes }, held)],
  };
};

const LONGEST = 1_500;
const BOTH = /^\s*слушали[\s:–—-]+([\s\S]+?)[\s.;]*(?<!\p{L})(?:решили|постановили)[\s:–—-]+([\s\S]+)$/iu;

const withItem = (minutes: Minutes, item: number, over: Partial<MinutesItem>): Minutes => ({
  ...minutes,
  items: minutes.items.map((one, at) => (at === item ? { ...one, ...over } : one)),
});

/** Of an item what was heard, what was decided, or both at once: «слушали …, решили …». */
const readItem = (words: string, part: 'heard' | 'decided'): Partial<MinutesItem> => {
  const [, heard, decided] = BOTH.exec(words) ?? [];
  if (heard !== undefined && decided !== undefined)
    return { heard: heard.trim().slice(0, LONGEST), decided: decided.trim().slice(0, LONGEST) };
  return { [part]: words.trim().slice(0, LONGEST) };
};

export const hearMinutes = async (
  answer: Answer,
  talk: { readonly meeting: string; readonly item: number; readonly part: 'offer' | 'heard' | 'decided' },
  call: Call,
): Promise<Reply> => {
  const held = await ledMeeting(talk.meeting, call);
  if (held === undefined || held.value.state !== 'ended') return told(call, text('button-stale'), 'gone');
  const { id, value } = held;
  if (talk.part === 'offer')
    return answer.option === 'yes' ? startMinutes(held, call) : told(call, text('meeting-no-minutes'), 'no-minutes');
  if (value.minutes === undefined) return told(call, text('button-stale'), 'gone');
  const given = answer.words === undefined ? {} : readItem(answer.words, talk.part);
  const minutes = withItem(value.minutes, talk.item, given);
  const both = 'heard' in given && 'decided' in given;
  const after = talk.part === 'heard' && !both ? talk.item : talk.item + 1;
  const ask =
    after >= minutes.items.length
      ? askReady(id, value, minutes)
      : askItem(id, value, after, after === talk.item ? 'decided' : 'heard');
  return { ...asks('minutes', ask), changes: [keep('meeting', id, { ...value, minutes }, held)] };
};

/** Of the class's parents, of the whole school's, of colleagues. */
const presentWords = (meeting: Meeting, there: number, all: number): Text =>
  text('document-minutes-present', { kind: meeting.kind, there: String(there), all: String(all) });

const paperOf = async (id: string, meeting: Meeting, minutes: Minutes, known: Known): Promise<Enclosure> => {
  const { zone } = known;
  const { people, parts, there } = await lookAt(id, meeting, known);
  const organiser = await known.people.find(meeting.organiser);
  const { name: school } = await known.settings();
  const items = minutes.items.map((item, at) => {
    const votes = countOf(parts, at);
    const counted = votes.for + votes.against + votes.abstained > 0;
    return { ...item, title: titleOf(meeting, at), ...(counted && { votes }) };
  });
  const { name, bytes } = known.documents.minutes({
    ...(school === '' ? {} : { school }),
    number: minutes.number,
    of: text('document-minutes-of', nameVars(meeting)),
    date: whenVars(meeting.at, zone).date,
    begun: clockAt(meeting.begun ?? meeting.at, zone),
    ended: clockAt(meeting.ended ?? meeting.at, zone),
    present: presentWords(meeting, there.length, people.length),
    presided: organiser
      ? text('document-minutes-presided', { role: text('role', { role: organiser.role }), who: shortName(organiser) })
      : text('document-blank'),
    items,
    // Of a class the list is its teacher's to see.
    names: KINDS[meeting.kind].ofClass ? people.filter(({ id: one }) => there.includes(one)).map(fullName) : [],
    questions: parts.reduce((sum, { asked }) => sum + asked.length, 0),
  });
  return { name, kind: 'document', base64: Buffer.from(bytes).toString('base64') };
};

const EDIT = /^\s*(\d{1,2})[\s.)]*(слушали|решили)[\s:–—-]+([\s\S]+)$/iu;

const edited = (minutes: Minutes, words: string): Minutes | undefined => {
  const [, number, part = '', said = ''] = EDIT.exec(words) ?? [];
  const item = Number(number) - 1;
  if (minutes.items[item] === undefined) return undefined;
  const which = part.toLowerCase() === 'слушали' ? 'heard' : 'decided';
  return withItem(minutes, item, { [which]: said.trim().slice(0, LONGEST) });
};

/** The draft is mended, or said to be complete: then it is a file to be signed, and nothing is posted by itself. */
export const hearReady = async (answer: Answer, meetingId: string, call: Call): Promise<Reply> => {
  const held = await ledMeeting(meetingId, call);
  const minutes = held?.value.minutes;
  if (held === undefined || minutes === undefined) return told(call, text('button-stale'), 'gone');
  const { id, value } = held;
  if (answer.option === 'again') return asks('minutes', askItem(id, value, 0, 'heard'));
  if (answer.option === undefined) {
    const changed = edited(minutes, answer.words);
    if (changed === undefined) return { ...told(call, text('meeting-edit-form'), 'usage'), stays: true };
    const change = keep('meeting', id, { ...value, minutes: changed }, held);
    return { ...asks('edited', askReady(id, value, changed)), changes: [change] };
  }
  const file = await paperOf(id, value, minutes, call);
  const publish = { id: 'publish', label: text('button-meeting-decisions'), look: 'primary' } as const;
  const no = { id: 'no', label: text('button-meeting-not-needed'), look: 'secondary' } as const;
  const some = minutes.items.some(({ decided }) => decided !== '');
  const words = text('meeting-minutes-ready', meetingVars(value, call.zone));
  const ask = asking(words, { step: 'decisions', meeting: id, times: [] }, some ? [publish, no] : [], {
    files: [file],
  });
  const ready = { ...value, minutes: { ...minutes, ready: call.now } };
  return { ...asks('ready', ask), changes: [keep('meeting', id, ready, held)] };
};
