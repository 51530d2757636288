import { createHash } from 'node:crypto';
import { Hearing } from '../hearing.js';
import type { Chat, Definition, Dialog, InviteLink, Member, Message, Rights, State } from './state.js';

/** Something changed: the bot's updates, a page and a test listen. */
export type Change =
  | { readonly what: 'posted' | 'edited' | 'deleted'; readonly message: Message }
  | {
      readonly what: 'member';
      readonly chat: Chat;
      readonly person: number;
      readonly by: number;
      readonly before: object;
      readonly after: object;
      readonly link?: string;
      readonly byRequest?: true;
    }
  /** The chat as a whole: what is pinned, who may write. */
  | { readonly what: 'place'; readonly chat: Chat }
  | { readonly what: 'asking'; readonly chat: Chat; readonly person: number; readonly link: string }
  | { readonly what: 'blocked' | 'unblocked'; readonly person: number }
  | {
      readonly what: 'pressed';
      readonly press: string;
      readonly person: number;
      readonly message: Message;
      readonly data: string;
    }
  | { readonly what: 'answered'; readonly person: number; readonly text: string };

export interface Press {
  readonly person: number;
  readonly at: number;
}

export const ALL_RIGHTS: Rights = { delete: true, restrict: true, invite: true, pin: true };

const FIRST_SUPERGROUP = -1_001_000_000_000;
const FIRST_GROUP = -500_000;

/** Whoever writes in the name of the chat has this name on the wire. */
export const ANONYMOUS_ADMIN = 1_087_968_824;

/** One bot and everybody around it. */
export class World extends Hearing<Change> {
  /** Presses that wait for their answer; not saved: they live a minute. */
  readonly presses = new Map<string, Press>();

  constructor(
    readonly state: State,
    readonly now: () => number,
  ) {
    super();
  }

  get bot(): number {
    return this.state.bot.id;
  }

  chat(id: number): Chat | undefined {
    return this.state.chats[id];
  }

  dialog(person: number): Dialog {
    this.state.dialogs[person] ??= { person, started: false, blocked: false };
    return this.state.dialogs[person];
  }

  messagesOf(place: number): Message[] {
    this.state.messages[place] ??= [];
    return this.state.messages[place];
  }

  message(place: number, id: number): Message | undefined {
    return this.messagesOf(place).find((message) => message.id === id);
  }

  /** In a supergroup counted for itself, elsewhere over all. */
  nextMessage(place: number): number {
    if (this.chat(place)?.type === 'supergroup') return (this.messagesOf(place).at(-1)?.id ?? 0) + 1;
    this.state.counters.message += 1;
    return this.state.counters.message;
  }

  nextChat(type: Chat['type']): number {
    this.state.counters.chat += 1;
    return (type === 'supergroup' ? FIRST_SUPERGROUP : FIRST_GROUP) - this.state.counters.chat;
  }

  /** A word nobody can guess, never given twice. */
  secret(kind: 'file' | 'link' | 'press'): string {
    this.state.counters[kind] += 1;
    return createHash('sha256').update(`${this.state.seed}:${kind}:${this.state.counters[kind]}`).digest('base64url');
  }
}

export const memberOf = (chat: Chat, id: number): Member | undefined => chat.members.find((member) => member.id === id);

export const rightsOf = (chat: Chat, id: number): Rights | undefined =>
  chat.owner === id ? ALL_RIGHTS : chat.admins.find((admin) => admin.id === id)?.rights;

export const isMuted = (chat: Chat, id: number, now: number): boolean => (memberOf(chat, id)?.mutedUntil ?? 0) > now;

/** Whether the whole chat was closed to all but its administrators, and this one is none. */
export const isClosedTo = (chat: Chat, id: number): boolean => chat.readOnly === true && !rightsOf(chat, id);

export const isBanned = (chat: Chat, id: number, now: number): boolean =>
  chat.banned.some((member) => member.id === id && (member.mutedUntil ?? 0) > now);

/** The link that whoever leads a chat has from the beginning. */
export const firstLink = (world: World, creator: number): InviteLink => {
  const url = `https://t.me/+${world.secret('link').slice(0, 16)}`;
  return { url, creator, primary: true, byRequest: false, revoked: false, used: [] };
};

export const newChat = (
  world: World,
  given: Pick<Chat, 'title' | 'type' | 'owner' | 'members'> & Partial<Pick<Chat, 'admins'>>,
): Chat => {
  const chat: Chat = {
    id: world.nextChat(given.type),
    admins: [],
    banned: [],
    asking: [],
    links: [firstLink(world, given.owner)],
    pinned: [],
    ...given,
  };
  world.state.chats[chat.id] = chat;
  return chat;
};

/** The world at its beginning. */
export const begin = ({ bot, people, chats }: Definition, seed: string): State => {
  const state: State = {
    bot: { ...bot },
    people: people.map(({ started: _, ...person }) => person),
    chats: {},
    dialogs: Object.fromEntries(
      people.flatMap(({ id, started }) => (started ? [[id, { person: id, started, blocked: false }]] : [])),
    ),
    messages: {},
    files: {},
    counters: { chat: 0, message: 0, file: 0, link: 0, press: 0 },
    menus: {},
    seed,
  };
  const world = new World(state, Date.now);
  for (const { title, type = 'supergroup', owner, members, bot: here } of chats) {
    const ids = [...new Set([owner, ...members, ...(here ? [bot.id] : [])])];
    const admins = here?.admin ? [{ id: bot.id, rights: ALL_RIGHTS }] : [];
    newChat(world, { title, type, owner, members: ids.map((id) => ({ id })), admins });
  }
  return state;
};
