import type { Change } from '../domain/change.js';
import type { Chat } from '../domain/chat.js';
import type { Update } from '../domain/update.js';
import type { Verdict } from '../domain/verdict.js';
import { decide } from '../moderation/decide.js';
import type { AccountFacts } from '../ports/stores.js';
import { standing } from '../regulation/cite.js';
import { isOfLife } from './calling.js';
import type { Reply } from './command.js';
import { consequences } from './consequences.js';
import { asked } from './conversation.js';
import { countedForecast } from './forecast.js';
import type { MessageFacts } from './gather.js';
import type { Known } from './known.js';
import { dayReader, factsOf, judgedPart, mayBePublished } from './moderation-facts.js';
import type { Thought } from './thought.js';

type Written = Extract<Update, { kind: 'message' }>;

export type Judge = (update: Written, chat: Chat, found: MessageFacts, known: Known) => Promise<Thought>;

/** Where the bot only watches, what would follow is journaled and not done; a rehearsal costs nobody anything, and is counted. */
const judged = (
  verdict: Verdict,
  { actions, changes, because }: Reply,
  chat: Chat,
  { person }: AccountFacts,
  counted: readonly Change[],
): Thought => {
  // Who is in danger is helped where the bot only watches, too.
  const observing = chat.mode === 'observe' && !isOfLife(verdict);
  return {
    verdict,
    because: observing && actions.length > 0 ? 'observe' : because,
    actions,
    changes: observing ? counted : [...changes, ...counted],
    via: observing ? 'simulation' : 'messenger',
    ...(person ? { person: person.id } : {}),
  };
};

/** Judges messages of registered chats, each by the edition that was in force when it was written. */
export const createJudge = (zone: string): Judge => {
  const dayOf = dayReader(zone);
  return async (update, chat, found, known) => {
    const { message } = update;
    const { account: facts } = found;
    const read = judgedPart(update);
    const place = factsOf(update, chat, found, dayOf);
    const grounds = standing(known.policy, message.at);
    const first = decide(read, place, grounds);
    // What the school has published is asked for only when something was found that may be it.
    const published = (first.decision !== 'keep' || mayBePublished(first)) && { school: await known.settings() };
    const verdict = published ? decide(read, { ...place, ...published }, grounds) : first;
    const whole = await asked(await consequences({ verdict, message, chat, facts }, known), '', known);
    return judged(verdict, whole, chat, facts, await countedForecast(verdict, chat, known));
  };
};
