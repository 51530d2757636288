import type { Person } from '../domain/person.js';
import type { Roster } from './parse.js';
import { PROVISIONAL } from './provisional.js';

const alike = (one: Person, other: Person): boolean =>
  one.id === other.id &&
  one.role === other.role &&
  one.surname === other.surname &&
  one.name === other.name &&
  one.patronymic === other.patronymic &&
  one.subject === other.subject &&
  one.basis === other.basis &&
  one.classes.join() === other.classes.join() &&
  one.children.join() === other.children.join();

/** A list against what was loaded before. */
export interface Difference {
  readonly fresh: readonly Person[];
  /** As the list has them. */
  readonly changed: readonly Person[];
  /** Were loaded and stand in no line. An import leaves them as they are. */
  readonly missing: readonly Person[];
  /** Have left by an order and still stand in the list. An import does not bring them back. */
  readonly gone: readonly Person[];
}

export const difference = (
  { people, listed }: Pick<Roster, 'people' | 'listed'>,
  known: readonly Person[],
): Difference => {
  const byId = new Map(known.map((person) => [person.id, person]));
  const left = ({ id }: Person) => byId.get(id)?.standing?.left !== undefined;
  return {
    fresh: people.filter(({ id }) => !byId.has(id)),
    changed: people.filter((person) => {
      const before = byId.get(person.id);
      return before !== undefined && !left(person) && !alike(before, person);
    }),
    missing: known.filter(
      (person) =>
        !listed.has(person.id) &&
        person.id !== PROVISIONAL.id &&
        !left(person) &&
        person.standing?.delegate === undefined,
    ),
    gone: people.filter(left),
  };
};
