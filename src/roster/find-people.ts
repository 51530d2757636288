import type { Person } from '../domain/person.js';

const plain = (word: string): string => word.toLowerCase().replaceAll('ё', 'е');

const fitsName = (typed: string, name: string): boolean =>
  typed.length === 1 ? plain(name).startsWith(plain(typed)) : plain(name) === plain(typed);

/** «Иванов», «Иванов П.», «Иванов Павел», «Иванова О. Н.»; an id alone. */
const fits = (words: readonly string[], { id, surname, name, patronymic }: Person): boolean => {
  const [first = '', ...rest] = words;
  if (words.length === 1 && plain(first) === plain(id)) return true;
  const typed = rest.flatMap((word) => word.split('.')).filter(Boolean);
  return (
    plain(first) === plain(surname) &&
    typed.length <= 2 &&
    typed.every((word, at) => fitsName(word, at === 0 ? name : patronymic))
  );
};

export interface Found {
  readonly people: readonly Person[];
  /** How many words name them. */
  readonly words: number;
}

/** Words that name one person at most: surname, name, patronymic. */
const NAMES = 3;

/** Whom the first words name: as many of them as fit anybody. An id goes before names. */
export const findPeople = (words: readonly string[], people: readonly Person[]): Found => {
  const byId = people.filter(({ id }) => plain(id) === plain(words[0] ?? ''));
  if (byId.length > 0) return { people: byId, words: 1 };
  for (let count = Math.min(NAMES, words.length); count > 0; count -= 1) {
    const found = people.filter((person) => fits(words.slice(0, count), person));
    if (found.length > 0) return { people: found, words: count };
  }
  return { people: [], words: 1 };
};
