import type { Person } from '../domain/person.js';

/** What stands in braces and is another word for everybody. */
const PERSONAL = /\{\s*(имя|дети|name|children)\s*\}/giu;

/** Whether everybody gets words of his own: such an announcement goes to dialogs only. */
export const isPersonal = (words: string): boolean => words.search(PERSONAL) >= 0;

const calledBy = ({ name, patronymic }: Person): string => [name, patronymic].filter(Boolean).join(' ');

/** «{имя}, завтра собрание» → «Ольга Николаевна, завтра собрание». */
export const personal = (words: string, person: Person, children: readonly Person[]): string =>
  words.replace(PERSONAL, (_whole, name: string) =>
    /^(?:имя|name)$/iu.test(name) ? calledBy(person) : children.map((child) => child.name).join(', '),
  );
