import type { AccountRef, ChatRef, MessageRef, PlaceRef } from './refs.js';
import type { Text } from './text.js';

/** A button: at most 40 characters of label, 64 bytes of payload (Telegram), safe to press twice. */
export interface Button<T = Text> {
  readonly label: T;
  readonly payload: Readonly<Record<string, string | number>>;
  readonly look?: 'primary' | 'secondary' | 'positive' | 'negative';
}

/** A file that goes with a message, with its contents. */
export interface Enclosure {
  /** With its extension: people find it by this. */
  readonly name: string;
  /** A picture is shown (PNG, JPEG, GIF), a document downloaded. */
  readonly kind: 'document' | 'picture';
  readonly base64: string;
}

/**
 * Who hears how an action ended: a job, with `ToldData`. Rows of one call with the same `job` and `about` are told of
 * together; `as` names each of them. Told once, in the same write as the receipt.
 */
export interface Tells {
  readonly job: string;
  readonly about: string;
  readonly as: string;
}

/** Everything this bot can do to a messenger. Nothing else changes the world. `T` is `Text` in the core, a string at the door. */
export type Action<T = Text> = Doing<T> & {
  readonly tells?: Tells;
  /** After everything else: what many people get at once must not hold up what one of them waits for. */
  readonly last?: true;
  /** Before everything else: somebody may be in danger. */
  readonly first?: true;
  /** Not to be said through this messenger: refused before it hears of it. See `src/app/foreign.ts`. */
  readonly withheld?: true;
};

type Doing<T> =
  | {
      readonly do: 'delete';
      readonly message: MessageRef;
      /** What is said of it once the message is gone; never, when it stays. */
      readonly afterwards?: readonly Action<T>[];
      /** What to do instead when it may not be deleted. */
      readonly otherwise?: Action<T>;
    }
  | { readonly do: 'mute'; readonly chat: ChatRef; readonly account: AccountRef; readonly until: number }
  | { readonly do: 'unmute'; readonly chat: ChatRef; readonly account: AccountRef }
  | { readonly do: 'remove'; readonly chat: ChatRef; readonly account: AccountRef }
  /** The answer to somebody who asks to be let in (`knocked`): in, or not. */
  | { readonly do: 'admit'; readonly chat: ChatRef; readonly account: AccountRef; readonly granted: boolean }
  /** Nobody but its administrators writes there any more, or (`on` false) everybody again. */
  | { readonly do: 'read-only'; readonly chat: ChatRef; readonly on: boolean }
  /** Lets nobody in any more by the chat's link as far as it is the bot's to change, nor by these made for one purpose. */
  | { readonly do: 'end-links'; readonly chat: ChatRef; readonly links: readonly string[] }
  /** What the chat is called in the messenger. */
  | { readonly do: 'rename'; readonly chat: ChatRef; readonly title: string }
  | {
      readonly do: 'send';
      readonly to: PlaceRef;
      readonly text: T;
      /**
       * A name of the same words for many places, once to each: such sends share a call, and a repetition is recognised by
       * it whatever call it comes in.
       */
      readonly family?: string;
      /** Rows of inline buttons. */
      readonly buttons?: readonly (readonly Button<T>[])[];
      readonly replyTo?: MessageRef;
      /** Pinned once it is there: one message of a chat is. */
      readonly pinned?: true;
      /** At most `LIMITS.files`; such a send shares no call with others. */
      readonly files?: readonly Enclosure[];
      /** Files that this messenger has already, by the names it told (`Told.files`): nothing is uploaded again. */
      readonly attached?: readonly string[];
      /** What to do instead when the messenger refuses this one (a person who has not allowed dialogs). Never nested. */
      readonly otherwise?: Action<T>;
    }
  | {
      readonly do: 'edit';
      readonly message: MessageRef;
      readonly text: T;
      /** Files that are to stay with it: an edit takes away what it does not name. */
      readonly attached?: readonly string[];
      readonly buttons?: readonly (readonly Button<T>[])[];
    }
  | { readonly do: 'pin'; readonly message: MessageRef }
  /** The short note shown to the one who pressed a button. */
  | {
      readonly do: 'answer';
      readonly press: string;
      readonly account: AccountRef;
      readonly place: PlaceRef;
      readonly text: T;
    };

/** An action whose words are chosen. */
export type Worded = Action<string>;

const LAST = 4;

/** Announcements and reminders: every other call may go before. */
export const canWait = (action: Action<unknown>): boolean => priorityOf(action) === LAST;

/** Lower is sooner: safeguarding (`first`) and delete → restrict → answer and reply → dialog → announcements and reminders (`last`). */
export const priorityOf = (action: Action<unknown>): number => {
  if (action.last) return LAST;
  if (action.first) return 0;
  switch (action.do) {
    case 'delete':
      return 0;
    case 'mute':
    case 'unmute':
    case 'remove':
    case 'admit':
      return 1;
    case 'answer':
    case 'edit':
    case 'pin':
      return 2;
    case 'read-only':
    case 'end-links':
    case 'rename':
      return 3;
    case 'send':
      return action.replyTo === undefined ? 3 : 2;
  }
};

/** Where an action happens. */
export const targetOf = (action: Action<unknown>): PlaceRef => {
  switch (action.do) {
    case 'delete':
    case 'edit':
    case 'pin':
      return action.message.place;
    case 'mute':
    case 'unmute':
    case 'remove':
    case 'admit':
    case 'read-only':
    case 'end-links':
    case 'rename':
      return action.chat;
    case 'send':
      return action.to;
    case 'answer':
      return action.place;
  }
};
