import { z } from 'zod';
import type { ChatRef } from './refs.js';

/** Roles of the regulation (`domain.md` §2). The messenger's own role is not one of them. */
export const ROLES = [
  'director',
  'deputy',
  'administrator',
  'class-teacher',
  'teacher',
  'psychologist',
  'student',
  'parent',
] as const;
export type Role = (typeof ROLES)[number];

export const STAFF: readonly Role[] = [
  'director',
  'deputy',
  'administrator',
  'class-teacher',
  'teacher',
  'psychologist',
];

/** Those who teach and bring up: педагогические работники. */
export const TEACHING: readonly Role[] = ['class-teacher', 'teacher', 'psychologist'];

const Act = z.string();
const Moment = z.number();
const Chat = z.custom<ChatRef>((value) => typeof value === 'string' && value.includes(':chat:'));

/** What the school has settled about a person and the roster's file does not hold. An import leaves it alone. */
export const StandingRecord = z.object({
  /** When the administrator confirmed the role «учитель». */
  confirmed: Moment.exactOptional(),
  /** No longer of the school: may nothing, belongs nowhere, is forgotten at `purge`. */
  left: z.object({ at: Moment, act: Act, purge: Moment }).exactOptional(),
  /** Reached another way («бумажный дневник»): no invites, no reminders. */
  otherWay: z.object({ at: Moment, how: z.string() }).exactOptional(),
  /** Additional administrator: appointed by this person, from and until. */
  additional: z.object({ by: z.string(), since: Moment, until: Moment.exactOptional() }).exactOptional(),
  /** Stands in for the class teacher of these classes. */
  substitutes: z
    .array(z.object({ class: z.string(), since: Moment, until: Moment.exactOptional(), act: Act }))
    .exactOptional(),
  /** Classes whose parents' committee this parent is of: proposes, a teacher approves. */
  committee: z.array(z.string()).exactOptional(),
  /** Not a legal representative: somebody to whom one entrusted the child until then. */
  delegate: z.object({ by: z.string(), until: Moment }).exactOptional(),
  /** Chats out of which the administration has decided to take them. */
  excluded: z.array(Chat).exactOptional(),
  /** A court restricts this parent. Only the administrator sees it. */
  restricted: z.object({ since: Moment, act: Act }).exactOptional(),
});
export type Standing = z.output<typeof StandingRecord>;

/** A line of the roster, as it is stored. */
export const RosterRow = z.object({
  id: z.string(),
  role: z.enum(ROLES),
  surname: z.string(),
  name: z.string(),
  patronymic: z.string(),
  classes: z.array(z.string()),
  subject: z.string(),
  children: z.array(z.string()),
  basis: z.string(),
}) satisfies z.ZodType<Person>;

/** Somebody of the roster. */
export interface Person {
  /** The `id` column of the roster: the school's own pseudonym. */
  readonly id: string;
  readonly role: Role;
  readonly surname: string;
  readonly name: string;
  readonly patronymic: string;
  /** «5А». For a class teacher and a student the own class; for a teacher those taught. */
  readonly classes: readonly string[];
  readonly subject: string;
  /** Ids of a parent's children. */
  readonly children: readonly string[];
  /** The order that grounds a right. */
  readonly basis: string;
  /** Kept apart from the roster; absent when nothing was settled. */
  readonly standing?: Standing;
}

/** Whether what is about this person is about oneself, or about one's own child: then others decide. */
export const isNear = ({ id, children }: Pick<Person, 'id' | 'children'>, about: string | undefined): boolean =>
  about !== undefined && (id === about || children.includes(about));

/** Of the school at this moment, and not only remembered. */
export const isOfSchool = ({ standing }: Person, now: number): boolean =>
  (standing?.left === undefined || standing.left.at > now) &&
  (standing?.delegate === undefined || standing.delegate.until > now);
