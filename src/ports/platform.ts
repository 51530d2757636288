import type { Worded } from '../domain/action.js';
import type { Answer, Refusal } from '../domain/outcome.js';
import type { AccountRef, ChatRef, PlatformName } from '../domain/refs.js';
import type { Update } from '../domain/update.js';
import type { Hurry } from './pace.js';

/** What a messenger can do: the table of `docs/architecture.md`, as data in each adapter. */
export interface Capabilities {
  readonly deleteOthers: boolean;
  readonly mute: boolean;
  readonly remove: boolean;
  readonly pin: boolean;
  readonly buttons: boolean;
  readonly members: 'listed' | 'seen';
  readonly inviteLinks: 'one' | 'many' | 'none';
  /** A repeated send with the same action id is refused by the messenger itself. */
  readonly sendsOnce: boolean;
  /** Characters of one message. */
  readonly textLimit: number;
  /** Characters of one message that carries a file. */
  readonly captionLimit: number;
  /** Deletes in one call's worth, places in one `execute`, dialogs that get one text by one call. */
  readonly batch: { readonly deletes: number; readonly calls: number; readonly places: number };
}

/**
 * An action with its name: update id + kind + target. What makes a repeated send recognisable.
 * An id `<family>@<place>` says that all deeds of the family carry the same words once to each place: those may share a call.
 */
export interface Deed {
  readonly id: string;
  readonly action: Worded;
}

/** The bot's own rights in a chat, as the messenger tells them. */
export interface Rights {
  /** False: the bot is not in the chat, or not its administrator. Then nothing else is true. */
  readonly present: boolean;
  readonly title: string;
  readonly moderate: boolean;
  readonly seeLink: boolean;
  readonly changeLink: boolean;
  readonly pin: boolean;
  readonly members: number;
}

export interface Member {
  readonly account: AccountRef;
  readonly admin: boolean;
  readonly mutedNow: boolean;
}

/** One line of the self-check: what was looked at, whether it is right, how to mend it. */
export interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
  /** What to do, in the school's language; empty when `ok`. */
  readonly mend: string;
}

export type Query =
  | { readonly ask: 'self' }
  | { readonly ask: 'rights'; readonly chats: readonly ChatRef[] }
  /** Where members are only `seen`: the administrators, and of `among` those who are in. */
  | { readonly ask: 'members'; readonly chat: ChatRef; readonly among?: readonly AccountRef[] }
  | { readonly ask: 'may-write'; readonly account: AccountRef }
  | { readonly ask: 'invite-link'; readonly chat: ChatRef; readonly reset: boolean }
  /**
   * A link for one purpose beside the chat's own, where there may be many: named (32 characters, seen by administrators),
   * good until then, for so many people, or to ask by it to be let in. Nobody lists links: whoever makes one keeps it.
   * Refused as `feature-off` where there is one link or none.
   */
  | {
      readonly ask: 'new-invite-link';
      readonly chat: ChatRef;
      readonly name: string;
      readonly until?: number;
      readonly most?: number;
      readonly byRequest?: true;
    }
  /** Ends such a link. False: it was none any more. */
  | { readonly ask: 'end-invite-link'; readonly chat: ChatRef; readonly link: string }
  /** A file of a message (`Attachment.file`). Refused when it is not there or larger than `most` bytes. */
  | { readonly ask: 'file'; readonly source: string; readonly most: number }
  /** Where people open the dialog with the bot; a deep link is this with `?ref=<parameter>`: letters, digits, `-`, `_`, at most 64. */
  | { readonly ask: 'address' }
  | { readonly ask: 'check' };

export interface Replies {
  readonly self: { readonly account: AccountRef; readonly title: string };
  readonly rights: ReadonlyMap<ChatRef, Rights>;
  readonly members: readonly Member[];
  readonly 'may-write': boolean;
  readonly 'invite-link': string;
  readonly 'new-invite-link': string;
  readonly 'end-invite-link': boolean;
  readonly file: Uint8Array;
  /** `undefined`: it has none. */
  readonly address: string | undefined;
  readonly check: readonly Check[];
}

/** One messenger. Answers are values; weather (timeouts, outages) is thrown as `Weather`. */
export interface Platform {
  readonly name: PlatformName;
  readonly capabilities: Capabilities;
  /** Batches of updates in order. Asking for the next batch acknowledges the one before; what was not acknowledged comes again. */
  updates(signal: AbortSignal): AsyncIterable<readonly Update[]>;
  /** Waits until the messenger's pace allows one more call; `perform` is called after it. */
  turn(signal?: AbortSignal, hurry?: Hurry): Promise<void>;
  /** One call's worth of actions of one kind (see `Capabilities.batch`), an answer for each, in order. Safe to repeat. */
  perform(deeds: readonly Deed[]): Promise<readonly Answer[]>;
  /** A question; takes its own turn. */
  ask<Q extends Query>(query: Q): Promise<Replies[Q['ask']]>;
}

/** A reply for each kind of question. */
export type Replying = {
  readonly [K in Query['ask']]: (query: Extract<Query, { readonly ask: K }>) => Promise<Replies[K]>;
};

/** `ask` out of a reply for each kind: the compiler cannot follow that a question and its reply go by one name. */
export const asking =
  (replying: Replying): Platform['ask'] =>
  async <Q extends Query>(query: Q) => {
    const reply = replying[query.ask] as unknown as (query: Q) => Promise<Replies[Q['ask']]>;
    return reply(query);
  };

/** The messenger could not be asked or did not know; the same call may work later. */
export class Weather extends Error {
  override readonly name = 'Weather';
  constructor(
    message: string,
    /** Milliseconds to wait at least. */
    readonly after = 1_000,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The messenger will not serve us until a person acts (wrong token, a community that is gone). One clear line in the message. */
export class Locked extends Error {
  override readonly name = 'Locked';
}

/** The messenger said no to a question. */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(
    readonly why: Refusal,
    /** The messenger's own number of the refusal. */
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** Dry run: listens for real, touches nothing. */
export const simulated = (platform: Platform): Platform => ({
  name: platform.name,
  capabilities: platform.capabilities,
  updates: (signal) => platform.updates(signal),
  turn: async () => {},
  perform: async (deeds) => deeds.map(() => ({ is: 'simulated' })),
  ask: (query) => platform.ask(query),
});
