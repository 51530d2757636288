import type { Person } from '../domain/person.js';
import { type DialogRef, dialogOf } from '../domain/refs.js';
import type { Permission, Scope } from '../regulation/permissions.js';
import { permittedAmong } from '../regulation/permissions-answer.js';
import { rulesAt } from '../regulation/permissions-rules.js';
import { nearestFirst } from './foreign.js';
import { inOwnHands } from './frozen.js';
import type { Known } from './known.js';
import { linkWaits } from './people-waiting.js';

type Looked = Pick<Known, 'people' | 'policy' | 'now' | 'records'>;

/**
 * Everybody of the school who may do this there outright, now: whom it is brought before. Nobody whose link still waits for
 * confirmation, or whose account may be in other hands.
 */
export const whoMay = async (
  permission: Permission,
  scope: Scope,
  { people, policy, now, records }: Looked,
): Promise<readonly Person[]> => {
  const rules = rulesAt(policy, now);
  const able = await inOwnHands(permittedAmong(rules, await people.all(), { permission, scope, now }), { records });
  const waiting = await Promise.all(able.map(async (one) => linkWaits(one, { records })));
  return able.filter((_, at) => !waiting[at]);
};

export interface Reached {
  readonly person: Person;
  readonly to: DialogRef;
}

/**
 * The dialogs of these people, as far as they are linked, in their own hands, and nobody has still to say whose account it is;
 * of each those in the school's own messengers first.
 */
export const dialogsOf = async (
  persons: readonly Person[],
  { people, records }: Pick<Known, 'people' | 'records'>,
): Promise<readonly Reached[]> => {
  const reached: Reached[] = [];
  const own = await inOwnHands(persons, { records });
  const contacts = await people.contacts(own.map(({ id }) => id));
  for (const person of own)
    for (const { account } of nearestFirst(contacts.get(person.id) ?? []))
      if (!(await linkWaits(person, { records }, account))) reached.push({ person, to: dialogOf(account) });
  return reached;
};
