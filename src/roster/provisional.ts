import type { Person } from '../domain/person.js';

/** Without a roster somebody must be able to begin; the roster names him later. */
export const PROVISIONAL: Person = {
  id: 'provisional-administrator',
  role: 'administrator',
  surname: 'Временный',
  name: 'администратор',
  patronymic: '',
  classes: [],
  subject: '',
  children: [],
  basis: '',
};

/** Whom the provisional administrator turns out to be: the only one of the roster. */
export const namedAdministrator = (people: readonly Person[]): Person | undefined => {
  const [only, another] = people.filter(({ id, role }) => role === 'administrator' && id !== PROVISIONAL.id);
  return another === undefined ? only : undefined;
};
