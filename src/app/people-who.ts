import type { Person } from '../domain/person.js';
import { type DialogRef, dialogOf } from '../domain/refs.js';
import type { Permission, Scope } from '../regulation/permissions.js';
import { permitted } from '../regulation/permissions-answer.js';
import { rulesAt } from '../regulation/permissions-rules.js';
import type { Known } from './known.js';

type Looked = Pick<Known, 'people' | 'policy' | 'now'>;

/** Everybody of the school who may do this there outright, now: whom it is brought before. */
export const whoMay = async (
  permission: Permission,
  scope: Scope,
  { people, policy, now }: Looked,
): Promise<readonly Person[]> => {
  const rules = rulesAt(policy, now);
  return (await people.all()).filter((one) => permitted(rules, one, { permission, scope, now }).granted === 'yes');
};

export interface Reached {
  readonly person: Person;
  readonly to: DialogRef;
}

/** The dialogs of these people, as far as they are linked. */
export const dialogsOf = async (
  persons: readonly Person[],
  { people }: Pick<Known, 'people'>,
): Promise<readonly Reached[]> => {
  const accounts = await Promise.all(persons.map(async ({ id }) => people.accountsOf(id)));
  return persons.flatMap((person, at) => (accounts[at] ?? []).map((account) => ({ person, to: dialogOf(account) })));
};
