import type { Action } from '../domain/action.js';
import type { Chat } from '../domain/chat.js';
import { type AccountRef, platformOf } from '../domain/refs.js';
import type { Known } from './known.js';

/** The chats, of these or all that are registered, in which the accounts sit now. Where the bot only watches nothing is done. */
export const seats = async (
  accounts: readonly AccountRef[],
  { chats, messenger }: Pick<Known, 'chats' | 'messenger'>,
  among?: readonly Chat[],
): Promise<readonly Action[]> => {
  const platforms = new Set(accounts.map(platformOf));
  const looked = (among ?? (await chats.all())).filter(
    ({ ref, mode }) => mode === 'act' && platforms.has(platformOf(ref)),
  );
  const found: Action[] = [];
  for (const { ref } of looked) {
    const members = await messenger(platformOf(ref)).ask({ ask: 'members', chat: ref });
    const there = new Set(members.map(({ account }) => account));
    for (const account of accounts) if (there.has(account)) found.push({ do: 'remove', chat: ref, account });
  }
  return found;
};
