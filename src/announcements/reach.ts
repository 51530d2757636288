import type { Audience, Line, Whom } from '../domain/announcement.js';
import type { Chat, ChatKind } from '../domain/chat.js';
import { isOfSchool, type Person, STAFF, TEACHING } from '../domain/person.js';
import type { DialogRef } from '../domain/refs.js';

/** The school as far as it matters for whom an announcement reaches. */
export interface Roll {
  readonly people: readonly Person[];
  readonly chats: readonly Chat[];
  readonly now: number;
}

const restricted = ({ standing }: Person, now: number): boolean =>
  standing?.restricted !== undefined && standing.restricted.since <= now;

/** Classes of the children who are of the school, by parent. */
export const childClasses = (people: readonly Person[], now: number): ((person: Person) => readonly string[]) => {
  const classes = new Map(people.map((one) => [one.id, isOfSchool(one, now) ? one.classes : []]));
  return ({ children }) => [...new Set(children.flatMap((child) => classes.get(child) ?? []))].sort();
};

/** In which classes the audience's words mean somebody; `undefined`: not meant. Staff of no class are meant in none: `[]`. */
const meantIn = (
  person: Person,
  whom: Whom,
  asked: readonly string[],
  ofChildren: readonly string[],
): readonly string[] | undefined => {
  const within = (own: readonly string[]) => (asked.length === 0 ? own : own.filter((name) => asked.includes(name)));
  const some = (own: readonly string[]) => (own.length > 0 ? own : undefined);
  switch (whom) {
    case 'school':
      return [];
    case 'parents':
      return some(within(ofChildren));
    case 'students':
    case 'subject':
      return person.role === 'student' ? some(within(person.classes)) : undefined;
    case 'teachers':
      if (!STAFF.includes(person.role)) return undefined;
      return asked.length > 0 ? some(within(person.classes)) : TEACHING.includes(person.role) ? [] : undefined;
    case 'employees':
      return STAFF.includes(person.role) ? [] : undefined;
  }
};

export interface Meant {
  readonly person: Person;
  /** For whose sake: the classes of the children or of the pupil; none for staff. */
  readonly classes: readonly string[];
}

/**
 * Everybody an audience means, each once, with all classes for whose sake. A parent whom a court restricts is not among them.
 */
export const meant = ({ whom, classes }: Audience, { people, now }: Pick<Roll, 'people' | 'now'>): readonly Meant[] => {
  const ofChildren = childClasses(people, now);
  return people.flatMap((person): readonly Meant[] => {
    if (!isOfSchool(person, now) || restricted(person, now)) return [];
    const children = person.children.length > 0 ? ofChildren(person) : [];
    const found = whom.map((one) => meantIn(person, one, classes, children)).filter((one) => one !== undefined);
    return found.length === 0 ? [] : [{ person, classes: [...new Set(found.flat())].sort() }];
  });
};

const KINDS: Readonly<Record<Whom, ChatKind>> = {
  school: 'channel_school',
  parents: 'class_parents',
  students: 'class_students',
  teachers: 'class_teachers',
  employees: 'channel_employees',
  subject: 'subject',
};

const same = (one: string | undefined, other: string | undefined): boolean =>
  (one ?? '').toLowerCase() === (other ?? '').toLowerCase();

const chatsFor = (whom: Whom, { classes, subject }: Audience, chats: readonly Chat[]): readonly Chat[] => {
  const of = (kind: ChatKind) => chats.filter((chat) => chat.kind === kind);
  switch (whom) {
    case 'school':
      return of('channel_school');
    case 'employees': {
      const channel = of('channel_employees');
      return channel.length > 0 ? channel : of('staff');
    }
    case 'teachers':
      if (classes.length === 0) return of('staff');
      break;
    case 'subject':
      return of('subject').filter((chat) => classes.includes(chat.class ?? '') && same(chat.subject, subject));
    case 'parents':
    case 'students':
      break;
  }
  return of(KINDS[whom]).filter((chat) => classes.length === 0 || classes.includes(chat.class ?? ''));
};

/** Into which chats an announcement goes, and of which classes or kinds there is none. */
export interface Rooms {
  readonly chats: readonly Chat[];
  /** Where the bot only watches: nothing is written there. */
  readonly watched: readonly Chat[];
  readonly missing: readonly { readonly kind: ChatKind; readonly class?: string }[];
}

/** Classes in which the audience means anybody, in order. */
const classesOf = (whom: Whom, audience: Audience, roll: Roll): readonly string[] =>
  [...new Set(meant({ ...audience, whom: [whom] }, roll).flatMap(({ classes }) => classes))].sort((a, b) =>
    a.localeCompare(b, 'ru', { numeric: true }),
  );

/**
 * @param channel whether what is for all parents goes into the school's channel too
 */
export const roomsOf = (audience: Audience, roll: Roll, channel: boolean): Rooms => {
  const { whom, classes, by } = audience;
  if (by === 'dialogs') return { chats: [], watched: [], missing: [] };
  const found = whom.flatMap((one) => chatsFor(one, audience, roll.chats));
  const wide = channel && classes.length === 0 && whom.some((one) => one === 'parents');
  const all = [...new Set([...found, ...(wide ? chatsFor('school', audience, roll.chats) : [])])];
  const missing = whom.flatMap((one) => {
    const kind = one === 'teachers' && classes.length === 0 ? 'staff' : KINDS[one];
    const rooms = chatsFor(one, audience, roll.chats);
    if (one === 'school' || one === 'employees' || kind === 'staff') return rooms.length > 0 ? [] : [{ kind }];
    const wanted = classes.length > 0 ? classes : classesOf(one, audience, roll);
    return wanted.filter((name) => !rooms.some((chat) => chat.class === name)).map((name) => ({ kind, class: name }));
  });
  return {
    chats: all.filter(({ mode }) => mode === 'act'),
    watched: all.filter(({ mode }) => mode === 'observe'),
    missing,
  };
};

/** How somebody can be written to. */
export interface Contact {
  readonly linked: boolean;
  /** Absent: nobody to write to, or the person has closed the dialog. */
  readonly dialog?: DialogRef;
}

const covers = (chat: Chat, { person, classes }: Meant, whom: readonly Whom[]): boolean => {
  switch (chat.kind) {
    case 'channel_school':
      return true;
    case 'channel_employees':
    case 'staff':
      return STAFF.includes(person.role);
    default:
      return chat.class !== undefined && classes.includes(chat.class) && whom.some((one) => KINDS[one] === chat.kind);
  }
};

const lineOf = (one: Meant, contact: Contact, { whom, by }: Audience, chats: readonly Chat[]): Line => {
  if (one.person.standing?.otherWay) return { state: 'other-way' };
  if (by !== 'chats' && contact.dialog) return { state: 'planned', place: contact.dialog };
  if (!contact.linked) return { state: 'unreached', why: 'not-linked' };
  if (by !== 'dialogs' && chats.some((chat) => covers(chat, one, whom))) return { state: 'in-chat' };
  return { state: 'unreached', why: by === 'chats' ? 'no-chat' : 'closed' };
};

/**
 * The frozen list: a line a chat and a line a person, by chat ref and by id. A channel that all read has no lines of people
 * unless somebody is to acknowledge.
 */
export const linesOf = (
  audience: Audience,
  chats: readonly Chat[],
  people: readonly (Meant & { readonly contact: Contact })[],
): Readonly<Record<string, Line>> =>
  Object.fromEntries([
    ...chats.map(({ ref }) => [ref, { state: 'planned', place: ref } satisfies Line] as const),
    ...people.map((one) => [one.person.id, lineOf(one, one.contact, audience, chats)] as const),
  ]);
