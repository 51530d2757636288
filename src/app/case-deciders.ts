import { isProvisional } from '../cases/decisions.js';
import type { Case } from '../domain/case.js';
import type { Chat } from '../domain/chat.js';
import type { Person } from '../domain/person.js';
import type { Known } from './known.js';
import { type Permission, scopeOf } from './may.js';
import { responsibleFor } from './membership-cards.js';
import { whoMay } from './people-who.js';

/**
 * Everybody who may do this about a case, in the order in which they are asked: who answers for the chat (or stands in),
 * then the others the matrix names, then the administration, which may exclude and therefore may do what is less.
 * Nobody who is in the conflict, and never whom it is about.
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
  return all.filter(({ id }, at) => all.findIndex((other) => other.id === id) === at && !parties.includes(id));
};

/** Who confirms, extends or cancels a measure: nobody who is to decide the objection to it. */
export const measureDeciders = async (one: Case, chat: Chat, known: Known): Promise<readonly Person[]> =>
  (await inOrder('restrict', one, chat, known)).filter(({ id }) => id !== one.appeal?.to);

/** Who is asked about a limit that nobody has decided about yet. */
const asked = async (one: Case, chat: Chat, known: Known): Promise<string | undefined> =>
  isProvisional(one) ? (one.asked?.who ?? (await measureDeciders(one, chat, known))[0]?.id) : undefined;

/** Who decides an objection: somebody else than who decided, or is to decide, what it is about. */
export const appealDeciders = async (one: Case, chat: Chat, known: Known): Promise<readonly Person[]> => {
  const before = one.decided?.by ?? (await asked(one, chat, known));
  return (await inOrder('decide-appeal', one, chat, known)).filter(({ id }) => id !== before);
};
