import type { Person } from './person.js';

type Named = Pick<Person, 'surname' | 'name' | 'patronymic'>;

const initial = (name: string): string => (name === '' ? '' : `${[...name][0]?.toUpperCase()}.`);

/** «Иванова О. Н.»: how texts name somebody of the school; without a patronymic «Иванов П.» */
export const shortName = ({ surname, name, patronymic }: Named): string =>
  [surname, initial(name), initial(patronymic)].filter(Boolean).join(' ');

/** «Иванова Ольга Николаевна». */
export const fullName = ({ surname, name, patronymic }: Named): string =>
  [surname, name, patronymic].filter(Boolean).join(' ');

/** What a Russian text agrees with, as far as the patronymic tells it. */
export const genderOf = ({ patronymic }: Pick<Person, 'patronymic'>): 'female' | 'male' | 'other' => {
  if (/(?:вна|чна|шна|кызы)$/iu.test(patronymic)) return 'female';
  return /(?:ич|оглы)$/iu.test(patronymic) ? 'male' : 'other';
};
