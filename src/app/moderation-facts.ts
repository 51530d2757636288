import type { Chat } from '../domain/chat.js';
import type { Message } from '../domain/message.js';
import { MINUTE } from '../domain/time.js';
import type { Update } from '../domain/update.js';
import type { Category, Verdict } from '../domain/verdict.js';
import type { Facts, Removed } from '../moderation/facts.js';
import type { MessageFacts } from './gather.js';

/** Offsets of zones are whole quarters of an hour: within one it stays one day. */
const QUARTER = 15 * MINUTE;

/** The day of the school at a moment, `2026-12-31`: asked for with every message, and worked out once a quarter of an hour. */
export const dayReader = (timeZone: string): ((at: number) => string) => {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  let last = { quarter: Number.NaN, day: '' };
  return (at) => {
    const quarter = Math.floor(at / QUARTER);
    if (quarter !== last.quarter) last = { quarter, day: format.format(at) };
    return last.day;
  };
};

const removedOf = (held: NonNullable<MessageFacts['removed']>, at: number): Removed => {
  const live = held.filter(({ value }) => at < value.until);
  const barred = live.filter(({ value }) => value.barred).map(({ id }) => id);
  const prints = live.flatMap(({ value }) => value.print ?? []);
  return { handles: live.map(({ id }) => id), prints, ...(barred.length > 0 && { barred }) };
};

/**
 * What the rules may know of a message of a registered chat besides its words, out of what was gathered. Not what the
 * school has published: it is asked for by whoever has found something.
 */
export const factsOf = (
  { message, seen }: Extract<Update, { kind: 'message' }>,
  chat: Chat,
  { account: { person }, recent, removed }: MessageFacts,
  dayOf: (at: number) => string,
): Facts => ({
  chat: chat.kind,
  ...(chat.class ? { class: chat.class } : {}),
  ...(person ? { role: person.role } : {}),
  day: dayOf(message.at),
  ...(recent ? { recent } : {}),
  ...(removed ? { removed: removedOf(removed, message.at) } : {}),
  ...(seen ? { prints: seen.map(({ print }) => print) } : {}),
});

/** What is judged of a message: once its pictures were looked at, nothing but what they show. */
export const judgedPart = ({ message, seen }: Extract<Update, { kind: 'message' }>): Message => {
  if (seen === undefined) return message;
  const shown = seen.map(({ handle, words }) => ({ kind: 'photo', words, ...(handle && { handle }) }) as const);
  return { ...message, text: '', attachments: shown, forwarded: [] };
};

/** No school publishes these. */
const NEVER_PUBLISHED: readonly Category[] = ['flood', 'media', 'obscene', 'insult'];

/** Whether what was found may turn out to be published by the school itself. */
export const mayBePublished = ({ findings }: Verdict): boolean =>
  findings.some(({ category }) => !NEVER_PUBLISHED.includes(category));
