import type { Chat } from '../domain/chat.js';
import type { Message } from '../domain/message.js';
import { isOfSchool, type Person, type Role, STAFF } from '../domain/person.js';
import { keep } from '../domain/records.js';
import { text } from '../domain/text.js';
import { DAY } from '../domain/time.js';
import { needsNames, type Sign, signIn } from '../moderation/everyday/index.js';
import type { AccountFacts } from '../ports/stores.js';
import type { Reply } from './command.js';
import { isStaff } from './incident.js';
import type { Known } from './known.js';
import { named } from './named.js';
import { isPaused } from './own-posts.js';
import { notBeforeNow } from './quiet.js';
import { softly } from './reminding.js';

/** What others hear of, and what only its author does. */
export type Told = Extract<Sign, 'accusation' | 'quarrel' | 'question'>;

/** A teacher whose child learns here writes among parents as a parent. */
const isFamily = ({ person }: AccountFacts): boolean =>
  !isStaff({ ...(person && { person }) }) || (person?.children.length ?? 0) > 0;

const signOf = (message: Message, all: readonly Person[]): Sign | undefined => {
  const of = (roles: readonly Role[]) => all.filter(({ role }) => roles.includes(role));
  return signIn(message.text, { staff: of(STAFF), pupils: of(['student']), parents: of(['parent']) });
};

/** Called by their office, without a name. */
const OFFICES: readonly (readonly [Role, RegExp])[] = [
  ['director', /директор/iu],
  ['deputy', /завуч|заместител/iu],
];

/** Whom the words may be about: none of them is told. */
const concerned = ({ text: words }: Message, all: readonly Person[]): readonly string[] => {
  const staff = all.filter(({ role }) => STAFF.includes(role));
  const roles = OFFICES.flatMap(([role, called]) => (called.test(words) ? [role] : []));
  return [...named(words, staff, 'any case'), ...staff.filter(({ role }) => roles.includes(role))].map(({ id }) => id);
};

/** Whoever is to hear of it does, in the morning when it is night, and once a day for a chat. */
const told = async (
  sign: Told,
  message: Message,
  chat: Chat,
  but: readonly string[],
  known: Known,
): Promise<Reply | undefined> => {
  const about = `${sign} ${chat.ref}`;
  const held = await known.records.get('alarm', about);
  if (held && known.now - held.value.at < DAY) return undefined;
  const data = { sign, chat: chat.ref, written: message.at, but: [...new Set(but)].join(' ') };
  const timer = { key: `everyday:${about}`, at: await notBeforeNow(known), job: 'everyday', data };
  return {
    actions: [],
    changes: [keep('alarm', about, { at: known.now }, held), { put: 'timer', timer }],
    because: 'everyday',
  };
};

/** Where such a thing is better written: to the author alone, a second time not soon. */
const advised = (
  sign: 'quarrel' | 'illness',
  message: Message,
  facts: AccountFacts,
  known: Known,
): Promise<Reply | undefined> => {
  const days = sign === 'illness' ? 30 : 1;
  // Neither the record nor the journal says that it was an illness.
  return softly(
    sign === 'illness' ? 'private' : sign,
    text(`everyday-${sign}-author`),
    known.now + days * DAY,
    message,
    facts,
    known,
  );
};

const quarrel = async (message: Message, chat: Chat, facts: AccountFacts, known: Known): Promise<Reply | undefined> => {
  const others = await told('quarrel', message, chat, facts.person ? [facts.person.id] : [], known);
  const author = await advised('quarrel', message, facts, known);
  if (others === undefined || author === undefined) return others ?? author;
  return { ...author, changes: [...author.changes, ...others.changes] };
};

/**
 * What families write among themselves and is no breach, and better spoken of elsewhere: it stays, nothing is said in the chat,
 * nothing of the words is kept and nothing counts (`domain.md` §0a, everyday situations). No measure: needs no chat rules.
 */
export const everyday = async (
  message: Message,
  chat: Chat,
  facts: AccountFacts,
  known: Known,
): Promise<Reply | undefined> => {
  if (chat.mode !== 'act' || chat.kind !== 'class_parents' || !isFamily(facts) || !needsNames(message.text))
    return undefined;
  const all = (await known.people.all()).filter((one) => isOfSchool(one, known.now));
  const sign = signOf(message, all);
  if (sign === undefined || (await isPaused(chat, known))) return undefined;
  const reply =
    sign === 'accusation' || sign === 'question'
      ? await told(sign, message, chat, sign === 'question' ? [] : concerned(message, all), known)
      : await (sign === 'quarrel' ? quarrel(message, chat, facts, known) : advised(sign, message, facts, known));
  return reply && { ...reply, because: 'everyday' };
};
