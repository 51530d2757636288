import type { Change } from '../domain/change.js';
import type { Message } from '../domain/message.js';
import { inChat } from '../domain/refs.js';
import type { Left, Trace } from '../domain/trace.js';
import { raisedHand } from '../moderation/hand.js';

type Said = Pick<Message, 'text' | 'attachments'>;

const kindOf = ({ text, attachments }: Said): Trace['kind'] => {
  if (attachments.some(({ kind }) => kind === 'sticker')) return 'sticker';
  return raisedHand(text) ? 'hand' : 'words';
};

export const handlesOf = ({ attachments }: Pick<Said, 'attachments'>): Left['handles'] =>
  attachments.flatMap(({ handle }) => handle ?? []);

/** What is remembered of a message of a registered chat, whatever is decided of it. Edited, it is found by its new words too. */
export const tracesOf = ({
  message,
  edited,
}: {
  readonly message: Message;
  readonly edited: boolean;
}): readonly Change[] => {
  const { ref, author, at, written = at, text } = message;
  const { place, id } = ref;
  if (!inChat(place)) return [];
  const said = { author, at: written, text, handles: handlesOf(message), kind: kindOf(message) };
  return [{ put: 'trace', trace: { message: { place, id }, edited, ...said } }];
};
