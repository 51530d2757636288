import type { Chat } from '../domain/chat.js';
import type { Message, Quoted } from '../domain/message.js';
import { type AccountRef, inChat, platformOf } from '../domain/refs.js';
import { Refused } from '../ports/platform.js';
import type { Call } from './command.js';
import { type Meant, resolveForwarded } from './forwarded.js';

/** The message somebody means by forwarding it to the bot, or by answering it in the chat. */
export interface Target extends Meant {
  readonly author: AccountRef;
  readonly quoted: Quoted;
}

export type Aim =
  | { readonly aim: 'one'; readonly target: Target }
  /** The same was written in several chats: whoever forwarded it says in which. */
  | { readonly aim: 'several'; readonly chats: readonly Chat[]; readonly targets: readonly Target[] }
  /** Too old, or of no chat of the school. */
  | { readonly aim: 'lost' }
  /** The bot's own: nobody's breach. */
  | { readonly aim: 'bot' }
  /** No message was shown. */
  | { readonly aim: 'nothing' };

/** What was forwarded, or answered; in a dialog the forwarded one goes first. */
export const shownOf = ({ message, place }: Pick<Call, 'message' | 'place'>): Quoted | undefined =>
  inChat(place) ? message.replyTo : (message.forwarded[0] ?? message.replyTo);

const isBot = async (author: AccountRef, { messenger }: Pick<Call, 'messenger'>): Promise<boolean> => {
  try {
    return (await messenger(platformOf(author)).ask({ ask: 'self' })).account === author;
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
};

/** Which message of which chat is meant. Whether the caller may do anything there is not asked here. */
export const aimOf = async (call: Call): Promise<Aim> => {
  const quoted = shownOf(call);
  if (quoted === undefined) return { aim: 'nothing' };
  const { author } = quoted;
  const found = await resolveForwarded(call, quoted);
  if (author !== undefined && (await isBot(author, call))) return { aim: 'bot' };
  if (author === undefined || found.found === 'none') return { aim: 'lost' };
  if (found.found === 'one') return { aim: 'one', target: { ...found, author, quoted } };
  const targets = found.candidates.map((meant) => ({ ...meant, author, quoted }));
  return { aim: 'several', chats: targets.map(({ chat }) => chat), targets };
};

/** The message as it was written, out of what was shown of it. */
export const messageOf = ({ message, author, quoted }: Target): Message => {
  const { at, text, attachments, forwarded } = quoted;
  return { ref: message, author, at, text, attachments, forwarded };
};
