import { sizeOf } from '../uploaded.js';
import type { Attachment, Chat, Message, Opening, Quote, StoredFile } from './state.js';
import { isAdmin, isChat, isMuted, memberOf, type World } from './world.js';

/** VK escapes what could be markup; clients unescape. */
const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);

const seconds = (at: number): number => Math.floor(at / 1000);

const quoted = (quote: Quote): object => ({
  date: seconds(quote.at),
  from_id: quote.from,
  text: escaped(quote.text),
  attachments: quote.attachments,
  conversation_message_id: quote.cmid,
  peer_id: quote.peer,
  id: 0,
  ...(quote.forwards.length > 0 && { fwd_messages: quote.forwards.map(quoted) }),
  ...(quote.reply && { reply_message: quoted(quote.reply) }),
});

/** A message as the community gets it. */
export const messageOut = (world: World, message: Message): object => ({
  date: seconds(message.at),
  from_id: message.from,
  id: message.id,
  version: message.version,
  out: message.from === world.bot ? 1 : 0,
  peer_id: message.peer,
  conversation_message_id: message.cmid,
  text: escaped(message.text),
  attachments: message.attachments,
  fwd_messages: message.forwards.map(quoted),
  important: false,
  is_hidden: false,
  ...(isChat(message.peer) && { is_unavailable: true }),
  random_id: message.randomId,
  ...(message.editedAt !== undefined && { update_time: seconds(message.editedAt) }),
  ...(message.reply && { reply_message: quoted(message.reply) }),
  ...(message.keyboard && { keyboard: { one_time: false, ...message.keyboard, author_id: world.bot } }),
  ...(message.payload !== undefined && { payload: message.payload }),
  ...(message.action && { action: message.action }),
  ...openingOut(message.opened),
});

const openingOut = (opened: Opening | undefined): object =>
  opened === undefined
    ? {}
    : { ref: opened.ref, ...(opened.refSource !== undefined && { ref_source: opened.refSource }) };

/** What `messages.pin` answers and a conversation shows on top. */
export const pinnedOut = (message: Message): object => ({
  id: message.id,
  date: seconds(message.at),
  from_id: message.from,
  peer_id: message.peer,
  conversation_message_id: message.cmid,
  text: escaped(message.text),
  attachments: message.attachments,
});

export const memberOut = (world: World, chat: Chat, id: number): object => {
  const member = memberOf(chat, id);
  return {
    member_id: id,
    invited_by: member?.invitedBy ?? id,
    join_date: seconds(member?.joined ?? 0),
    ...(chat.owner === id && { is_owner: true }),
    ...(isAdmin(chat, id) && { is_admin: true }),
    can_kick: !isAdmin(chat, id),
    ...(isMuted(chat, id, world.now()) && { is_restricted_to_write: true }),
  };
};

/** The last of a lane, deleted ones aside. */
const lastOf = (world: World, peer: number): Message | undefined =>
  world.messagesOf(peer).findLast(({ deleted }) => !deleted);

const conversation = (world: World, peer: number, type: 'chat' | 'user'): object => {
  const last = lastOf(world, peer);
  return {
    peer: { id: peer, type, local_id: isChat(peer) ? peer - 2_000_000_000 : peer },
    sort_id: { major_id: 0, minor_id: last?.cmid ?? 0 },
    last_message_id: last?.id ?? 0,
    last_conversation_message_id: last?.cmid ?? 0,
    in_read: 0,
    out_read: 0,
    version: world.state.counters.version,
  };
};

export const dialogOut = (world: World, person: number): object => ({
  ...conversation(world, person, 'user'),
  can_write: world.dialog(person).allowed ? { allowed: true } : { allowed: false, reason: 901 },
});

/** A chat as its administrator sees it: `acl` is what the community itself may do. */
export const chatOut = (world: World, chat: Chat): object => {
  const pinned = chat.pinned === undefined ? undefined : world.message(chat.peer, chat.pinned);
  const can = isAdmin(chat, world.bot);
  return {
    ...conversation(world, chat.peer, 'chat'),
    can_write: { allowed: true },
    chat_settings: {
      owner_id: chat.owner,
      title: escaped(chat.title),
      state: 'in',
      admin_ids: chat.admins,
      active_ids: [],
      members_count: chat.members.length,
      ...(pinned && { pinned_message: pinnedOut(pinned) }),
      acl: {
        can_change_info: can,
        can_change_invite_link: can,
        can_change_pin: can,
        can_invite: false,
        can_promote_users: false,
        can_see_invite_link: can,
        can_moderate: can,
        can_copy_chat: false,
        can_call: false,
        can_use_mass_mentions: can,
      },
      permissions: {
        invite: 'owner_and_admins',
        change_info: 'owner_and_admins',
        change_pin: 'owner_and_admins',
        use_mass_mentions: 'owner_and_admins',
        see_invite_link: 'owner_and_admins',
        call: 'owner_and_admins',
        change_admins: 'owner',
      },
    },
  };
};

/** A stored file as an attachment; `site` is where the server is reached. */
export const attachmentOf = (file: StoredFile, site: string): Attachment => {
  const own = { id: file.id, owner_id: file.owner, date: seconds(file.at), access_key: file.key };
  const url = `${site}/file/${file.id}?key=${file.key}`;
  if (file.kind === 'photo') {
    const sizes = [{ type: 'x', url, ...(sizeOf(file) ?? { width: 604, height: 604 }) }];
    return { type: 'photo', photo: { ...own, album_id: -3, has_tags: false, text: '', sizes } };
  }
  const ext = /\.(\w+)$/.exec(file.name)?.[1] ?? '';
  return { type: 'doc', doc: { ...own, title: file.name, size: file.size, ext, url, type: 8 } };
};
