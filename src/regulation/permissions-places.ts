import type { Person } from '../domain/person.js';
import type { Place, Scope } from './permissions.js';
import { actsForChildren, type Hat } from './permissions-hats.js';

/** In what a place is not one's own. */
export type Missed = 'class' | 'subject' | 'chat' | 'issued' | 'own';

/** The youngest grade in which pupils dispose of their data themselves. */
const GROWN = 8;

interface At {
  readonly hat: Hat;
  readonly person: Person | undefined;
  readonly scope: Scope;
  readonly now: number;
}

const teaches = ({ subject }: Person, wanted: string): boolean =>
  subject
    .toLowerCase()
    .split(/[,;/]/)
    .some((one) => one.trim() === wanted.trim().toLowerCase());

const ownClass = ({ hat, scope }: At): Missed | undefined =>
  scope.class !== undefined && hat.classes.includes(scope.class) ? undefined : 'class';

const ownSubject = (at: At): Missed | undefined => {
  const { person, scope } = at;
  if (scope.subject === undefined) return ownClass(at) ?? 'subject';
  return ownClass(at) ?? (person && teaches(person, scope.subject) ? undefined : 'subject');
};

const withinOwn = (at: At): Missed | undefined => {
  if (at.scope.subject !== undefined) return ownSubject(at);
  return at.scope.class === undefined ? undefined : ownClass(at);
};

/** A class has its teacher whoever registered the chat; any other chat is its maker's. */
const ownChat = (at: At): Missed | undefined => {
  switch (at.scope.chat) {
    case 'class_students':
    case 'class_parents':
    case 'class_teachers':
      return at.hat.holder === 'class-teacher' ? ownClass(at) : 'chat';
    case 'subject':
      return ownSubject(at);
    default:
      return at.person && at.scope.owner === at.person.id ? undefined : 'chat';
  }
};

const own = ({ person, scope: { about }, now }: At): Missed | undefined => {
  if (person === undefined || about === undefined) return 'own';
  const whose = actsForChildren(person, now) ? [person.id, ...person.children] : [person.id];
  return whose.includes(about) ? undefined : 'own';
};

const grown = ({ person, scope: { about } }: At): Missed | undefined =>
  person && about === person.id && person.classes.some((one) => Number.parseInt(one, 10) >= GROWN) ? undefined : 'own';

const CHECKS: Readonly<Record<Place, (at: At) => Missed | undefined>> = {
  'own-class': ownClass,
  'own-subject': ownSubject,
  'own-chat': ownChat,
  'own-issued': ({ person, scope }) => (person && scope.owner === person.id ? undefined : 'issued'),
  own,
  'own-grown': grown,
  'within-own': withinOwn,
};

/** In what this place is not one's own; nothing when it is. */
export const missedAt = (place: Place, at: At): Missed | undefined => CHECKS[place](at);

/** Whether somebody has any such place at all. */
export const hasPlace = (place: Place, { hat, person }: Pick<At, 'hat' | 'person'>): boolean => {
  switch (place) {
    case 'own-class':
      return hat.classes.length > 0;
    case 'own-subject':
      return hat.classes.length > 0 && person !== undefined && person.subject !== '';
    case 'own-grown':
      return hat.classes.some((one) => Number.parseInt(one, 10) >= GROWN);
    default:
      return person !== undefined;
  }
};
