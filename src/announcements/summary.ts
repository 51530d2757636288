import type { Line } from '../domain/announcement.js';
import type { Person } from '../domain/person.js';
import { hasAcknowledged, type Lines } from './ledger.js';
import type { Meant } from './reach.js';

/** Of how many so many have acknowledged. */
export interface Share {
  readonly acknowledged: number;
  readonly of: number;
}

export interface Summary extends Share {
  readonly classes: readonly (Share & { readonly class: string })[];
  /** Classes that are not shown apart: fewer people than the school shows. */
  readonly small: number;
  readonly otherWay: number;
  /** By class; whoever is of several stands in each. */
  readonly silent: ReadonlyMap<string, readonly Person[]>;
}

interface Row {
  readonly person: Person;
  readonly classes: readonly string[];
  readonly line: Line;
}

const shareOf = (rows: readonly Row[], version: number): Share => ({
  acknowledged: rows.filter(({ line }) => hasAcknowledged(line, version)).length,
  of: rows.length,
});

interface OfClass {
  readonly name: string;
  readonly rows: readonly Row[];
}

/** Classes shown apart. What the total has more than they is no class with few people either: else the next smallest stays out too. */
const shownOf = (byClass: readonly OfClass[], smallGroup: number): readonly OfClass[] => {
  const bySize = byClass.toSorted((one, other) => one.rows.length - other.rows.length);
  const hidden: OfClass[] = [];
  for (const one of bySize) {
    const people = new Set(hidden.flatMap(({ rows }) => rows.map(({ person }) => person.id))).size;
    if (one.rows.length >= smallGroup && (hidden.length === 0 || people >= smallGroup)) break;
    hidden.push(one);
  }
  return byClass.filter((one) => !hidden.includes(one));
};

/**
 * What is told at the deadline. Whoever is reached another way is counted apart: that is no omission.
 * @param smallGroup classes with fewer people are not shown apart; 0: all are
 */
export const summaryOf = (
  people: readonly Meant[],
  parts: readonly Lines[],
  version: number,
  smallGroup: number,
): Summary => {
  const lines = new Map(parts.flatMap((part) => Object.entries(part)));
  const rows = people.flatMap(({ person, classes }): readonly Row[] => {
    const line = lines.get(person.id);
    return line === undefined ? [] : [{ person, classes, line }];
  });
  const asked = rows.filter(({ person, line }) => line.state !== 'other-way' && !person.standing?.otherWay);
  const names = [...new Set(asked.flatMap(({ classes }) => classes))].sort((a, b) =>
    a.localeCompare(b, 'ru', { numeric: true }),
  );
  const byClass = names.map((name) => ({ name, rows: asked.filter(({ classes }) => classes.includes(name)) }));
  const shown = shownOf(byClass, smallGroup);
  const silent = asked.filter(({ line }) => !hasAcknowledged(line, version));
  const groups = new Map<string, Person[]>();
  for (const { person, classes } of silent)
    for (const name of classes.length > 0 ? classes : ['']) groups.set(name, [...(groups.get(name) ?? []), person]);
  return {
    ...shareOf(asked, version),
    classes: shown.map((one) => ({ class: one.name, ...shareOf(one.rows, version) })),
    small: byClass.length - shown.length,
    otherWay: rows.length - asked.length,
    silent: groups,
  };
};
