import { undecidable } from '../cases/decisions.js';
import type { Case } from '../domain/case.js';
import type { Chat } from '../domain/chat.js';
import { isNear, type Person } from '../domain/person.js';
import type { Known } from './known.js';
import { type Permission, scopeOf } from './may.js';
import { responsibleFor } from './membership-cards.js';
import { whoMay } from './people-who.js';

/**
 * Everybody who may do this about a case, in the order in which they are asked: who answers for the chat (or stands in),
 * then the others the matrix names, then the administration, which may exclude and therefore may do what is less.
 * Nobody who is in the conflict, and never whom it is about, nor a parent of theirs.
 */
const inOrder = async (permission: Permission, one: Case, chat: Chat, known: Known): Promise<readonly Person[]> => {
  const parties = [...one.parties, ...(one.person === undefined ? [] : [one.person])];
  const scope = { ...scopeOf(chat), parties };
  const [first, able, administration] = await Promise.all([
    responsibleFor(chat, known),
    whoMay(permission, scope, known),
    whoMay('exclude', scope, known),
  ]);
  const all = [...able.filter(({ id }) => id === first?.id), ...able, ...administration];
  return all.filter(
    (person, at) =>
      all.findIndex(({ id }) => id === person.id) === at && !parties.includes(person.id) && !isNear(person, one.person),
  );
};

/** Who confirms, extends or cancels a measure: nobody who is to decide the objection to it. */
export const measureDeciders = async (one: Case, chat: Chat, known: Known): Promise<readonly Person[]> =>
  (await inOrder('restrict', one, chat, known)).filter(({ id }) => id !== one.appeal?.to);

/** Whether somebody is asked to confirm it or to take it back: a limit, or a message that is only held. */
const isAsked = ({ removed, measure }: Case): boolean =>
  measure === undefined ? removed !== 'deleted' : measure.kind === 'read-only';

/** Who was asked about it, or is to be; once it has ended by itself nobody is any more. */
const asked = async (one: Case, chat: Chat, known: Known): Promise<string | undefined> => {
  if (!isAsked(one)) return undefined;
  if (one.asked) return one.asked.who;
  return undecidable(one, known.now) ? undefined : (await measureDeciders(one, chat, known))[0]?.id;
};

/** Who has brought it up, has decided it, or is to. */
const before = async (one: Case, chat: Chat, known: Known): Promise<readonly (string | undefined)[]> => [
  one.by,
  one.decided?.by,
  await asked(one, chat, known),
];

/** Who decides an objection: somebody else than who decided, or is asked to decide, what it is about. */
export const appealDeciders = async (one: Case, chat: Chat, known: Known): Promise<readonly Person[]> => {
  const others = await before(one, chat, known);
  return (await inOrder('decide-appeal', one, chat, known)).filter(({ id }) => !others.includes(id));
};
