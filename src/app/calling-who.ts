import type { Chat } from '../domain/chat.js';
import type { Danger } from '../domain/emergency.js';
import { isOfSchool, type Person, type Role } from '../domain/person.js';
import { standingFor } from '../regulation/permissions-hats.js';
import type { Known } from './known.js';
import { responsibleFor } from './membership-cards.js';
import { dialogsOf, type Reached } from './people-who.js';

/** Whom it is about, and where. */
export interface About {
  readonly danger: Danger;
  readonly chat?: Chat | undefined;
  /** The author, as far as the roster knows; is never called. */
  readonly person?: Person | undefined;
  /** Pupils named in it. */
  readonly named: readonly Person[];
}

/** Besides the class teachers. */
const FIRST: Readonly<Record<Danger, readonly Role[]>> = {
  'self-harm': ['psychologist', 'deputy'],
  threat: ['deputy'],
  alone: ['deputy'],
  sexual: ['deputy'],
  extremism: ['deputy'],
  drugs: ['administrator'],
};
/** When nobody has taken it, or nobody of the first can be reached. */
const WIDER: readonly Role[] = ['deputy', 'director', 'administrator'];

/** Classes whose teachers must know: the author's, else the chat's, and those of the pupils that are named. */
const classesOf = ({ chat, person, named }: About): readonly string[] => {
  const own = person?.role === 'student' ? person.classes : [];
  const here = own.length === 0 && chat?.class !== undefined ? [chat.class] : [];
  return [...new Set([...own, ...here, ...named.flatMap(({ classes }) => classes)])];
};

const unique = (people: readonly (Person | undefined)[], but: string | undefined): readonly Person[] => {
  const found = people.filter((one): one is Person => one !== undefined && one.id !== but);
  return found.filter(({ id }, at) => found.findIndex((other) => other.id === id) === at);
};

const inOrder = async (about: About, wide: boolean, known: Known): Promise<readonly Person[]> => {
  const all = (await known.people.all()).filter((one) => isOfSchool(one, known.now));
  const teachers = classesOf(about).map((one) => standingFor(all, 'class-teacher', one, known.now));
  const owner = teachers.length === 0 && about.chat ? [await responsibleFor(about.chat, known)] : [];
  const withRole = (roles: readonly Role[]) => roles.flatMap((role) => all.filter((one) => one.role === role));
  const others = [...withRole(FIRST[about.danger]), ...(wide ? withRole(WIDER) : [])];
  return unique([...teachers, ...owner, ...others], about.person?.id);
};

/** Who is called, as far as they can be reached; nobody of them: the administration is. `domain.md` §0a.2, §3.3. */
export const whoIsCalled = async (about: About, wide: boolean, known: Known): Promise<readonly Reached[]> => {
  const first = await dialogsOf(await inOrder(about, wide, known), known);
  return first.length > 0 || wide ? first : dialogsOf(await inOrder(about, true, known), known);
};
