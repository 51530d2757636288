import type { Person } from '../domain/person.js';
import { type Text, text } from '../domain/text.js';
import type { Line } from './line.js';
import { PROVISIONAL } from './provisional.js';

/** Adds a defect to the lines that have none yet. */
const check = (lines: readonly Line[], find: (line: Line) => Text | undefined): readonly Line[] =>
  lines.map((one) => {
    const defect = one.defect ?? find(one);
    return defect ? { ...one, defect } : one;
  });

const sound = (lines: readonly Line[]): readonly Person[] =>
  lines.flatMap(({ person, defect }) => (defect ? [] : [person]));

const single = (lines: readonly Line[]): readonly Line[] => {
  const first = new Map<string, number>();
  for (const { line, person, defect } of lines) if (!defect && !first.has(person.id)) first.set(person.id, line);
  return check(lines, ({ line, person: { id } }) => {
    if (id === PROVISIONAL.id) return text('roster-error-id');
    const before = first.get(id);
    return before === undefined || before === line
      ? undefined
      : text('roster-error-twice', { id, first: String(before) });
  });
};

const classed = (lines: readonly Line[], nomenclature: ReadonlySet<string>): readonly Line[] =>
  check(lines, ({ person }) => {
    const unknown = person.classes.find((one) => !nomenclature.has(one));
    return unknown === undefined ? undefined : text('roster-error-class', { class: unknown });
  });

/** Children are pupils of the list, or were loaded before. */
const related = (lines: readonly Line[], others: readonly Person[]): readonly Line[] => {
  const pupils = new Set([...sound(lines), ...others].flatMap(({ id, role }) => (role === 'student' ? [id] : [])));
  return check(lines, ({ person }) => {
    const lost = person.children.find((child) => !pupils.has(child));
    return lost === undefined ? undefined : text('roster-error-child', { child: lost.slice(0, 32) });
  });
};

/** A list may name another administrator, never take away the only one. */
const governed = (lines: readonly Line[], known: readonly Person[], others: readonly Person[]): readonly Line[] => {
  const rules = ({ role }: Person) => role === 'administrator';
  if ([...sound(lines), ...others].some(rules)) return lines;
  const only = new Set(known.filter(rules).map(({ id }) => id));
  return check(lines, ({ person }) => (only.has(person.id) ? text('roster-error-last-administrator') : undefined));
};

/**
 * What only the whole list can tell: doubles, classes, children, who would be left to administer.
 * @param known those of the school who were loaded before
 */
export const checkTogether = (
  lines: readonly Line[],
  nomenclature: ReadonlySet<string>,
  known: readonly Person[],
): readonly Line[] => {
  const listed = new Set(sound(lines).map(({ id }) => id));
  const others = known.filter(({ id }) => !listed.has(id));
  return governed(related(classed(single(lines), nomenclature), others), known, others);
};
