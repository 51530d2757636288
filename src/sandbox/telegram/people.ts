import { deny } from '../denied.js';
import {
  ask,
  createChat,
  type Draft,
  enter,
  erase,
  goOut,
  newLink,
  pin,
  post,
  promote,
  revokeLink,
  rewrite,
  unpin,
  upgrade,
} from './chatting.js';
import type { Chat, InviteLink, Message, StoredFile } from './state.js';
import { ALL_RIGHTS, isBanned, isClosedTo, isMuted, memberOf, rightsOf, type World } from './world.js';

/** A chat this person is in. */
const chatFor = (world: World, as: number, id: number): Chat => {
  const chat = world.chat(id) ?? deny('not-a-member');
  return memberOf(chat, as) && chat.movedTo === undefined ? chat : deny('not-a-member');
};

const keptBy = (world: World, as: number, id: number): Chat => {
  const chat = chatFor(world, as, id);
  return rightsOf(chat, as) ? chat : deny('not-admin');
};

/** A chat's number, or the person's own for the dialog with the bot. */
export const mayWrite = (world: World, as: number, place: number): void => {
  if (place > 0) {
    if (place !== as) deny('not-a-member');
  } else {
    const chat = chatFor(world, as, place);
    if (isMuted(chat, as, world.now())) deny('muted');
    if (isClosedTo(chat, as)) deny('read-only');
  }
};

export const write = (world: World, as: number, place: number, draft: Draft): Message => {
  mayWrite(world, as, place);
  if (place > 0) Object.assign(world.dialog(as), { started: true, blocked: false });
  return post(world, place, as, draft);
};

/** Whether Telegram shows «Start» instead of the line to write in: in an empty dialog, and when a link led here. */
export const mayStart = (world: World, as: number): boolean =>
  world.dialog(as).opened !== undefined || world.messagesOf(as).length === 0;

/** «Start», by a deep link or without one. */
export const start = (world: World, as: number, parameter = world.dialog(as).opened): Message => {
  unblock(world, as);
  delete world.dialog(as).opened;
  return write(world, as, as, { text: parameter === undefined ? '/start' : `/start ${parameter}` });
};

export const block = (world: World, as: number): void => {
  world.dialog(as).blocked = true;
  world.tell({ what: 'blocked', person: as });
};

export const unblock = (world: World, as: number): void => {
  if (!world.dialog(as).blocked) return;
  world.dialog(as).blocked = false;
  world.tell({ what: 'unblocked', person: as });
};

const own = (world: World, as: number, place: number, id: number): Message => {
  const message = world.message(place, id);
  if (message === undefined || message.deleted) return deny('no-such-message');
  return message.from === as ? message : deny('not-yours');
};

export const edit = (world: World, as: number, place: number, id: number, text: string): void => {
  mayWrite(world, as, place);
  rewrite(world, own(world, as, place, id), text);
};

export const remove = (world: World, as: number, place: number, id: number): void => {
  const message = world.message(place, id);
  const chat = world.chat(place);
  const leads = chat !== undefined && rightsOf(chat, as)?.delete === true;
  erase(world, leads && message && !message.deleted ? message : own(world, as, place, id));
};

/** A button of a message, by its row and column. */
export const press = (world: World, as: number, place: number, id: number, { row = 0, column = 0 } = {}): void => {
  const message = world.message(place, id) ?? deny('no-such-message');
  const data = message.keyboard?.inline_keyboard[row]?.[column]?.callback_data ?? deny('no-such-button');
  const name = world.secret('press').slice(0, 18);
  world.presses.set(name, { person: as, at: world.now() });
  world.tell({ what: 'pressed', press: name, person: as, message, data });
};

const linkAt = (world: World, url: string): readonly [Chat, InviteLink] => {
  for (const chat of Object.values(world.state.chats)) {
    const link = chat.links.find((one) => one.url === url);
    if (link) return [chat, link];
  }
  return deny('no-such-link');
};

/** People leave out `https://`. */
export const addressIn = (link: string): URL | undefined => {
  const text = link.trim().replace(/^(?:https?:\/\/)?/i, 'https://');
  if (!URL.canParse(text)) return undefined;
  const address = new URL(text);
  return ['t.me', 'telegram.me'].includes(address.hostname) ? address : undefined;
};

/** `t.me/<bot>?start=…` opens the dialog with the bot. */
export const openBot = (world: World, as: number, { pathname, searchParams }: URL): void => {
  if (pathname.slice(1).toLowerCase() !== world.state.bot.username.toLowerCase()) deny('no-such-link');
  const parameter = searchParams.get('start');
  if (parameter) world.dialog(as).opened = parameter;
};

/** The link of one who leads the chat, as Telegram shows it to nobody else. */
export const ownLink = ({ links }: Chat, as: number): string | undefined =>
  links.find(({ creator, primary, revoked }) => creator === as && primary && !revoked)?.url;

/** Revokes one's own link and makes another, as Telegram does. */
export const renewOwnLink = (world: World, as: number, id: number): string => {
  const chat = keptBy(world, as, id);
  const old = ownLink(chat, as);
  if (old !== undefined) revokeLink(chat, old);
  return newLink(world, chat, { creator: as, primary: true }).url;
};

/** Follows an invite link: in, or among those who have asked. */
export const follow = (world: World, as: number, url: string): Chat => {
  const [chat, link] = linkAt(world, url);
  if (memberOf(chat, as)) deny('already-member');
  const over = link.expires !== undefined && link.expires <= world.now();
  const full = link.most !== undefined && link.used.filter((id) => memberOf(chat, id)).length >= link.most;
  if (link.revoked || over || full || isBanned(chat, as, world.now())) deny('no-such-link');
  if (link.byRequest) ask(world, chat, as, url);
  else enter(world, chat, as, { by: as, link: url });
  return chat;
};

/** Without any link of the bot's: by the owner's own, which Telegram does not show. */
export const join = (world: World, as: number, id: number): void => {
  const chat = world.chat(id) ?? deny('no-such-link');
  if (memberOf(chat, as)) deny('already-member');
  enter(world, chat, as, { by: as });
};

export const add = (world: World, as: number, id: number, person: number): void => {
  const chat = chatFor(world, as, id);
  if (memberOf(chat, person)) deny('already-member');
  if (person !== world.bot && !world.state.people.some((one) => one.id === person)) deny('no-such-person');
  enter(world, chat, person, { by: as });
};

/** Lets in who asked. */
export const admit = (world: World, as: number, id: number, person: number): void => {
  const chat = keptBy(world, as, id);
  const asked = chat.asking.find((one) => one.id === person);
  enter(world, chat, person, { by: as, byRequest: true, ...(asked && { link: asked.link }) });
};

export const leave = (world: World, as: number, id: number): void => goOut(world, chatFor(world, as, id), as, as);

export const kick = (world: World, as: number, id: number, person: number): void => {
  const chat = keptBy(world, as, id);
  if (!memberOf(chat, person)) deny('no-such-person');
  if (chat.owner !== as && rightsOf(chat, person)) deny('not-admin');
  goOut(world, chat, person, as, world.now() + 60_000);
};

/** Makes somebody an administrator, or an ordinary member again. */
export const appoint = (world: World, as: number, id: number, person: number, admin: boolean): void => {
  const chat = chatFor(world, as, id);
  if (chat.owner !== as || person === as) deny('not-admin');
  if (!memberOf(chat, person)) deny('no-such-person');
  promote(world, chat, person, as, admin ? ALL_RIGHTS : undefined);
};

/** Brings the bot into a chat; rights only an administrator gives. */
export const addBot = (world: World, as: number, id: number, admin: boolean): void => {
  const chat = chatFor(world, as, id);
  if (!memberOf(chat, world.bot)) enter(world, chat, world.bot, { by: as });
  if (admin !== (rightsOf(chat, world.bot) !== undefined))
    promote(world, keptBy(world, as, id), world.bot, as, admin ? ALL_RIGHTS : undefined);
};

/** A supergroup, as nearly every chat becomes one. */
export const openChat = (world: World, as: number, title: string, members: readonly number[]): Chat => {
  if (title.trim() === '') deny('empty');
  return createChat(world, as, title, members);
};

export const pinIn = (world: World, as: number, id: number, message: number | undefined): void => {
  const chat = keptBy(world, as, id);
  if (message === undefined) unpin(world, chat, undefined);
  else pin(world, chat, world.message(id, message) ?? deny('no-such-message'), as);
};

export const appointBot = (world: World, as: number, id: number): void =>
  promote(world, keptBy(world, as, id), world.bot, as, ALL_RIGHTS);

export const makeSupergroup = (world: World, as: number, id: number): Chat => upgrade(world, keptBy(world, as, id), as);

export const store = (world: World, name: string, type: string, body: Uint8Array): StoredFile => {
  const secret = world.secret('file');
  const file: StoredFile = {
    id: `F${secret}`,
    unique: secret.slice(0, 16),
    name,
    type,
    size: body.length,
    path: `documents/file_${world.state.counters.file}`,
    body: Buffer.from(body).toString('base64'),
  };
  world.state.files[file.id] = file;
  return file;
};

/** In the name of the chat: an administrator who hides. */
export const writeAnonymously = (world: World, as: number, id: number, text: string): Message =>
  post(world, keptBy(world, as, id).id, as, { text, senderChat: id });
