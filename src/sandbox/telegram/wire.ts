import type { ChatInviteLink, ChatMember, User, Chat as WireChat, Message as WireMessage } from 'grammy/types';
import { FOREVER } from '../forever.js';
import type { Chat, InviteLink, Member, Message, StoredFile } from './state.js';
import { ANONYMOUS_ADMIN, isBanned, isMuted, memberOf, rightsOf, type World } from './world.js';

const seconds = (ms: number): number => Math.floor(ms / 1_000);

export const userOut = (world: World, id: number): User => {
  if (id === world.bot) {
    const { title, username } = world.state.bot;
    return { id, is_bot: true, first_name: title, username };
  }
  if (id === ANONYMOUS_ADMIN) return { id, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' };
  const person = world.state.people.find((one) => one.id === id);
  return { id, is_bot: person?.isBot ?? false, first_name: person?.name ?? String(id) };
};

export const chatOut = (world: World, place: number): WireChat => {
  const chat = world.chat(place);
  if (chat === undefined) return { id: place, type: 'private', first_name: userOut(world, place).first_name };
  return chat.type === 'group'
    ? { id: chat.id, type: 'group', title: chat.title }
    : { id: chat.id, type: 'supergroup', title: chat.title };
};

export const fileOut = ({ id, unique, name, type, size }: StoredFile) => ({
  file_id: id,
  file_unique_id: unique,
  file_name: name,
  mime_type: type,
  file_size: size,
});

/** An address somebody reads as such; a real client marks it too. */
const ADDRESS = /https?:\/\/\S+/g;
const entitiesOf = (text: string) => [
  ...[...text.matchAll(ADDRESS)].map((found) => ({
    type: 'url' as const,
    offset: found.index,
    length: found[0].length,
  })),
  ...(text.startsWith('/')
    ? [{ type: 'bot_command' as const, offset: 0, length: text.split(/\s/)[0]?.length ?? 1 }]
    : []),
];

const mediaOut = (world: World, { media }: Message): object => {
  const file = media && world.state.files[media.file];
  if (file === undefined) return {};
  if (media?.as === 'document') return { document: fileOut(file) };
  const { file_id, file_unique_id, file_size } = fileOut(file);
  return { photo: [{ file_id, file_unique_id, width: 1, height: 1, file_size }] };
};

const originOut = (world: World, { forward }: Message): object => {
  if (forward === undefined) return {};
  const date = seconds(forward.at);
  const { first_name } = userOut(world, forward.from);
  return forward.hidden
    ? { forward_origin: { type: 'hidden_user', sender_user_name: first_name, date } }
    : { forward_origin: { type: 'user', sender_user: userOut(world, forward.from), date } };
};

const wordsOut = ({ text, media, raw }: Message): object => {
  const entities = entitiesOf(text);
  if (media !== undefined || raw !== undefined)
    return text === '' ? {} : { caption: text, ...(entities.length > 0 && { caption_entities: entities }) };
  return { text, ...(entities.length > 0 && { entities }) };
};

export const messageOut = (world: World, message: Message, quoted = true): WireMessage => {
  const { chat, id, from, at, editedAt, reply, senderChat, raw, keyboard } = message;
  const answered = reply === undefined || !quoted ? undefined : world.message(chat, reply);
  // Fields of every kind of message; the contract of the tests holds them to Telegram's own schema.
  return {
    message_id: id,
    from: userOut(world, from),
    ...(senderChat !== undefined && { sender_chat: chatOut(world, senderChat) }),
    chat: chatOut(world, chat),
    date: seconds(at),
    ...(editedAt !== undefined && { edit_date: seconds(editedAt) }),
    ...originOut(world, message),
    ...(answered && !answered.deleted && { reply_to_message: messageOut(world, answered, false) }),
    ...wordsOut(message),
    ...mediaOut(world, message),
    ...(keyboard && { reply_markup: keyboard }),
    ...raw,
  } as WireMessage;
};

const NO_RIGHTS = {
  can_send_messages: false,
  can_send_audios: false,
  can_send_documents: false,
  can_send_photos: false,
  can_send_videos: false,
  can_send_video_notes: false,
  can_send_voice_notes: false,
  can_send_polls: false,
  can_send_other_messages: false,
  can_add_web_page_previews: false,
  can_react_to_messages: false,
  can_edit_tag: false,
  can_change_info: false,
  can_invite_users: false,
  can_pin_messages: false,
  can_manage_topics: false,
};

const until = ({ mutedUntil = 0 }: Member): number => (mutedUntil >= FOREVER ? 0 : seconds(mutedUntil));

export const memberOut = (world: World, chat: Chat, id: number): ChatMember => {
  const user = userOut(world, id);
  const rights = rightsOf(chat, id);
  const member = memberOf(chat, id);
  if (chat.owner === id) return { status: 'creator', user, is_anonymous: false };
  if (member && rights)
    return {
      status: 'administrator',
      user,
      can_be_edited: false,
      is_anonymous: false,
      can_manage_chat: true,
      can_delete_messages: rights.delete,
      can_manage_video_chats: false,
      can_restrict_members: rights.restrict,
      can_promote_members: false,
      can_change_info: false,
      can_invite_users: rights.invite,
      can_post_stories: false,
      can_edit_stories: false,
      can_delete_stories: false,
      can_pin_messages: rights.pin,
      can_manage_topics: false,
      can_send_welcome_messages: false,
    };
  if (member && isMuted(chat, id, world.now()))
    return { status: 'restricted', user, is_member: true, until_date: until(member), ...NO_RIGHTS };
  if (member) return { status: 'member', user };
  const banned = chat.banned.find((one) => one.id === id);
  if (banned && isBanned(chat, id, world.now())) return { status: 'kicked', user, until_date: until(banned) };
  return { status: 'left', user };
};

export const linkOut = (world: World, chat: Chat, link: InviteLink): ChatInviteLink => ({
  invite_link: link.url,
  creator: userOut(world, link.creator),
  creates_join_request: link.byRequest,
  is_primary: link.primary,
  is_revoked: link.revoked,
  ...(link.name !== undefined && { name: link.name }),
  ...(link.expires !== undefined && { expire_date: seconds(link.expires) }),
  ...(link.most !== undefined && { member_limit: link.most }),
  ...(link.byRequest && { pending_join_request_count: chat.asking.filter(({ link: by }) => by === link.url).length }),
});
