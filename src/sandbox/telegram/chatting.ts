import type { Chat, InviteLink, Keyboard, Member, Message, Origin, Rights } from './state.js';
import { memberOut, messageOut } from './wire.js';
import { ANONYMOUS_ADMIN, firstLink, memberOf, newChat, type World } from './world.js';

/** What an author gives; the world adds number and time. */
export interface Draft {
  readonly text?: string;
  readonly reply?: number;
  readonly forward?: Origin;
  readonly media?: NonNullable<Message['media']>;
  readonly raw?: Readonly<Record<string, unknown>>;
  readonly keyboard?: Keyboard;
  readonly senderChat?: number;
}

/** Writes a message, whoever is entitled to. */
export const post = (world: World, place: number, from: number, { text = '', ...draft }: Draft): Message => {
  const message: Message = {
    chat: place,
    id: world.nextMessage(place),
    from: draft.senderChat === place ? ANONYMOUS_ADMIN : from,
    at: world.now(),
    text,
    deleted: false,
    ...draft,
  };
  world.messagesOf(place).push(message);
  world.tell({ what: 'posted', message });
  return message;
};

export const rewrite = (world: World, message: Message, text: string, keyboard?: Keyboard): void => {
  message.text = text;
  message.editedAt = world.now();
  if (keyboard) message.keyboard = keyboard;
  else delete message.keyboard;
  world.tell({ what: 'edited', message });
};

export const erase = (world: World, message: Message): void => {
  message.deleted = true;
  message.text = '';
  world.tell({ what: 'deleted', message });
};

interface Coming {
  readonly by: number;
  readonly link?: string;
  readonly byRequest?: true;
}

/** Changes who somebody is in a chat, and tells of before and after. */
const change = (world: World, chat: Chat, person: number, coming: Coming, act: () => void): void => {
  const before = memberOut(world, chat, person);
  act();
  world.tell({ what: 'member', chat, person, before, after: memberOut(world, chat, person), ...coming });
};

const line = (world: World, chat: Chat, from: number, raw: Readonly<Record<string, unknown>>): void =>
  void post(world, chat.id, from, { raw });

const userOf = (world: World, chat: Chat, id: number) => memberOut(world, chat, id).user;

export const enter = (world: World, chat: Chat, person: number, coming: Coming): void => {
  change(world, chat, person, coming, () => {
    chat.members = [...chat.members, { id: person }];
    chat.asking = chat.asking.filter(({ id }) => id !== person);
    chat.links = chat.links.map((link) =>
      link.url === coming.link ? { ...link, used: [...link.used, person] } : link,
    );
  });
  line(world, chat, coming.by, { new_chat_members: [userOf(world, chat, person)] });
};

/** `until`: banned so long; absent: free to come again. */
export const goOut = (world: World, chat: Chat, person: number, by: number, until?: number): void => {
  const was = memberOf(chat, person) !== undefined;
  change(world, chat, person, { by }, () => {
    chat.members = chat.members.filter(({ id }) => id !== person);
    chat.admins = chat.admins.filter(({ id }) => id !== person);
    chat.banned = chat.banned.filter(({ id }) => id !== person);
    if (until !== undefined) chat.banned = [...chat.banned, { id: person, mutedUntil: until }];
  });
  if (was) line(world, chat, by, { left_chat_member: userOf(world, chat, person) });
};

export const pardon = (world: World, chat: Chat, person: number, by: number): void =>
  change(world, chat, person, { by }, () => {
    chat.banned = chat.banned.filter(({ id }) => id !== person);
  });

/** What those who lead the chat do with it as a whole: who may write by default. */
export const closeTo = (world: World, chat: Chat, readOnly: boolean): void => {
  if (readOnly) chat.readOnly = true;
  else delete chat.readOnly;
  world.tell({ what: 'place', chat });
};

export const rename = (world: World, chat: Chat, by: number, title: string): void => {
  chat.title = title;
  line(world, chat, by, { new_chat_title: title });
};

/** Silent until then; 0 lifts it. */
export const restrict = (world: World, chat: Chat, person: number, by: number, until: number): void =>
  change(world, chat, person, { by }, () => {
    const changed = (member: Member): Member => (until === 0 ? { id: member.id } : { ...member, mutedUntil: until });
    chat.members = chat.members.map((member) => (member.id === person ? changed(member) : member));
  });

export const promote = (world: World, chat: Chat, person: number, by: number, rights: Rights | undefined): void =>
  change(world, chat, person, { by }, () => {
    const others = chat.admins.filter(({ id }) => id !== person);
    chat.admins = rights ? [...others, { id: person, rights }] : others;
  });

export const ask = (world: World, chat: Chat, person: number, link: string): void => {
  chat.asking = [...chat.asking.filter(({ id }) => id !== person), { id: person, link }];
  world.tell({ what: 'asking', chat, person, link });
};

export const pin = (world: World, chat: Chat, message: Message, by: number): void => {
  chat.pinned = [...chat.pinned.filter((id) => id !== message.id), message.id];
  line(world, chat, by, { pinned_message: messageOut(world, message, false) });
};

/** The latest when none is named; nothing is written about it. */
export const unpin = (world: World, chat: Chat, id: number | undefined): void => {
  chat.pinned = chat.pinned.filter((one) => one !== (id ?? chat.pinned.at(-1)));
  world.tell({ what: 'place', chat });
};

export const newLink = (
  world: World,
  chat: Chat,
  given: Partial<InviteLink> & Pick<InviteLink, 'creator'>,
): InviteLink => {
  const url = `https://t.me/+${world.secret('link').slice(0, 16)}`;
  const link: InviteLink = { primary: false, byRequest: false, revoked: false, used: [], ...given, url };
  chat.links = [...chat.links, link];
  return link;
};

export const revokeLink = (chat: Chat, url: string): InviteLink | undefined => {
  chat.links = chat.links.map((link) => (link.url === url ? { ...link, revoked: true } : link));
  return chat.links.find((link) => link.url === url);
};

export const createChat = (world: World, owner: number, title: string, others: readonly number[]): Chat => {
  const members = [...new Set([owner, ...others])].map((id) => ({ id }));
  const chat = newChat(world, { title, type: 'supergroup', owner, members });
  line(world, chat, owner, { group_chat_created: true });
  return chat;
};

/** A basic group becomes a supergroup: another number, messages counted anew. */
export const upgrade = (world: World, group: Chat, by: number): Chat => {
  const id = world.nextChat('supergroup');
  const chat: Chat = { ...group, id, type: 'supergroup', links: [firstLink(world, group.owner)], pinned: [] };
  world.state.chats[id] = chat;
  group.movedTo = id;
  line(world, group, by, { migrate_to_chat_id: id });
  line(world, chat, ANONYMOUS_ADMIN, { migrate_from_chat_id: group.id });
  return chat;
};
