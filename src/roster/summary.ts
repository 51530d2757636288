import { STAFF } from '../domain/person.js';
import { type Text, text } from '../domain/text.js';
import type { Difference } from './difference.js';
import type { Roster } from './parse.js';
import type { RosterDefect } from './table.js';
import { inRow, named } from './words.js';

/** Errors and columns that are told one by one; a list with more is wrong as a whole. */
const TOLD = 20;

const line = ({ line: number, text: defect }: RosterDefect): Text =>
  text('roster-error-line', { line: String(number), defect });

const errorsOf = (errors: readonly RosterDefect[]): readonly Text[] => {
  const more = errors.length - TOLD;
  const told = inRow(
    [...errors.slice(0, TOLD).map(line), ...(more > 0 ? [text('roster-errors-left', { count: more })] : [])],
    'roster-errors-next',
  );
  return told ? [text('roster-errors', { count: errors.length, told })] : [];
};

const unread = ({ dropped, unnamed }: Roster): readonly Text[] => {
  const columns = dropped.slice(0, TOLD).map((name) => `«${name.slice(0, 40)}»`);
  return [
    ...(dropped.length > 0
      ? [text('roster-dropped', { columns: columns.join(', '), more: dropped.length - columns.length })]
      : []),
    ...(unnamed > 0 ? [text('roster-unnamed', { count: unnamed })] : []),
  ];
};

/** What is different from before; nothing when nothing was loaded before. */
const compared = ({ fresh, changed, missing, gone }: Difference, before: boolean): readonly Text[] => [
  ...(before && fresh.length + changed.length > 0
    ? [text('roster-compared', { fresh: fresh.length, changed: changed.length })]
    : []),
  ...(before && changed.length > 0 ? [text('roster-changed', named(changed))] : []),
  ...(missing.length > 0 ? [text('roster-missing', named(missing))] : []),
  ...(gone.length > 0 ? [text('roster-gone', named(gone))] : []),
];

/** What a list holds, before anything is stored: a sentence each. The last one asks, or says why there is nothing to ask. */
export const summary = (roster: Roster, different: Difference, before: boolean): readonly Text[] => {
  const { people, errors, classes } = roster;
  const unchanged = different.fresh.length + different.changed.length === 0;
  const ask = unchanged
    ? text('roster-unchanged')
    : text('roster-ask', { count: different.fresh.length + different.changed.length });
  return [
    text('roster-summary', {
      staff: people.filter(({ role }) => STAFF.includes(role)).length,
      students: people.filter(({ role }) => role === 'student').length,
      parents: people.filter(({ role }) => role === 'parent').length,
      classes: classes.length,
    }),
    ...unread(roster),
    ...errorsOf(errors),
    ...compared(different, before),
    people.length === 0 ? text('roster-nothing') : ask,
  ];
};
