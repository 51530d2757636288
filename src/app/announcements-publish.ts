import { chunksFor, inChunks } from '../announcements/ledger.js';
import { deadlineOf } from '../announcements/plan.js';
import { linesOf } from '../announcements/reach.js';
import { nextOf } from '../announcements/when.js';
import type { Action } from '../domain/action.js';
import { type Announcement, type Draft, recipientsId } from '../domain/announcement.js';
import type { Change } from '../domain/change.js';
import { isOfSchool } from '../domain/person.js';
import { type Held, keep } from '../domain/records.js';
import { type DialogRef, dialogOf } from '../domain/refs.js';
import { type Text, text } from '../domain/text.js';
import { DAY } from '../domain/time.js';
import { pausedUntil, publisherDialog, reachOf } from './announcements-facts.js';
import { bar, clocksOf, newAnnouncement, nextNumber, question, sending, timer } from './announcements-frame.js';
import { postOf, titleVars } from './announcements-words.js';
import type { Call, Reply } from './command.js';
import type { Known } from './known.js';
import { momentVars } from './people-when.js';
import { dialogsOf } from './people-who.js';
import { notBefore } from './quiet.js';

/** Of more copies than this the publisher sees how far they have come. */
export const MANY = 200;

type Made = Pick<Reply, 'actions' | 'changes'>;

/** The same words once more at their next time. */
export const nextOfSeries = async (announcement: Announcement, known: Known): Promise<readonly Change[]> => {
  const {
    every,
    at,
    acknowledge,
    valid,
    published,
    version: _v,
    progress: _p,
    shown: _s,
    closed: _c,
    changed: _ch,
    attached: _a,
    remindedAt: _r,
    mended: _m,
    unfiled: _u,
    ...rest
  } = announcement;
  if (every === undefined) return [];
  const next = nextOf(every, known);
  const shift = next - (at ?? known.now);
  const { number } = await nextNumber(known);
  // The number of this one may have been given out in this very write.
  const own = Math.max(number, announcement.number + 1);
  const draft: Draft = {
    ...rest,
    every,
    at: next,
    ...(acknowledge === undefined ? {} : { acknowledge: acknowledge + shift }),
    ...(valid === undefined ? {} : { valid: valid + shift }),
  };
  const value = newAnnouncement(
    draft,
    { ...rest, number: own, state: 'waits', created: known.now, chunks: 0, reminded: 0 },
    known,
  );
  const counter = await known.records.get('counter', 'announcement');
  return [
    keep('counter', 'announcement', { last: own }, counter),
    keep('announcement', String(own), value, undefined),
    timer('announcement-begin', String(own), next),
  ];
};

/** Later changes of one record replace earlier ones of the same write. */
const lastOfEach = (changes: readonly Change[]): readonly Change[] => {
  const nameOf = (change: Change) => (change.put === 'record' ? `${change.of} ${change.id}` : undefined);
  return changes.filter((change, at) => {
    const name = nameOf(change);
    return name === undefined || !changes.slice(at + 1).some((later) => nameOf(later) === name);
  });
};

const copyForAdministrators = async (announcement: Announcement, known: Known): Promise<readonly Action[]> => {
  const { publisher, author, audience } = announcement;
  const by = await known.people.find(publisher ?? author);
  const wide = audience.whom.includes('school') || audience.classes.length === 0;
  if (by?.role !== 'director' || !wide) return [];
  const administrators = (await known.people.all()).filter(
    (one) => one.role === 'administrator' && isOfSchool(one, known.now),
  );
  const words = text('announce-copy', { number: announcement.number, post: await postOf(announcement, known) });
  return (await dialogsOf(administrators, known)).map(({ to }) => ({ do: 'send', to, text: words }) as const);
};

export interface Begun extends Made {
  readonly chats: number;
  readonly copies: number;
  readonly people: number;
}

/** Nobody is asked to have read it before it came: what was put off beyond its deadline leaves a day. */
const inTime = (announcement: Announcement, now: number): Announcement => {
  const { acknowledge } = announcement;
  return acknowledge === undefined || acknowledge > now
    ? announcement
    : { ...announcement, acknowledge: deadlineOf(acknowledge, now, DAY) };
};

const tellLater = async (
  { acknowledge: before }: Announcement,
  announcement: Announcement,
  known: Known,
): Promise<readonly Action[]> => {
  const { acknowledge, number } = announcement;
  if (acknowledge === undefined || acknowledge === before) return [];
  const words = text('announce-begun-late', { number, ...momentVars(acknowledge, known.zone) });
  return (await publisherDialog(announcement, known)).map(({ to }) => ({ do: 'send', to, text: words }) as const);
};

/** Freezes the recipients and starts sending. Nobody reached: nothing is begun. */
export const begin = async (
  id: string,
  given: Announcement,
  held: Held<'announcement'> | undefined,
  known: Known,
): Promise<Begun | undefined> => {
  const { audience, acknowledge, channel } = given;
  const { chats, people } = await reachOf(audience, channel, known);
  const asked = acknowledge !== undefined || audience.by !== 'chats' ? people : [];
  const lines = linesOf(audience, chats, asked);
  const copies = Object.values(lines).filter(({ state }) => state === 'planned').length;
  if (copies === 0) return undefined;
  const parts = inChunks(lines);
  const { at: _due, ...rest } = inTime(given, known.now);
  const announcement: Announcement = {
    ...rest,
    state: 'sending',
    published: known.now,
    chunks: chunksFor(Object.keys(lines).length),
    progress: { ended: 0, at: known.now, stalled: false },
  };
  const changes = [
    ...parts.map((part, chunk) =>
      keep('recipients', recipientsId(id, chunk), { announcement: id, lines: part }, undefined),
    ),
    ...(await question(id, announcement, known)),
    ...(await clocksOf(id, announcement, known)),
    ...(await nextOfSeries(given, known)),
    ...sending(id, announcement, parts, known),
    keep('announcement', id, announcement, held),
  ];
  return {
    actions: [...(await tellLater(given, announcement, known)), ...(await copyForAdministrators(announcement, known))],
    changes,
    chats: chats.length,
    copies,
    people: asked.length,
  };
};

/** The message in which the publisher will see how far it has come. */
export const shownIn = (send: Action, id: string): Action => ({
  ...send,
  tells: { job: 'announcement-told', about: `shown ${id}`, as: id },
});

/** What whoever has published is told: the message in which many copies are counted, and any wait is told of. */
export const publishedWords = (
  id: string,
  { number }: Pick<Announcement, 'number'>,
  { copies }: Pick<Begun, 'copies'>,
  to: DialogRef,
): Action => {
  const words =
    copies > MANY
      ? text('announce-progress', { number, bar: bar(0, copies), ended: 0, copies, left: '' })
      : text('announce-published', { number });
  return shownIn({ do: 'send', to, text: words }, id);
};

/** When it may go out: not in quiet hours or a pause, unless urgent. */
export const moment = async (
  draft: Draft,
  channel: boolean,
  known: Known,
): Promise<{ readonly at: number; readonly why?: 'quiet' | 'pause' }> => {
  const wished = Math.max(draft.at ?? known.now, known.now);
  if (draft.urgent) return { at: wished };
  const pause = await pausedUntil(draft.audience, channel, known);
  const from = Math.max(wished, pause ?? 0);
  const at = notBefore(from, await known.settings(), known.zone);
  if (at === wished) return { at };
  return { at, why: pause !== undefined && pause > wished ? 'pause' : 'quiet' };
};

/** Why it does not go out at once, and when it does. */
export const waitingWords = (
  announcement: Pick<Announcement, 'number'> & Draft,
  at: number,
  why: 'quiet' | 'pause' | undefined,
  known: Pick<Known, 'zone'>,
): Text =>
  text('announce-waits', {
    number: announcement.number,
    why: why ?? 'time',
    ...titleVars(announcement),
    at: whenWords(at, known),
  });

/** Writes down that it waits for its time. */
export const wait = (
  id: string,
  announcement: Announcement,
  at: number,
  held: Held<'announcement'> | undefined,
): readonly Change[] => [
  keep('announcement', id, { ...announcement, state: 'waits', at }, held),
  timer('announcement-begin', id, at),
];

/** Ready reasons of what is urgent. */
export const REASONS = ['life', 'closed', 'lessons'] as const;

/** The reason as the journal has it: the words themselves stand with the announcement. */
const reasonOf = ({ reason }: NonNullable<Draft['urgent']>): string =>
  /^(?:life|closed|lessons|frost|quarantine|early)$/u.test(reason) ? reason : 'in-words';

/** Publishes or puts off what may be published. */
export const publish = async (
  id: string,
  announcement: Announcement,
  held: Held<'announcement'> | undefined,
  call: Call,
): Promise<Made & { readonly because: string; readonly said?: Text; readonly waits?: number }> => {
  const { at, why } = await moment(announcement, announcement.channel, call);
  if (at > call.now) {
    return {
      actions: [{ do: 'send', to: dialogOf(call.account), text: waitingWords(announcement, at, why, call) }],
      changes: wait(id, announcement, at, held),
      because: 'waits',
      waits: at,
    };
  }
  const begun = await begin(id, announcement, held, call);
  if (begun === undefined) return { actions: [], changes: [], because: 'nobody', said: text('announce-nobody') };
  return {
    actions: [publishedWords(id, announcement, begun, dialogOf(call.account)), ...begun.actions],
    changes: begun.changes,
    because: announcement.urgent ? `urgent:${reasonOf(announcement.urgent)}` : 'published',
  };
};

/** «15.09.2026 в 08:00». */
export const whenWords = (at: number, { zone }: Pick<Known, 'zone'>): Text =>
  text('announce-when', momentVars(at, zone));

/** Only the last change of each record is written. */
export const settled = <R extends Made>(reply: R): R => ({ ...reply, changes: lastOfEach(reply.changes) });
