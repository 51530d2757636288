import { createHash } from 'node:crypto';
import { Hearing } from '../hearing.js';
import { LONG_POLL_EVENTS, TICKED } from './event-names.js';
import type { Chat, ChatMember, Definition, Dialog, Message, Neighbour, Person, State } from './state.js';

/** Something changed: the community's events, the page and the one who saves the world listen. */
export type Change =
  | { readonly what: 'posted' | 'edited' | 'deleted'; readonly message: Message }
  /** The chat itself: who is in it, its title, its pinned message. `people` includes those who have just left. */
  | { readonly what: 'place'; readonly peer: number; readonly people: readonly number[] }
  | { readonly what: 'allowed' | 'denied'; readonly person: number }
  | {
      readonly what: 'pressed';
      readonly event: string;
      readonly person: number;
      readonly message: Message;
      readonly payload: unknown;
    }
  | { readonly what: 'answered'; readonly person: number; readonly peer: number; readonly text: string };

/** A press of a callback button that waits for its answer. */
export interface Press {
  readonly person: number;
  readonly peer: number;
  readonly at: number;
}

export const FIRST_CHAT = 2_000_000_000;
export const isChat = (peer: number): boolean => peer > FIRST_CHAT;

/** One community and everybody around it. */
export class World extends Hearing<Change> {
  readonly state: State;
  readonly now: () => number;
  /** By event id; not saved: they live a minute. */
  readonly presses = new Map<string, Press>();

  constructor(state: State, now: () => number) {
    super();
    this.state = state;
    this.now = now;
  }

  /** The community's own id as a member and an author. */
  get bot(): number {
    return -this.state.community.id;
  }

  person(id: number): Person | undefined {
    return this.state.people.find((person) => person.id === id);
  }

  neighbour(id: number): Neighbour | undefined {
    return this.state.neighbours?.find((neighbour) => neighbour.id === id);
  }

  nameOf(id: number): string {
    if (id === this.bot) return this.state.community.title;
    return this.person(id)?.name ?? this.neighbour(id)?.title ?? String(id);
  }

  chat(peer: number): Chat | undefined {
    return this.state.chats[peer];
  }

  chats(): readonly Chat[] {
    return Object.values(this.state.chats);
  }

  dialog(person: number): Dialog {
    this.state.dialogs[person] ??= { person, allowed: false };
    return this.state.dialogs[person];
  }

  messagesOf(peer: number): Message[] {
    this.state.messages[peer] ??= [];
    return this.state.messages[peer];
  }

  message(peer: number, cmid: number): Message | undefined {
    return this.messagesOf(peer)[cmid - 1];
  }

  /** A word nobody can guess, never given twice. */
  secret(kind: 'event' | 'link' | 'file'): string {
    this.state.counters[kind] += 1;
    return createHash('sha1').update(`${this.state.seed}:${kind}:${this.state.counters[kind]}`).digest('hex');
  }

  /** Who sees what happens at this peer; people only. */
  peopleOf(peer: number): readonly number[] {
    const chat = this.chat(peer);
    return chat ? chat.members.map(({ id }) => id).filter((id) => id > 0) : [peer];
  }
}

export const memberOf = (chat: Chat, id: number): ChatMember | undefined =>
  chat.members.find((member) => member.id === id);

export const isAdmin = (chat: Chat, id: number): boolean => chat.owner === id || chat.admins.includes(id);

export const isMuted = (chat: Chat, id: number, now: number): boolean => (memberOf(chat, id)?.mutedUntil ?? 0) > now;

const chatOf = (given: Definition['chats'][number], peer: number, bot: number, at: number): Chat => {
  const ids = [...new Set([given.owner, ...given.members, ...(given.bot ? [bot] : [])])];
  return {
    peer,
    title: given.title,
    owner: given.owner,
    admins: [...(given.admins ?? []), ...(given.bot?.admin ? [bot] : [])],
    members: ids.map((id) => ({ id, joined: at, invitedBy: given.owner })),
    fullAccess: given.bot?.fullAccess ?? false,
    readableFrom: 1,
    link: `https://vk.me/join/${createHash('sha1').update(`${bot}:${peer}:${given.title}`).digest('hex').slice(0, 22)}`,
  };
};

/** Fictional, like everybody here. */
const NEIGHBOURS: readonly Neighbour[] = [
  { id: -35_000_001, title: 'Подслушано в школе' },
  { id: -35_000_002, title: 'Бот-викторина' },
];

/** The world at its beginning. */
export const begin = (
  { community, people, chats, neighbours = NEIGHBOURS }: Definition,
  seed: string,
  at: number,
): State => ({
  community: {
    id: community.id,
    token: community.token,
    title: community.title,
    screenName: community.screenName ?? `club${community.id}`,
    managers: community.managers ?? [],
    permissions: community.permissions ?? ['messages', 'manage', 'photos', 'docs'],
    settings: { messages: true, botsCapabilities: true, botsAddToChat: true, botsStartButton: true },
    longPoll: {
      enabled: true,
      apiVersion: '5.199',
      events: Object.fromEntries(LONG_POLL_EVENTS.map((name) => [name, TICKED.has(name) ? 1 : 0])),
    },
    confirmationCode: createHash('sha1').update(seed).digest('hex').slice(0, 8),
  },
  people: people.map(({ dialog: _, ...person }) => person),
  neighbours,
  chats: Object.fromEntries(
    chats.map((chat, index) => [FIRST_CHAT + index + 1, chatOf(chat, FIRST_CHAT + index + 1, -community.id, at)]),
  ),
  dialogs: Object.fromEntries(
    people.map(({ id, dialog }) => [id, { person: id, allowed: dialog === 'allowed' } satisfies Dialog]),
  ),
  messages: {},
  files: {},
  counters: { chat: chats.length, id: 0, version: 10_000_000, file: 456_239_000, event: 0, link: 0 },
  seed,
});
