import { createChat as create, pin as pinMessage, rename, renewLink, unpin as unpinMessage } from '../chatting.js';
import { visible } from '../feed.js';
import { refuse } from '../refused.js';
import { chatOut, dialogOut, messageOut, pinnedOut } from '../wire.js';
import { isAdmin, isChat, memberOf, type World } from '../world.js';
import { seen } from './draft.js';
import { chatAt, chatPeer, keptChat, type Method, mayBeAt, ownGroup } from './method.js';

const conversationAt = (world: World, peer: number): readonly object[] => {
  if (!isChat(peer)) return world.person(peer) ? [dialogOut(world, peer)] : [];
  const chat = world.chat(peer);
  return chat && memberOf(chat, world.bot) && isAdmin(chat, world.bot) ? [chatOut(world, chat)] : [];
};

/** A chat the community does not keep is left out without a word. */
export const getConversationsById: Method = ({ world, params }) => {
  params.flag('extended');
  const items = params.ints('peer_ids', 100).flatMap((peer) => conversationAt(world, peer));
  return { count: items.length, items };
};

export const getInviteLink: Method = ({ world, params }) => {
  const reset = params.flag('reset');
  const chat = keptChat(world, params.int('peer_id'), reset ? 931 : 919);
  return { link: reset ? renewLink(world, chat) : chat.link };
};

/** Adds those who let the community write to them. */
export const createChat: Method = ({ world, params }) => {
  const title = params.text('title') || refuse(100, 'title is undefined');
  const added = params.ints('user_ids', 500).filter((id) => world.person(id) && world.dialog(id).allowed);
  const chat = create(world, world.bot, { title, members: added });
  return { chat_id: chat.peer - 2_000_000_000, peer_ids: added };
};

export const editChat: Method = (call) => {
  const chat = keptChat(call.world, chatPeer(call), 925);
  rename(call.world, chat, call.world.bot, call.params.text('title') || refuse(100, 'title is undefined'));
  return 1;
};

export const pin: Method = ({ world, params }) => {
  const chat = keptChat(world, params.int('peer_id'), 925);
  const message = seen(world, chat.peer, params.int('cmid'), 15);
  pinMessage(world, chat, world.bot, message.cmid);
  return pinnedOut(message);
};

export const unpin: Method = ({ world, params }) => {
  unpinMessage(world, keptChat(world, params.int('peer_id'), 925), world.bot);
  return 1;
};

/** Only what the community was there to see, and what is still there. */
export const getByConversationMessageId: Method = ({ world, params }) => {
  const peer = params.int('peer_id');
  mayBeAt(world, peer);
  const items = params
    .ints('conversation_message_ids', 100)
    .flatMap((cmid) => world.message(peer, cmid) ?? [])
    .filter((message) => !message.deleted && visible(world, message))
    .map((message) => messageOut(world, message));
  return { count: items.length, items };
};

export const isMessagesFromGroupAllowed: Method = (call) => {
  ownGroup(call);
  return { is_allowed: call.world.dialog(call.params.int('user_id')).allowed ? 1 : 0 };
};

/** Nothing a person would see here: a typing sign, a read mark. */
export const acknowledged: Method = ({ world, params }) => {
  const peer = params.int('peer_id');
  if (isChat(peer)) chatAt(world, peer);
  return 1;
};
