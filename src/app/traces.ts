import type { Change } from '../domain/change.js';
import { handlesOf, type Message } from '../domain/message.js';
import { inChat } from '../domain/refs.js';
import type { Trace } from '../domain/trace.js';
import type { Update } from '../domain/update.js';
import { raisedHand } from '../moderation/hand.js';
import { printsSeen } from './removed-files.js';

type Said = Pick<Message, 'text' | 'attachments'>;

const kindOf = ({ text, attachments }: Said): Trace['kind'] => {
  if (attachments.some(({ kind }) => kind === 'sticker')) return 'sticker';
  return raisedHand(text) ? 'hand' : 'words';
};

/**
 * What is remembered of a message of a registered chat, whatever is decided of it. Edited, it is found by its new words
 * too; a look at its pictures is no message more.
 */
export const tracesOf = (update: Extract<Update, { kind: 'message' }>, now: number): readonly Change[] => {
  const { message, edited, seen } = update;
  const { ref, author, at, written = at, text, attachments } = message;
  const { place, id } = ref;
  if (seen) return printsSeen(seen, now);
  if (!inChat(place)) return [];
  const common = { message: { place, id }, author, at: written, kind: kindOf(message) };
  const whole: Change = { put: 'trace', trace: { ...common, edited, text, handles: handlesOf(attachments) } };
  // One picture of an album is found again as well when it is forwarded; it is no message more.
  const parts = (message.album?.parts ?? []).map((part): Change => {
    const left = { text: part.text, handles: handlesOf(part.attachments) };
    return { put: 'trace', trace: { ...common, edited: true, ...left } };
  });
  return [whole, ...parts];
};
