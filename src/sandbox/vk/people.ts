import {
  type Access,
  admitBot,
  createChat,
  invite,
  joinByLink,
  pin,
  promote,
  removeMember,
  unpin,
} from './chatting.js';
import { press as pressCallback } from './presses.js';
import type { Attachment, Chat, KeyboardButton, Message, Quote } from './state.js';
import { attachmentOf } from './wire.js';
import { isAdmin, isChat, isMuted, memberOf, type World } from './world.js';
import { DEEPEST, depthOf, erase, post, quoteOf, rewrite } from './writing.js';

/** Why VK's own client would not let a person do it. */
export type Why =
  | 'not-a-member'
  | 'muted'
  | 'empty'
  | 'too-long'
  | 'too-deep'
  | 'no-such-message'
  | 'not-yours'
  | 'too-old'
  | 'not-admin'
  | 'no-such-link'
  | 'already-member'
  | 'no-such-button'
  | 'no-such-file'
  | 'no-such-person'
  | 'bots-may-not-be-added';

/** A person may not do this. */
export class Denied extends Error {
  override readonly name = 'Denied';
  constructor(readonly why: Why) {
    super(why);
  }
}

export function deny(why: Why): never {
  throw new Denied(why);
}

const DAY = 86_400_000;
/** Far beyond VK's own limit: the bot must stand whatever a client manages to send. */
const LONGEST = 200_000;

/** A person's name of a place → the community's: the dialog is the person himself. */
export const peerFor = (world: World, as: number, peer: number): number => (peer === world.bot ? as : peer);

const chatFor = (world: World, as: number, peer: number): Chat => {
  const chat = world.chat(peer) ?? deny('not-a-member');
  return memberOf(chat, as) ? chat : deny('not-a-member');
};

const keptBy = (world: World, as: number, peer: number): Chat => {
  const chat = chatFor(world, as, peer);
  return isAdmin(chat, as) ? chat : deny('not-admin');
};

/** Throws unless this person may write here now. */
const mayWrite = (world: World, as: number, peer: number): void => {
  if (!isChat(peer)) {
    if (peer !== as) deny('not-a-member');
  } else if (isMuted(chatFor(world, as, peer), as, world.now())) deny('muted');
};

/** A message this person has before the eyes. */
export const messageFor = (world: World, as: number, place: number, cmid: number): Message => {
  const peer = peerFor(world, as, place);
  if (isChat(peer)) chatFor(world, as, peer);
  else if (peer !== as) deny('not-a-member');
  const message = world.message(peer, cmid);
  return message && !message.deleted ? message : deny('no-such-message');
};

export interface Sending {
  readonly peer: number;
  readonly text: string;
  readonly reply?: number | undefined;
  readonly forward?: readonly { readonly peer: number; readonly cmids: readonly number[] }[] | undefined;
  readonly uploads?: readonly number[] | undefined;
  /** Any other attachment VK knows, as on the wire. */
  readonly attachments?: readonly Attachment[] | undefined;
}

const filesOf = (world: World, as: number, ids: readonly number[], site: string): readonly Attachment[] =>
  ids.map((id) => {
    const file = world.state.files[id];
    return file?.owner === as ? attachmentOf(file, site) : deny('no-such-file');
  });

export const send = (world: World, as: number, given: Sending, site: string): Message => {
  const peer = peerFor(world, as, given.peer);
  mayWrite(world, as, peer);
  const attachments = [...filesOf(world, as, given.uploads ?? [], site), ...(given.attachments ?? [])];
  const quote = (from: number, cmid: number): Quote => quoteOf(messageFor(world, as, from, cmid));
  const forwards = (given.forward ?? []).flatMap(({ peer: from, cmids }) => cmids.map((cmid) => quote(from, cmid)));
  if (given.text.trim() === '' && attachments.length === 0 && forwards.length === 0) deny('empty');
  if (forwards.some((forward) => depthOf(forward) > DEEPEST)) deny('too-deep');
  if (given.text.length > LONGEST) deny('too-long');
  const reply = given.reply === undefined ? {} : { reply: quote(given.peer, given.reply) };
  if (!isChat(peer)) world.dialog(as).allowed = true;
  return post(world, peer, as, { text: given.text, attachments, forwards, ...reply });
};

export const edit = (world: World, as: number, place: number, cmid: number, text: string): void => {
  const message = messageFor(world, as, place, cmid);
  if (message.from !== as || message.action) deny('not-yours');
  mayWrite(world, as, message.peer);
  if (world.now() - message.at > DAY) deny('too-old');
  if (text.trim() === '' && message.attachments.length === 0) deny('empty');
  rewrite(world, message, { text });
};

export const remove = (world: World, as: number, place: number, cmid: number): void => {
  const message = messageFor(world, as, place, cmid);
  const chat = world.chat(message.peer);
  const own = message.from === as;
  if (message.action || !(own || (chat && isAdmin(chat, as) && !isAdmin(chat, message.from)))) deny('not-yours');
  erase(world, message);
};

const textPress = (world: World, as: number, { peer }: Message, { action }: KeyboardButton): void => {
  mayWrite(world, as, peer);
  const label = action.label ?? '';
  const { id, title } = world.state.community;
  if (!isChat(peer)) world.dialog(as).allowed = true;
  const text = isChat(peer) ? `[club${id}|${title}] ${label}` : label;
  post(world, peer, as, { text, ...(action.payload !== undefined && { payload: action.payload }) });
};

export interface Finger {
  readonly peer: number;
  readonly cmid: number;
  readonly row: number;
  readonly column: number;
}

/** A callback button makes an event, a text button a message with its payload, a link nothing here. */
export const press = (world: World, as: number, at: Finger): void => {
  const message = messageFor(world, as, at.peer, at.cmid);
  const button = message.keyboard?.buttons[at.row]?.[at.column] ?? deny('no-such-button');
  const chat = world.chat(message.peer);
  if (button.action.type === 'text') textPress(world, as, message, button);
  if (button.action.type !== 'callback' || (chat && !memberOf(chat, world.bot))) return;
  pressCallback(world, as, message, JSON.parse(button.action.payload ?? '{}'));
};

export const join = (world: World, as: number, link: string): Chat => {
  const chat = world.chats().find((other) => other.link === link.trim()) ?? deny('no-such-link');
  if (memberOf(chat, as)) deny('already-member');
  joinByLink(world, chat, as);
  return chat;
};

export const leave = (world: World, as: number, peer: number): void =>
  removeMember(world, chatFor(world, as, peer), as, as);

export const kick = (world: World, as: number, peer: number, id: number): void => {
  const chat = keptBy(world, as, peer);
  if (!memberOf(chat, id)) deny('no-such-person');
  if (id === chat.owner || (isAdmin(chat, id) && as !== chat.owner)) deny('not-admin');
  removeMember(world, chat, as, id);
};

export const add = (world: World, as: number, peer: number, id: number): void => {
  const chat = keptBy(world, as, peer);
  if (!world.person(id)) deny('no-such-person');
  if (memberOf(chat, id)) deny('already-member');
  invite(world, chat, as, id);
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

export const openChat = (world: World, as: number, title: string, members: readonly number[]): Chat => {
  if (title.trim() === '') deny('empty');
  if (!members.every((id) => world.person(id))) deny('no-such-person');
  return createChat(world, as, { title, members });
};

export const pinIn = (world: World, as: number, peer: number, cmid: number | undefined): void => {
  const chat = keptBy(world, as, peer);
  if (cmid === undefined) unpin(world, chat, as);
  else pin(world, chat, as, messageFor(world, as, peer, cmid).cmid);
};

/** «Разрешить сообщения», «Запретить сообщения». */
export const allow = (world: World, as: number, allowed: boolean): void => {
  world.dialog(as).allowed = allowed;
  world.tell({ what: allowed ? 'allowed' : 'denied', person: as });
};
