import type { Meeting, Part } from '../domain/meeting.js';
import { shortName } from '../domain/names.js';
import type { Person } from '../domain/person.js';
import { type Held, keep } from '../domain/records.js';
import { type Text, text } from '../domain/text.js';
import * as life from '../meetings/life.js';
import type { Call, Reply } from './command.js';
import type { Known } from './known.js';
import { finishCall } from './meetings-call.js';
import { leads } from './meetings-own.js';
import { expectedAt, KINDS, partsOf } from './meetings-people.js';
import { hangRulesAgain } from './meetings-pin.js';
import { doorChanges, openQuestion, withDoor, withOptions } from './meetings-send.js';
import { nextOfSeries } from './meetings-series.js';
import { asking, told } from './meetings-talk.js';
import { timersOf, voteQuestion, withoutTimers } from './meetings-timers.js';
import { meetingVars, showsLink } from './meetings-words.js';

/** Those who are expected, and what they have said. */
export const lookAt = async (id: string, meeting: Meeting, known: Known) => {
  const people = await expectedAt(meeting, known);
  const held = await partsOf(id, people, known);
  const parts = held.map(({ value }) => value);
  return { people, parts, ...life.attendance(meeting, parts) };
};

const OFFER = [
  { id: 'yes', label: text('button-meeting-minutes'), look: 'primary' },
  { id: 'no', label: text('button-meeting-not-needed'), look: 'secondary' },
] as const;

/** Who was there, and whether minutes are to be written: asked of the organiser when a meeting has ended. */
export const offerMinutes = async (id: string, meeting: Meeting, known: Known) => {
  const { people, there } = await lookAt(id, meeting, known);
  const words = text('meeting-ended', { there: String(there.length), all: String(people.length) });
  return asking(words, { step: 'minutes', meeting: id, item: 0, part: 'offer' }, OFFER);
};

/** What ends with a meeting, besides itself. */
export const endingChanges = async (
  held: Held<'meeting'>,
  meeting: Meeting,
  known: Known,
): Promise<Reply['changes']> => {
  await finishCall(meeting, known);
  return [
    keep('meeting', held.id, meeting, held),
    ...withoutTimers(held.id),
    ...(await hangRulesAgain(meeting, known)),
    ...(await nextOfSeries(meeting, known)),
  ];
};

export const end = async (held: Held<'meeting'>, call: Call): Promise<Reply> => {
  const done = life.ended(held.value, call.now);
  if (!done.ok) return told(call, text('meeting-snack-defect', { why: done.why }), done.why);
  const ask = await offerMinutes(held.id, done.value, call);
  return { actions: [], changes: await endingChanges(held, done.value, call), because: 'ended', asks: [ask] };
};

/** Begun by hand, before its time or when the bot was away. */
export const begin = async (held: Held<'meeting'>, call: Call): Promise<Reply> => {
  const done = life.begun(held.value, call.now);
  if (!done.ok) return told(call, text('meeting-snack-defect', { why: done.why }), done.why);
  const meeting = { ...done.value, at: Math.min(done.value.at, call.now) };
  const words = text('group-meeting-begins', meetingVars(meeting, call.zone));
  const close = (await timersOf(held.id, meeting, call)).filter(
    (change) => change.put === 'timer' && change.timer.job === 'meeting-close',
  );
  const reply = told(call, text('meeting-begun'), 'begun');
  return {
    ...reply,
    actions: [...reply.actions, ...meeting.chats.map((to) => withDoor(to, words, held.id))],
    changes: [
      keep('meeting', held.id, meeting, held),
      ...withoutTimers(held.id).filter(
        (change) => change.put === 'no-timer' && !change.key.startsWith('meeting-close'),
      ),
      ...close,
      ...(await doorChanges(held.id, meeting, call)),
    ],
  };
};

const VOTES = [
  { id: 'for', label: text('button-meeting-for'), look: 'positive' },
  { id: 'against', label: text('button-meeting-against'), look: 'negative' },
  { id: 'abstained', label: text('button-meeting-abstained'), look: 'secondary' },
] as const;

/** An item of the agenda is voted on in the chat, by buttons. */
export const callVote = async (held: Held<'meeting'>, words: string, call: Call): Promise<Reply> => {
  const { value: meeting } = held;
  const item = Number(/\d{1,2}/u.exec(words)?.[0] ?? Number.NaN) - 1;
  const title = meeting.agenda[item];
  if (meeting.state !== 'begun') return told(call, text('meeting-snack-defect', { why: 'not-begun' }), 'not-begun');
  if (title === undefined) return told(call, text('meeting-vote-form', { items: meeting.agenda.length }), 'usage');
  const id = voteQuestion(held.id, item);
  const said = text('group-meeting-vote', { number: String(item + 1), title });
  const data = { step: 'vote', meeting: held.id, item } as const;
  const reply = told(call, text('meeting-vote-called', { number: String(item + 1) }), 'vote');
  return {
    ...reply,
    actions: [...reply.actions, ...meeting.chats.map((to) => withOptions(to, said, id, VOTES))],
    changes: await openQuestion(id, data, VOTES, life.doorCloses(meeting), call),
  };
};

/** Names of a class's parents are the class teacher's to see; of others only how many. */
const namesOf = (ids: readonly string[], people: readonly Person[], named: boolean): string =>
  named
    ? people
        .filter(({ id }) => ids.includes(id))
        .map(shortName)
        .sort((a, b) => a.localeCompare(b, 'ru'))
        .join(', ')
    : '';

const questionsOf = (parts: readonly Part[], people: readonly Person[]): readonly Text[] =>
  parts.flatMap(({ asked, person }) => {
    const who = people.find(({ id }) => id === person);
    return asked.map(({ words }) => text('meeting-line-question', { who: who ? shortName(who) : '', words }));
  });

/** How a meeting stands, for whoever leads it. */
const ownLine = async ({ id, value }: Held<'meeting'>, call: Call): Promise<Text> => {
  const { people, parts, will, wont, there, late } = await lookAt(id, value, call);
  const named = KINDS[value.kind].ofClass && value.organiser === call.person?.id;
  const list = (ids: readonly string[]) => {
    const names = namesOf(ids, people, named);
    return { count: ids.length, names: names === '' ? '' : text('meeting-names', { names }) };
  };
  const line = (what: string, ids: readonly string[]): Text => text('meeting-count', { what, ...list(ids) });
  const begun = value.state === 'begun';
  const lines = begun ? [line('there', there), line('late', late)] : [line('will', will), line('wont', wont)];
  const quorum = begun
    ? [text('meeting-quorum', { is: there.length * 2 > people.length ? 'yes' : 'no', all: String(people.length) })]
    : [];
  const questions = value.organiser === call.person?.id ? questionsOf(parts, people) : [];
  return text('meeting-own', { ...meetingVars(value, call.zone), lines: [...lines, ...quorum, ...questions] });
};

const MOST = 10;

/** Meetings that are still to be: those one leads, with who comes; those one is expected at. */
export const list = async (call: Call): Promise<Reply> => {
  const { person } = call;
  const ahead = (await call.records.all('meeting'))
    .filter(({ value }) => value.state === 'begun' || (value.state === 'planned' && value.at > call.now))
    .toSorted((a, b) => a.value.at - b.value.at);
  const lines: Text[] = [];
  for (const held of ahead) {
    if (person === undefined || lines.length >= MOST) break;
    if (held.value.organiser === person.id || (await leads(held.value, call))) lines.push(await ownLine(held, call));
    else if ((await expectedAt(held.value, call)).some(({ id }) => id === person.id))
      lines.push(text('meeting-line', meetingVars(held.value, call.zone, await showsLink(held.value, call))));
  }
  if (lines.length === 0) return told(call, text('meeting-no-meetings'), 'none');
  return told(call, text('meeting-list', { lines }), 'told');
};
