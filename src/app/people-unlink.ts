import type { Action } from '../domain/action.js';
import type { Change } from '../domain/change.js';
import type { Person } from '../domain/person.js';
import { type AccountRef, dialogOf } from '../domain/refs.js';
import { text } from '../domain/text.js';
import type { Known } from './known.js';
import { seats } from './people-seats.js';

/** These accounts are nobody's any more, and are taken out of the school's chats; each hears why. */
export const unlinked = async (
  person: Person,
  accounts: readonly AccountRef[],
  known: Known,
): Promise<{ readonly actions: readonly Action[]; readonly changes: readonly Change[] }> => ({
  actions: [
    ...accounts.map((one): Action => ({ do: 'send', to: dialogOf(one), text: text('relink-out') })),
    ...(accounts.length === 0 ? [] : await seats(accounts, known)),
  ],
  changes: accounts.map((account) => ({ put: 'unlink', account, person: person.id })),
});
