import { normaliseClass } from '../domain/class-name.js';
import type { Person } from '../domain/person.js';
import { type Text, text } from '../domain/text.js';
import { ALL_COLUMNS, COLUMNS, type Column, roleOf } from './columns.js';
import type { Row } from './table.js';

/** Somebody of the list, and the first thing that is wrong with the line. */
export interface Line {
  readonly line: number;
  readonly person: Person;
  readonly defect?: Text;
}

type Cells = Readonly<Record<Column, string>>;

const ID = /^[\p{L}\p{N}][\p{L}\p{N}_.-]{0,31}$/u;
/** Nothing a spreadsheet would take for a formula, nothing that calls somebody in a chat. */
const NAME = /^\p{L}[\p{L} '’.()-]{0,63}$/u;
/** A formula, what one comes to that is wrong (`#N/A`), or signs that are not seen. */
const UNFIT = /^[=+\-@#]|[\p{Cc}\p{Cf}]/u;
const PHONE = /(?:\+7|(?<!\d)8)[\s(-]{0,2}9\d{2}[\s)-]{0,2}\d{3}/u;
const LONGEST = 200;

/** As people see the cell: a dash is nothing, and «5.0» is how some programs write 5. */
const tidy = (cell: string): string => {
  const words = cell.replace(/\s+/gu, ' ').trim();
  return /^\p{Pd}+$/u.test(words) ? '' : words.replace(/^(\d+)[.,]0+$/u, '$1');
};

/** Cells of the columns that are read, by name; surname, name and patronymic also out of one cell. */
const cellsOf = ({ cells }: Row, places: ReadonlyMap<Column, number>): Cells => {
  const cell = (column: Column) => tidy(cells[places.get(column) ?? -1] ?? '');
  const [surname = '', name = '', ...rest] = cell('whole').split(' ');
  const read = Object.fromEntries(ALL_COLUMNS.map((column) => [column, cell(column)])) as Record<Column, string>;
  return {
    ...read,
    surname: read.surname || surname,
    name: read.name || name,
    patronymic: read.patronymic || rest.join(' '),
  };
};

const list = (cell: string, between: RegExp): readonly string[] => [...new Set(cell.split(between).filter(Boolean))];

/** «5А, 5 Б», «5А/5Б», «5А 5Б»; what is no class stays as it was typed. */
const classesOf = (cell: string): readonly { readonly typed: string; readonly name: string | null }[] =>
  list(cell, /\s*[,;/]\s*/u)
    .flatMap((part) => (part.split(' ').every((piece) => normaliseClass(piece) !== null) ? part.split(' ') : [part]))
    .map((typed) => ({ typed, name: normaliseClass(typed) }));

/** Cells without a pattern of their own. */
const FREE: readonly Column[] = ['classes', 'subject', 'children', 'basis'];

const cellDefect = (cells: Cells): Text | undefined => {
  const unfit = FREE.find((column) => UNFIT.test(cells[column]) || cells[column].length > LONGEST);
  if (unfit) return text('roster-error-cell', { column: COLUMNS[unfit][0] });
  const phone = (['subject', 'basis'] as const).find((column) => PHONE.test(cells[column]));
  return phone && text('roster-error-phone', { column: COLUMNS[phone][0] });
};

const nameDefect = ({ surname, name, patronymic }: Cells): Text | undefined =>
  [surname, name, ...(patronymic ? [patronymic] : [])].every((word) => NAME.test(word))
    ? undefined
    : text('roster-error-name');

/** What a role needs and may not have. */
const roleDefect = ({ role, classes, children }: Person): Text | undefined => {
  if (classes.length === 0 && (role === 'student' || role === 'class-teacher')) return text('roster-error-no-class');
  if (role === 'parent' && children.length === 0) return text('roster-error-no-children');
  return role === 'student' && children.length > 0 ? text('roster-error-student-children') : undefined;
};

/** A row by itself. */
export const readLine = (row: Row, places: ReadonlyMap<Column, number>): Line => {
  const cells = cellsOf(row, places);
  const role = roleOf(cells.role);
  const classes = classesOf(cells.classes);
  const wrong = classes.find(({ name }) => name === null);
  const { id, surname, name, patronymic, subject, basis } = cells;
  const person: Person = {
    ...{ id, role: role ?? 'student', surname, name, patronymic, subject, basis },
    classes: [...new Set(classes.flatMap((one) => one.name ?? []))],
    children: list(cells.children, /[\s,;]+/u),
  };
  const defect =
    (ID.test(id) ? undefined : text('roster-error-id')) ??
    (role === undefined ? text('roster-error-role') : undefined) ??
    nameDefect(cells) ??
    cellDefect(cells) ??
    (wrong && text('roster-error-class', { class: wrong.typed.slice(0, 20) })) ??
    roleDefect(person);
  return { line: row.line, person, ...(defect ? { defect } : {}) };
};
