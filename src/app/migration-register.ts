import type { Action } from '../domain/action.js';
import { isOverdue, type OldChat } from '../domain/migration.js';
import { fullName, shortName } from '../domain/names.js';
import { isOfSchool, type Person, STAFF } from '../domain/person.js';
import { keep } from '../domain/records.js';
import { type Text, text } from '../domain/text.js';
import { inFigures } from '../domain/typed-date.js';
import { standingFor } from '../regulation/permissions-hats.js';
import { dayOf, shownDate } from './acknowledging.js';
import type { Ask } from './ask.js';
import type { Call, Reply } from './command.js';
import { inBrackets } from './grounds.js';
import { namedIn, readTarget } from './invites-form.js';
import type { Known } from './known.js';
import { isPlausible, type OldChatForm, readDue, readOldChat } from './migration-form.js';
import { leftHome } from './migration-homes.js';
import { oldChatVars, percent, type Reached, reachedOf } from './migration-progress.js';
import { asking, cardOptions, type HeldChat, mayMove, mayName, refused } from './migration-talk.js';
import { dateOf } from './people-when.js';
import { dialogsOf } from './people-who.js';
import { here } from './reply.js';
import { draftsOf } from './setup/drafts.js';

const said = (call: Call, words: Text, because: string): Reply => ({
  actions: [here(call, words)],
  changes: [],
  because,
});

/** The old chats that whoever calls may move, in order. */
const ofCaller = async (call: Call): Promise<readonly HeldChat[]> => {
  const all = await call.records.all('old-chat');
  const own: HeldChat[] = [];
  for (const held of all) if (await mayMove(held.value, call)) own.push(held);
  return own.toSorted((one, other) => one.value.number - other.value.number);
};

/** The one that is meant by its number, or the only one that is open; else what to say. */
export const pick = async (words: string, call: Call): Promise<HeldChat | Text> => {
  const typed = /\d+/u.exec(words)?.[0];
  if (typed !== undefined) {
    const held = await call.records.get('old-chat', String(Number(typed)));
    if (held === undefined) return text('migration-no-such', { number: Number(typed) });
    return (await mayMove(held.value, call)) ? held : refused(held.value, call);
  }
  const open = (await ofCaller(call)).filter(({ value }) => value.closed === undefined);
  const [only, another] = open;
  if (only === undefined) return text('migration-none');
  return another === undefined ? only : text('migration-which');
};

/** Few people are not told by their number to those who may not read names. */
const shown = async (chat: OldChat, { of }: Reached, call: Call): Promise<boolean> =>
  (await mayName(chat, call)) || of >= (await call.settings()).smallGroup;

const lineOf = async (chat: OldChat, reached: Reached, call: Call): Promise<Text> => {
  const responsible = await call.people.find(chat.responsible);
  const { of, inside, otherWay } = reached;
  return text('migration-line', {
    ...oldChatVars(chat),
    who: responsible ? shortName(responsible) : 'none',
    state: chat.closed ? 'closed' : isOverdue(chat, dayOf(call.now, call.zone)) ? 'overdue' : 'open',
    closed: chat.closed ? dateOf(chat.closed.at, call.zone) : '',
    figures: of === 0 ? 'none' : (await shown(chat, reached, call)) ? 'shown' : 'small',
    reached: inside + otherWay,
    of,
    percent: percent(inside + otherWay, of),
  });
};

/** The register: how far it all has come, and each chat by itself. */
export const listChats = async (call: Call): Promise<Reply> => {
  const own = await ofCaller(call);
  if (own.length === 0) return said(call, text('migration-empty'), 'empty');
  const counted = await Promise.all(
    own.map(async ({ value }) => ({ chat: value, reached: await reachedOf(value, call) })),
  );
  const lines = await Promise.all(counted.map(({ chat, reached }) => lineOf(chat, reached, call)));
  const open = await Promise.all(counted.map(async ({ chat, reached }) => shown(chat, reached, call)));
  const hidden = counted.filter(({ reached }, at) => reached.of > 0 && !open[at]);
  const today = dayOf(call.now, call.zone);
  const of = counted.reduce((sum, { reached }) => sum + reached.of, 0);
  const all = counted.reduce((sum, { reached }) => sum + reached.inside + reached.otherWay, 0);
  const unseen = hidden.reduce((sum, { reached }) => sum + reached.of, 0);
  const { smallGroup } = await call.settings();
  const words = text('migration-list', {
    count: own.length,
    closed: own.filter(({ value }) => value.closed).length,
    overdue: own.filter(({ value }) => isOverdue(value, today)).length,
    // What one line hides, the sum does not tell either.
    figures:
      own.length > 1 && of >= smallGroup && (hidden.length === 0 || (hidden.length > 1 && unseen >= smallGroup))
        ? 'shown'
        : 'none',
    reached: all,
    of,
    percent: percent(all, of),
    lines,
  });
  return said(call, words, 'list');
};

/** Whoever of the staff goes by these words; nobody when several do. */
export const staffNamed = async (words: string, call: Call): Promise<Person | undefined> => {
  const staff = (await call.people.all()).filter((one) => STAFF.includes(one.role) && isOfSchool(one, call.now));
  const { named } = namedIn(words, staff);
  return named.length === 1 ? named[0] : undefined;
};

/** Who moves it: as named, else whoever teaches the class, else whoever writes it down. */
const responsibleOf = async (
  form: OldChatForm,
  ofClass: string | undefined,
  call: Call,
): Promise<Person | undefined> => {
  if (form.responsible !== undefined) return staffNamed(form.responsible, call);
  const teacher = ofClass && standingFor(await call.people.all(), 'class-teacher', ofClass, call.now);
  return teacher || call.person;
};

/** Before whoever is responsible, with what can be done about it. */
export const cards = async (id: string, chat: OldChat, words: Text, known: Known): Promise<readonly Ask[]> => {
  const person = await known.people.find(chat.responsible);
  const reached = person && isOfSchool(person, known.now) ? await dialogsOf([person], known) : [];
  return reached.map(({ to, person: { id: whom } }) =>
    asking(words, { step: 'card', chat: id }, cardOptions(chat), { to, whom }),
  );
};

/** The order that says who moves what, for the administration to complete and sign. */
const orderFor = async (chats: readonly OldChat[], call: Call) => {
  const responsible: { name: string; chat: string }[] = [];
  for (const chat of chats) {
    const person = await call.people.find(chat.responsible);
    responsible.push({
      name: person ? fullName(person) : '',
      chat: call.say(text('migration-old', oldChatVars(chat))),
    });
  }
  return draftsOf(['duties-order'], call, { responsible });
};

export const LEADS: readonly Person['role'][] = ['director', 'deputy', 'administrator'];

const written = async (chat: OldChat, responsible: Person, call: Call): Promise<Reply> => {
  const id = String(chat.number);
  const open = (await call.records.all('old-chat')).map(({ value }) => value).filter(({ closed }) => !closed);
  const leads = call.person !== undefined && LEADS.includes(call.person.role);
  const files = leads ? await orderFor([...open, chat], call) : [];
  const asks = await cards(id, chat, text('migration-card', oldChatVars(chat)), call);
  const words = text('migration-added', {
    ...oldChatVars(chat),
    who: shortName(responsible),
    told: asks.length > 0 ? 'yes' : 'no',
    order: leads ? 'yes' : 'no',
    cited: inBrackets('MIGRATION', call),
  });
  const answer: Action = here(call, words);
  return {
    actions: [answer.do === 'send' && files.length > 0 ? { ...answer, files } : answer],
    changes: [keep('old-chat', id, chat, undefined)],
    because: 'added',
    asks,
  };
};

/** «добавить Telegram «5А родители», ответственный k01, срок 15.09». */
export const addChat = async (words: string, call: Call): Promise<Reply> => {
  const form = readOldChat(words, dayOf(call.now, call.zone));
  if ('defect' in form) return said(call, text('migration-form', { defect: form.defect }), 'usage');
  const read = readTarget(form.into ?? form.name);
  const target = 'target' in read ? read.target : undefined;
  const responsible = await responsibleOf(form, target?.class, call);
  if (responsible === undefined) return said(call, text('migration-form', { defect: 'who' }), 'usage');
  if (!(await mayMove({ responsible: responsible.id }, call)))
    return said(call, await refused({ responsible: responsible.id }, call), 'refused');
  const all = await call.records.all('old-chat');
  const { messenger, name, due } = form;
  // One chat may be split into several: then each of them is a move of its own.
  const same = all.find(
    ({ value }) =>
      !value.closed &&
      value.messenger === messenger &&
      value.name.toLowerCase() === name.toLowerCase() &&
      (form.into === undefined || (value.kind === target?.kind && value.class === target?.class)),
  );
  if (same) return said(call, text('migration-same', oldChatVars(same.value)), 'same');
  const from = leftHome(form, target, await call.chats.all());
  const counter = await call.records.get('counter', 'old-chat');
  const number = (counter?.value.last ?? 0) + 1;
  const chat: OldChat = {
    ...{
      number,
      messenger,
      name,
      due,
      responsible: responsible.id,
      by: call.person?.id ?? '',
      at: call.now,
      ticked: [],
    },
    ...(from && { from: from.ref }),
    ...(target && { kind: target.kind, ...(target.class && { class: target.class }) }),
    ...(target?.subject && { subject: target.subject }),
  };
  const reply = await written(chat, responsible, call);
  return { ...reply, changes: [keep('counter', 'old-chat', { last: number }, counter), ...reply.changes] };
};

/** «срок 1 до 20.09»: of the administration only, and no blame for it. */
export const putOff = async (typed: string, call: Call): Promise<Reply> => {
  const words = inFigures(typed);
  const held = await pick(words.replace(/\d{1,2}\.\d{1,2}(?:\.\d{4})?/gu, ''), call);
  if ('key' in held) return said(call, held, 'none');
  const allowed = await call.may('move-old-chat', {});
  if (allowed.granted !== 'yes') return said(call, allowed.text, 'refused');
  const today = dayOf(call.now, call.zone);
  const [date] = /\d{1,2}\.\d{1,2}(?:\.\d{4})?/u.exec(words) ?? [''];
  const due = readDue(`срок ${date}`, today);
  if (due === undefined || !isPlausible(due, today) || held.value.closed)
    return said(call, text('migration-form', { defect: 'due' }), 'usage');
  const chat = { ...held.value, due };
  return {
    ...said(call, text('migration-put-off', { ...oldChatVars(chat), due: shownDate(due) }), 'put-off'),
    changes: [keep('old-chat', held.id, chat, held)],
    asks:
      chat.responsible === call.person?.id
        ? []
        : await cards(held.id, chat, text('migration-card', oldChatVars(chat)), call),
  };
};
