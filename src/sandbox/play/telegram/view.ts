import { mayStart, ownLink } from '../../telegram/people.js';
import type { Chat, Message } from '../../telegram/state.js';
import { userOut } from '../../telegram/wire.js';
import { isClosedTo, memberOf, rightsOf, type World } from '../../telegram/world.js';
import { sizeOf } from '../../uploaded.js';
import {
  type AttachmentView,
  type LastView,
  type MemberView,
  type MessageView,
  type MutedUntil,
  mutedView,
  type PlaceView,
  type QuoteView,
} from '../shapes.js';
import { serviceWords } from './lines.js';

const nameOf = (world: World, id: number): string => userOut(world, id).first_name;

const mutedUntil = (world: World, chat: Chat, id: number): MutedUntil =>
  mutedView(memberOf(chat, id)?.mutedUntil ?? 0, world.now());

const attachments = (world: World, { media, raw }: Message): readonly AttachmentView[] => {
  const file = media && world.state.files[media.file];
  if (media && file)
    return [
      {
        kind: media.as === 'photo' ? 'photo' : 'file',
        name: file.name,
        size: file.size,
        picture: sizeOf(file) ?? null,
        url: `/play/file/${file.id}`,
        words: [],
      },
    ];
  const [kind] = Object.keys(raw ?? {}).filter((name) => name !== 'media_group_id');
  return kind === undefined ? [] : [{ kind, name: kind, size: null, picture: null, url: null, words: [] }];
};

const forwardedView = (world: World, message: Message): readonly QuoteView[] =>
  message.forward
    ? [
        {
          fromName: nameOf(world, message.forward.from),
          text: message.text,
          at: message.forward.at,
          attachments: attachments(world, message),
          forwarded: [],
        },
      ]
    : [];

const replyView = (world: World, { chat, reply }: Message): MessageView['reply'] => {
  const answered = reply === undefined ? undefined : world.message(chat, reply);
  if (answered === undefined) return null;
  const { id, from, text, deleted } = answered;
  return { cmid: id, fromName: nameOf(world, from), text, deleted };
};

const keyboardView = ({ keyboard }: Message): MessageView['keyboard'] => {
  const rows = keyboard?.inline_keyboard ?? [];
  if (rows.length === 0) return null;
  return {
    inline: true,
    buttons: rows.map((row) => row.map(({ text: label }) => ({ label, look: 'secondary', kind: 'callback' }))),
  };
};

/** A message as people see it. */
export const messageView = (world: World, message: Message): MessageView => {
  const service = serviceWords(world, message);
  return {
    cmid: message.id,
    from: message.from,
    fromName: nameOf(world, message.from),
    fromBot: message.from === world.bot,
    at: message.at,
    text: message.forward ? '' : message.text,
    deleted: message.deleted,
    edited: message.editedAt !== undefined,
    version: message.editedAt ?? message.at,
    reply: replyView(world, message),
    forwarded: forwardedView(world, message),
    attachments: service !== null || message.forward ? [] : attachments(world, message),
    keyboard: keyboardView(message),
    service,
  };
};

const lastView = (world: World, place: number): LastView | null => {
  const last = world.messagesOf(place).findLast(({ deleted }) => !deleted);
  if (last === undefined) return null;
  const service = serviceWords(world, last);
  return { text: service ?? last.text, at: last.at, fromName: service === null ? nameOf(world, last.from) : '' };
};

const pinnedView = (world: World, chat: Chat): PlaceView['pinned'] => {
  const there = chat.pinned.flatMap((id) => world.message(chat.id, id) ?? []).filter(({ deleted }) => !deleted);
  const top = there.at(-1);
  return top ? { cmid: top.id, text: top.text } : null;
};

const chatView = (world: World, chat: Chat, as: number): PlaceView => {
  const present = memberOf(chat, world.bot) !== undefined;
  return {
    peer: chat.id,
    messenger: 'telegram',
    kind: 'chat',
    title: chat.title,
    members: chat.members.length,
    last: lastView(world, chat.id),
    mutedUntil: mutedUntil(world, chat, as),
    readOnly: chat.readOnly === true,
    mayWrite: mutedUntil(world, chat, as) === null && !isClosedTo(chat, as),
    pinned: pinnedView(world, chat),
    // Its privacy mode is off: it reads whatever is written where it is.
    bot: { present, fullAccess: present, admin: rightsOf(chat, world.bot) !== undefined },
    inviteLink: rightsOf(chat, as) ? (ownLink(chat, as) ?? null) : null,
  };
};

const dialogView = (world: World, as: number): PlaceView => {
  const { started, blocked } = world.dialog(as);
  return {
    peer: world.bot,
    messenger: 'telegram',
    kind: 'dialog',
    title: world.state.bot.title,
    members: 2,
    last: lastView(world, as),
    mutedUntil: null,
    readOnly: false,
    mayWrite: true,
    pinned: null,
    bot: { present: true, fullAccess: true, admin: false },
    allowed: started && !blocked,
    startable: mayStart(world, as),
    inviteLink: null,
  };
};

/** Chats this person is in and the dialog with the bot. */
export const placesView = (world: World, as: number): readonly PlaceView[] => [
  ...Object.values(world.state.chats)
    .filter((chat) => chat.movedTo === undefined && memberOf(chat, as))
    .map((chat) => chatView(world, chat, as)),
  dialogView(world, as),
];

export const membersView = (world: World, chat: Chat): readonly MemberView[] =>
  chat.members.map(({ id }) => ({
    id,
    name: nameOf(world, id),
    about: world.state.people.find((person) => person.id === id)?.about ?? '',
    admin: rightsOf(chat, id) !== undefined,
    mutedUntil: mutedUntil(world, chat, id),
    bot: userOut(world, id).is_bot,
  }));
