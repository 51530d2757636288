import type { Chat } from '../domain/chat.js';
import type { Message } from '../domain/message.js';
import { type Person, type Role, STAFF } from '../domain/person.js';
import type { Finding, Verdict } from '../domain/verdict.js';
import type { AccountFacts } from '../ports/stores.js';

/** A message of a registered chat, what was found in it, and whose it is. */
export interface Incident {
  readonly verdict: Verdict;
  /** The finding that people are told of: the surest of those that cost something. */
  readonly finding: Finding;
  readonly message: Message;
  readonly chat: Chat;
  readonly facts: AccountFacts;
}

const SURE = 0.5;

/** The finding a notice speaks of; nothing where nothing costs anything. */
export const groundOf = ({ decision, findings, withheld = [] }: Verdict): Finding | undefined => {
  if (decision === 'keep') return undefined;
  const softened = ({ rule }: Finding): number => (withheld.some((one) => one.rule === rule) ? 1 : 0);
  return findings
    .filter(({ confidence }) => confidence >= SURE)
    .toSorted((a, b) => softened(a) - softened(b) || b.confidence - a.confidence)[0];
};

export const isStaff = ({ person }: Pick<AccountFacts, 'person'>): boolean =>
  person !== undefined && STAFF.includes(person.role);

/** Whom a text speaks to: pupils in simpler words. */
export const readerOf = (person: Person | undefined): Role | 'other' =>
  person?.role === 'student' ? 'student' : 'other';

/** Where people of the school work among themselves: the bot tells the author, and takes nothing away. */
export const onlyFlagged = ({ kind }: Chat): boolean =>
  kind === 'leadership' || kind === 'staff' || kind === 'management_other';
