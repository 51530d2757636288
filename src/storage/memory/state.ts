import type { Chat } from '../../domain/chat.js';
import type { Link } from '../../domain/journal.js';
import type { Person } from '../../domain/person.js';
import type { AccountRef, ChatRef, DialogRef, MessageRef, PlatformName } from '../../domain/refs.js';
import type { Timer } from '../../domain/timer.js';
import type { Trace } from '../../domain/trace.js';
import type { Intake } from '../../domain/update.js';
import type { Row } from '../../ports/stores.js';
import type { Checkpoint, Head } from '../chain.js';

export interface IssuedCode {
  readonly person: string;
  readonly issue: number;
  readonly until: number;
  readonly used: boolean;
}

/** A row of the outbox and who holds it. */
export interface Outgoing {
  readonly row: Row;
  readonly leasedUntil: number;
  readonly owner?: string;
  /** Order of arrival among equally urgent rows. */
  readonly turn: number;
}

/** Everything the memory adapters know. They change it synchronously, so that each change is whole. */
export const createState = () => ({
  people: new Map<string, Person>(),
  classes: [] as readonly string[],
  /** Counted with every write of them. */
  versions: { people: 0, chats: 0 },
  links: new Map<AccountRef, string>(),
  dialogs: new Map<DialogRef, boolean>(),
  noticed: new Map<string, number>(),
  silenced: new Map<string, { readonly until: number; readonly told: boolean }>(),
  chats: new Map<ChatRef, Chat>(),
  present: new Set<ChatRef>(),
  codes: new Map<string, IssuedCode>(),
  issues: new Map<string, number>(),
  wrong: [] as { readonly account: AccountRef; readonly at: number }[],
  /** `kind id` → value and revision. */
  records: new Map<string, { readonly id: string; readonly value: unknown; readonly revision: number }>(),
  timers: new Map<string, Timer>(),
  recent: new Map<ChatRef, readonly Trace[]>(),
  /** By `leftWords`. */
  left: new Map<string, readonly MessageRef[]>(),
  /** By handle. */
  prints: new Map<string, string>(),
  cursors: new Map<PlatformName, string>(),
  seen: new Map<PlatformName, Map<ChatRef, number>>(),
  settled: new Set<string>(),
  outbox: new Map<string, Outgoing>(),
  turns: 0,
  parked: new Map<string, { readonly intake: Intake; readonly until: number }>(),
  chains: new Map<string, Link[]>(),
  /** Kept apart from the chains, so that a chain cut short is noticed. */
  heads: new Map<string, Head>(),
  checkpoints: new Map<string, Checkpoint>(),
  written: new Set<string>(),
});
export type State = ReturnType<typeof createState>;
