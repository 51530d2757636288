import { CITATION_KEYS } from '../domain/clause.js';
import { text } from '../domain/text.js';
import type { Edition } from './edition.js';
import { type Oddity, odd, wrong } from './oddity.js';
import { type Cell, type Matrix, PERMISSIONS, type Row } from './permissions.js';
import { holds } from './permissions-answer.js';

const cellsOf = ({ who }: Row): readonly Cell[] => Object.values(who).flat();

/** A clause with its bullet, or a citation key: whatever a cell rests on must be there. */
const stands = (ground: string, { clauses, citations }: Edition): boolean => {
  const key = CITATION_KEYS.find((one) => one === ground);
  if (key !== undefined) return citations[key] !== undefined;
  const [id, bullet] = ground.split('-');
  const clause = clauses.find((one) => one.id === id);
  return clause !== undefined && (bullet === undefined || clause.bullets.some((one) => one.id === bullet));
};

const lintRow = (row: Row, at: number, edition: Edition): readonly Oddity[] => {
  const grounds = [row.cites, ...cellsOf(row).map(({ cites }) => cites)].filter((one) => one !== undefined);
  const asked = cellsOf(row).flatMap(({ when = {} }) => Object.keys(when));
  return [
    ...[...new Set(grounds)]
      .filter((ground) => !stands(ground, edition))
      .map((clause) => wrong(['rows', at], text('defect-cites-nothing', { clause }))),
    ...[...new Set(asked)]
      .filter((name) => !Object.hasOwn(edition.switches, name))
      .map((field) => wrong(['rows', at], text('defect-unknown-field', { field }))),
  ];
};

/** Grounds and switches that do not exist, and what nobody may do under this edition. */
export const lintPermissions = ({ rows }: Matrix, edition: Edition): readonly Oddity[] => {
  const reachable = new Set(
    rows
      .filter((row) => cellsOf(row).some((cell) => holds(cell, edition)))
      .flatMap(({ permission }): readonly string[] => permission),
  );
  return [
    ...rows.flatMap((row, at) => lintRow(row, at, edition)),
    ...PERMISSIONS.filter((one) => !reachable.has(one)).map((permission) =>
      odd(['rows'], text('defect-permission-unreachable', { permission })),
    ),
  ];
};
