import type { Chat } from './chat.js';
import type { Person } from './person.js';
import type { AnyRecordChange } from './records.js';
import type { AccountRef, ChatRef, DialogRef } from './refs.js';
import type { Timer } from './timer.js';
import type { Trace } from './trace.js';

/** A change of what the bot remembers. Written together with the verdict that grounds it, or not at all. */
export type Change =
  | { readonly put: 'chat'; readonly chat: Chat }
  /** No longer registered, under this name. */
  | { readonly put: 'no-chat'; readonly chat: ChatRef }
  | { readonly put: 'link'; readonly account: AccountRef; readonly person: string; readonly at: number }
  /** Takes a link away. A settlement that rests on a link which is another one by now is refused as `stale`. */
  | { readonly put: 'unlink'; readonly account: AccountRef; readonly person: string }
  | { readonly put: 'person'; readonly person: Person }
  /**
   * Destroys what the people's store holds of somebody: the row of the roster, links and dialogs of these accounts, codes that
   * were never used. The number of issues is kept, so that no code lives twice. Records go by changes of their own.
   */
  | {
      readonly put: 'no-person';
      readonly person: string;
      readonly accounts: readonly AccountRef[];
      readonly codes: readonly string[];
    }
  /** The school's approved list of classes. */
  | { readonly put: 'classes'; readonly classes: readonly string[] }
  /** A chat the bot was added to, or left, whether registered or not. */
  | { readonly put: 'presence'; readonly chat: ChatRef; readonly present: boolean; readonly at: number }
  /** Somebody may be written to, or no longer. */
  | { readonly put: 'dialog'; readonly dialog: DialogRef; readonly open: boolean; readonly at: number }
  /** One notice an episode: remembers until when further findings of this account in this chat tell nothing new. */
  | { readonly put: 'noticed'; readonly chat: ChatRef; readonly account: AccountRef; readonly until: number }
  /**
   * Read-only until then, 0: no longer. Whatever the messenger lets through meanwhile is taken away. `told`: the person has been
   * told so.
   */
  | {
      readonly put: 'silenced';
      readonly chat: ChatRef;
      readonly account: AccountRef;
      readonly until: number;
      readonly told: boolean;
    }
  /** A wrong personal code: counted per account and for the school. */
  | { readonly put: 'wrong-code'; readonly account: AccountRef; readonly at: number }
  /** Spends a personal code. A settlement that spends one already spent is refused as `stale`. */
  | { readonly put: 'used-code'; readonly code: string; readonly at: number }
  /**
   * Makes a personal code valid until then; issuing it again prolongs it. `was`: the issue that was current when it was
   * decided; if it is another one now, or the code was used, the settlement is refused as `stale`.
   */
  | {
      readonly put: 'issued-code';
      readonly code: string;
      readonly person: string;
      readonly issue: number;
      readonly until: number;
      readonly was: number;
    }
  /** That something was written in a chat: forgotten by itself, see `trace.ts`. */
  | { readonly put: 'trace'; readonly trace: Trace }
  /** What a picture of a chat looks like, by its handle: forgotten at `until`. */
  | { readonly put: 'print'; readonly handle: string; readonly print: string; readonly until: number }
  /**
   * Changes nothing: a settlement that rests on all people (with what is settled of them, and the list of classes), or on all
   * registered chats, is refused as `stale` when any of them was written since they had this version.
   */
  | { readonly put: 'unchanged'; readonly of: 'people' | 'chats'; readonly version: string }
  | AnyRecordChange
  | { readonly put: 'timer'; readonly timer: Timer }
  | { readonly put: 'no-timer'; readonly key: string }
  /** Takes a timer whose time has come. One that was moved or cancelled meanwhile makes the settlement `stale`. */
  | { readonly put: 'fired'; readonly timer: Timer };
