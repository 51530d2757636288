import type { MessageRef } from './refs.js';

/** Why a messenger said no, in words a secretary can act on. */
export type Refusal =
  | 'no-right' //            the bot lacks an administrator's right here
  | 'not-allowed-to-write' // the person has not opened a dialog, or closed it
  | 'detached' //            the bot is no longer in the chat
  | 'too-old'
  | 'unknown-target'
  | 'too-large' //           a file beyond what was asked for
  | 'feature-off' //         a switch in the community's settings
  | 'foreign-messenger' //   the school has recorded no ground to write through it
  | 'bad-request'; //        our mistake; counted as a bug

/** How an action ended. Every action gets exactly one, in its receipt. */
export type Outcome =
  | {
      readonly is: 'done';
      /** What was sent. */
      readonly message?: MessageRef;
      /** The messenger's names of the files that went with it: other messages can have them by these (`attached`). */
      readonly files?: readonly string[];
    }
  /** Already so: deleted before, pressed too long ago, left by himself. */
  | { readonly is: 'gone' }
  | { readonly is: 'degraded'; readonly how: string; readonly message?: MessageRef }
  | { readonly is: 'unsupported'; readonly why: string }
  | { readonly is: 'refused'; readonly why: Refusal; readonly code: string }
  /** It may have happened; it is not tried again by itself. */
  | { readonly is: 'uncertain'; readonly why: string }
  | { readonly is: 'simulated' };

/** Not an end: the messenger asks to try again after so many milliseconds; `method` alone is to rest, others may go on. */
export interface Later {
  readonly is: 'later';
  readonly after: number;
  readonly why: string;
  /** The whole kind of action must rest (VK errors 9 and 29). */
  readonly rest?: boolean;
  /** Nobody knows whether it happened (a timeout, a lost answer). */
  readonly unknown?: boolean;
}

export type Answer = Outcome | Later;
