import type { ChatKind } from '../domain/chat.js';
import type { Role } from '../domain/person.js';
import type { Settings } from '../domain/settings.js';
import type { Recent } from '../domain/trace.js';

export type { Recent };

/** What was taken out of the chats of the school: never the pictures themselves. */
export interface Removed {
  /** Of attachments, as the messenger names them. */
  readonly handles: readonly string[];
  /** Of pictures (`media/print.ts`). */
  readonly prints: readonly string[];
  /** Of `handles` those of which a person has decided that they have no place in the school. */
  readonly barred?: readonly string[];
}

/** What a rule may know besides the words. A field that may be absent is a fact that nobody gathered: no rule rests on its absence. */
export interface Facts {
  readonly chat: ChatKind;
  readonly class?: string;
  /** Absent for somebody who is not linked to a person of the roster. */
  readonly role?: Role;
  /** What the school has published of itself, where anybody may link, and which rules do less than they could. */
  readonly school?: Pick<Settings, 'phones' | 'requisites' | 'hosts'> &
    Partial<Pick<Settings, 'watchedRules' | 'softRules'>>;
  /** Of the last ten minutes, oldest first, without this one. */
  readonly recent?: readonly Recent[];
  /** The day in the school, `2026-12-31`. */
  readonly day?: string;
  readonly removed?: Removed;
  /** Of the pictures of this message, when somebody has looked at them. */
  readonly prints?: readonly string[];
}
