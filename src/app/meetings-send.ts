import type { Action, Button, Enclosure } from '../domain/action.js';
import type { Change } from '../domain/change.js';
import type { Meeting } from '../domain/meeting.js';
import type { Option } from '../domain/question.js';
import { keep } from '../domain/records.js';
import type { PlaceRef } from '../domain/refs.js';
import { type Text, text } from '../domain/text.js';
import { doorCloses } from '../meetings/life.js';
import type { Known } from './known.js';
import { HEARS, type MeetingTalk } from './meetings-talk.js';
import { doorQuestion, inviteQuestion } from './meetings-timers.js';
import { agendaLine, meetingVars, showsLink } from './meetings-words.js';

/** Buttons under a message that many people answer, all the same question. */
const rowsOf = (question: string, options: readonly Option[]): readonly (readonly Button[])[] =>
  options.map(({ id, label, look }) => [{ label, payload: { q: question, o: id }, ...(look && { look }) }]);

const ANSWERS: readonly Option[] = [
  { id: 'yes', label: text('button-meeting-will'), look: 'positive' },
  { id: 'no', label: text('button-meeting-wont'), look: 'secondary' },
  { id: 'ask', label: text('button-meeting-ask'), look: 'secondary' },
];
const THERE: readonly Option[] = [{ id: 'there', label: text('button-meeting-there'), look: 'positive' }];

/** A question for everybody who sees its buttons, kept under a name of its own. */
export const openQuestion = async (
  id: string,
  data: MeetingTalk,
  options: readonly Option[],
  until: number,
  { records }: Pick<Known, 'records'>,
): Promise<readonly Change[]> => {
  const held = await records.get('question', id);
  const question = { asks: HEARS, data: data as never, options: [...options], free: false, whom: '*', until };
  return [keep('question', id, question, held)];
};

/** The question under the invitation; under an earlier one people are told that the meeting was moved. */
export const inviteChanges = async (id: string, meeting: Meeting, known: Known): Promise<readonly Change[]> => {
  const { version } = meeting;
  const data = { step: 'answer', meeting: id, version } as const;
  return openQuestion(inviteQuestion(id, version), data, ANSWERS, doorCloses(meeting), known);
};

/** The meeting as a calendar file. */
export const calendarEnclosure = async (
  id: string,
  meeting: Meeting,
  known: Pick<Known, 'documents' | 'zone' | 'now' | 'settings'>,
): Promise<Enclosure> => {
  const { documents, zone, now } = known;
  const shown = await showsLink(meeting, known);
  const vars = meetingVars(meeting, zone);
  const cancelled = meeting.state === 'cancelled';
  const description = text('meeting-calendar-agenda', { agenda: agendaLine(meeting.agenda, 4_000), items: vars.items });
  // Each time of a repeated one has an invitation and a file of its own.
  const { link, sequence, at, lasts } = meeting;
  const { name, bytes } = documents.calendar({
    name: text('meeting-file-name', { date: vars.date }),
    entries: [
      {
        ...{ id, sequence, at, lasts, title: text('meeting-title', vars), description, cancelled },
        ...(link !== undefined && shown ? { link } : {}),
      },
    ],
    now,
    method: cancelled ? 'cancel' : 'publish',
  });
  return { name, kind: 'document', base64: Buffer.from(bytes).toString('base64') };
};

/** `MEET_INVITE`, with the buttons and the calendar file, pinned. */
export const invitations = async (id: string, meeting: Meeting, known: Known): Promise<readonly Action[]> => {
  const vars = meetingVars(meeting, known.zone, await showsLink(meeting, known));
  const file = await calendarEnclosure(id, meeting, known);
  return meeting.chats.map((to) => ({
    do: 'send',
    to,
    text: text('group-meeting-invite', {
      on: vars.on,
      named: vars.named,
      greeting: text('meeting-greeting', vars),
      about: text('meeting-invite-agenda', vars),
      joining: text('meeting-invite-link', vars),
    }),
    buttons: rowsOf(inviteQuestion(id, meeting.version), ANSWERS),
    files: [file],
    pinned: true,
  }));
};

/** What takes the place of an invitation: `MEET_CANCEL`, with the buttons when the meeting is still to be. */
export const news = async (id: string, meeting: Meeting, words: Text, known: Known): Promise<readonly Action[]> => {
  const file = await calendarEnclosure(id, meeting, known);
  return meeting.chats.map((to) => ({
    do: 'send',
    to,
    text: words,
    files: [file],
    ...(meeting.state === 'planned' && {
      buttons: rowsOf(inviteQuestion(id, meeting.version), ANSWERS),
      pinned: true as const,
    }),
  }));
};

/** Words with the buttons of the invitation under them, for one person. */
export const withAnswers = (to: PlaceRef, words: Text, id: string, version: number): Action => ({
  do: 'send',
  to,
  text: words,
  buttons: rowsOf(inviteQuestion(id, version), ANSWERS),
});

/** Words with «Я на собрании» under them. */
export const withDoor = (to: PlaceRef, words: Text, id: string): Action => ({
  do: 'send',
  to,
  text: words,
  buttons: rowsOf(doorQuestion(id), THERE),
});

export const doorChanges = (id: string, meeting: Meeting, known: Known): Promise<readonly Change[]> =>
  openQuestion(doorQuestion(id), { step: 'there', meeting: id }, THERE, doorCloses(meeting), known);

/** Words with one's own buttons under them, for everybody in a place. */
export const withOptions = (to: PlaceRef, words: Text, question: string, options: readonly Option[]): Action => ({
  do: 'send',
  to,
  text: words,
  buttons: rowsOf(question, options),
});
