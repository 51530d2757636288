import type { Chat } from '../domain/chat.js';
import { isOfSchool, type Person, type Standing } from '../domain/person.js';
import type { PromotionWish } from '../domain/promotion.js';
import { DAY } from '../domain/time.js';
import { beginningOf, dayOf, printDay } from './movement.js';
import { childrenOf, type Everybody, everybody } from './movement-chats.js';
import { PROVISIONAL } from './provisional.js';

export interface PromotionInput {
  readonly wish: PromotionWish;
  readonly people: readonly Person[];
  /** The registered chats. */
  readonly chats: readonly Chat[];
  /** The approved list of classes; none: those that somebody is in. */
  readonly approved: readonly string[];
  /** Classes that were promoted this year already, by what they became. */
  readonly done: ReadonlySet<string>;
  readonly now: number;
  readonly zone: string;
}

/** What a promotion comes to, before anything is done. */
export interface PromotionPlan {
  /** From which class to which, in order; null: its pupils leave the school. */
  readonly classes: readonly (readonly [string, string | null])[];
  readonly people: readonly { readonly before: Person; readonly after: Person }[];
  readonly chats: readonly { readonly before: Chat; readonly after: Chat | undefined }[];
  /** The list of classes afterwards; empty where none is approved. */
  readonly approved: readonly string[];
  readonly count: {
    readonly pupils: number;
    readonly leavers: number;
    /** Parents who leave with them: no other child of theirs is in the school. */
    readonly parents: number;
    readonly leaders: number;
    /** Class teachers whose class has left. */
    readonly freed: number;
    readonly moved: number;
    readonly ended: number;
  };
  /** Last moment of remembering those who leave. */
  readonly purge: number;
}

export type PromotionPlanned =
  | { readonly ok: true; readonly plan: PromotionPlan }
  /** Whether the pupils of this grade leave has to be said. */
  | { readonly ok: false; readonly ask: number; readonly classes: readonly string[] }
  | { readonly ok: false; readonly why: 'unknown' | 'taken' | 'nothing'; readonly class: string; readonly to: string };

/** Grades after which a school may end; after the last there is nothing. */
const BASIC = 9;
const PRIMARY = 4;
const LAST = 11;
/** What is remembered of somebody who has left is kept so many days. */
const REMEMBERED = 30 * DAY;

export const gradeOf = (name: string): number => Number.parseInt(name, 10);
const letterOf = (name: string): string => name.replace(/^\d+/u, '');

/** By grade, then by letter. */
export const byGrade = (one: string, other: string): number =>
  gradeOf(one) - gradeOf(other) || letterOf(one).localeCompare(letterOf(other), 'ru');

const classesOf = ({ people, chats, approved, now }: PromotionInput): readonly string[] => {
  const taught = people.filter((one) => isOfSchool(one, now)).flatMap(({ classes }) => classes);
  const named = chats.flatMap((chat) => chat.class ?? []);
  return [...new Set([...approved, ...taught, ...named])].filter((name) => gradeOf(name) > 0).toSorted(byGrade);
};

/** The grade of which it has to be said whether its pupils leave. */
const doubtful = (sources: readonly string[], existing: readonly string[]): number | undefined => {
  const top = Math.max(0, ...existing.map(gradeOf));
  const grades = new Set(sources.map(gradeOf));
  if (grades.has(BASIC)) return BASIC;
  return top === PRIMARY && grades.has(PRIMARY) ? PRIMARY : undefined;
};

export type Become = ReadonlyMap<string, string | null>;

const through = (names: readonly string[], become: Become): readonly string[] => [
  ...new Set(names.flatMap((name) => (become.has(name) ? (become.get(name) ?? []) : name))),
];

const settled = (person: Person, standing: Standing): Person => {
  const { standing: _, ...row } = person;
  return Object.keys(standing).length > 0 ? { ...row, standing } : row;
};

/** What was settled of somebody's classes goes with the classes. */
export const standingOn = ({ substitutes, committee, ...rest }: Standing, become: Become): Standing => {
  const stands = substitutes?.flatMap((one) => through([one.class], become).map((name) => ({ ...one, class: name })));
  const sits = committee && [...through(committee, become)];
  return {
    ...rest,
    ...(stands && stands.length > 0 ? { substitutes: stands } : {}),
    ...(sits && sits.length > 0 ? { committee: sits } : {}),
  };
};

/** A row of the list one year on. A class teacher goes with the class; whose class has left teaches without one. */
export const rowOn = ({ role, classes: from }: Pick<Person, 'role' | 'classes'>, become: Become) => {
  const classes = through(from, become);
  const freed = role === 'class-teacher' && from.length > 0 && classes.length === 0;
  return { classes, role: freed ? ('teacher' as const) : role };
};

/** Somebody of the school, one year on. */
const older = (person: Person, become: Become): Person => ({
  ...settled(person, standingOn(person.standing ?? {}, become)),
  ...rowOn(person, become),
});

const gone = (person: Person, act: string, at: number, purge: number): Person =>
  settled(person, { ...person.standing, left: { at, act, purge } });

const same = (one: Person, other: Person): boolean => JSON.stringify(one) === JSON.stringify(other);

const promoted = (
  { people, now, wish }: PromotionInput,
  become: Become,
  purge: number,
): readonly { readonly before: Person; readonly after: Person }[] => {
  const act = `приказ ${wish.order.number} от ${printDay(wish.order.date)}`;
  const before: Everybody = everybody(people);
  const here = people.filter((one) => isOfSchool(one, now) && one.id !== PROVISIONAL.id);
  const leaves = (one: Person): boolean =>
    one.role === 'student' && one.classes.some((name) => become.get(name) === null);
  const first = here.map((one) => ({
    before: one,
    after: leaves(one) ? gone(one, act, now, purge) : older(one, become),
  }));
  const after = new Map([...before, ...first.map((one) => [one.after.id, one.after] as const)]);
  const lastChild = (one: Person): boolean =>
    one.role === 'parent' &&
    one.children.some((id) => after.get(id)?.standing?.left?.at === now) &&
    childrenOf(one, after, now).length === 0;
  return first
    .map((one) => (lastChild(one.before) ? { before: one.before, after: gone(one.before, act, now, purge) } : one))
    .filter((one) => !same(one.before, one.after));
};

/** One year on for these classes: pupils, class teachers and teachers, what is settled of them, chats, the list of classes. */
export const planPromotion = (input: PromotionInput): PromotionPlanned => {
  const { wish, approved, done, chats, now, zone } = input;
  const existing = classesOf(input);
  const sources = (wish.classes ?? existing).filter((name) => !done.has(name)).toSorted(byGrade);
  const unknown = sources.find((name) => !existing.includes(name));
  if (unknown !== undefined) return { ok: false, why: 'unknown', class: unknown, to: '' };
  const [first] = sources;
  if (first === undefined) return { ok: false, why: 'nothing', class: wish.classes?.[0] ?? '', to: '' };
  const grade = doubtful(sources, existing);
  if (grade !== undefined && wish.ends === undefined)
    return { ok: false, ask: grade, classes: sources.filter((name) => gradeOf(name) === grade) };
  const last = Math.max(LAST, ...existing.map(gradeOf));
  const ends = (name: string): boolean => gradeOf(name) === last || gradeOf(name) === wish.ends;
  const classes = sources.map((name) => [name, ends(name) ? null : `${gradeOf(name) + 1}${letterOf(name)}`] as const);
  const become: Become = new Map(classes);
  const taken = classes.find(([, to]) => to !== null && existing.includes(to) && !become.has(to));
  if (taken) return { ok: false, why: 'taken', class: taken[0], to: taken[1] ?? '' };

  const purge = beginningOf(dayOf(now + REMEMBERED, zone), zone);
  const people = promoted(input, become, purge);
  const left = people.filter(({ after }) => after.standing?.left?.at === now);
  const moved = chats.flatMap((before) => {
    if (before.class === undefined || !become.has(before.class)) return [];
    const to = become.get(before.class);
    return [{ before, after: to ? { ...before, class: to } : undefined }];
  });
  const led = people.filter(({ before }) => before.role === 'class-teacher');
  const ofRole = (role: Person['role']) => left.filter(({ before }) => before.role === role).length;
  return {
    ok: true,
    plan: {
      classes,
      people,
      chats: moved,
      approved: through(approved, become).toSorted(byGrade),
      purge,
      count: {
        pupils: people.filter(
          ({ before, after }) => before.role === 'student' && !left.some((one) => one.after === after),
        ).length,
        leavers: ofRole('student'),
        parents: ofRole('parent'),
        leaders: led.filter(({ after }) => after.role === 'class-teacher').length,
        freed: led.filter(({ after }) => after.role !== 'class-teacher').length,
        moved: moved.filter(({ after }) => after !== undefined).length,
        ended: moved.filter(({ after }) => after === undefined).length,
      },
    },
  };
};
