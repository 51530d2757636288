import type { Role } from '../domain/person.js';

/** The columns a roster may have; whatever else stands in a file is not read. */
export const COLUMNS = {
  id: ['id'],
  role: ['роль', 'role'],
  surname: ['фамилия', 'surname'],
  name: ['имя', 'name'],
  patronymic: ['отчество', 'patronymic'],
  classes: ['класс', 'классы', 'class'],
  subject: ['предмет', 'предметы', 'subject'],
  children: ['дети', 'ребёнок', 'children'],
  basis: ['основание', 'basis'],
} as const;
export type Column = keyof typeof COLUMNS;
export const NEEDED: readonly Column[] = ['id', 'role', 'surname', 'name'];

const plain = (word: string): string => word.trim().toLowerCase().replaceAll('ё', 'е').replace(/\s+/gu, ' ');

export const columnOf = (heading: string): Column | undefined =>
  (Object.keys(COLUMNS) as Column[]).find((column) => COLUMNS[column].some((name) => plain(name) === plain(heading)));

/** What lists call the roles; the first that fits counts. */
const ROLE_WORDS: readonly (readonly [RegExp, Role])[] = [
  [/^(?:администратор|administrator)/u, 'administrator'],
  [/^(?:зам|завуч|deputy)/u, 'deputy'],
  [/^(?:директор|руководитель (?:школы|организации)|director)/u, 'director'],
  [/^(?:классн|class-teacher)/u, 'class-teacher'],
  [/психолог|^psychologist/u, 'psychologist'],
  [/^(?:учител|педагог|преподавател|teacher)/u, 'teacher'],
  [/^(?:обучающ|учащ|учени[кц]|student)/u, 'student'],
  [/^(?:родител|законный представитель|мать$|отец$|мама$|папа$|опекун|parent)/u, 'parent'],
];

export const roleOf = (word: string): Role | undefined => ROLE_WORDS.find(([fits]) => fits.test(plain(word)))?.[1];
