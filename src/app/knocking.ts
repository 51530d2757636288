import type { Update } from '../domain/update.js';
import type { Reply } from './command.js';
import type { Known } from './known.js';
import { placeOf } from './membership-facts.js';

/**
 * Somebody asks to be let into a chat. Who belongs there is let in, who was excluded is not; everybody else waits for those
 * who lead the chat, to whom the messenger shows it.
 */
export const knocking = async (
  { chat: ref, account }: Extract<Update, { readonly kind: 'knocked' }>,
  known: Known,
): Promise<Reply> => {
  const nothing: Reply = { actions: [], changes: [], because: 'unregistered' };
  const chat = await known.chats.find(ref);
  if (chat === undefined) return nothing;
  const { finding, held } = await placeOf(account, chat, known);
  const answer = (granted: boolean, because: string): Reply => ({
    ...nothing,
    actions: [{ do: 'admit', chat: ref, account, granted }],
    because,
  });
  if (held?.value.decided?.as === 'excluded') return answer(false, 'excluded');
  return finding === undefined ? answer(true, 'belongs') : { ...nothing, because: `waits:${finding}` };
};
