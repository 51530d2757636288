import { deny } from '../denied.js';
import {
  type Access,
  admitBot,
  admitByRequest,
  createChat,
  invite,
  joinByLink,
  promote,
  removeMember,
  renewLink,
} from './chatting.js';
import type { Chat } from './state.js';
import { isAdmin, memberOf, type World } from './world.js';

/** A chat this person is in. */
export const chatFor = (world: World, as: number, peer: number): Chat => {
  const chat = world.chat(peer) ?? deny('not-a-member');
  return memberOf(chat, as) ? chat : deny('not-a-member');
};

/** A chat this person leads. */
export const keptBy = (world: World, as: number, peer: number): Chat => {
  const chat = chatFor(world, as, peer);
  return isAdmin(chat, as) ? chat : deny('not-admin');
};

export const join = (world: World, as: number, link: string): Chat => {
  const chat = world.chats().find((other) => other.link === link.trim()) ?? deny('no-such-link');
  if (memberOf(chat, as)) deny('already-member');
  joinByLink(world, chat, as);
  return chat;
};

/** `vk.me/join/…` lets into a chat, `vk.me/<community>?ref=…` opens the dialog with it. Returns where it leads. */
export const follow = (world: World, as: number, link: string): number => {
  const address = addressIn(link) ?? deny('no-such-link');
  const chat = world.chats().find((other) => other.link === `https://vk.me${address.pathname}`);
  if (chat) return (memberOf(chat, as) ? chat : join(world, as, chat.link)).peer;
  const { id, screenName } = world.state.community;
  if (![screenName, `club${id}`, `public${id}`].includes(address.pathname.slice(1))) return deny('no-such-link');
  const [ref, refSource] = ['ref', 'ref_source'].map((name) => address.searchParams.get(name));
  if (ref) {
    world.dialog(as).opened = { ref, ...(refSource && { refSource }) };
    world.tell({ what: 'place', peer: world.bot, people: [as] });
  }
  return world.bot;
};

/** People leave out `https://`; VK has moved from one domain to another. */
export const addressIn = (link: string): URL | undefined => {
  const text = link.trim().replace(/^(?:https?:\/\/)?/i, 'https://');
  if (!URL.canParse(text)) return undefined;
  const address = new URL(text);
  return ['vk.me', 'vk.com', 'vk.ru'].includes(address.hostname) ? address : undefined;
};

export const leave = (world: World, as: number, peer: number): void =>
  removeMember(world, chatFor(world, as, peer), as, as);

export const kick = (world: World, as: number, peer: number, id: number): void => {
  const chat = keptBy(world, as, peer);
  if (!memberOf(chat, id)) deny('no-such-person');
  if (id === chat.owner || (isAdmin(chat, id) && as !== chat.owner)) deny('not-admin');
  removeMember(world, chat, as, id);
};

/** Somebody else, or a community other than ours. */
export const add = (world: World, as: number, peer: number, id: number): void => {
  const chat = keptBy(world, as, peer);
  if (!world.person(id) && !world.neighbour(id)) deny('no-such-person');
  if (memberOf(chat, id)) deny('already-member');
  invite(world, chat, as, id);
};

/** Lets in somebody who asked for it. */
export const admit = (world: World, as: number, peer: number, id: number): void => {
  const chat = keptBy(world, as, peer);
  if (!world.person(id)) deny('no-such-person');
  if (memberOf(chat, id)) deny('already-member');
  admitByRequest(world, chat, as, id);
};

export const appoint = (world: World, as: number, peer: number, id: number, admin: boolean): void => {
  const chat = chatFor(world, as, peer);
  if (chat.owner !== as) deny('not-admin');
  if (!memberOf(chat, id)) deny('no-such-person');
  promote(world, chat, id, admin);
};

/** Anybody adds the community where it lets itself be added; more rights only an administrator gives. */
export const addBot = (world: World, as: number, peer: number, access: Access): void => {
  const chat = chatFor(world, as, peer);
  if (!world.state.community.settings.botsAddToChat) deny('bots-may-not-be-added');
  if ((access.admin || access.fullAccess || memberOf(chat, world.bot)) && !isAdmin(chat, as)) deny('not-admin');
  admitBot(world, chat, as, access);
};

export const newLink = (world: World, as: number, peer: number): string => renewLink(world, keptBy(world, as, peer));

export const openChat = (world: World, as: number, title: string, members: readonly number[]): Chat => {
  if (title.trim() === '') deny('empty');
  if (!members.every((id) => world.person(id))) deny('no-such-person');
  return createChat(world, as, { title, members });
};
