import type { Message } from '../../vk/state.js';
import type { World } from '../../vk/world.js';
import { LINE } from '../words.js';

/** The grey line of a service message; `null` for an ordinary one. */
export const serviceWords = (world: World, { action, from }: Message): string | null => {
  const who = world.nameOf(from);
  const whom = action?.member_id === undefined ? '' : world.nameOf(action.member_id);
  switch (action?.type) {
    case undefined:
      return null;
    case 'chat_create':
      return LINE.created(who, action.text ?? '');
    case 'chat_title_update':
      return LINE.renamed(who, action.text ?? '');
    case 'chat_invite_user':
      return LINE.invited(who, whom);
    case 'chat_invite_user_by_link':
      return LINE.cameByLink(who);
    case 'chat_invite_user_by_message_request':
      return LINE.cameByRequest(whom);
    case 'chat_kick_user':
      return action.member_id === from ? LINE.left(who) : LINE.removed(who, whom);
    case 'chat_pin_message':
      return LINE.pinned(who);
    case 'chat_unpin_message':
      return LINE.unpinned(who);
    default:
      return who;
  }
};
