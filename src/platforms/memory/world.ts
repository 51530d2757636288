import type { Enclosure, Worded } from '../../domain/action.js';
import type { Attachment } from '../../domain/message.js';
import {
  type AccountRef,
  accountRef,
  type ChatRef,
  chatRef,
  dialogOf,
  inChat,
  type MessageRef,
  type PlaceRef,
} from '../../domain/refs.js';
import { placeOf, type Update } from '../../domain/update.js';

export type Buttons = NonNullable<Extract<Worded, { readonly do: 'send' }>['buttons']>;

export interface MemoryMessage {
  readonly ref: MessageRef;
  readonly author: AccountRef;
  readonly at: number;
  readonly text: string;
  readonly version: number;
  readonly deleted: boolean;
  readonly buttons?: Buttons;
  readonly replyTo?: MessageRef;
  readonly files?: readonly Enclosure[];
}

export interface MemoryChat {
  readonly ref: ChatRef;
  readonly title: string;
  readonly members: readonly AccountRef[];
  readonly admins: readonly AccountRef[];
  readonly mutedUntil: ReadonlyMap<AccountRef, number>;
  readonly link: string;
  /** Who has asked to be let in. */
  readonly asking?: readonly AccountRef[];
  readonly pinned?: MessageRef;
  /** Only administrators write. */
  readonly readOnly?: boolean;
}

/** A link for one purpose. */
export interface MemoryLink {
  readonly chat: ChatRef;
  readonly until: number;
  /** So many may still come by it. */
  readonly left: number;
  /** It only lets ask. */
  readonly byRequest: boolean;
}

export interface MemoryPress {
  readonly account: AccountRef;
  readonly answered?: string;
}

export const BOT = accountRef('memory', 'bot');

/** A messenger that lives in this process: people write, the bot is told. Deletions and rights are nobody's news. */
export class MemoryWorld {
  readonly chats = new Map<ChatRef, MemoryChat>();
  readonly dialogs = new Set<AccountRef>();
  readonly presses = new Map<string, MemoryPress>();
  /** By address. */
  readonly links = new Map<string, MemoryLink>();
  /** By their source. */
  readonly files = new Map<string, Uint8Array>();
  /** Files that went with the bot's messages, by the names they were given. */
  readonly kept = new Map<string, Enclosure>();
  /** Everything that happened and is the bot's business, in order. */
  readonly events: Update[] = [];
  private readonly lanes = new Map<PlaceRef, MemoryMessage[]>();
  private readonly listeners = new Set<() => void>();
  private count = 0;

  constructor(readonly now: () => number) {}

  chat(given: Partial<Omit<MemoryChat, 'ref'>> & { readonly id: string | number }): ChatRef {
    const ref = chatRef('memory', given.id);
    const nobody = { title: '', members: [], admins: [], mutedUntil: new Map<AccountRef, number>() };
    this.chats.set(ref, { ...nobody, link: this.link(), ...given, ref });
    return ref;
  }

  change(ref: ChatRef, change: Partial<MemoryChat>): void {
    const chat = this.chats.get(ref);
    if (chat) this.chats.set(ref, { ...chat, ...change });
  }

  messages(place: PlaceRef): readonly MemoryMessage[] {
    return this.lanes.get(place) ?? [];
  }

  message({ place, id }: MessageRef): MemoryMessage | undefined {
    return this.messages(place).find(({ ref }) => ref.id === id);
  }

  /** What stands in a place for everybody to read. */
  visible(place: PlaceRef): readonly string[] {
    return this.messages(place).flatMap(({ deleted, text }) => (deleted ? [] : [text]));
  }

  /** Writes a message, whoever is entitled to. */
  write(
    draft: Pick<MemoryMessage, 'author' | 'text' | 'buttons' | 'replyTo' | 'files'> & { readonly place: PlaceRef },
  ): MemoryMessage {
    const { place, ...words } = draft;
    const lane = this.lanes.get(place) ?? [];
    const ref = { place, id: String(lane.length + 1) };
    const message = { ...words, ref, at: this.now(), version: this.next(), deleted: false };
    this.lanes.set(place, [...lane, message]);
    return message;
  }

  rewrite(ref: MessageRef, change: Partial<Pick<MemoryMessage, 'text' | 'buttons' | 'deleted' | 'files'>>): void {
    const lane = this.messages(ref.place).map((message) =>
      message.ref.id === ref.id ? { ...message, ...change, version: this.next() } : message,
    );
    this.lanes.set(ref.place, lane);
  }

  /** Tells the bot, in the places where it is. */
  tell(update: Update): void {
    const place = placeOf(update);
    if (place !== undefined && inChat(place) && !this.chats.get(place)?.members.includes(BOT)) return;
    this.events.push(update);
    for (const listener of [...this.listeners]) listener();
  }

  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** The same file has the same name. */
  keep(file: Enclosure): string {
    const known = [...this.kept].find(([, other]) => other.name === file.name && other.base64 === file.base64)?.[0];
    const name = known ?? `memory-kept-${this.next()}`;
    this.kept.set(name, file);
    return name;
  }

  /** `undefined`: one of them is unknown here. */
  filesOf(names: readonly string[]): readonly Enclosure[] | undefined {
    const files = names.flatMap((name) => this.kept.get(name) ?? []);
    return files.length < names.length ? undefined : files;
  }

  /** A document somebody has at hand, to go with a message. */
  file(name: string, contents: Uint8Array): Attachment {
    const source = `memory-file-${this.next()}`;
    this.files.set(source, contents);
    return { kind: 'file', words: [name], handle: source, file: { name, size: contents.length, source } };
  }

  /** A photo; the same one has the same handle whoever sends it. */
  photo(contents: Uint8Array): Attachment {
    const source = `memory-file-${this.next()}`;
    this.files.set(source, contents);
    return { kind: 'photo', words: [], handle: source, picture: { name: 'photo', size: contents.length, source } };
  }

  /** A number never given twice. */
  next(): number {
    this.count += 1;
    return this.count;
  }

  link(): string {
    return `https://memory.example/join/${this.next()}`;
  }

  mayWrite(account: AccountRef, place: PlaceRef): boolean {
    if (!inChat(place)) return place === dialogOf(account);
    const chat = this.chats.get(place);
    if (chat?.readOnly && !chat.admins.includes(account)) return false;
    return chat?.members.includes(account) === true && (chat.mutedUntil.get(account) ?? 0) <= this.now();
  }
}
