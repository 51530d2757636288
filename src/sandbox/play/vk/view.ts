import { sizeOf } from '../../uploaded.js';
import { mayStart } from '../../vk/people.js';
import type { Attachment, Chat, Keyboard, Message, Quote } from '../../vk/state.js';
import { isAdmin, isChat, memberOf, type World } from '../../vk/world.js';
import {
  type AttachmentView,
  type KeyView,
  type LastView,
  type MemberView,
  type MessageView,
  type MutedUntil,
  mutedView,
  type PlaceView,
  type QuoteView,
} from '../shapes.js';
import { serviceWords } from './lines.js';

/** The community's number of a place → the person's: the dialog is with the community. */
export const placeFor = (world: World, peer: number): number => (isChat(peer) ? peer : world.bot);

const mutedUntil = (world: World, chat: Chat, id: number): MutedUntil =>
  mutedView(memberOf(chat, id)?.mutedUntil ?? 0, world.now());

const KINDS: Readonly<Record<string, string>> = {
  doc: 'file',
  audio_message: 'voice',
  wall: 'post',
  wall_reply: 'post',
};

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined;

const attachmentView = (world: World, attachment: Attachment): AttachmentView => {
  const { type } = attachment;
  const body = attachment[type];
  const file = world.state.files[String(field(body, 'id'))];
  const words = ['title', 'text', 'caption', 'description', 'url', 'transcript']
    .map((name) => field(body, name))
    .filter((word): word is string => typeof word === 'string' && word !== '');
  return {
    kind: KINDS[type] ?? type,
    name: file?.name ?? words[0] ?? type,
    size: file?.size ?? null,
    picture: file ? (sizeOf(file) ?? null) : null,
    url: file ? `/play/file/${file.id}` : null,
    words,
  };
};

const quoteView = (world: World, quote: Quote): QuoteView => ({
  fromName: world.nameOf(quote.from),
  text: quote.text,
  at: quote.at,
  attachments: quote.attachments.map((attachment) => attachmentView(world, attachment)),
  forwarded: quote.forwards.map((inner) => quoteView(world, inner)),
});

const replyView = (world: World, reply: Quote): NonNullable<MessageView['reply']> => {
  const deleted = world.message(reply.peer, reply.cmid)?.deleted === true;
  return { cmid: reply.cmid, fromName: world.nameOf(reply.from), text: deleted ? '' : reply.text, deleted };
};

const KIND_OF_BUTTON: Readonly<Record<string, KeyView['kind']>> = {
  callback: 'callback',
  text: 'text',
  open_link: 'link',
};

const keyboardView = ({ inline, buttons }: Keyboard): NonNullable<MessageView['keyboard']> => ({
  inline: inline === true,
  buttons: buttons.map((row) =>
    row.map(({ action, color }) => ({
      label: action.label ?? '',
      look: color ?? 'secondary',
      kind: KIND_OF_BUTTON[action.type] ?? 'text',
      ...(action.link !== undefined && { url: action.link }),
    })),
  ),
});

/** A message as people see it. */
export const messageView = (world: World, message: Message): MessageView => ({
  cmid: message.cmid,
  from: message.from,
  fromName: world.nameOf(message.from),
  fromBot: message.from === world.bot,
  at: message.at,
  text: message.text,
  deleted: message.deleted,
  edited: message.editedAt !== undefined,
  version: message.version,
  reply: message.reply ? replyView(world, message.reply) : null,
  forwarded: message.forwards.map((quote) => quoteView(world, quote)),
  attachments: message.attachments.map((attachment) => attachmentView(world, attachment)),
  keyboard: message.keyboard && message.keyboard.buttons.length > 0 ? keyboardView(message.keyboard) : null,
  service: serviceWords(world, message),
});

const lastView = (world: World, last: Message | undefined): LastView | null => {
  if (last === undefined) return null;
  const service = serviceWords(world, last);
  return { text: service ?? last.text, at: last.at, fromName: service === null ? world.nameOf(last.from) : '' };
};

const lastAt = (world: World, peer: number): Message | undefined =>
  world.messagesOf(peer).findLast(({ deleted }) => !deleted);

const chatView = (world: World, chat: Chat, as: number): PlaceView => {
  const pinned = chat.pinned === undefined ? undefined : world.message(chat.peer, chat.pinned);
  const present = memberOf(chat, world.bot) !== undefined;
  return {
    peer: chat.peer,
    messenger: 'vk',
    kind: 'chat',
    title: chat.title,
    members: chat.members.length,
    last: lastView(world, lastAt(world, chat.peer)),
    mutedUntil: mutedUntil(world, chat, as),
    readOnly: false,
    mayWrite: mutedUntil(world, chat, as) === null,
    pinned: pinned && !pinned.deleted ? { cmid: pinned.cmid, text: pinned.text } : null,
    bot: { present, fullAccess: present && chat.fullAccess, admin: present && isAdmin(chat, world.bot) },
    inviteLink: isAdmin(chat, as) ? chat.link : null,
  };
};

const dialogView = (world: World, as: number): PlaceView => ({
  peer: world.bot,
  messenger: 'vk',
  kind: 'dialog',
  title: world.state.community.title,
  members: 2,
  last: lastView(world, lastAt(world, as)),
  mutedUntil: null,
  readOnly: false,
  mayWrite: true,
  pinned: null,
  bot: { present: true, fullAccess: true, admin: false },
  allowed: world.dialog(as).allowed,
  startable: mayStart(world, as),
  inviteLink: null,
});

/** Chats this person is in and the dialog with the community. */
export const placesView = (world: World, as: number): readonly PlaceView[] => [
  ...world
    .chats()
    .filter((chat) => memberOf(chat, as))
    .map((chat) => chatView(world, chat, as)),
  dialogView(world, as),
];

export const membersView = (world: World, chat: Chat): readonly MemberView[] =>
  chat.members.map(({ id }) => ({
    id,
    name: world.nameOf(id),
    about: world.person(id)?.about ?? (world.neighbour(id) ? 'сообщество' : ''),
    admin: isAdmin(chat, id),
    mutedUntil: mutedUntil(world, chat, id),
    bot: id < 0,
  }));
