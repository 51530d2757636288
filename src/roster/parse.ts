import type { Person } from '../domain/person.js';
import { text } from '../domain/text.js';
import { readCsv } from './csv.js';
import { readLine } from './line.js';
import { PROVISIONAL } from './provisional.js';
import { type RosterDefect, type Row, tableOf } from './table.js';
import { checkTogether } from './together.js';

export interface Roster {
  /** Of the lines without errors. */
  readonly people: readonly Person[];
  readonly errors: readonly RosterDefect[];
  /** Headings of columns that were not read: the bot does not need them. */
  readonly dropped: readonly string[];
  /** How many columns without a heading were not read either. */
  readonly unnamed: number;
  readonly classes: readonly string[];
  /** Ids of all lines, those with errors too. */
  readonly listed: ReadonlySet<string>;
}

/** What was loaded before. */
export interface Known {
  readonly people: readonly Person[];
  /** The school's classes as approved; without them those that have a class teacher. */
  readonly classes?: readonly string[];
}

export const UNREAD: Roster = { people: [], errors: [], dropped: [], unnamed: 0, classes: [], listed: new Set() };

/** 5А, 5Б, 10А. */
const byNumber = (one: string, other: string): number =>
  Number.parseInt(one, 10) - Number.parseInt(other, 10) || (one < other ? -1 : Number(one > other));

const ledClasses = (people: readonly Person[]): readonly string[] =>
  people.flatMap(({ role, classes }) => (role === 'class-teacher' ? classes : []));

/** Rows of a file → people, and what is wrong line by line. */
export const rosterOf = (rows: readonly Row[], known: Known): Roster => {
  const { places, missing, heading, dropped, unnamed, body } = tableOf(rows);
  if (missing.length > 0) {
    const errors = missing.map((column) => ({ line: heading, text: text('roster-error-header', { column }) }));
    return { ...UNREAD, errors };
  }
  const lines = body.map((row) => readLine(row, places));
  const listed = new Set(lines.map(({ person }) => person.id));
  const there = known.people.filter(({ id, standing }) => standing?.left === undefined && id !== PROVISIONAL.id);
  const fit = lines.flatMap(({ person, defect }) => (defect ? [] : [person]));
  const led = ledClasses([...fit, ...there.filter(({ id }) => !listed.has(id))]);
  const classes = [...new Set(known.classes ?? led)].sort(byNumber);
  const checked = checkTogether(lines, new Set(classes), there);
  return {
    people: checked.flatMap(({ person, defect }) => (defect ? [] : [person])),
    errors: checked.flatMap(({ line, defect }) => (defect ? [{ line, text: defect }] : [])),
    ...{ dropped, unnamed, classes, listed },
  };
};

/**
 * A school's list of people as CSV → people, and what is wrong line by line.
 * @param classes the school's classes; else those that have a class teacher in the list
 */
export const parseRoster = (csv: string, classes?: readonly string[]): Roster => {
  const read = readCsv(csv);
  if (read.ok) return rosterOf(read.rows, { people: [], ...(classes && { classes }) });
  return { ...UNREAD, errors: [{ line: read.line ?? 1, text: read.text }] };
};
