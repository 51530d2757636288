import type { Action } from '../domain/action.js';
import type { Case } from '../domain/case.js';
import { dialogOf } from '../domain/refs.js';
import type { Text } from '../domain/text.js';
import { readerOf } from './incident.js';
import type { Known } from './known.js';

/** Whom a text speaks to: pupils in simpler words. */
export type Reader = ReturnType<typeof readerOf>;

/** Tells the author of a case, and whoever objected in the author's name, each in words for them. */
export const tellConcerned = async (
  { account, person, appeal }: Case,
  { people }: Pick<Known, 'people'>,
  words: (reader: Reader) => Text,
): Promise<readonly Action[]> => {
  const author = person === undefined ? undefined : await people.find(person);
  const others = appeal?.by === undefined ? [] : await people.accountsOf(appeal.by);
  return [
    { do: 'send', to: dialogOf(account), text: words(readerOf(author)) },
    ...others.map((other): Action => ({ do: 'send', to: dialogOf(other), text: words('other') })),
  ];
};
