import type { Text } from '../domain/text.js';
import { ALL_COLUMNS, COLUMNS, type Column, columnOf, usual } from './columns.js';

/** A row of a list as it stands in the file, whatever kind of file that is. */
export interface Row {
  /** As an editor or a spreadsheet counts them, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface RosterDefect {
  readonly line: number;
  readonly text: Text;
}

/** More rows or columns than any school's list has. */
export const MOST = { rows: 100_000, columns: 256 } as const;

/** A table of the file, with its headings found. */
export interface Table {
  /** Where the columns that are read stand. */
  readonly places: ReadonlyMap<Column, number>;
  /** Spellings of columns that are needed and not there. */
  readonly missing: readonly string[];
  readonly heading: number;
  /** Headings of columns that are not read. */
  readonly dropped: readonly string[];
  /** How many columns without a heading hold something; they are not read either. */
  readonly unnamed: number;
  readonly body: readonly Row[];
}

/** A list's title may stand above its headings. */
export const TITLES = 20;

const known = ({ cells }: Row): number => new Set(cells.map(columnOf).filter((column) => column !== undefined)).size;

/** A second line under merged headings («ФИО» over «фамилия», «имя», «отчество») says more than the first. */
const joined = (above: Row, below: Row | undefined): readonly string[] | undefined => {
  if (below === undefined || known(below) === 0) return undefined;
  const width = Math.max(above.cells.length, below.cells.length);
  return Array.from({ length: width }, (_, at) => {
    const lower = below.cells[at] ?? '';
    return columnOf(lower) === undefined ? (above.cells[at] ?? '') : lower;
  });
};

/** A column that stands twice is read where its heading is spelt most usually, else from its first place. */
const placesOf = (headings: readonly string[]): ReadonlyMap<Column, number> => {
  const best = (column: Column) =>
    headings
      .flatMap((heading, at) => {
        const rank = usual(column, heading);
        return rank === undefined ? [] : [{ at, rank }];
      })
      .reduce<{ at: number; rank: number } | undefined>(
        (one, other) => (one && one.rank <= other.rank ? one : other),
        undefined,
      );
  return new Map(
    ALL_COLUMNS.flatMap((column) => {
      const place = best(column);
      return place ? [[column, place.at] as const] : [];
    }),
  );
};

const missingOf = (places: ReadonlyMap<Column, number>): readonly string[] => {
  const names: readonly Column[] = places.has('whole') ? [] : ['surname', 'name'];
  return (['id', 'role', ...names] as const)
    .filter((column) => !places.has(column))
    .map((column) => COLUMNS[column][0]);
};

/** Finds the headings: of the first rows the one that names most of our columns. */
export const tableOf = (rows: readonly Row[]): Table => {
  const counts = rows.slice(0, TITLES).map(known);
  const at = Math.max(0, counts.indexOf(Math.max(0, ...counts)));
  const above = rows[at] ?? { line: 1, cells: [] };
  const both = joined(above, rows[at + 1]);
  const headings = both ?? above.cells;
  const body = rows.slice(at + (both ? 2 : 1));
  const places = placesOf(headings);
  const read = new Set(places.values());
  const filled = new Set(body.flatMap(({ cells }) => cells.flatMap((cell, place) => (cell === '' ? [] : [place]))));
  return {
    places,
    missing: missingOf(places),
    heading: above.line,
    dropped: headings.filter((heading, place) => heading !== '' && !read.has(place)),
    unnamed: [...filled].filter((place) => (headings[place] ?? '') === '').length,
    body,
  };
};
