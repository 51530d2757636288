import type { Chat } from '../domain/chat.js';
import type { Finding } from '../domain/membership.js';
import { isOfSchool, type Person, type Role, STAFF } from '../domain/person.js';
import { isRestricted } from './belongs.js';
import { looksAfter } from './role-in.js';

/** What is known of an account that sits in a chat. */
export interface Seen {
  /** Another community, or a bot. */
  readonly community: boolean;
  /** Whom it is linked to, somebody who has left included. */
  readonly person?: Person | undefined;
  /** As who the person is in the chat, `roleIn`. */
  readonly role?: Role | undefined;
  /** A person has decided to have it there. */
  readonly admitted: boolean;
}

/** A circle, a project, a matter of the management: filled by whoever leads it, with people of the school. */
const unlisted = (person: Person, { kind }: Chat, now: number): boolean => {
  if (kind === 'edu_other') return !isRestricted(person, now);
  return kind === 'management_other' && STAFF.includes(person.role);
};

/** Why this account should not be in a chat; nothing when it may. Clauses 2.3 of school-21, 1.5 of oosh-19. */
export const findingOf = (
  { community, person, role, admitted }: Seen,
  chat: Chat,
  now: number,
): Finding | undefined => {
  if (person !== undefined && !isOfSchool(person, now)) return 'left';
  if (person?.standing?.excluded?.includes(chat.ref) && !admitted) return 'excluded';
  // No decision about a chat goes before a court's.
  if (role !== undefined || (admitted && !(person && isRestricted(person, now)))) return undefined;
  if (community) return 'foreign';
  if (person === undefined) return 'alien';
  if (looksAfter(person, chat, now) || unlisted(person, chat, now)) return undefined;
  return person.role === 'student' && chat.kind === 'class_parents' ? 'pupil' : 'misplaced';
};

/**
 * What the bot does at once about a finding. Nobody is taken out without a person's decision: that somebody has left the
 * school is one, and that other communities stay outside. Staff are never restricted by the bot itself.
 */
export const measureFor = (finding: Finding, person: Person | undefined): 'remove' | 'mute' | 'tell' => {
  if (finding === 'left' || finding === 'foreign' || finding === 'excluded') return 'remove';
  return person !== undefined && STAFF.includes(person.role) ? 'tell' : 'mute';
};
