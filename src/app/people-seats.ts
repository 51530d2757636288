import type { Action } from '../domain/action.js';
import type { Chat } from '../domain/chat.js';
import { type AccountRef, platformOf } from '../domain/refs.js';
import { sitting } from './chat-doors.js';
import type { Known } from './known.js';

/**
 * The chats, of these or all that are registered, in which the accounts sit now. Where the bot only watches nothing is
 * done; a chat it may not look into is left to the nightly comparison.
 */
export const seats = async (
  accounts: readonly AccountRef[],
  known: Pick<Known, 'chats' | 'messenger'>,
  among?: readonly Chat[],
): Promise<readonly Action[]> => {
  const platforms = new Set(accounts.map(platformOf));
  const looked = (among ?? (await known.chats.all())).filter(
    ({ ref, mode }) => mode === 'act' && platforms.has(platformOf(ref)),
  );
  const found: Action[] = [];
  for (const chat of looked) {
    const own = accounts.filter((account) => platformOf(account) === platformOf(chat.ref));
    for (const account of await sitting(own, chat, known)) found.push({ do: 'remove', chat: chat.ref, account });
  }
  return found;
};
