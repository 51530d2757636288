import { z } from 'zod';
import { CHAT_KINDS, type ChatKind } from '../domain/chat.js';
import { CITATION_KEYS } from '../domain/clause.js';
import { ROLES, type Role } from '../domain/person.js';

/** Everything that somebody may or may not do: rows of the matrix (`domain.md` §2). In brackets what a scope has to say. */
export const PERMISSIONS = [
  // What is one's own, and everybody's
  'link-account',
  'read-regulation',
  'read-own-record',
  'own-data', //             export, correct, delete [about]
  'ask-for-help',
  'complain', //             about a message
  'object', //               to a measure [about]
  'hide-own-photo', //       [about]
  'report-hacked',
  // Chats (§2.1)
  'register-chat', //        [chat, class?, subject?, owner?]
  'observe-chat', //         watch only, or act [chat, class?, subject?, owner?]
  'school-structure', //     «Учительская», classes
  'record-basis', //         the school's ground for pupils in this messenger
  // Invites, joining, people (§2.2)
  'invite-staff',
  'invite-student', //       [class, chat, subject?]
  'invite-parent', //        [class]
  'approve-join', //         [chat?, class?]
  'annul-invite', //         [owner]
  'confirm-role', //         the role «учитель» [about]
  'appoint-administrator',
  'appoint-additional',
  'attach-class-teacher',
  'move-people', //          enrol, transfer, leave, substitute [class]
  'import-roster',
  'export-roster',
  'view-people', //          look somebody up [class]
  'settle-person', //        other way of contact, delegate, lost phone, committee [class]
  'see-restriction', //      that a court restricts a parent
  // Order (§2.3)
  'remove-content', //       [chat, class?, subject?, owner?]
  'warn', //                 [chat, class?, subject?, owner?]
  'restrict', //             read-only for a time; confirm, extend or lift it [chat, class?, subject?, owner?, parties]
  'exclude', //              [chat, class?]
  'decide-appeal', //        [chat, class?, subject?, owner?, parties]
  'freeze-account', //       on somebody's report
  'pause-posts', //          all automatic posts stop [class?]
  // Publications (§2.4)
  'publish-school', //       channel «Общешкольный»
  'publish-employees', //    channel «Сотрудники»
  'publish-mass', //         all parents, all pupils
  'publish-class', //        [class, subject? for a teacher of it]
  'publish-subject', //      [class, subject]
  'publish-urgent', //       in spite of quiet hours [class?]
  'decide-publication', //   of somebody's request
  'poll', //                 [chat, class?, subject?, owner?]
  // Meetings (§2.5)
  'meet-staff', //           рабочее совещание
  'meet-council', //         педсовет
  'meet-school-parents',
  'meet-class-parents', //   [class]
  'meet-lesson', //          урок, консультация [class, subject?]
  'meet-event', //           [class, subject?]
  'meet-talk', //            at a parent's wish [class?]
  // Figures, papers, settings (§2.6)
  'figures-school',
  'figures-class', //        [class]
  'names-behind-figures', // who has not joined, not acknowledged [class, subject?] or own [about]
  'see-case', //             a case with its evidence [chat, class?, subject?, owner?, parties] or own [about]
  'see-case-status', //      fact and status, nothing of the contents
  'read-journal', //         all of it, or what is about oneself [about]
  'enact-edition',
  'settings',
  'move-old-chat', //        out of another messenger [class?]
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** Where it is to be done. What a grant depends on and the scope does not say is not granted. */
export interface Scope {
  readonly chat?: ChatKind;
  readonly class?: string;
  readonly subject?: string;
  /** Id of whoever answers for it: registered the chat, issued the invite, wrote the announcement. */
  readonly owner?: string;
  /** Id of the person it is about. */
  readonly about?: string;
  /** Ids of those who are in the conflict: they do not decide it. */
  readonly parties?: readonly string[];
}

/**
 * Whom a cell of the matrix is for: a role; a standing beside it (additional administrator, parents' committee, somebody
 * to whom a parent entrusted the child); the municipal curator; an outsider, who may be somebody that has left;
 * everybody of the school; everybody.
 */
export const HOLDERS = [
  ...ROLES,
  'additional',
  'committee',
  'delegate',
  'curator',
  'outsider',
  'school',
  'everybody',
] as const satisfies readonly (Role | string)[];
export type Holder = (typeof HOLDERS)[number];

/** `confirm`: after a second look; `request`: somebody else does it, if he agrees. */
export const GRANTS = ['yes', 'confirm', 'request'] as const;
export type Grant = (typeof GRANTS)[number];

/**
 * Where a grant holds. `own-chat`: of the own class or subject, and the own circle or project; `within-own`: if a class
 * or subject is said, an own one; `own`: about oneself or one's child; `own-grown`: about oneself from grade 8 on.
 */
export const PLACES = ['own-class', 'own-subject', 'own-chat', 'own-issued', 'own', 'own-grown', 'within-own'] as const;
export type Place = (typeof PLACES)[number];

/** What a grant or a refusal rests on: a citation key, or a clause with its bullet, `3.3-j`. */
const ground = z.union([z.enum(CITATION_KEYS), z.string().regex(/^\d+(?:\.\d+)*(?:-[a-z0-9]+)?$/, 'defect-ground')]);

const grant = z.templateLiteral([z.enum(GRANTS), z.templateLiteral([' ', z.enum(PLACES)]).or(z.literal(''))]);

const apart = (words: z.output<typeof grant>): { readonly grant: Grant; readonly place?: Place } => {
  const [given, place] = words.split(' ');
  return { grant: given as Grant, ...(place === undefined ? {} : { place: place as Place }) };
};

const cell = z.union([
  grant.transform((words): Cell => apart(words)),
  z
    .strictObject({
      grant,
      cites: ground.exactOptional(),
      /** Who gives the second look, or is asked; nobody for one's own second look. */
      by: z.array(z.enum(ROLES)).exactOptional(),
      /** Holds only where these switches of the edition stand so, or name this. */
      when: z.record(z.string(), z.union([z.string(), z.boolean()])).exactOptional(),
    })
    .transform(({ grant: words, ...rest }): Cell => ({ ...apart(words), ...rest })),
]);

export interface Cell {
  readonly grant: Grant;
  readonly place?: Place;
  readonly cites?: string;
  readonly by?: readonly Role[];
  readonly when?: Readonly<Record<string, string | boolean>>;
}

const row = z.strictObject({
  permission: z.union([z.enum(PERMISSIONS).transform((one) => [one]), z.array(z.enum(PERMISSIONS)).min(1)]),
  /** Only in chats of these kinds; in every other the permission has rows of its own, or is granted to nobody. */
  chats: z.array(z.enum(CHAT_KINDS)).min(1).exactOptional(),
  /** Without one the regulation says nothing about it. */
  cites: ground.exactOptional(),
  /** Needs the confirmed role «учитель», of those roles in which the edition asks for it (`confirmedRoles`). */
  confirmed: z.literal(true).exactOptional(),
  /** Not for whoever is in the conflict. */
  impartial: z.literal(true).exactOptional(),
  who: z.partialRecord(z.enum(HOLDERS), z.union([z.array(cell).min(1), cell.transform((one) => [one])])),
});
export type Row = z.output<typeof row>;

const placesOf = ({ permission, chats }: Row): readonly string[] =>
  permission.flatMap((one) => (chats ?? ['']).map((chat) => `${one} ${chat}`.trim()));

/** The permission matrix of a school, `policies/<school>/permissions.yaml`. What it does not grant is refused. */
export const PermissionsFile = z.strictObject({ rows: z.array(row) }).superRefine(({ rows }, context) => {
  const seen = new Set<string>();
  for (const [index, one] of rows.entries())
    for (const place of placesOf(one)) {
      const twice = [...seen].some(
        (other) => `${other} `.startsWith(`${place} `) || `${place} `.startsWith(`${other} `),
      );
      if (twice)
        context.addIssue({
          code: 'custom',
          path: ['rows', index],
          message: 'defect-row-twice',
          params: { clause: place },
        });
      seen.add(place);
    }
});
export type Matrix = z.output<typeof PermissionsFile>;

/** Of a school that has adopted none: closed. */
export const CLOSED: Matrix = { rows: [] };
