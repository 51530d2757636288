import type { Params } from '../params.js';
import { refuse } from '../refused.js';
import type { Chat } from '../state.js';
import { FIRST_CHAT, isAdmin, isChat, memberOf, type World } from '../world.js';

export interface Call {
  readonly world: World;
  readonly params: Params;
  /** Where this server is reached: `http://127.0.0.1:8080/vk`. */
  readonly site: string;
  /** The number of the next event. */
  readonly ts: () => number;
  readonly pollKey: () => string;
}

export type Method = (call: Call) => unknown;

/** A chat the community is in; else what VK says. */
export const chatAt = (world: World, peer: number): Chat => {
  const chat = world.chat(peer) ?? refuse(927);
  if (!memberOf(chat, world.bot)) refuse(917);
  return chat;
};

/** A chat the community keeps; `code` is what VK says to one that does not. */
export const keptChat = (world: World, peer: number, code: number): Chat => {
  const chat = chatAt(world, peer);
  if (!isAdmin(chat, world.bot)) refuse(code);
  return chat;
};

export const chatPeer = ({ params }: Call): number => FIRST_CHAT + params.int('chat_id');

/** Throws unless the community may be at this peer at all. */
export const mayBeAt = (world: World, peer: number): void => {
  if (isChat(peer)) chatAt(world, peer);
  else if (!world.person(peer)) refuse(936);
};

/** Throws unless the group is the token's own. */
export const ownGroup = ({ world, params }: Call): void => {
  if (params.int('group_id') !== world.state.community.id) refuse(15, 'the key belongs to another community');
};
