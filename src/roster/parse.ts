import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { normaliseClass } from '../domain/class-name.js';
import type { Person } from '../domain/person.js';
import { type Text, text } from '../domain/text.js';
import { COLUMNS, type Column, columnOf, NEEDED, roleOf } from './columns.js';

export interface RosterDefect {
  /** As an editor counts them: the headings are line 1. */
  readonly line: number;
  readonly text: Text;
}

export interface Roster {
  /** Of the lines without errors. */
  readonly people: readonly Person[];
  readonly errors: readonly RosterDefect[];
  /** Headings of columns that were not read: the bot does not need them. */
  readonly dropped: readonly string[];
  readonly classes: readonly string[];
}

interface Line {
  readonly line: number;
  readonly person: Person;
  readonly defect?: Text;
}

const Records = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));
type Cells = Readonly<Record<Column, string>>;

const ID = /^[\p{L}\p{N}_.-]{1,32}$/u;
/** Nothing a spreadsheet would take for a formula, nothing that calls somebody in a chat. */
const NAME = /^\p{L}[\p{L} '’.()-]{0,63}$/u;

const delimiterOf = (csv: string): string => {
  const headings = csv.split(/\r?\n/, 1)[0] ?? '';
  const often = [';', '\t', ','].map((sign) => ({ sign, times: headings.split(sign).length }));
  return often.reduce((best, one) => (one.times > best.times ? one : best)).sign;
};

const list = (cell: string): readonly string[] =>
  cell
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter(Boolean);

/** The first thing wrong with a line by itself. */
const defectOf = (cells: Cells, classes: readonly (string | null)[]): Text | undefined => {
  const role = roleOf(cells.role);
  if (!ID.test(cells.id)) return text('roster-error-id');
  if (role === undefined) return text('roster-error-role');
  const names = [cells.surname, cells.name, ...(cells.patronymic ? [cells.patronymic] : [])];
  if (!names.every((name) => NAME.test(name))) return text('roster-error-name');
  const wrong = classes.indexOf(null);
  if (wrong >= 0) return text('roster-error-class', { class: (list(cells.classes)[wrong] ?? '').slice(0, 20) });
  if (classes.length === 0 && (role === 'student' || role === 'class-teacher')) return text('roster-error-no-class');
  if (role === 'parent' && list(cells.children).length === 0) return text('roster-error-no-children');
  return undefined;
};

const read = (cells: Cells, line: number): Line => {
  const classes = list(cells.classes).map(normaliseClass);
  const defect = defectOf(cells, classes);
  const person: Person = {
    ...cells,
    role: roleOf(cells.role) ?? 'student',
    classes: classes.filter((one) => one !== null),
    children: list(cells.children),
  };
  return { line, person, ...(defect ? { defect } : {}) };
};

/** Adds a defect to the lines that have none yet. */
const check = (lines: readonly Line[], find: (line: Line) => Text | undefined): readonly Line[] =>
  lines.map((one) => {
    const defect = one.defect ?? find(one);
    return defect ? { ...one, defect } : one;
  });

/** What only the whole list can tell: doubles, classes, children. */
const checkTogether = (lines: readonly Line[], nomenclature: ReadonlySet<string>): readonly Line[] => {
  const first = new Map<string, number>();
  for (const { line, person, defect } of lines) if (!defect && !first.has(person.id)) first.set(person.id, line);
  const single = check(lines, ({ line, person: { id } }) => {
    const before = first.get(id);
    return before === undefined || before === line
      ? undefined
      : text('roster-error-twice', { id, first: String(before) });
  });
  const classed = check(single, ({ person }) => {
    const unknown = person.classes.find((one) => !nomenclature.has(one));
    return unknown === undefined ? undefined : text('roster-error-class', { class: unknown });
  });
  const pupils = new Set(
    classed.flatMap(({ person, defect }) => (person.role === 'student' && !defect ? [person.id] : [])),
  );
  return check(classed, ({ person }) => {
    const lost = person.role === 'parent' ? person.children.find((child) => !pupils.has(child)) : undefined;
    return lost === undefined ? undefined : text('roster-error-child', { child: lost.slice(0, 32) });
  });
};

const broken = (errors: readonly RosterDefect[]): Roster => ({ people: [], errors, dropped: [], classes: [] });

const linesOf = (csv: string): z.output<typeof Records> =>
  Records.parse(
    parse(csv, {
      bom: true,
      delimiter: delimiterOf(csv),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
    }),
  );

/** Cells of the columns we know, by name; a column that stands twice is read from its first place. */
const cellsOf = (record: readonly string[], columns: readonly (Column | undefined)[]): Cells => {
  const cell = (column: Column) => record[columns.indexOf(column)] ?? '';
  return {
    ...{ id: cell('id'), role: cell('role'), surname: cell('surname'), name: cell('name') },
    ...{ patronymic: cell('patronymic'), classes: cell('classes'), subject: cell('subject') },
    ...{ children: cell('children'), basis: cell('basis') },
  };
};

/**
 * A school's list of people as CSV → people, and what is wrong line by line.
 * @param nomenclature the school's classes; else those that have a class teacher in the list
 */
export const parseRoster = (csv: string, nomenclature?: readonly string[]): Roster => {
  let records: z.output<typeof Records>;
  try {
    records = linesOf(csv);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = z.number().catch(1).parse(error.lines);
    return broken([{ line, text: text('roster-error-broken') }]);
  }
  const [headings, ...rest] = records;
  const columns = headings?.record.map(columnOf) ?? [];
  const missing = NEEDED.filter((column) => !columns.includes(column));
  if (missing.length > 0)
    return broken(
      missing.map((column) => ({ line: 1, text: text('roster-error-header', { column: COLUMNS[column][0] }) })),
    );

  const lines = rest.map(({ record, info }) => read(cellsOf(record, columns), info.lines));
  const taught = lines.filter(({ person, defect }) => person.role === 'class-teacher' && !defect);
  const classes = [...new Set(nomenclature ?? taught.flatMap(({ person }) => person.classes))].sort();
  const checked = checkTogether(lines, new Set(classes));
  return {
    people: checked.flatMap(({ person, defect }) => (defect ? [] : [person])),
    errors: checked.flatMap(({ line, defect }) => (defect ? [{ line, text: defect }] : [])),
    dropped: headings?.record.filter((heading, at) => heading !== '' && columns[at] === undefined) ?? [],
    classes,
  };
};
