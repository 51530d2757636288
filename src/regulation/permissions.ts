import type { ChatKind } from '../domain/chat.js';

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
