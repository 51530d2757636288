import { z } from 'zod';
import { ROLES } from './person.js';
import type { ChatRef, PlaceRef } from './refs.js';

/** Whom words of an announcement name. `school`: everybody, by the school's channel. */
export const WHOMS = ['school', 'parents', 'students', 'teachers', 'employees', 'subject'] as const;
export type Whom = (typeof WHOMS)[number];

/** For whom an announcement is, and which way it goes. */
export const AudienceRecord = z.object({
  whom: z.array(z.enum(WHOMS)).min(1),
  /** Empty: all of the school. */
  classes: z.array(z.string()),
  /** Of `subject`. */
  subject: z.string().exactOptional(),
  by: z.enum(['chats', 'dialogs', 'both']),
});
export type Audience = z.output<typeof AudienceRecord>;

/** Days of the week from Sunday, 0…6, and the time of the school's zone, `08:00`. */
export const EveryRecord = z.object({ days: z.array(z.int().min(0).max(6)).min(1), time: z.string() });
export type Every = z.output<typeof EveryRecord>;

const Moment = z.number();
const Place = z.custom<PlaceRef>((value) => typeof value === 'string' && value.includes(':'));

/** What somebody wants to publish. */
export const DraftRecord = z.object({
  audience: AudienceRecord,
  words: z.string().max(3_500),
  /** Asks to acknowledge until then. */
  acknowledge: Moment.exactOptional(),
  /** To be published then; absent: at once. */
  at: Moment.exactOptional(),
  /** Of no use afterwards. */
  valid: Moment.exactOptional(),
  every: EveryRecord.exactOptional(),
  /** In spite of quiet hours and pauses. */
  urgent: z.object({ reason: z.string() }).exactOptional(),
  /** A file that was brought, by its name in `enclosure`. */
  file: z.object({ id: z.string(), name: z.string() }).exactOptional(),
  /** It is one of the school's documents, named so. */
  document: z.string().exactOptional(),
});
export type Draft = z.output<typeof DraftRecord>;

/**
 * `asked`: somebody who may is asked to publish it; `returned`: with a remark; `waits`: for its time; `sending`: copies are
 * on their way; `sent`: all have ended; `withdrawn`: taken back; `dropped`: nobody wants it any more.
 */
export const ANNOUNCEMENT_STATES = ['asked', 'returned', 'waits', 'sending', 'sent', 'withdrawn', 'dropped'] as const;

export const AnnouncementRecord = DraftRecord.extend({
  state: z.enum(ANNOUNCEMENT_STATES),
  /** What the school calls it by; of a request the number of the request. */
  number: z.int().min(1),
  /** From 1; an essential change makes the next. */
  version: z.int().min(1),
  /** Whose words these are. */
  author: z.string(),
  /** Misprints mended in this version. */
  mended: z.int().exactOptional(),
  /** Who published somebody else's words. */
  publisher: z.string().exactOptional(),
  created: Moment,
  published: Moment.exactOptional(),
  /** Of this version. */
  changed: Moment.exactOptional(),
  /** So many records `recipients`. */
  chunks: z.int().min(0),
  /** Reminders sent. */
  reminded: z.int().min(0).max(2),
  /** The last of them. */
  remindedAt: Moment.exactOptional(),
  /** When the deadline was told of. */
  closed: Moment.exactOptional(),
  /** It goes into the school’s channel too. */
  channel: z.boolean(),
  /** How far it had come when it was last looked at; whether the messenger makes it wait, or has made it. */
  progress: z
    .object({
      ended: z.int(),
      at: Moment,
      stalled: z.boolean(),
      waited: z.boolean().exactOptional(),
      /** Where copies that go once more began; absent: with the first of this version. */
      from: z.object({ ended: z.int(), at: Moment }).exactOptional(),
    })
    .exactOptional(),
  /** The message in which whoever published it sees that. */
  shown: z.object({ place: Place, id: z.string() }).exactOptional(),
  /** By messenger, its names of the file that goes with the words; none: it did not take it, and a button brings it. */
  attached: z.record(z.string(), z.array(z.string())).exactOptional(),
  /** Whoever published it knows that the file does not go with the words everywhere. */
  unfiled: z.boolean().exactOptional(),
  /** Who has still to agree, one step after another: roles of which any one decides. Empty: nobody. */
  route: z.array(z.array(z.enum(ROLES))),
});
export type Announcement = z.output<typeof AnnouncementRecord>;

/**
 * What became of one copy, or of one person. `planned`: no receipt yet; `uncertain`: nobody knows whether it came, and only a
 * person has it sent again; `in-chat`: the person has no copy of his own; `unreached`: no way to him, `why` says which.
 */
export const LINE_STATES = [
  'planned',
  'sent',
  'refused',
  'uncertain',
  'in-chat',
  'other-way',
  'unreached',
  'withdrawn',
] as const;
export type LineState = (typeof LINE_STATES)[number];

export const LineRecord = z.object({
  state: z.enum(LINE_STATES),
  /** Where the copy goes; absent for whoever gets none. */
  place: Place.exactOptional(),
  /** Of a refusal one of `Refusal`; of somebody unreached `not-linked` or `closed`. */
  why: z.string().exactOptional(),
  /** The messenger's number of the copy. */
  message: z.string().exactOptional(),
  at: Moment.exactOptional(),
  /** The numbers of copies of the versions before, which stay until all is taken back. */
  before: z.array(z.string()).exactOptional(),
  /** The words before the last correction stand there. */
  stale: z.boolean().exactOptional(),
  /** Which version was acknowledged, and when. */
  acknowledged: z.object({ version: z.int(), at: Moment }).exactOptional(),
});
export type Line = z.output<typeof LineRecord>;

/**
 * A part of the recipients of an announcement, frozen when it starts: people by id, chats by ref. In parts, so that people who
 * acknowledge at one moment do not wait for one another; `chunkOf` says which part is whose.
 */
export const RecipientsRecord = z.object({ announcement: z.string(), lines: z.record(z.string(), LineRecord) });
export type Recipients = z.output<typeof RecipientsRecord>;

export const recipientsId = (announcement: string, chunk: number): string => `${announcement}/${chunk}`;

/** A chat's line is named by the chat, a person's by the id. */
export const isChatLine = (key: string): key is ChatRef => key.includes(':chat:');

/** A file that waits to be published, or was. */
export const EnclosureRecord = z.object({
  name: z.string(),
  kind: z.enum(['document', 'picture']),
  base64: z.string(),
  by: z.string(),
  at: Moment,
});

/** A text that is used again, by the name its owner gave it: `templateId`. */
export const TemplateRecord = z.object({ owner: z.string(), name: z.string(), line: z.string(), at: Moment });
export const templateId = (name: string, owner: string): string => `${name.toLowerCase()} ${owner}`;

/** Who gets what was announced in chats once an evening, in the dialog: by person. */
export const DigestRecord = z.object({ since: Moment, told: Moment.exactOptional() });
