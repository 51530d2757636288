import type { Chat, ChatKind } from '../domain/chat.js';
import { type Meeting, type MeetingKind, type Part, partId } from '../domain/meeting.js';
import { isOfSchool, type Person, STAFF } from '../domain/person.js';
import type { Held } from '../domain/records.js';
import { meantFor } from './invites-whom.js';
import type { Known } from './known.js';
import type { Permission, Scope } from './may.js';

type Of = Pick<Meeting, 'kind' | 'class' | 'subject'>;

interface Kind {
  /** What it takes to call such a meeting. */
  readonly needs: Permission;
  /** Whether it is of one class. */
  readonly ofClass: boolean;
  /** Where it is announced. */
  readonly chats: readonly ChatKind[];
  /** An agenda is asked for. */
  readonly agenda: boolean;
  /** Minutes, unless said otherwise. */
  readonly lasts: number;
}

export const KINDS: Readonly<Record<MeetingKind, Kind>> = {
  'class-parents': { needs: 'meet-class-parents', ofClass: true, chats: ['class_parents'], agenda: true, lasts: 60 },
  'school-parents': { needs: 'meet-school-parents', ofClass: false, chats: ['class_parents'], agenda: true, lasts: 90 },
  council: { needs: 'meet-council', ofClass: false, chats: ['staff'], agenda: true, lasts: 90 },
  staff: { needs: 'meet-staff', ofClass: false, chats: ['staff'], agenda: true, lasts: 60 },
  consultation: { needs: 'meet-lesson', ofClass: true, chats: ['class_students', 'subject'], agenda: false, lasts: 45 },
  lesson: { needs: 'meet-lesson', ofClass: true, chats: ['class_students', 'subject'], agenda: false, lasts: 45 },
  event: { needs: 'meet-event', ofClass: true, chats: ['class_students'], agenda: false, lasts: 60 },
};

/** What whoever calls this meeting must be allowed to do. */
export const rightOf = ({ kind, class: ofClass, subject }: Of): { permission: Permission; scope: Scope } => ({
  permission: KINDS[kind].needs,
  scope: { ...(ofClass === undefined ? {} : { class: ofClass }), ...(subject === undefined ? {} : { subject }) },
});

const isFor = ({ kind, class: ofClass, subject }: Of, chat: Chat): boolean => {
  if (!KINDS[kind].chats.includes(chat.kind)) return false;
  if (ofClass !== undefined && chat.class !== ofClass) return false;
  return chat.kind !== 'subject' || (subject !== undefined && chat.subject === subject);
};

/** The registered chats in which such a meeting is announced; those in which the bot only watches are not. */
export const chatsOf = async (of: Of, { chats }: Pick<Known, 'chats'>): Promise<readonly Chat[]> =>
  (await chats.all()).filter((chat) => chat.mode === 'act' && isFor(of, chat));

/** Everybody who is expected at a meeting. */
export const expectedAt = async (
  of: Of,
  { people, now }: Pick<Known, 'people' | 'now'>,
): Promise<readonly Person[]> => {
  const all = (await people.all()).filter((one) => isOfSchool(one, now));
  const { kind, class: ofClass } = of;
  if (kind === 'staff' || kind === 'council') return all.filter(({ role }) => STAFF.includes(role));
  if (kind === 'school-parents') return all.filter(({ role }) => role === 'parent');
  if (ofClass === undefined) return [];
  return meantFor({ kind: kind === 'class-parents' ? 'class_parents' : 'class_students', class: ofClass }, all, now);
};

/** What these people have said about a meeting, as far as they have said anything. */
export const partsOf = async (
  meeting: string,
  people: readonly Person[],
  { records }: Pick<Known, 'records'>,
): Promise<readonly Held<'part'>[]> => {
  const held = await Promise.all(people.map(({ id }) => records.get('part', partId(meeting, id))));
  return held.filter((one) => one !== undefined);
};

/** A part that nobody has taken yet. */
export const newPart = (meeting: string, person: string, version: number): Part => ({
  meeting,
  person,
  version,
  asked: [],
});
