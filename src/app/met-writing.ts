import type { Change } from '../domain/change.js';
import { membershipId } from '../domain/membership.js';
import { keep } from '../domain/records.js';
import { platformOf } from '../domain/refs.js';
import type { Update } from '../domain/update.js';
import type { MessageFacts } from './gather.js';
import type { Known } from './known.js';
import { placeOf } from './membership-facts.js';

/**
 * Where the messenger lists nobody, a stranger who was there before the bot, or came while it was away, is first seen when
 * he writes. He is left in peace as any other who was found there; the nightly look tells of him, once.
 */
export const metWriting = async (
  { message: { author } }: Extract<Update, { kind: 'message' }>,
  { chat, account }: MessageFacts,
  known: Known,
): Promise<readonly Change[]> => {
  if (chat?.mode !== 'act' || account.person !== undefined) return [];
  if (known.messenger(platformOf(chat.ref)).capabilities.members === 'listed') return [];
  const { finding, held } = await placeOf(author, chat, known);
  if (finding !== 'alien' || held !== undefined) return [];
  const value = { chat: chat.ref, account: author, finding, since: known.now, muted: false, told: false, before: true };
  return [keep('membership', membershipId(chat.ref, author), value, undefined)];
};
