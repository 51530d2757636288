import { z } from 'zod';
import { ROLES } from '../domain/person.js';

const roles = z.array(z.enum(ROLES));
const yesOrNo = z.boolean('defect-boolean');

/** Switches in which schools differ; an edition names those in which it departs from the usual. */
export const switches = z
  .strictObject({
    /** Who may ask for a publication in the school's channel. */
    channelRequests: z.enum(['admin+teachers', 'admin-only']).default('admin+teachers'),
    parentInviters: roles.default(['class-teacher', 'director', 'deputy', 'administrator']),
    studentInviters: roles.default(['class-teacher', 'teacher', 'administrator']),
    /** The platform's administrator is one of the teachers. */
    adminMustBeTeacher: yesOrNo.default(true),
    /** Additional administrators may be appointed, from joined teachers only. */
    additionalAdmins: yesOrNo.default(true),
    /** Requests to join wait for a person's decision. */
    joinRequests: yesOrNo.default(true),
    /** Whose platform role «учитель» must be confirmed before they may invite and make chats. */
    confirmedRoles: roles.default(['class-teacher', 'teacher']),
    /** Who keeps order in the chat of a subject, and in chats of the management. */
    subjectModerator: z.enum(['creator', 'class-teacher']).default('creator'),
    managementModerator: z.enum(['administration', 'creator']).default('administration'),
    /** Old chats are moved from other messengers. */
    migration: yesOrNo.default(false),
    statsRecipients: roles.default(['director', 'deputy']),
    /** The director may publish without the administrator's hand; the administrator gets a copy. */
    directorPublishes: yesOrNo.default(true),
    /** Who may call a parents' meeting of a class. */
    classMeetings: roles.default(['class-teacher']),
    /** How the list of chats is called: what must be, or what is advised. */
    chatPlan: z.enum(['required', 'recommended']).default('recommended'),
    /** An edition is in force from its order's signature; a later date is refused. */
    inForceFromOrder: yesOrNo.default(false),
    /** What an edition needs besides the date from which it is in force. */
    editionNeeds: z.array(z.enum(['accepted', 'agreed', 'order'])).default(['accepted', 'order']),
  })
  .prefault({});
export type Switches = z.output<typeof switches>;
