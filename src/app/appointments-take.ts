import type { Action } from '../domain/action.js';
import type { AppointmentBoard } from '../domain/meeting.js';
import { shortName } from '../domain/names.js';
import { isOfSchool, type Person } from '../domain/person.js';
import type { Answer, Option } from '../domain/question.js';
import { type Held, keep } from '../domain/records.js';
import { dialogOf } from '../domain/refs.js';
import { text } from '../domain/text.js';
import { freeFor, giveBack, slotOf, type Taken, take, wait } from '../meetings/slots.js';
import { standingFor } from '../regulation/permissions-hats.js';
import { remindLater, remindNot } from './appointments-remind.js';
import type { Ask } from './ask.js';
import type { Call, Reply } from './command.js';
import { asking, asks, type MeetingTalk, NO, noted, told } from './meetings-talk.js';
import { momentLabel, momentWords } from './meetings-words.js';
import { dialogsOf } from './people-who.js';

/** One's own children of a class. */
export const childrenIn = async (ofClass: string, { person, people, now }: Call): Promise<readonly Person[]> => {
  if (person?.role !== 'parent') return [];
  const children = await Promise.all(person.children.map((id) => people.find(id)));
  return children.flatMap((one) => (one && isOfSchool(one, now) && one.classes.includes(ofClass) ? [one] : []));
};

/** A messenger shows no more buttons. */
const MOST = 8;

const WAIT: Option = { id: 'wait', label: text('button-appointment-wait'), look: 'primary' };
const LEAVE: Option = { id: 'leave', label: text('button-appointment-leave'), look: 'negative' };

/** Times that are free, for one child; or the one it has. */
const askSlot = ({ id, value }: Held<'appointments'>, child: string, call: Call, taken = false): Ask => {
  const own = slotOf(value, child);
  const over = { to: dialogOf(call.account), whom: call.person?.id ?? call.account };
  if (own) {
    const words = text('appointment-own', { moment: momentWords(own.at, call.zone) });
    return asking(words, { step: 'slot-own', board: id, child }, [LEAVE], over);
  }
  const free = freeFor(value, child, call.now).slice(0, MOST);
  const times = free.map(({ at }) => at);
  const options = free.map(({ at }, place): Option => ({ id: String(place), label: momentLabel(at, call.zone) }));
  const waits = value.waiting.some((one) => one.child === child);
  const is = free.length > 0 ? (taken ? 'taken' : 'free') : waits ? 'waits' : 'full';
  const data = { step: 'slot', board: id, child, times } as const;
  return asking(text('appointment-choose', { is }), data, is === 'full' ? [WAIT, NO] : options, over);
};

const askChild = ({ id }: Held<'appointments'>, children: readonly Person[], call: Call): Ask => {
  const options = children
    .slice(0, MOST)
    .map((one, at): Option => ({ id: String(at), label: text('button-appointment-child', { child: shortName(one) }) }));
  const over = { to: dialogOf(call.account), whom: call.person?.id ?? call.account };
  const data = { step: 'slot-child' as const, board: id, children: children.map((one) => one.id) };
  return asking(text('appointment-child'), data, options, over);
};

const opened = async (id: string, call: Call): Promise<Held<'appointments'> | undefined> => {
  const held = await call.records.get('appointments', id);
  return held?.value.state === 'open' ? held : undefined;
};

const forFamily = async (held: Held<'appointments'>, call: Call): Promise<Ask | undefined> => {
  const children = await childrenIn(held.value.class, call);
  const [only, ...others] = children;
  if (only === undefined) return undefined;
  return others.length > 0 ? askChild(held, children, call) : askSlot(held, only.id, call);
};

/** «Записаться», pressed in the chat: the times are shown in the dialog. */
export const hearSlots = async (id: string, call: Call): Promise<Reply> => {
  const held = await opened(id, call);
  if (held === undefined) return noted(text('button-stale'), 'gone');
  if (call.person === undefined) return noted(text('meeting-snack-unknown'), 'unknown');
  const ask = await forFamily(held, call);
  if (ask === undefined) return noted(text('meeting-snack-not-asked'), 'not-asked');
  return { ...noted(text('appointment-snack'), 'asked'), asks: [ask] };
};

/** The same by a command. */
export const ownSlots = async (held: Held<'appointments'>, call: Call): Promise<Reply> => {
  const ask = await forFamily(held, call);
  return ask ? asks('asked', ask) : told(call, text('appointments-none'), 'none');
};

/** Still one of the own children: the roster may have changed since it was asked. */
const isOwn = async (board: AppointmentBoard, child: string, call: Call): Promise<boolean> =>
  (await childrenIn(board.class, call)).some(({ id }) => id === child);

export const hearChild = async (
  answer: Answer,
  talk: Extract<MeetingTalk, { step: 'slot-child' }>,
  call: Call,
): Promise<Reply> => {
  const held = await opened(talk.board, call);
  const child = talk.children[Number(answer.option)];
  if (held === undefined || child === undefined || !(await isOwn(held.value, child, call)))
    return told(call, text('button-stale'), 'gone');
  return asks('child', askSlot(held, child, call));
};

const tellOrganiser = async (
  board: AppointmentBoard,
  key: 'appointment-taken' | 'appointment-left',
  at: number,
  call: Call,
) => {
  const organiser = await call.people.find(board.organiser);
  const who = call.person ? shortName(call.person) : '';
  const words = text(key, { who, moment: momentWords(at, call.zone) });
  const reached = organiser ? await dialogsOf([organiser], call) : [];
  return reached.map(({ to }): Action => ({ do: 'send', to, text: words }));
};

/** A time is taken: of several who want it at once the store lets the first have it, the others choose anew. */
export const hearSlot = async (
  answer: Answer,
  talk: Extract<MeetingTalk, { step: 'slot' }>,
  call: Call,
): Promise<Reply> => {
  const held = await opened(talk.board, call);
  const { child } = talk;
  if (held === undefined || call.person === undefined || !(await isOwn(held.value, child, call)))
    return told(call, text('button-stale'), 'gone');
  if (answer.option === 'no') return told(call, text('meeting-left'), 'left');
  const family: Taken = { child, person: call.person.id };
  if (answer.option === 'wait') {
    const queued = wait(held.value, family);
    if (!queued.ok) return asks('own', askSlot(held, child, call));
    const board = { ...held.value, waiting: [...queued.value.waiting] };
    return { ...told(call, text('appointment-waits'), 'waits'), changes: [keep('appointments', held.id, board, held)] };
  }
  const at = talk.times[Number(answer.option)] ?? 0;
  const done = take(held.value, at, family, call.now);
  if (!done.ok) return asks(done.why, askSlot(held, child, call, true));
  const board = { ...held.value, slots: [...done.value.slots], waiting: [...done.value.waiting] };
  const reply = told(call, text('appointment-made', { moment: momentWords(at, call.zone) }), 'taken');
  return {
    ...reply,
    actions: [...reply.actions, ...(await tellOrganiser(board, 'appointment-taken', at, call))],
    changes: [keep('appointments', held.id, board, held), ...remindLater(held.id, at, call.now)],
  };
};

/** A place given back is offered to the family that has waited longest. */
export const hearOwnSlot = async (
  answer: Answer,
  talk: Extract<MeetingTalk, { step: 'slot-own' }>,
  call: Call,
): Promise<Reply> => {
  const held = await opened(talk.board, call);
  if (held === undefined || answer.option !== 'leave' || !(await isOwn(held.value, talk.child, call)))
    return told(call, text('button-stale'), 'gone');
  const done = giveBack(held.value, talk.child, call.now);
  if (!done.ok) return told(call, text('appointment-none'), done.why);
  const { at, next } = done.value;
  const board = { ...held.value, slots: [...done.value.board.slots] };
  const waiting = next && (await call.people.find(next.person));
  const reached = waiting ? await dialogsOf([waiting], call) : [];
  const reply = told(call, text('appointment-given-back'), 'left');
  const words = text('appointment-offered', { moment: momentWords(at, call.zone) });
  const options: readonly Option[] = [{ id: '0', label: momentLabel(at, call.zone), look: 'positive' }, NO];
  const data = { step: 'slot' as const, board: held.id, child: next?.child ?? '', times: [at] };
  return {
    ...reply,
    actions: [...reply.actions, ...(await tellOrganiser(board, 'appointment-left', at, call))],
    changes: [keep('appointments', held.id, board, held), remindNot(held.id, at)],
    asks: reached.map(({ person, to }) => asking(words, data, options, { to, whom: person.id })),
  };
};

/** A parent asks for a talk: the class teacher reads it, and offers a time. */
export const asksForTalk = async (words: string, call: Call): Promise<Reply> => {
  const { person } = call;
  const children = await Promise.all((person?.children ?? []).map((id) => call.people.find(id)));
  const classes = [...new Set(children.flatMap((one) => one?.classes ?? []))];
  const all = await call.people.all();
  const teachers = classes.flatMap((name) => standingFor(all, 'class-teacher', name, call.now) ?? []);
  const reached = await dialogsOf(teachers, call);
  if (person === undefined || reached.length === 0) return told(call, text('meeting-not-passed'), 'not-passed');
  const passed = text('appointment-wish', { who: shortName(person), line: words.slice(0, 500) });
  const reply = told(call, text('meeting-passed'), 'passed');
  return {
    ...reply,
    actions: [...reply.actions, ...reached.map(({ to }): Action => ({ do: 'send', to, text: passed }))],
  };
};
