import type { Message } from './state.js';
import { messageOut } from './wire.js';
import { type Change, isAdmin, isChat, memberOf, type World } from './world.js';

/** An event before it gets its id. */
export interface News {
  readonly type: string;
  readonly object: object;
}

const CLIENT = {
  button_actions: ['text', 'vkpay', 'open_app', 'location', 'open_link', 'open_photo', 'callback'],
  keyboard: true,
  inline_keyboard: true,
  carousel: true,
  lang_id: 0,
};

const addressed = (world: World, { text, reply, action }: Message): boolean => {
  const { id, screenName } = world.state.community;
  const names = [`[club${id}|`, `[public${id}|`, `@club${id}`, `@public${id}`, `@${screenName}`];
  const lower = text.toLowerCase();
  return (
    text.startsWith('/') ||
    names.some((name) => lower.includes(name)) ||
    reply?.from === world.bot ||
    action?.member_id === world.bot
  );
};

/** Whether the community may see this message: in a chat, all with full access, else only what is meant for it. */
export const visible = (world: World, message: Message): boolean => {
  if (!isChat(message.peer)) return true;
  const chat = world.chat(message.peer);
  if (!chat || !memberOf(chat, world.bot) || message.cmid < chat.readableFrom) return false;
  return chat.fullAccess || isAdmin(chat, world.bot) || message.from === world.bot || addressed(world, message);
};

const posted = (world: World, message: Message): News =>
  message.from === world.bot
    ? { type: 'message_reply', object: messageOut(world, message) }
    : { type: 'message_new', object: { message: messageOut(world, message), client_info: CLIENT } };

/** What the community is told of a change; nothing at all of deletions and roles. */
export const newsOf = (world: World, change: Change): News | undefined => {
  switch (change.what) {
    case 'posted':
      return visible(world, change.message) ? posted(world, change.message) : undefined;
    case 'edited':
      return visible(world, change.message) && change.message.from !== world.bot
        ? { type: 'message_edit', object: messageOut(world, change.message) }
        : undefined;
    case 'allowed':
      return { type: 'message_allow', object: { user_id: change.person, key: '' } };
    case 'denied':
      return { type: 'message_deny', object: { user_id: change.person } };
    case 'pressed':
      return {
        type: 'message_event',
        object: {
          user_id: change.person,
          peer_id: change.message.peer,
          event_id: change.event,
          payload: change.payload,
          conversation_message_id: change.message.cmid,
        },
      };
    case 'deleted':
    case 'place':
    case 'answered':
      return undefined;
  }
};
