import type { Chat } from '../domain/chat.js';
import { type Person, STAFF } from '../domain/person.js';

/**
 * Whether this person is one of those a chat is for.
 * @param classes the person's own or taught classes, or those of a parent's children
 */
export const belongs = (person: Person, classes: readonly string[], chat: Chat): boolean => {
  const ofClass = chat.class !== undefined && classes.includes(chat.class);
  const staff = STAFF.includes(person.role);
  switch (chat.kind) {
    case 'leadership':
      return person.role === 'director' || person.role === 'deputy';
    case 'staff':
    case 'channel_employees':
      return staff;
    case 'channel_school':
      return true;
    case 'class_students':
      return ofClass && (person.role === 'student' || person.role === 'class-teacher');
    case 'class_parents':
      return ofClass && (person.role === 'parent' || person.role === 'class-teacher');
    case 'class_teachers':
      return ofClass && staff;
    case 'subject':
      return ofClass && (staff || person.role === 'student');
    case 'management_other':
    case 'edu_other':
      return false;
  }
};
