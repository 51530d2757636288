import type { Chat, ChatKind } from '../domain/chat.js';
import { isOfSchool, type Person, type Role, STAFF } from '../domain/person.js';
import { belongs, isRestricted } from './belongs.js';
import { BY_DECISION } from './homes.js';

/** What the roster and the school's decisions say of a person beside the person's own line. */
export interface Ties {
  /** Classes of the person's children who are of the school. */
  readonly childClasses: readonly string[];
  /** Whether somebody entitled invited the person into this chat: a deputy, a psychologist, a member of a circle. */
  readonly invited: boolean;
  readonly now: number;
}

interface Guise {
  readonly role: Role;
  readonly classes: readonly string[];
}

const replaced = ({ standing }: Person, now: number): readonly string[] =>
  (standing?.substitutes ?? [])
    .filter(({ since, until }) => since <= now && (until === undefined || now < until))
    .map((one) => one.class);

/** One person may be several: who stands in for a class teacher leads the class, a teacher may be a parent too. */
const guises = (person: Person, { childClasses, now }: Ties): readonly Guise[] => {
  if (person.role === 'parent') return [{ role: 'parent', classes: childClasses }];
  const own: Guise = { role: person.role, classes: person.classes };
  if (!STAFF.includes(person.role)) return [own];
  return [own, { role: 'class-teacher', classes: replaced(person, now) }, { role: 'parent', classes: childClasses }];
};

/** Chats that no roster fills. */
const FREE: readonly ChatKind[] = ['edu_other', 'management_other'];

/** Into a chat of a class nobody is invited past the roster; a court's restriction is of the parent, whatever the invite says. */
const counts = (person: Person, { kind }: Chat, now: number): boolean =>
  FREE.includes(kind) ? !isRestricted(person, now) : BY_DECISION.includes(person.role);

/**
 * As who this person is in a chat: a teacher whose child learns in the class is a parent among the parents. Nothing for
 * whoever does not belong there.
 */
export const roleIn = (person: Person, chat: Chat, ties: Ties): Role | undefined => {
  if (!isOfSchool(person, ties.now)) return undefined;
  const found = guises(person, ties).find(({ role, classes }) => belongs({ ...person, role }, classes, chat, ties.now));
  return found?.role ?? (ties.invited && counts(person, chat, ties.now) ? person.role : undefined);
};

/** Not one of those the chat is for, but there for its sake: who registered it, and the platform's administrators. */
export const looksAfter = (person: Person, chat: Chat, now: number): boolean => {
  const { role, standing, id } = person;
  if (!isOfSchool(person, now) || !STAFF.includes(role)) return false;
  const { additional } = standing ?? {};
  const running = additional !== undefined && additional.since <= now && (additional.until ?? now + 1) > now;
  return role === 'administrator' || running || chat.registered.by === id;
};
