import type { Calendar } from '../domain/calendar.js';
import type { Chat } from '../domain/chat.js';
import type { PlatformName } from '../domain/refs.js';
import type { Settings } from '../domain/settings.js';
import type { Text } from '../domain/text.js';
import type { CallProvider } from '../ports/calls.js';
import type { Documents } from '../ports/documents.js';
import type { Platform } from '../ports/platform.js';
import type { Chats, Codes, People, Records, Timers, Traces } from '../ports/stores.js';
import type { Policy } from '../regulation/policy.js';
import type { Cite } from './may.js';

/** A clause of the regulation in force, in its corrected wording. */
export interface Clause {
  readonly id: string;
  readonly text: string;
  /** The edition's date, `2024-08-31`. */
  readonly edition: string;
}

/** Everything a decision may know; it can look, never act. */
export interface Known {
  /** When the update was queued: the only clock of a decision. */
  readonly now: number;
  /** When it is carried out: later than `now` for what had to wait. */
  readonly begun: number;
  /** IANA name of the school's zone. */
  readonly zone: string;
  readonly defaultMode: Chat['mode'];
  /** What the school has settled for itself; read when first asked for. */
  readonly settings: () => Promise<Settings>;
  /** What holds where the school has set nothing. */
  readonly usual: Settings;
  /** The state's days off: `src/app/working-days.ts` counts with them. */
  readonly calendar: Calendar;
  readonly policy: Policy;
  readonly cite: Cite;
  readonly clause: (id: string) => Clause | null;
  readonly people: Pick<People, 'find' | 'all' | 'version' | 'accountsOf' | 'contacts' | 'classes' | 'facts'>;
  readonly chats: Pick<Chats, 'find' | 'all' | 'version' | 'present'>;
  readonly codes: Pick<Codes, 'whose' | 'wrong' | 'issueOf'>;
  readonly records: Records;
  readonly timers: Pick<Timers, 'find'>;
  readonly traces: Traces;
  /** Questions to a messenger. */
  readonly messenger: (name: PlatformName) => Pick<Platform, 'ask' | 'capabilities'>;
  readonly documents: Documents;
  /** Begins calls in the name of a person who has lent the bot a key; absent where nobody has. */
  readonly calls?: CallProvider;
  /** The personal code of an account link: the same for the same person and issue. */
  readonly code: (person: string, issue: number) => string;
  /** A name that tells nothing of these words: the same words have the same. */
  readonly nameOf: (words: string) => string;
  /** Words as they will be read, for what has to be kept as words: a draft that its author changes. */
  readonly say: (text: Text) => string;
  /** A name nobody else has, the same when this update is decided again. */
  readonly name: (suffix: string) => string;
}
