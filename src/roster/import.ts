import type { Change } from '../domain/change.js';
import type { Person } from '../domain/person.js';
import type { AccountRef } from '../domain/refs.js';
import { difference } from './difference.js';
import { namedAdministrator } from './provisional.js';

export interface ImportInput {
  /** People of the list's lines without errors. */
  readonly list: readonly Person[];
  readonly known: readonly Person[];
  /** The list of classes to approve with it; absent leaves the approved one as it is. */
  readonly classes?: readonly string[];
  readonly approved: readonly string[];
  /** Accounts of the provisional administrator. */
  readonly provisional: readonly AccountRef[];
  readonly at: number;
}

export interface Import {
  /** Those of people may be written a part at a time: what a break left undone, loading again does. */
  readonly changes: readonly Change[];
  /** New or changed. */
  readonly people: readonly Person[];
  /** Who turned out to be the administrator, when the roster names exactly one. */
  readonly administrator?: Person;
}

/** What loading a list comes to; loading it again comes to nothing. */
export const importOf = ({ list, known, classes, approved, provisional, at }: ImportInput): Import => {
  const listed = new Set(list.map(({ id }) => id));
  const { fresh, changed } = difference({ people: list, listed }, known);
  const people = [...fresh, ...changed];
  const administrator = namedAdministrator([...list, ...known.filter(({ id }) => !listed.has(id))]);
  return {
    changes: [
      ...people.map((person): Change => ({ put: 'person', person })),
      ...(classes && classes.join() !== approved.join() ? [{ put: 'classes', classes } as const] : []),
      ...(administrator
        ? provisional.map((account): Change => ({ put: 'link', account, person: administrator.id, at }))
        : []),
    ],
    people,
    ...(administrator ? { administrator } : {}),
  };
};
