import { CHAT_KINDS, type Chat } from '../domain/chat.js';
import { isOfSchool, type Person, type Role } from '../domain/person.js';

/** As who a person is in a chat that is for them, by the roster: `roleIn` of the room of memberships. */
export type RoleIn = (
  person: Person,
  chat: Chat,
  ties: {
    /** Classes of the children who are of the school. */
    readonly childClasses: readonly string[];
    readonly invited: boolean;
    readonly now: number;
  },
) => Role | undefined;

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

const byKind = (one: Chat, other: Chat): number => CHAT_KINDS.indexOf(one.kind) - CHAT_KINDS.indexOf(other.kind);

/** The registered chats that are for this person at that moment: of the class first, then by subject. */
export const chatsFor = (
  person: Person,
  all: Everybody,
  { chats, roleIn, at }: { readonly chats: readonly Chat[]; readonly roleIn: RoleIn; readonly at: number },
): readonly Chat[] => {
  const childClasses = childrenOf(person, all, at).flatMap(({ classes }) => classes);
  const ties = { childClasses, invited: false, now: at };
  return chats.filter((chat) => roleIn(person, chat, ties) !== undefined).sort(byKind);
};
