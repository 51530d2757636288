import type { ChatKind } from '../domain/chat.js';
import type { Role } from '../domain/person.js';

/** What a rule may know besides the words. A field that may be absent is a fact that nobody gathered: no rule rests on its absence. */
export interface Facts {
  readonly chat: ChatKind;
  readonly class?: string;
  /** Absent for somebody who is not linked to a person of the roster. */
  readonly role?: Role;
}
