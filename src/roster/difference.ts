import type { Person } from '../domain/person.js';

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

/** Those of the list who are new, or whom the store knows otherwise. */
export const difference = (list: readonly Person[], known: readonly Person[]): readonly Person[] => {
  const byId = new Map(known.map((person) => [person.id, person]));
  return list.filter((person) => {
    const before = byId.get(person.id);
    return before === undefined || !alike(before, person);
  });
};
