import type { Message } from './message.js';
import {
  type AccountRef,
  type ChatRef,
  type DialogRef,
  type MessageRef,
  type OrderRef,
  type PlaceRef,
  SCHOOL,
} from './refs.js';
import type { Timer } from './timer.js';

interface Arrived {
  /** The transport's name of this arrival (`vk-<event_id>`); the queue refuses a second job with the same one. */
  readonly id: string;
  /** What happened, however it was told: chat + number + version for a message, else `id`. One key, one verdict. */
  readonly key: string;
  /** The messenger's clock. */
  readonly at: number;
}

/** What a picture of a message shows: `SeenPicture`. */
export interface Seen {
  readonly handle?: string;
  readonly words: readonly string[];
  readonly print: string;
}

/** Something that happened in a messenger, decoded. */
export type Update =
  | (Arrived & {
      readonly kind: 'message';
      readonly edited: boolean;
      readonly message: Message;
      /** Its pictures were looked at afterwards: they alone are judged, all the rest was when the message came. */
      readonly seen?: readonly Seen[];
    })
  | (Arrived & {
      readonly kind: 'joined';
      readonly chat: ChatRef;
      readonly account: AccountRef;
      readonly how: 'link' | 'added' | 'request';
      /** Who added; absent for a link. The bot itself added to a chat is `account === self` of the platform. */
      readonly by?: AccountRef;
      /** The invite link by which, where the messenger tells. */
      readonly link?: string;
      /** The line that says so in the chat; absent where the messenger tells without one. */
      readonly message?: MessageRef;
    })
  | (Arrived & {
      readonly kind: 'left';
      readonly chat: ChatRef;
      readonly account: AccountRef;
      /** Who removed; absent when the account left by itself. */
      readonly by?: AccountRef;
      readonly message?: MessageRef;
    })
  | (Arrived & {
      readonly kind: 'pressed';
      readonly place: PlaceRef;
      readonly account: AccountRef;
      /** What the messenger wants back within about a minute, to show a snack-bar. */
      readonly press: string;
      readonly payload: unknown;
      readonly message?: MessageRef;
    })
  | (Arrived & {
      readonly kind: 'dialog-opened' | 'dialog-closed';
      readonly dialog: DialogRef;
      readonly account: AccountRef;
    })
  /** Somebody asks to be let into a chat: by a link that only lets ask, or at a closed door. */
  | (Arrived & {
      readonly kind: 'knocked';
      readonly chat: ChatRef;
      readonly account: AccountRef;
      readonly link?: string;
    })
  /** The messenger has given a chat another name, `chat`: what was known of `from` is meant for it from now on. */
  | (Arrived & { readonly kind: 'moved'; readonly from: ChatRef; readonly chat: ChatRef })
  /** Messages of a chat that the messenger no longer has: numbers `from`…`to`, both included. */
  | (Arrived & { readonly kind: 'gap'; readonly chat: ChatRef; readonly from: number; readonly to: number })
  /** The time of something that was to be done has come. */
  | (Arrived & { readonly kind: 'timer'; readonly timer: Timer });

/** An update and the moment it was queued: the clock is read then and never again. */
export interface Intake {
  readonly update: Update;
  readonly received: number;
  /** How often it was put aside already. */
  readonly attempt?: number;
}

/** The chat or dialog in which it happened; undefined for what happens in none. */
export const placeOf = (update: Update): PlaceRef | undefined => {
  switch (update.kind) {
    case 'message':
      return update.message.ref.place;
    case 'joined':
    case 'left':
    case 'knocked':
    case 'moved':
    case 'gap':
      return update.chat;
    case 'pressed':
      return update.place;
    case 'dialog-opened':
    case 'dialog-closed':
      return update.dialog;
    case 'timer':
      return undefined;
  }
};

/** What must stay in order together. */
export const orderOf = (update: Update): OrderRef => {
  const apart = update.kind === 'timer' ? update.timer.apart : undefined;
  return placeOf(update) ?? (apart === undefined ? SCHOOL : `${SCHOOL} ${apart}`);
};

/** Under one name, however often it is fired; moved to another time, or set anew for the same, it is another one. */
export const timerUpdate = (timer: Timer): Update => {
  const id = `timer-${timer.key}@${timer.at}${timer.by === undefined ? '' : `~${timer.by}`}`;
  return { kind: 'timer', id, key: id, at: timer.at, timer };
};
