import type { Action } from '../domain/action.js';
import type { Meeting, Part } from '../domain/meeting.js';
import { partId } from '../domain/meeting.js';
import { shortName } from '../domain/names.js';
import type { Answer } from '../domain/question.js';
import { type Held, keep } from '../domain/records.js';
import { dialogOf } from '../domain/refs.js';
import { text } from '../domain/text.js';
import { DAY } from '../domain/time.js';
import * as life from '../meetings/life.js';
import type { Call, Reply } from './command.js';
import { expectedAt, newPart } from './meetings-people.js';
import { asking, noted, told } from './meetings-talk.js';
import { meetingVars } from './meetings-words.js';
import { dialogsOf } from './people-who.js';

/** The meeting, the one who answers, and the part so far; or why not. */
const taking = async (
  id: string,
  call: Call,
): Promise<{ meeting: Held<'meeting'>; part: Part; held: Held<'part'> | undefined } | Reply> => {
  const meeting = await call.records.get('meeting', id);
  if (meeting === undefined) return noted(text('button-stale'), 'gone');
  const { person } = call;
  if (person === undefined) return noted(text('meeting-snack-unknown'), 'unknown');
  const expected = await expectedAt(meeting.value, call);
  if (!expected.some((one) => one.id === person.id)) return noted(text('meeting-snack-not-asked'), 'not-asked');
  const held = await call.records.get('part', partId(id, person.id));
  return { meeting, held, part: held?.value ?? newPart(id, person.id, meeting.value.version) };
};

const isReply = (found: object): found is Reply => 'actions' in found;

const kept = (
  done: life.Lived<Part>,
  held: Held<'part'> | undefined,
  snack: (part: Part) => ReturnType<typeof text>,
): Reply => {
  if (!done.ok) return noted(text('meeting-snack-defect', { why: done.why }), done.why);
  const { value } = done;
  const same = held !== undefined && JSON.stringify(held.value) === JSON.stringify(value);
  const id = partId(value.meeting, value.person);
  return noted(snack(value), 'kept', same ? [] : [keep('part', id, value, held)]);
};

/** «Вопрос к собранию» is asked and answered in the dialog, where nobody else reads it. */
const askQuestion = (id: string, meeting: Meeting, call: Call): Reply => {
  const words = text('meeting-ask-question', meetingVars(meeting, call.zone));
  const whom = call.person?.id ?? call.account;
  // Words of another day are no answer to it.
  const over = { free: true, to: dialogOf(call.account), whom, kept: DAY } as const;
  return {
    ...noted(text('meeting-snack-ask'), 'ask'),
    asks: [asking(words, { step: 'question', meeting: id }, [], over)],
  };
};

/** Pressed under an invitation. */
export const hearAnswer = async (answer: Answer, id: string, version: number, call: Call): Promise<Reply> => {
  const found = await taking(id, call);
  if (isReply(found)) return found;
  const { meeting, part, held } = found;
  const { option } = answer;
  if (option === 'ask') return askQuestion(id, meeting.value, call);
  if (option !== 'yes' && option !== 'no') return noted(text('button-stale'), 'stale');
  const done = life.answered(meeting.value, part, version, option);
  return kept(done, held, () => text('meeting-snack-answered', { will: option }));
};

/** Pressed under «Я на собрании». */
export const hearThere = async (id: string, call: Call): Promise<Reply> => {
  const found = await taking(id, call);
  if (isReply(found)) return found;
  const { meeting, part, held } = found;
  return kept(life.present(meeting.value, part, call.now), held, () => text('meeting-snack-there'));
};

/** Pressed under an item that is voted on. */
export const hearVote = async (answer: Answer, id: string, item: number, call: Call): Promise<Reply> => {
  const found = await taking(id, call);
  if (isReply(found)) return found;
  const { meeting, part, held } = found;
  const { option } = answer;
  if (option !== 'for' && option !== 'against' && option !== 'abstained') return noted(text('button-stale'), 'stale');
  const done = life.voted(meeting.value, part, item, option, call.now);
  return kept(done, held, () => text('meeting-snack-voted', { vote: option }));
};

/** Pressed under the decisions, by somebody who was not there. */
export const hearRead = async (id: string, call: Call): Promise<Reply> => {
  const found = await taking(id, call);
  if (isReply(found)) return found;
  const { part, held } = found;
  return kept({ ok: true, value: { ...part, read: part.read ?? call.now } }, held, () => text('meeting-snack-read'));
};

/** A question to a meeting: only its organiser reads it. */
export const hearQuestion = async (answer: Answer, id: string, call: Call): Promise<Reply> => {
  const found = await taking(id, call);
  if (isReply(found)) return told(call, found.snack ?? text('button-stale'), found.because);
  const { meeting, part, held } = found;
  const words = (answer.words ?? '').slice(0, 1_000);
  if (words === '') return { ...told(call, text('meeting-question-empty'), 'empty'), stays: true };
  const done = life.questioned(meeting.value, part, words, call.now);
  if (!done.ok) return told(call, text('meeting-snack-defect', { why: done.why }), done.why);
  const organiser = await call.people.find(meeting.value.organiser);
  const reached = organiser ? await dialogsOf([organiser], call) : [];
  const vars = { ...meetingVars(meeting.value, call.zone), words, who: call.person ? shortName(call.person) : '' };
  const passed: readonly Action[] = reached.map(({ to }) => ({ do: 'send', to, text: text('meeting-question', vars) }));
  const reply = told(call, text('meeting-question-passed', { role: organiser?.role ?? 'other' }), 'question');
  return {
    ...reply,
    actions: [...reply.actions, ...passed],
    changes: [keep('part', partId(id, done.value.person), done.value, held)],
  };
};
