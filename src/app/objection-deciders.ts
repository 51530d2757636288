import { openAppeal } from '../cases/decisions.js';
import type { Appeal, Case } from '../domain/case.js';
import type { Chat } from '../domain/chat.js';
import type { Person } from '../domain/person.js';
import type { Text } from '../domain/text.js';
import { text } from '../domain/text.js';
import { type Reader, tellConcerned } from './case-concerned.js';
import { appealDeciders } from './case-deciders.js';
import type { Reply } from './command.js';
import type { Known } from './known.js';
import { responsibleFor } from './membership-cards.js';
import { dialogsOf } from './people-who.js';

/** The chat of a case; one that is no longer looked after leaves its cases to the administration. */
export const chatOf = async ({ chat }: Case, { chats }: Pick<Known, 'chats'>): Promise<Chat> =>
  (await chats.find(chat)) ?? { ref: chat, kind: 'edu_other', mode: 'act', registered: { by: '', at: 0 } };

/** The first of these who can be reached, else the first there is. */
const firstOf = async (able: readonly Person[], known: Known): Promise<Person | undefined> => {
  const [reached] = await dialogsOf(able, known);
  return reached?.person ?? able[0];
};

/** Who is to decide an objection first; nobody when only the school's commission is left. */
export const firstDecider = async (one: Case, known: Known): Promise<Person | undefined> =>
  firstOf(await appealDeciders(one, await chatOf(one, known), known), known);

/** An open objection as it goes on to somebody else, or to nobody of the school. */
const sentOn = ({ to: _before, ...appeal }: Appeal, next: Person | undefined): Appeal => ({
  ...appeal,
  ...(next && { to: next.id }),
});

/** Who decides now, for whoever objected. */
export const passedWords =
  (number: number, next: Person | undefined) =>
  (reader: Reader): Text =>
    next === undefined
      ? text('appeal-commission', { number, reader })
      : text('appeal-passed', { role: text('role', { role: next.role }) });

export interface Passed {
  readonly value: Case;
  readonly actions: Reply['actions'];
  /** Whether somebody else decides now. */
  readonly moved: boolean;
}

/**
 * The open objection of a case is for somebody who may still decide it. Otherwise it goes on, and whoever objected is told.
 * @param pass also from whoever may: a stand-in or a new class teacher does not inherit it, the administration does
 */
export const passed = async (one: Case, pass: boolean, known: Known): Promise<Passed> => {
  const appeal = openAppeal(one);
  const chat = await chatOf(one, known);
  const able = await appealDeciders(one, chat, known);
  const stays = appeal === undefined || (!pass && able.some(({ id }) => id === appeal.to));
  if (stays) return { value: one, actions: [], moved: false };
  const inherits = await responsibleFor(chat, known);
  const others = able.filter(({ id }) => id !== inherits?.id && id !== appeal.to);
  const next = await firstOf(others.length > 0 ? others : able, known);
  if (next?.id === appeal.to) return { value: one, actions: [], moved: false };
  return {
    value: { ...one, appeal: sentOn(appeal, next) },
    actions: await tellConcerned(one, known, passedWords(appeal.number, next)),
    moved: true,
  };
};
