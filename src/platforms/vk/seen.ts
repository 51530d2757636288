import { type ChatRef, inChat } from '../../domain/refs.js';
import type { Update } from '../../domain/update.js';

const numberOf = (update: Update): readonly [ChatRef, number] | undefined => {
  switch (update.kind) {
    case 'message': {
      const { place, id } = update.message.ref;
      return inChat(place) ? [place, Number(id)] : undefined;
    }
    case 'joined':
    case 'left':
      return update.message && [update.chat, Number(update.message.id)];
    case 'gap':
      return [update.chat, update.to];
    case 'knocked':
    case 'moved':
    case 'pressed':
    case 'dialog-opened':
    case 'dialog-closed':
      return undefined;
  }
};

/** The chats in which a batch went further than was known, and how far: an edit of an old message is no step back. */
export const furtherThan = (
  known: ReadonlyMap<ChatRef, number>,
  batch: readonly Update[],
): ReadonlyMap<ChatRef, number> => {
  const further = new Map<ChatRef, number>();
  for (const update of batch) {
    const [chat, number] = numberOf(update) ?? [];
    if (chat === undefined || number === undefined) continue;
    if (number > Math.max(known.get(chat) ?? 0, further.get(chat) ?? 0)) further.set(chat, number);
  }
  return further;
};
