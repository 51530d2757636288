import type { Chat } from '../domain/chat.js';
import { isOfSchool, type Person, STAFF } from '../domain/person.js';

const teaches = ({ subject }: Person, wanted = ''): boolean =>
  subject
    .toLowerCase()
    .split(/[,;/]/)
    .some((one) => one.trim() === wanted.trim().toLowerCase());

/** A court restricts this parent, in the capacity of a parent only. */
export const isRestricted = ({ role, standing }: Person, now: number): boolean =>
  role === 'parent' && standing?.restricted !== undefined && standing.restricted.since <= now;

/**
 * Whether this person, in this role and no other, is one of those a chat is for by the roster. Chats «другое» are filled
 * by invitation only.
 * @param classes the person's own or taught classes, or those of a parent's children
 */
export const belongs = (person: Person, classes: readonly string[], chat: Chat, now: number): boolean => {
  if (!isOfSchool(person, now) || isRestricted(person, now)) return false;
  const { role } = person;
  const ofClass = chat.class !== undefined && classes.includes(chat.class);
  const staff = STAFF.includes(role);
  switch (chat.kind) {
    case 'leadership':
      return role === 'director' || role === 'deputy';
    case 'staff':
    case 'channel_employees':
      return staff;
    case 'channel_school':
      return true;
    case 'class_students':
      return ofClass && (role === 'student' || role === 'class-teacher');
    case 'class_parents':
      return ofClass && (role === 'parent' || role === 'class-teacher');
    case 'class_teachers':
      return ofClass && staff;
    case 'subject':
      return ofClass && (role === 'student' || role === 'class-teacher' || (staff && teaches(person, chat.subject)));
    case 'management_other':
    case 'edu_other':
      return false;
  }
};
