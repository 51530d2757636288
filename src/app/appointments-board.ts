import type { Action } from '../domain/action.js';
import { normaliseClass } from '../domain/class-name.js';
import type { AppointmentBoard } from '../domain/meeting.js';
import { shortName } from '../domain/names.js';
import { type Held, keep } from '../domain/records.js';
import { type Text, text } from '../domain/text.js';
import { MINUTE } from '../domain/time.js';
import { boardOf } from '../meetings/slots.js';
import { readWhen } from '../meetings/when/read-when.js';
import { classesOf } from '../regulation/permissions-hats.js';
import { remindNot } from './appointments-remind.js';
import { asksForTalk, childrenIn, ownSlots } from './appointments-take.js';
import type { Call, Reply } from './command.js';
import { chatsOf } from './meetings-people.js';
import { openQuestion, withOptions } from './meetings-send.js';
import { asking, asks, type MeetingTalk, NO, told } from './meetings-talk.js';
import { momentWords, whenVars } from './meetings-words.js';
import { dialogsOf } from './people-who.js';
import { notBeforeNow } from './quiet.js';

export const slotsQuestion = (board: string): string => `${board}:slots`;

const EACH = /(?<!\p{L})по\s(\d{1,3})\s?(?:минут\p{L}*|мин)(?!\p{L})[.,]?/iu;
const USUAL = 15;

/** «5А 28.09 с 16:00 до 18:00 по 15 минут». */
const start = async (words: string, call: Call): Promise<Reply> => {
  const own = call.person ? classesOf(call.person, call.now) : [];
  const [first = '', ...rest] = words.split(/\s+/u);
  const named = normaliseClass(first);
  const ofClass = named !== null && /\p{L}/u.test(named) ? named : own.length === 1 ? own[0] : undefined;
  if (ofClass === undefined) return told(call, text('appointments-form'), 'usage');
  const permitted = await call.may('meet-talk', { class: ofClass });
  if (permitted.granted !== 'yes') return told(call, permitted.text, 'refused');
  const said = named === ofClass ? rest.join(' ') : words;
  const each = Number(EACH.exec(said)?.[1] ?? USUAL);
  const reading = readWhen(said.replace(EACH, ' '), call);
  if (reading.is !== 'certain' || reading.minutes === undefined || each < 5 || reading.minutes < each)
    return told(call, text('appointments-form'), 'usage');
  const { at: from, minutes } = reading;
  const until = from + minutes * MINUTE;
  const count = boardOf(from, until, each).slots.length;
  const yes = { id: 'yes', label: text('button-meeting-publish'), look: 'positive' } as const;
  const vars = {
    ...whenVars(from, call.zone),
    class: ofClass,
    moment: momentWords(from, call.zone),
    count,
    each: String(each),
  };
  const data = { step: 'board', class: ofClass, from, until, each } as const;
  return asks('preview', asking(text('appointments-preview', vars), data, [yes, NO]));
};

const OPEN = [{ id: 'open', label: text('button-appointment-open'), look: 'primary' }] as const;

/** The button appears in the chat of the class's parents, after quiet hours at the latest. */
export const openBoard = async (talk: Extract<MeetingTalk, { step: 'board' }>, call: Call): Promise<Reply> => {
  const permitted = await call.may('meet-talk', { class: talk.class });
  if (permitted.granted !== 'yes') return told(call, permitted.text, 'refused');
  const of = { kind: 'class-parents', class: talk.class } as const;
  const chats = await chatsOf(of, call);
  if (call.person === undefined || talk.from <= call.now)
    return told(call, text('meeting-when-defect', { why: 'past' }), 'past');
  if (chats.length === 0) return told(call, text('appointments-no-chat', { class: talk.class }), 'no-chat');
  if ((await notBeforeNow(call)) > call.now) return { ...told(call, text('appointments-quiet'), 'quiet'), stays: true };
  const id = call.name('board');
  const { slots } = boardOf(talk.from, talk.until, talk.each);
  const board: AppointmentBoard = {
    ...{ state: 'open', class: talk.class, organiser: call.person.id, created: call.now, lasts: talk.each },
    chats: chats.map(({ ref }) => ref),
    slots: slots.map(({ at }) => ({ at })),
    waiting: [],
  };
  const vars = {
    class: talk.class,
    moment: momentWords(talk.from, call.zone),
    each: String(talk.each),
    role: call.person.role,
  };
  const words = text('group-appointments', { ...vars, who: shortName(call.person) });
  const reply = told(call, text('appointments-opened'), 'opened');
  return {
    ...reply,
    actions: [...reply.actions, ...board.chats.map((to) => withOptions(to, words, slotsQuestion(id), OPEN))],
    changes: [
      keep('appointments', id, board, undefined),
      ...(await openQuestion(slotsQuestion(id), { step: 'slots', board: id }, OPEN, talk.until, call)),
    ],
  };
};

const lineOf = async ({ at, taken }: AppointmentBoard['slots'][number], call: Call): Promise<Text> => {
  const [parent, child] = taken
    ? await Promise.all([call.people.find(taken.person), call.people.find(taken.child)])
    : [];
  const vars = whenVars(at, call.zone);
  if (taken === undefined) return text('appointments-line-free', vars);
  return text('appointments-line', {
    ...vars,
    who: parent ? shortName(parent) : '',
    child: child ? shortName(child) : '',
  });
};

const ownBoard = async ({ id, value }: Held<'appointments'>, call: Call) => {
  const lines = await Promise.all(value.slots.map((slot) => lineOf(slot, call)));
  const words = text('appointments-own', {
    class: value.class,
    moment: momentWords(value.slots[0]?.at ?? value.created, call.zone),
    lines,
    waiting: value.waiting.length,
  });
  const cancel = { id: 'yes', label: text('button-appointments-cancel'), look: 'negative' } as const;
  return asking(words, { step: 'board-own', board: id }, [cancel]);
};

const MOST = 3;

/** What there is for whoever asks: the own appointments, those one can be at, or a form to offer some. */
export const appointments = async (words: string, call: Call): Promise<Reply> => {
  const { person } = call;
  if (person === undefined) return told(call, text('appointments-none'), 'none');
  if (words !== '' && person.role !== 'parent') return start(words, call);
  const open = (await call.records.all('appointments')).filter(
    ({ value }) => value.state === 'open' && value.slots.some(({ at }) => at > call.now),
  );
  const own = open.filter(({ value }) => value.organiser === person.id).slice(0, MOST);
  if (own.length > 0) return asks('own', ...(await Promise.all(own.map((held) => ownBoard(held, call)))));
  if (person.role !== 'parent') return told(call, text('appointments-form'), 'usage');
  const [mine] = (
    await Promise.all(open.map(async (held) => ((await childrenIn(held.value.class, call)).length > 0 ? [held] : [])))
  ).flat();
  if (words !== '') return asksForTalk(words, call);
  return mine ? ownSlots(mine, call) : told(call, text('appointments-none'), 'none');
};

/** Everybody who had a place is told. */
export const cancelBoard = async (id: string, call: Call): Promise<Reply> => {
  const held = await call.records.get('appointments', id);
  if (held?.value.organiser !== call.person?.id || held === undefined || held.value.state !== 'open')
    return told(call, text('button-stale'), 'gone');
  const taken = held.value.slots.filter((slot) => slot.taken !== undefined && slot.at > call.now);
  const tell = await Promise.all(
    taken.map(async ({ at, taken: family }): Promise<readonly Action[]> => {
      const person = family && (await call.people.find(family.person));
      const words = text('appointment-cancelled', { moment: momentWords(at, call.zone) });
      return person ? (await dialogsOf([person], call)).map(({ to }) => ({ do: 'send', to, text: words })) : [];
    }),
  );
  const reply = told(call, text('appointments-cancelled', { count: taken.length }), 'cancelled');
  return {
    ...reply,
    actions: [...reply.actions, ...tell.flat()],
    changes: [
      keep('appointments', id, { ...held.value, state: 'cancelled' }, held),
      ...taken.map(({ at }) => remindNot(id, at)),
    ],
  };
};
