import type { Person } from '../domain/person.js';
import type { Known } from './known.js';
import { dialogsOf, type Reached } from './people-who.js';

/** The first in order whom a message reaches, with all their dialogs. */
export const firstReached = async (
  deciders: readonly Person[],
  known: Known,
): Promise<{ readonly person: Person; readonly dialogs: readonly Reached[] } | undefined> => {
  for (const person of deciders) {
    const dialogs = await dialogsOf([person], known);
    if (dialogs.length > 0) return { person, dialogs };
  }
  return undefined;
};
