import type { Role } from '../domain/person.js';

/** The columns a roster may have, as headings spell them; whatever else stands in a file is not read. */
export const COLUMNS = {
  id: ['id', 'ид', 'идентификатор'],
  role: ['роль', 'role', 'должность'],
  surname: ['фамилия', 'surname'],
  name: ['имя', 'name'],
  patronymic: ['отчество', 'patronymic'],
  /** Surname, name and patronymic in one cell. */
  whole: ['фио', 'фамилия имя отчество', 'фамилия имя', 'full name'],
  classes: ['класс', 'классы', 'class', 'classes'],
  subject: ['предмет', 'предметы', 'subject'],
  children: ['дети', 'ребёнок', 'id детей', 'children'],
  basis: ['основание', 'приказ', 'basis'],
} as const;
export type Column = keyof typeof COLUMNS;
export const ALL_COLUMNS = Object.keys(COLUMNS) as readonly Column[];

const plain = (word: string): string =>
  word
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[.,:*"«»()]/gu, '')
    .replace(/[\s_]+/gu, ' ')
    .trim();

/** How usual a heading is for this column: 0 for the first spelling; `undefined` for another column's. */
export const usual = (column: Column, heading: string): number | undefined => {
  const at = COLUMNS[column].findIndex((name) => plain(name) === plain(heading));
  return at < 0 ? undefined : at;
};

export const columnOf = (heading: string): Column | undefined =>
  ALL_COLUMNS.find((column) => usual(column, heading) !== undefined);

/** What lists call the roles; the first that fits counts. */
const ROLE_WORDS: readonly (readonly [RegExp, Role])[] = [
  [/^(?:администратор|administrator)/u, 'administrator'],
  [/^(?:зам|завуч|deputy)/u, 'deputy'],
  [/^(?:(?:и ?о )?директор|руководитель (?:школы|организации)|director)/u, 'director'],
  [/^(?:классн|class-teacher)/u, 'class-teacher'],
  [/психолог|^psychologist/u, 'psychologist'],
  [
    /^(?:учител|(?:социальный |старший )?педагог|преподавател|воспитател|логопед|дефектолог|тьютор|teacher)/u,
    'teacher',
  ],
  [/^(?:обучающ|учащ|учени[кц]|student)/u, 'student'],
  [/^(?:родител|законный представитель|мать$|отец$|мама$|папа$|опекун|parent)/u, 'parent'],
];

export const roleOf = (word: string): Role | undefined => ROLE_WORDS.find(([fits]) => fits.test(plain(word)))?.[1];
