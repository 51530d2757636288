import { incline } from 'lvovich';
import type { Person } from '../domain/person.js';
import { type Text, text } from '../domain/text.js';

const short = (surname: string, { name, patronymic }: Person): string =>
  [surname, ...[name, patronymic].filter(Boolean).map((part) => `${part.charAt(0)}.`)].join(' ');

/** To whom: «Лугову О. С.» in Russian, «Лугов О. С.» in languages that do not decline. */
export const toPerson = (person: Person): Text => {
  const { surname, name, patronymic } = person;
  const dative = incline({ last: surname, first: name, middle: patronymic }, 'dative').last ?? surname;
  return text('rights-to-person', { dative: short(dative, person), name: short(surname, person) });
};
