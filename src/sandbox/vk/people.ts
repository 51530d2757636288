import { deny } from '../denied.js';
import { pin, unpin } from './chatting.js';
import { chatFor, keptBy } from './comings.js';
import { press as pressCallback } from './presses.js';
import type { Attachment, KeyboardButton, Message, Quote } from './state.js';
import { attachmentOf } from './wire.js';
import { isAdmin, isChat, isMuted, memberOf, type World } from './world.js';
import { DEEPEST, type Draft, depthOf, erase, post, quoteOf, rewrite } from './writing.js';

const DAY = 86_400_000;
/** Far beyond VK's own limit: the bot must stand whatever a client manages to send. */
const LONGEST = 200_000;

/** A person's name of a place → the community's: the dialog is the person himself. */
export const peerFor = (world: World, as: number, peer: number): number => (peer === world.bot ? as : peer);

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
  return post(world, peer, as, { text: given.text, attachments, forwards, ...reply, ...arriving(world, as, peer) });
};

/** Whether VK shows «Начать» instead of a silence: in an empty dialog, and when a link brought the person here. */
export const mayStart = (world: World, as: number): boolean =>
  world.state.community.settings.botsStartButton &&
  (world.dialog(as).opened !== undefined || world.messagesOf(as).length === 0);

/** «Начать». */
export const start = (world: World, as: number): Message => {
  if (!mayStart(world, as)) deny('no-such-button');
  return post(world, as, as, { text: 'Начать', payload: '{"command":"start"}', ...arriving(world, as, as) });
};

/** To write is to allow the answer; the first message after a deep link tells of it. */
const arriving = (world: World, as: number, peer: number): Pick<Draft, 'opened'> => {
  if (isChat(peer)) return {};
  const dialog = world.dialog(as);
  const { opened } = dialog;
  dialog.allowed = true;
  delete dialog.opened;
  return opened ? { opened } : {};
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
  const text = isChat(peer) ? `[club${id}|${title}] ${label}` : label;
  const payload = action.payload === undefined ? {} : { payload: action.payload };
  post(world, peer, as, { text, ...payload, ...arriving(world, as, peer) });
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
