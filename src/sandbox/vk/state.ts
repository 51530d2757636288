/** Everything the sandbox remembers. Plain JSON, so that it can be saved and loaded; only `world.ts` and its transitions change it. */
export interface State {
  readonly community: Community;
  readonly people: readonly Person[];
  /** Other communities that can be added to chats; absent in worlds saved before there were any. */
  readonly neighbours?: readonly Neighbour[];
  /** By peer id, 2000000001 and on. */
  readonly chats: Record<string, Chat>;
  /** By the person's id. */
  readonly dialogs: Record<string, Dialog>;
  /** By peer id as the community sees it; a message lies at index cmid − 1. */
  readonly messages: Record<string, Message[]>;
  readonly files: Record<string, StoredFile>;
  readonly counters: { chat: number; id: number; version: number; file: number; event: number; link: number };
  /** Makes event ids and links differ between two worlds. */
  readonly seed: string;
}

/** Fictional: whoever lives here was invented for the demonstration. */
export interface Person {
  readonly id: number;
  /** «Петров Денис Олегович». */
  readonly name: string;
  /** «родитель, 5А». */
  readonly about: string;
  readonly screenName?: string;
}

/** A community that is not ours: a bot somebody may bring into a chat. */
export interface Neighbour {
  /** Below zero, as VK writes communities among members. */
  readonly id: number;
  readonly title: string;
}

export type Permission = 'messages' | 'manage' | 'photos' | 'docs';

export interface Community {
  readonly id: number;
  readonly token: string;
  readonly title: string;
  readonly screenName: string;
  readonly managers: readonly { readonly id: number; readonly role: 'creator' | 'administrator' | 'editor' }[];
  permissions: readonly Permission[];
  readonly settings: { messages: boolean; botsCapabilities: boolean; botsAddToChat: boolean; botsStartButton: boolean };
  readonly longPoll: { enabled: boolean; apiVersion: string; readonly events: Record<string, 0 | 1> };
  confirmationCode: string;
}

export interface ChatMember {
  readonly id: number;
  readonly joined: number;
  readonly invitedBy: number;
  /** Epoch milliseconds; `FOREVER` when no end was given. */
  mutedUntil?: number;
}

export interface Chat {
  readonly peer: number;
  title: string;
  readonly owner: number;
  admins: readonly number[];
  members: readonly ChatMember[];
  /** «Доступ ко всей переписке». */
  fullAccess: boolean;
  /** The first message number the community may read. */
  readableFrom: number;
  link: string;
  pinned?: number;
}

export interface Dialog {
  readonly person: number;
  /** Whether the person lets the community write. */
  allowed: boolean;
  /** Where the person came from: goes with the next message, then is forgotten. */
  opened?: Opening;
}

/** What a deep link says: `vk.me/club1?ref=…&ref_source=…`. */
export interface Opening {
  readonly ref: string;
  readonly refSource?: string;
}

/** As on the wire: `{type: 'photo', photo: {…}}`. Any type VK knows may be put here. */
export type Attachment = Readonly<Record<string, unknown>> & { readonly type: string };

/** A message inside another one, frozen when it was quoted. */
export interface Quote {
  readonly peer: number;
  readonly cmid: number;
  readonly from: number;
  readonly at: number;
  readonly text: string;
  readonly attachments: readonly Attachment[];
  readonly forwards: readonly Quote[];
  readonly reply?: Quote;
}

export interface Message {
  readonly peer: number;
  readonly cmid: number;
  /** 0 in chats: a community only ever gets numbers of messages in dialogs. */
  readonly id: number;
  readonly from: number;
  readonly at: number;
  readonly randomId: number;
  version: number;
  text: string;
  editedAt?: number;
  deleted: boolean;
  reply?: Quote;
  forwards: readonly Quote[];
  attachments: readonly Attachment[];
  keyboard?: Keyboard;
  readonly action?: ServiceAction;
  /** JSON text, from the pressed button. */
  readonly payload?: string;
  readonly opened?: Opening;
}

export interface ServiceAction {
  readonly type: string;
  readonly member_id?: number;
  readonly text?: string;
  readonly conversation_message_id?: number;
  readonly message?: string;
}

export interface KeyboardButton {
  readonly action: {
    readonly type: string;
    readonly label?: string;
    readonly payload?: string;
    readonly link?: string;
  };
  readonly color?: string;
}
export interface Keyboard {
  readonly inline?: boolean;
  readonly one_time?: boolean;
  readonly buttons: readonly (readonly KeyboardButton[])[];
}

export interface StoredFile {
  readonly id: number;
  readonly owner: number;
  readonly kind: 'photo' | 'doc';
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly key: string;
  readonly at: number;
  /** Base64. */
  readonly body: string;
}

/** What a demonstration or a test begins with. */
export interface Definition {
  readonly community: {
    readonly id: number;
    readonly token: string;
    readonly title: string;
    readonly screenName?: string;
    readonly managers?: Community['managers'];
    readonly permissions?: readonly Permission[];
  };
  readonly people: readonly (Person & { readonly dialog?: 'allowed' | 'denied' })[];
  readonly chats: readonly ChatDefinition[];
  readonly neighbours?: readonly Neighbour[];
}

export interface ChatDefinition {
  readonly title: string;
  readonly owner: number;
  readonly admins?: readonly number[];
  readonly members: readonly number[];
  /** Absent: the community is not in the chat. */
  readonly bot?: { readonly fullAccess?: boolean; readonly admin?: boolean };
}
