import type { Chat, ServiceAction } from './state.js';
import { FIRST_CHAT, memberOf, type World } from './world.js';
import { post } from './writing.js';

const tellPlace = (world: World, chat: Chat, ...more: readonly number[]): void =>
  world.tell({ what: 'place', peer: chat.peer, people: [...new Set([...world.peopleOf(chat.peer), ...more])] });

const serve = (world: World, chat: Chat, from: number, action: ServiceAction): void =>
  void post(world, chat.peer, from, { action });

export interface Access {
  readonly fullAccess: boolean;
  readonly admin: boolean;
}

const giveAccess = (world: World, chat: Chat, { fullAccess, admin }: Access): void => {
  const read = chat.fullAccess || chat.admins.includes(world.bot);
  const others = chat.admins.filter((id) => id !== world.bot);
  chat.admins = admin ? [...others, world.bot] : others;
  chat.fullAccess = fullAccess;
  if (!read) chat.readableFrom = world.messagesOf(chat.peer).length + 1;
};

/** A person adds the community, or changes what it may see and do; VK tells the community of the first only. */
export const admitBot = (world: World, chat: Chat, by: number, access: Access): void => {
  const known = memberOf(chat, world.bot) !== undefined;
  giveAccess(world, chat, access);
  if (!known) {
    chat.members = [...chat.members, { id: world.bot, joined: world.now(), invitedBy: by }];
    serve(world, chat, by, { type: 'chat_invite_user', member_id: world.bot });
  }
  tellPlace(world, chat);
};

export const joinByLink = (world: World, chat: Chat, id: number): void => {
  chat.members = [...chat.members, { id, joined: world.now(), invitedBy: id }];
  serve(world, chat, id, { type: 'chat_invite_user_by_link' });
  tellPlace(world, chat);
};

/** Asked to be let in, and an administrator did. */
export const admitByRequest = (world: World, chat: Chat, by: number, id: number): void => {
  chat.members = [...chat.members, { id, joined: world.now(), invitedBy: by }];
  serve(world, chat, by, { type: 'chat_invite_user_by_message_request', member_id: id });
  tellPlace(world, chat);
};

export const invite = (world: World, chat: Chat, by: number, id: number): void => {
  chat.members = [...chat.members, { id, joined: world.now(), invitedBy: by }];
  serve(world, chat, by, { type: 'chat_invite_user', member_id: id });
  tellPlace(world, chat);
};

/** Somebody goes: by himself when `by` is he. */
export const removeMember = (world: World, chat: Chat, by: number, id: number): void => {
  chat.members = chat.members.filter((member) => member.id !== id);
  chat.admins = chat.admins.filter((admin) => admin !== id);
  if (id === world.bot) chat.fullAccess = false;
  serve(world, chat, by, { type: 'chat_kick_user', member_id: id });
  tellPlace(world, chat, ...(id > 0 ? [id] : []));
};

export const promote = (world: World, chat: Chat, id: number, admin: boolean): void => {
  const others = chat.admins.filter((other) => other !== id);
  chat.admins = admin ? [...others, id] : others;
  tellPlace(world, chat);
};

/** Read only until then; 0 lifts it. */
export const restrict = (world: World, chat: Chat, id: number, until: number): void => {
  chat.members = chat.members.map((member) => (member.id === id ? { ...member, mutedUntil: until } : member));
  tellPlace(world, chat);
};

export const rename = (world: World, chat: Chat, by: number, title: string): void => {
  chat.title = title;
  serve(world, chat, by, { type: 'chat_title_update', text: title });
  tellPlace(world, chat);
};

export const pin = (world: World, chat: Chat, by: number, cmid: number): void => {
  chat.pinned = cmid;
  const message = world.message(chat.peer, cmid)?.text.slice(0, 100) ?? '';
  serve(world, chat, by, { type: 'chat_pin_message', member_id: by, conversation_message_id: cmid, message });
  tellPlace(world, chat);
};

export const unpin = (world: World, chat: Chat, by: number): void => {
  if (chat.pinned === undefined) return;
  const cmid = chat.pinned;
  delete chat.pinned;
  serve(world, chat, by, { type: 'chat_unpin_message', member_id: by, conversation_message_id: cmid });
  tellPlace(world, chat);
};

/** The old link stops working. */
export const renewLink = (world: World, chat: Chat): string => {
  chat.link = `https://vk.me/join/${world.secret('link').slice(0, 22)}`;
  tellPlace(world, chat);
  return chat.link;
};

export const createChat = (
  world: World,
  owner: number,
  { title, members }: { readonly title: string; readonly members: readonly number[] },
): Chat => {
  world.state.counters.chat += 1;
  const peer = FIRST_CHAT + world.state.counters.chat;
  const chat: Chat = {
    peer,
    title,
    owner,
    admins: [],
    members: [...new Set([owner, ...members])].map((id) => ({ id, joined: world.now(), invitedBy: owner })),
    fullAccess: owner === world.bot,
    readableFrom: 1,
    link: `https://vk.me/join/${world.secret('link').slice(0, 22)}`,
  };
  world.state.chats[peer] = chat;
  serve(world, chat, owner, { type: 'chat_create', text: title });
  tellPlace(world, chat);
  return chat;
};
