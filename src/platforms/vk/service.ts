import { chatRef } from '../../domain/refs.js';
import type { Update } from '../../domain/update.js';
import { accountOf, FIRST_CHAT } from './refs.js';
import type { Skip } from './skip.js';
import { WireAction, type WireMessage } from './wire.js';

/** What a chat says of itself: who came and who went. The rest (title, picture, pin) is no news for us. */
export const decodeService = (wire: WireMessage, arrived: Pick<Update, 'id' | 'key' | 'at'>): Update | Skip => {
  const parsed = WireAction.safeParse(wire.action);
  if (!parsed.success || wire.peer_id <= FIRST_CHAT) return 'malformed';
  const who = parsed.data.member_id ?? wire.from_id;
  const known = {
    ...arrived,
    chat: chatRef('vk', wire.peer_id),
    account: accountOf(who),
    message: { place: chatRef('vk', wire.peer_id), id: String(wire.conversation_message_id) },
  };
  const by = who === wire.from_id ? {} : { by: accountOf(wire.from_id) };
  switch (parsed.data.type) {
    case 'chat_invite_user':
      return { ...known, ...by, kind: 'joined', how: 'added' };
    case 'chat_invite_user_by_link':
      return { ...known, kind: 'joined', how: 'link' };
    case 'chat_invite_user_by_message_request':
      return { ...known, ...by, kind: 'joined', how: 'request' };
    case 'chat_kick_user':
      return { ...known, ...by, kind: 'left' };
    default:
      return 'service';
  }
};
