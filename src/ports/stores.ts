import type { Worded } from '../domain/action.js';
import type { Batching, Kind } from '../domain/bundle.js';
import type { Change } from '../domain/change.js';
import type { Chat } from '../domain/chat.js';
import type { Entry, Link } from '../domain/journal.js';
import type { Answer, Outcome } from '../domain/outcome.js';
import type { Person } from '../domain/person.js';
import type { Held, RecordKind } from '../domain/records.js';
import type { AccountRef, ChatRef, DialogRef, MessageRef, PlatformName } from '../domain/refs.js';
import type { Timer } from '../domain/timer.js';
import type { Left, Recent, Trace } from '../domain/trace.js';
import type { Intake } from '../domain/update.js';

/** What is known of an account at one moment, in one read. */
export interface AccountFacts {
  readonly person?: Person;
  /** Further findings of this account in this chat tell nothing new until then. */
  readonly noticedUntil: number;
  /** Read-only in this chat; absent when never, or not any more for certain. */
  readonly silenced?: { readonly until: number; readonly told: boolean };
  /** Whether the account has opened a dialog with the bot, as far as seen. */
  readonly dialogOpen?: boolean;
}

/** An account of somebody, and whether it has opened a dialog with the bot, as far as seen. */
export interface Contact extends Pick<AccountFacts, 'dialogOpen'> {
  readonly account: AccountRef;
}

export interface People {
  find(id: string): Promise<Person | undefined>;
  all(): Promise<readonly Person[]>;
  /** Another one after any write of a person, a standing or the list of classes. Read before them, it is what they rest on. */
  version(): Promise<string>;
  put(people: readonly Person[]): Promise<void>;
  /** The school's approved list of classes; empty when none was approved. */
  classes(): Promise<readonly string[]>;
  accountsOf(person: string): Promise<readonly AccountRef[]>;
  /** The accounts of these people, by person; of whom there is none, nothing. A whole school in a few looks. */
  contacts(persons: readonly string[]): Promise<ReadonlyMap<string, readonly Contact[]>>;
  /** Person and episode of an account in a chat: what a decision needs, in one round trip. */
  facts(account: AccountRef, chat?: ChatRef): Promise<AccountFacts>;
}

export interface Chats {
  find(ref: ChatRef): Promise<Chat | undefined>;
  all(): Promise<readonly Chat[]>;
  /** Another one after any registration or its end. Read before the chats, it is what a decision over them rests on. */
  version(): Promise<string>;
  /** Chats the bot was seen in, registered or not. */
  present(): Promise<readonly ChatRef[]>;
  /** Outside a verdict: the command line and set-up. */
  put(chat: Chat): Promise<void>;
}

/** One-time personal codes, kept as keyed hashes only. */
export interface Codes {
  /** Makes these codes valid until then. Issuing the same code again prolongs it unless it was used. */
  issue(
    codes: readonly {
      readonly code: string;
      readonly person: string;
      readonly issue: number;
      readonly until: number;
    }[],
  ): Promise<void>;
  /** The person a code belongs to; `undefined` for unknown, used or expired ones alike. */
  whose(code: string, now: number): Promise<string | undefined>;
  /** Wrong tries in the last hour: of this account, of the whole school. */
  wrong(account: AccountRef, now: number): Promise<{ readonly account: number; readonly school: number }>;
  /** The issue number of a person's current code, from 1; 0 when none was issued. */
  issueOf(person: string): Promise<number>;
}

/** Everything that is kept by kind and name: `src/domain/records.ts`. Changed by settlements only. */
export interface Records {
  get<K extends RecordKind>(of: K, id: string): Promise<Held<K> | undefined>;
  /** Those of these that are there, in one look. */
  some<K extends RecordKind>(of: K, ids: readonly string[]): Promise<readonly Held<K>[]>;
  all<K extends RecordKind>(of: K): Promise<readonly Held<K>[]>;
}

/** What is to be done at a time. Set and taken by settlements only, so that none is lost and none fires for nothing. */
export interface Timers {
  find(key: string): Promise<Timer | undefined>;
  /** Those whose time has come, the oldest first. */
  due(now: number, most: number): Promise<readonly Timer[]>;
}

/** What was written in registered chats lately, known by keyed hashes only. Left by settlements (`trace`), forgotten by itself. */
export interface Traces {
  /** What stood in a chat before a message that leaves its trace yet, oldest first: of the time and the number `trace.ts` tells. */
  recent(before: { readonly chat: ChatRef } & Pick<Trace, 'author' | 'at' | 'text'>): Promise<readonly Recent[]>;
  /** Every message of which this may be left, for `FOUND_AGAIN` from when it was written: as a rule one. */
  written(left: Left): Promise<readonly MessageRef[]>;
  /** What pictures look like that were seen (`print`), by handle; of those that are known. */
  prints(handles: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** Where listening stopped, per messenger. */
export interface Cursors {
  load(platform: PlatformName): Promise<string | undefined>;
  /** `seen`: the highest message number of the chats of this batch. */
  save(platform: PlatformName, cursor: string, seen: ReadonlyMap<ChatRef, number>): Promise<void>;
  seen(platform: PlatformName): Promise<ReadonlyMap<ChatRef, number>>;
}

/** An action waiting to be done. */
export interface Row {
  readonly id: string;
  readonly action: Worded;
  readonly platform: PlatformName;
  readonly via: 'messenger' | 'simulation';
  readonly queued: number;
  readonly attempts: number;
  /** Not before this moment. */
  readonly due: number;
  /** When it was first taken, unless the messenger has said since that it was not done: it may have happened. */
  readonly tried?: number;
  /** Pseudonyms of what caused it, copied into the receipt. */
  readonly about?: { readonly place?: string; readonly account?: string; readonly message?: string };
}

/** What a handled update comes to: written in one go, or not at all. */
export interface Settlement {
  /** The update's key, as a pseudonym: a second settlement under the same key changes nothing. */
  readonly key: string;
  readonly entry: Entry;
  readonly changes: readonly Change[];
  readonly rows: readonly Row[];
  /** The partition's journal chain. */
  readonly chain: string;
  /** Rows of `rows` to be leased in the same write, unless something as urgent is ready: equally urgent ones share a call. */
  readonly lease?: {
    readonly ids: readonly string[];
    readonly owner: string;
    readonly now: number;
    readonly until: number;
  };
}

/** How a taken row ended, or when to try again. */
export interface Ending {
  readonly row: Row;
  readonly answer: Answer;
  readonly called: number;
  readonly ended: number;
}

/** Rows first taken since then were never sent off, but for these: whoever takes them next need not fear a repetition. */
export interface Untouched {
  readonly since: number;
  readonly but: readonly string[];
}

/** Decisions, the outbox and the journal: everything whose writes must be one. */
export interface Ledger {
  /** Whether this key was settled already (a cheap look before the work). */
  settled(key: string): Promise<boolean>;
  /**
   * `leased`: settled, and the rows that were to be leased are. `stale`: it rests on a code, a record or a timer that changed meanwhile;
   * nothing was written, the update is to be decided anew.
   */
  settle(settlement: Settlement): Promise<'settled' | 'leased' | 'already' | 'stale'>;
  /** The most urgent row that is due; it stays where it is. Kinds in `resting` are passed over. */
  first(options: { readonly now: number; readonly resting: readonly Kind[] }): Promise<Row | undefined>;
  /** The most urgent rows that are due and belong in one call, leased to `owner` until `now + lease`. Kinds in `resting` are left. */
  take(options: {
    readonly owner: string;
    readonly now: number;
    readonly lease: number;
    readonly resting: readonly Kind[];
    readonly batch: Batching;
  }): Promise<readonly Row[]>;
  /** Ends taken rows: a receipt each, or (answer `later`) back into the outbox. A row already ended stays as it was. */
  end(endings: readonly Ending[]): Promise<void>;
  /** When the next row is due or its lease ends; `undefined` when the outbox is empty. */
  nextDue(): Promise<number | undefined>;
  /**
   * Frees leases at once: those of `owner`, who has no call on its way; without one every lease, which is only for the
   * sole process of a store at its start.
   */
  freeLeases(owner?: string, untouched?: Untouched): Promise<number>;
  /** Rows waiting, by priority. */
  waiting(): Promise<readonly number[]>;
  /** Puts an update aside to be tried again at `until`. */
  park(intake: Intake, until: number, entry: Entry, chain: string): Promise<void>;
  /** Takes back what is due; call `unpark` once it is queued again. */
  parked(now: number): Promise<readonly Intake[]>;
  unpark(updateId: string): Promise<void>;
}

export interface Journal {
  /** Appends once per entry id. */
  append(chain: string, entry: Entry): Promise<void>;
  /** Oldest first. `message`, `place`, `account` are pseudonyms. */
  read(filter: {
    readonly message?: string;
    readonly place?: string;
    readonly account?: string;
    readonly person?: string;
    readonly since?: number;
  }): AsyncIterable<Link>;
  /** Entries about one message and its actions, fast. */
  trace(message: string): Promise<readonly Link[]>;
  /**
   * Takes away what was written before this moment, and leaves a sealed checkpoint from which the chain goes on. A chain
   * is not trimmed beyond an entry that does not match its seal. Returns how many entries went.
   */
  trim(before: number): Promise<number>;
  /** Walks every chain from its checkpoint. `broken` names the first defect of each broken chain. */
  verify(): Promise<{ readonly entries: number; readonly chains: number; readonly broken: readonly string[] }>;
}

export interface Stores {
  readonly people: People;
  readonly chats: Chats;
  readonly codes: Codes;
  readonly records: Records;
  readonly timers: Timers;
  readonly traces: Traces;
  readonly cursors: Cursors;
  readonly ledger: Ledger;
  readonly journal: Journal;
}

export type { Answer, DialogRef, Outcome };
