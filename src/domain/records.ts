import type { z } from 'zod';
import { AcknowledgementRecord } from './acknowledgement.js';
import { ActRecord } from './act.js';
import { AlarmRecord } from './alarm.js';
import { AlbumRecord } from './album.js';
import { AnnouncementRecord, DigestRecord, EnclosureRecord, RecipientsRecord, TemplateRecord } from './announcement.js';
import { ApprovedRecord } from './approved.js';
import { CaseRecord, ConductRecord, CounterRecord, EvidenceRecord } from './case.js';
import { EmergencyRecord } from './emergency.js';
import { EnquiryRecord } from './enquiry.js';
import { ForecastRecord } from './forecast.js';
import { FrozenRecord } from './frozen.js';
import { InviteRecord } from './invite.js';
import { BoardRecord, MeetingRecord, PartRecord } from './meeting.js';
import { GreetingRecord, MembershipRecord } from './membership.js';
import { OldChatRecord } from './migration.js';
import { DestructionRecord, MovementRecord } from './movement.js';
import { PauseRecord } from './pause.js';
import { StandingRecord } from './person.js';
import { BallotsRecord, PollRecord } from './poll.js';
import { PromotionRecord } from './promotion.js';
import { AskedRecord, QuestionRecord } from './question.js';
import { NoiseRecord, ReminderRecord } from './reminder.js';
import { RemovedFileRecord } from './removed-file.js';
import { RequestRecord } from './request.js';
import { SettingsRecord } from './settings.js';
import { SetupRecord } from './setup.js';
import { EditionRecord, ShelfRecord } from './stored-edition.js';

/** What is kept under a name of its own and changed by whoever read it last: one line a kind. */
export const RECORDS = {
  /** By person. */
  standing: StandingRecord,
  question: QuestionRecord,
  /** By account. */
  asked: AskedRecord,
  /** What waits for somebody's decision: `requestId`. */
  request: RequestRecord,
  /** `acknowledgementId`. */
  acknowledgement: AcknowledgementRecord,
  /** Brought while the bot runs, adopted or not. */
  edition: EditionRecord,
  /** One, `SHELF`. */
  shelf: ShelfRecord,
  /** By what is the matter: `codes`. */
  alarm: AlarmRecord,
  /** By the key of the movement. */
  movement: MovementRecord,
  /** By the number of its act. */
  destruction: DestructionRecord,
  /** What the school has set for itself: one, `school`. */
  settings: SettingsRecord,
  /** How far the school's set-up has come: one, `school`. */
  setup: SetupRecord,
  /** Orders of the school, by what they settle. */
  act: ActRecord,
  /** `inviteId`. */
  invite: InviteRecord,
  /** What was found of an account in a chat: `membershipId`. */
  membership: MembershipRecord,
  /** By chat. */
  greeting: GreetingRecord,
  /** `caseId`. */
  case: CaseRecord,
  /** What was taken away, by `caseId`. */
  evidence: EvidenceRecord,
  /** By the mark of the words. */
  approved: ApprovedRecord,
  /** `conductId`. */
  conduct: ConductRecord,
  /** Somebody may be in danger: by the name it was given. */
  emergency: EmergencyRecord,
  /** The words of an emergency, by `wordsId`: sealed under a key of their own, opened only by a logged act. */
  cry: EvidenceRecord,
  /** Whose accounts may be in other hands, by person. */
  frozen: FrozenRecord,
  /** By `conductId`. */
  reminder: ReminderRecord,
  /** By chat. */
  noise: NoiseRecord,
  /** By chat. */
  forecast: ForecastRecord,
  /** `counterId`. */
  counter: CounterRecord,
  /** By the messenger's handle. */
  'removed-file': RemovedFileRecord,
  /** `albumId`. */
  album: AlbumRecord,
  meeting: MeetingRecord,
  /** `partId`. */
  part: PartRecord,
  appointments: BoardRecord,
  /** By number. */
  announcement: AnnouncementRecord,
  /** `recipientsId`. */
  recipients: RecipientsRecord,
  enclosure: EnclosureRecord,
  /** `templateId`. */
  template: TemplateRecord,
  /** By person. */
  digest: DigestRecord,
  /** By what is silent: `PauseId`. */
  pause: PauseRecord,
  /** By number. */
  poll: PollRecord,
  /** `ballotsId`. */
  ballots: BallotsRecord,
  /** By number. */
  enquiry: EnquiryRecord,
  /** By number. */
  'old-chat': OldChatRecord,
  /** By the year in which the school year begins. */
  promotion: PromotionRecord,
} as const satisfies Record<string, z.ZodType>;

export type RecordKind = keyof typeof RECORDS;
export type Kept<K extends RecordKind> = z.output<(typeof RECORDS)[K]>;

/** A record as it was read. `revision` says which state of it was seen; 0: none is there. */
export interface Held<K extends RecordKind> {
  readonly id: string;
  readonly value: Kept<K>;
  readonly revision: number;
}

/** Puts or (null) takes away a record, if it is still as it was read: else the settlement is stale. */
export interface RecordChange<K extends RecordKind> {
  readonly put: 'record';
  readonly of: K;
  readonly id: string;
  readonly value: Kept<K> | null;
  readonly was: number;
}
export type AnyRecordChange = { readonly [K in RecordKind]: RecordChange<K> }[RecordKind];

/** A change of a record that was read, or found missing. */
export const keep = <K extends RecordKind>(
  of: K,
  id: string,
  value: Kept<K> | null,
  held: { readonly revision: number } | undefined,
): AnyRecordChange =>
  // The compiler does not follow that kind and value go by one name.
  ({ put: 'record', of, id, value, was: held?.revision ?? 0 }) as unknown as AnyRecordChange;
