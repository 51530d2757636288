import type { ChatKind } from '../domain/chat.js';
import type { Role } from '../domain/person.js';
import type { Settings } from '../domain/settings.js';

/** What a rule may know besides the words. A field that may be absent is a fact that nobody gathered: no rule rests on its absence. */
export interface Facts {
  readonly chat: ChatKind;
  readonly class?: string;
  /** Absent for somebody who is not linked to a person of the roster. */
  readonly role?: Role;
  /** What the school has published of itself, and where anybody may link. */
  readonly school?: Pick<Settings, 'phones' | 'requisites' | 'hosts'>;
}
