import { STAFF } from '../domain/person.js';
import { type Text, text } from '../domain/text.js';
import type { Roster, RosterDefect } from './parse.js';

/** Errors that are told one by one; a list with more is wrong as a whole. */
const TOLD = 40;

const line = ({ line: number, text: defect }: RosterDefect): Text =>
  text('roster-error-line', { line: String(number), defect });

const joined = ([first, ...rest]: readonly Text[], left: number): Text | undefined => {
  if (first === undefined) return left > 0 ? text('roster-errors-left', { count: left }) : undefined;
  const next = joined(rest, left);
  return next === undefined ? first : text('roster-errors-next', { first, next });
};

/** What a list holds, before anything is stored: a sentence each. */
export const summary = ({ people, errors, dropped, classes }: Roster): readonly Text[] => {
  const told = joined(errors.slice(0, TOLD).map(line), errors.length - TOLD);
  return [
    text('roster-summary', {
      staff: people.filter(({ role }) => STAFF.includes(role)).length,
      students: people.filter(({ role }) => role === 'student').length,
      parents: people.filter(({ role }) => role === 'parent').length,
      classes: classes.length,
    }),
    ...(dropped.length > 0
      ? [text('roster-dropped', { columns: dropped.map((name) => `«${name.slice(0, 40)}»`).join(', ') })]
      : []),
    ...(told ? [text('roster-errors', { count: errors.length, told })] : []),
  ];
};
