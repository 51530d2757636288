import { type Chat, chatVars } from '../domain/chat.js';
import { keep } from '../domain/records.js';
import { text } from '../domain/text.js';
import { DAY } from '../domain/time.js';
import type { Verdict } from '../domain/verdict.js';
import type { Reply } from './command.js';
import type { Known } from './known.js';
import { reachResponsible } from './membership-cards.js';
import { isPaused } from './own-posts.js';
import { dateOf } from './people-when.js';
import { isQuiet } from './quiet.js';

const KEY = 'poll-offer';

/** Many «+» in a row break nothing: whoever answers for the chat hears once a day, in private, of the poll. */
export const pollOffer = async ({ findings }: Verdict, chat: Chat, known: Known): Promise<Reply | undefined> => {
  if (chat.mode !== 'act' || !findings.some(({ rule }) => rule === 'show-of-hands')) return undefined;
  const { now, zone, settings, records } = known;
  if (isQuiet(now, await settings(), zone) || (await isPaused(chat, known))) return undefined;
  const held = await records.get('noise', chat.ref);
  const { day = dateOf(now, zone), count = 0, last = {} } = held?.value ?? {};
  if (now - (last[KEY] ?? Number.NEGATIVE_INFINITY) < DAY) return undefined;
  const reached = await reachResponsible(chat, known);
  return {
    actions: reached.map(({ to }) => ({ do: 'send', to, text: text('poll-offer', chatVars(chat)) })),
    changes: [keep('noise', chat.ref, { day, count, last: { ...last, [KEY]: now } }, held)],
    because: KEY,
  };
};
