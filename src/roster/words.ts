import { shortName } from '../domain/names.js';
import type { Person } from '../domain/person.js';
import { type Text, text } from '../domain/text.js';

/** Texts one after another, in one: sentences, parts of an enumeration, items of a list. */
export const inRow = (
  [first, ...rest]: readonly Text[],
  joint: 'roster-then' | 'roster-errors-next' | 'roster-comma' | 'movement-and',
): Text | undefined => {
  if (first === undefined) return undefined;
  const next = inRow(rest, joint);
  return next === undefined ? first : text(joint, { first, next });
};

/** People who are named one by one; of the others the number. */
const TOLD = 10;

/** Variables of a text about people: «Иванов П., Иванова В.», how many there are, how many of them are not named. */
export const named = (people: readonly Person[]) => ({
  count: people.length,
  names: people.slice(0, TOLD).map(shortName).join(', '),
  more: Math.max(0, people.length - TOLD),
});
