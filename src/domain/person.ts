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
}
