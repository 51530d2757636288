import type { Chat } from '../../domain/chat.js';
import type { Person } from '../../domain/person.js';
import { isOfSchool } from '../../domain/person.js';
import { type Text, text } from '../../domain/text.js';
import { editionAt } from '../../regulation/cite.js';
import type { Switches } from '../../regulation/switches.js';
import type { Known } from '../known.js';

/** A chat that the school should have. */
export type PlannedChat = Pick<Chat, 'kind' | 'class' | 'subject'>;

export interface ChatPlan {
  /** How the regulation calls the first list. */
  readonly called: Switches['chatPlan'];
  readonly classes: readonly string[];
  readonly required: readonly PlannedChat[];
  readonly optional: readonly PlannedChat[];
}

const byNumber = (one: string, other: string): number =>
  Number.parseInt(one, 10) - Number.parseInt(other, 10) || one.localeCompare(other, 'ru');

const subjectsOf = ({ subject }: Person): readonly string[] =>
  subject
    .split(/[,;/]/u)
    .map((one) => one.trim())
    .filter(Boolean);

/** Chats of a subject are those of teachers, in the classes they teach; a class teacher has the class's own. */
const ofSubjects = (people: readonly Person[], classes: readonly string[]): readonly PlannedChat[] => {
  const teachers = people.filter(({ role }) => role === 'teacher');
  const pairs = classes.flatMap((one) =>
    teachers.flatMap((teacher) =>
      teacher.classes.includes(one) ? subjectsOf(teacher).map((subject) => `${one} ${subject}`) : [],
    ),
  );
  return [...new Set(pairs)].map((pair) => {
    const [ofClass = '', ...subject] = pair.split(' ');
    return { kind: 'subject', class: ofClass, subject: subject.join(' ') };
  });
};

/** The chats of these people and classes. */
export const chatsFor = (
  people: readonly Person[],
  classes: readonly string[],
): Pick<ChatPlan, 'required' | 'optional'> => {
  const sorted = [...classes].sort(byNumber);
  return {
    required: [
      { kind: 'leadership' },
      { kind: 'staff' },
      ...sorted.flatMap((one): readonly PlannedChat[] => [
        { kind: 'class_students', class: one },
        { kind: 'class_parents', class: one },
      ]),
    ],
    optional: [
      ...sorted.map((one): PlannedChat => ({ kind: 'class_teachers', class: one })),
      ...ofSubjects(people, sorted),
    ],
  };
};

const here = async ({ people, now }: Pick<Known, 'people' | 'now'>): Promise<readonly Person[]> =>
  (await people.all()).filter((one) => isOfSchool(one, now));

const switchesAt = ({ policy, now }: Pick<Known, 'policy' | 'now'>): Switches | undefined =>
  editionAt(policy, now)?.switches;

/** The school's plan of chats, by its list and its classes. */
export const chatPlan = async (known: Pick<Known, 'people' | 'policy' | 'now'>): Promise<ChatPlan> => {
  const [people, approved] = await Promise.all([here(known), known.people.classes()]);
  const led = people.flatMap(({ role, classes }) => (role === 'class-teacher' ? classes : []));
  const classes = approved.length > 0 ? approved : [...new Set(led)];
  return {
    called: switchesAt(known)?.chatPlan ?? 'recommended',
    classes: [...classes].sort(byNumber),
    ...chatsFor(people, classes),
  };
};

/**
 * Whose role «учитель» nobody has confirmed yet, of those whom the edition means. Where it means the administration, the
 * administrator, who is one of the teachers, is of it too.
 */
export const unconfirmed = async (known: Pick<Known, 'people' | 'policy' | 'now'>): Promise<readonly Person[]> => {
  const roles = switchesAt(known)?.confirmedRoles ?? [];
  const all = roles.includes('deputy') ? [...roles, 'administrator' as const] : roles;
  return (await here(known)).filter(({ role, standing }) => all.includes(role) && standing?.confirmed === undefined);
};

const same = (one: PlannedChat, other: PlannedChat): boolean =>
  one.kind === other.kind && one.class === other.class && one.subject?.toLowerCase() === other.subject?.toLowerCase();

export const nameOf = ({ kind, class: ofClass = '', subject = '' }: PlannedChat): Text =>
  text('setup-chat', { kind, class: ofClass, subject });

/** Each planned chat with whether it is registered. */
export const planned = (plan: readonly PlannedChat[], registered: readonly Chat[]): readonly Text[] =>
  plan.map((one) => {
    const there = registered.some((chat) => same(one, chat));
    return text('setup-chat-line', { chat: nameOf(one), there: there ? 'yes' : 'no' });
  });
