import type { Person } from '../domain/person.js';
import type { Records } from '../ports/stores.js';

/** Whether this person's accounts may order nothing now. */
export const isFrozen = async (
  person: Pick<Person, 'id'> | undefined,
  records: Pick<Records, 'get'>,
): Promise<boolean> => person !== undefined && (await records.get('frozen', person.id))?.value.state === 'frozen';

/** Those of them whose accounts are in their own hands, as far as anybody has said: nothing goes to others. */
export const inOwnHands = async <P extends Pick<Person, 'id'>>(
  people: readonly P[],
  { records }: { readonly records: Pick<Records, 'get' | 'some'> },
): Promise<readonly P[]> => {
  if (people.length === 0) return people;
  const held = await records.some('frozen', [...new Set(people.map(({ id }) => id))]);
  const shut = new Set(held.filter(({ value }) => value.state === 'frozen').map(({ id }) => id));
  return shut.size === 0 ? people : people.filter(({ id }) => !shut.has(id));
};
