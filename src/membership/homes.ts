import type { Target } from '../domain/invite.js';
import { type Person, type Role, STAFF } from '../domain/person.js';

/** Who is in a chat of a class by somebody's decision, not by the roster. */
export const BY_DECISION: readonly Role[] = ['director', 'deputy', 'psychologist'];

/** Where somebody is invited who was named alone: into the chat of the own class, for a parent of the children's. */
export const homesOf = ({ role, classes }: Person, childClasses: readonly string[]): readonly Target[] => {
  if (STAFF.includes(role)) return [{ kind: 'staff' }];
  const kind = role === 'parent' ? 'class_parents' : 'class_students';
  const own = role === 'parent' ? childClasses : classes;
  return [...new Set(own)].map((one) => ({ kind, class: one }));
};
