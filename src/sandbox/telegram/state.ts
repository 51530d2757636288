/** Everything this Telegram remembers. Plain JSON; only `world.ts` and its transitions change it. */
export interface State {
  readonly bot: Bot;
  readonly people: readonly Person[];
  /** By number: below zero, a supergroup's below −10¹². */
  readonly chats: Record<string, Chat>;
  /** By the person's number: who has ever pressed «Start». */
  readonly dialogs: Record<string, Dialog>;
  /** By chat or person. */
  readonly messages: Record<string, Message[]>;
  readonly files: Record<string, StoredFile>;
  readonly counters: { chat: number; message: number; file: number; link: number; press: number };
  /** Command menus by scope, as they were set. */
  readonly menus: Record<string, readonly object[]>;
  /** Makes links and file ids differ between two worlds. */
  readonly seed: string;
}

/** Fictional: whoever lives here was invented for the demonstration. */
export interface Person {
  readonly id: number;
  readonly name: string;
  readonly about: string;
  /** Somebody else's bot. */
  readonly isBot?: true;
}

export interface Bot {
  readonly id: number;
  token: string;
  readonly username: string;
  readonly title: string;
}

/** What an administrator may do, as far as it matters here. */
export interface Rights {
  readonly delete: boolean;
  readonly restrict: boolean;
  readonly invite: boolean;
  readonly pin: boolean;
}

export interface Member {
  readonly id: number;
  /** Epoch milliseconds; `FOREVER` when no end was given. */
  readonly mutedUntil?: number;
}

export interface InviteLink {
  readonly url: string;
  readonly creator: number;
  readonly primary: boolean;
  readonly name?: string;
  /** Epoch milliseconds. */
  readonly expires?: number;
  readonly most?: number;
  readonly byRequest: boolean;
  readonly revoked: boolean;
  /** Who came by it. */
  readonly used: readonly number[];
}

export interface Chat {
  id: number;
  readonly type: 'group' | 'supergroup';
  title: string;
  readonly owner: number;
  admins: readonly { readonly id: number; readonly rights: Rights }[];
  members: readonly Member[];
  /** Who may not come back until then, and whether. */
  banned: readonly Member[];
  /** Who has asked to be let in, and by which link. */
  asking: readonly { readonly id: number; readonly link: string }[];
  links: readonly InviteLink[];
  pinned: readonly number[];
  /** Only administrators write: what members may do by default was taken away. */
  readOnly?: boolean;
  /** The supergroup that this group has become. */
  movedTo?: number;
}

export interface Dialog {
  readonly person: number;
  started: boolean;
  blocked: boolean;
  /** The parameter of the link that led here: goes with the next «Start», then is forgotten. */
  opened?: string;
}

export interface Origin {
  readonly from: number;
  readonly at: number;
  /** Keeps the name to himself. */
  readonly hidden?: true;
}

export interface Message {
  readonly chat: number;
  readonly id: number;
  readonly from: number;
  /** Written in the name of this chat or channel. */
  readonly senderChat?: number;
  readonly at: number;
  text: string;
  editedAt?: number;
  deleted: boolean;
  readonly reply?: number;
  readonly forward?: Origin;
  readonly media?: { readonly as: 'document' | 'photo'; readonly file: string };
  /** Fields as on the wire: a poll, a sticker, a line of Telegram's own. */
  readonly raw?: Readonly<Record<string, unknown>>;
  keyboard?: Keyboard;
}

export interface Keyboard {
  readonly inline_keyboard: readonly (readonly { readonly text: string; readonly callback_data?: string }[])[];
}

export interface StoredFile {
  readonly id: string;
  readonly unique: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly path: string;
  /** Base64. */
  readonly body: string;
}

/** What a demonstration or a test begins with. */
export interface Definition {
  readonly bot: Bot;
  readonly people: readonly (Person & { readonly started?: true })[];
  readonly chats: readonly ChatDefinition[];
}

export interface ChatDefinition {
  readonly title: string;
  /** A supergroup unless said otherwise. */
  readonly type?: 'group' | 'supergroup';
  readonly owner: number;
  readonly members: readonly number[];
  /** Absent: the bot is not in the chat. `admin`: with all rights. */
  readonly bot?: { readonly admin?: boolean };
}
