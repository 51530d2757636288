import { CHAT_KINDS, type Chat } from '../domain/chat.js';
import { isOfSchool, type Person, STAFF } from '../domain/person.js';

/**
 * Whether a chat is for a person (`src/membership/belongs.ts`).
 * @param classes the person's own or taught classes, or those of a parent's children
 */
export type Belongs = (person: Person, classes: readonly string[], chat: Chat, now: number) => boolean;

/** The school's people as they are, or as they will be. */
export type Everybody = ReadonlyMap<string, Person>;

export const everybody = (people: readonly Person[]): Everybody => new Map(people.map((person) => [person.id, person]));

/** Children who are of the school. */
export const childrenOf = ({ children }: Person, all: Everybody, at: number): readonly Person[] =>
  children.flatMap((id) => {
    const child = all.get(id);
    return child && isOfSchool(child, at) ? [child] : [];
  });

/** Classes where somebody stands in for the class teacher at that moment. */
export const ledBy = (person: Person, at: number): readonly string[] => [
  ...(person.role === 'class-teacher' ? person.classes : []),
  ...(person.standing?.substitutes ?? [])
    .filter(({ since, until }) => since <= at && (until === undefined || until > at))
    .map((one) => one.class),
];

interface Guise {
  readonly person: Person;
  readonly classes: readonly string[];
}

/** One person may be several: a teacher whose child learns here is a parent in the parents' chat; a stand-in leads a class. */
const guises = (person: Person, all: Everybody, at: number): readonly Guise[] => {
  const classes = childrenOf(person, all, at).flatMap((child) => child.classes);
  if (person.role === 'parent') return [{ person, classes }];
  const parent: Guise = { person: { ...person, role: 'parent' }, classes };
  const leader: Guise = { person: { ...person, role: 'class-teacher' }, classes: ledBy(person, at) };
  const own: Guise = { person, classes: person.classes };
  if (!STAFF.includes(person.role)) return [own];
  return [own, ...(leader.classes.length > 0 ? [leader] : []), ...(classes.length > 0 ? [parent] : [])];
};

const byKind = (one: Chat, other: Chat): number => CHAT_KINDS.indexOf(one.kind) - CHAT_KINDS.indexOf(other.kind);

/** The registered chats that are for this person at that moment: of the class first, then by subject. */
export const chatsFor = (
  person: Person,
  all: Everybody,
  { chats, belongs, at }: { readonly chats: readonly Chat[]; readonly belongs: Belongs; readonly at: number },
): readonly Chat[] => {
  if (!isOfSchool(person, at)) return [];
  const roles = guises(person, all, at);
  return chats.filter((chat) => roles.some((one) => belongs(one.person, one.classes, chat, at))).sort(byKind);
};
