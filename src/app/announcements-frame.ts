import type { Lines } from '../announcements/ledger.js';
import { remindersOf } from '../announcements/plan.js';
import type { Announcement, Draft } from '../domain/announcement.js';
import type { Change } from '../domain/change.js';
import { keep } from '../domain/records.js';
import { type PlatformName, platformOf } from '../domain/refs.js';
import { text } from '../domain/text.js';
import { DAY } from '../domain/time.js';
import { HEARS } from './announcements-talk.js';
import type { FileWay } from './announcements-words.js';
import type { Known } from './known.js';
import { daysOf, isWorkingDay } from './working-days.js';

/** How long the buttons under an announcement work. */
const BUTTONS_KEPT = 400 * DAY;

/** The next number of an announcement, and the change that gives it out. */
export const nextNumber = async ({
  records,
}: Pick<Known, 'records'>): Promise<{ readonly number: number; readonly change: Change }> => {
  const held = await records.get('counter', 'announcement');
  const number = (held?.value.last ?? 0) + 1;
  return { number, change: keep('counter', 'announcement', { last: number }, held) };
};

export const newAnnouncement = (
  draft: Draft,
  given: Pick<Announcement, 'number' | 'author' | 'state'> & Partial<Announcement>,
  { now }: Pick<Known, 'now'>,
): Announcement => ({
  ...draft,
  version: 1,
  created: now,
  chunks: 0,
  reminded: 0,
  route: [],
  channel: false,
  ...given,
});

export const READ = 'yes';

export const GET_FILE = 'file';

export const questionOf = (id: string, version: number): string => `announcement ${id} ${version}`;

/** Buttons under a copy; one question for everybody, so that the copies are alike. */
export const buttonsOf = (id: string, { version, acknowledge, file }: Announcement, way: FileWay = 'button') => {
  const payload = (o: string) => ({ q: questionOf(id, version), o });
  const row = [
    ...(acknowledge === undefined
      ? []
      : [{ label: text('button-acknowledge'), payload: payload(READ), look: 'positive' as const }]),
    ...(file === undefined || way === 'attached'
      ? []
      : [{ label: text('button-announce-file'), payload: payload(GET_FILE), look: 'secondary' as const }]),
  ];
  return row.length === 0 ? undefined : row.map((button) => [button]);
};

export const question = async (id: string, announcement: Announcement, known: Known): Promise<readonly Change[]> => {
  const rows = buttonsOf(id, announcement);
  if (rows === undefined) return [];
  const { version } = announcement;
  const held = await known.records.get('question', questionOf(id, version));
  const options = rows.flat().map(({ label, payload, look }) => ({ id: payload.o, label, look }));
  const data = { step: 'read', announcement: id, version };
  const value = { asks: HEARS, data, options, free: false, whom: '*', until: known.now + BUTTONS_KEPT };
  return [keep('question', questionOf(id, version), value, held)];
};

export const timer = (
  job: string,
  id: string,
  at: number,
  data: Readonly<Record<string, string | number>> = {},
): Change => ({
  put: 'timer',
  timer: { key: `${job}:${id}`, at, job, data: { announcement: id, ...data }, apart: `announcement ${id}` },
});

export type Delivering = 'send' | 'edit' | 'delete';

interface Planned {
  readonly what: Delivering;
  readonly at: number;
  /** The first part of the list to be looked at; the beginning. */
  readonly from?: number;
  /** Copies of this messenger only. */
  readonly platform?: PlatformName | undefined;
  /** Tells it from what went before, of the same copies. */
  readonly step?: string;
}

/**
 * Sends, edits or takes back copies, a part of them at a time, at once. Each part has a timer of its own name: the next
 * may be due in the very millisecond of the one before.
 */
export const delivery = (
  id: string,
  version: number,
  { what, at, from = 0, platform, step = '' }: Planned,
): Change => ({
  put: 'timer',
  timer: {
    key: `announcement-send:${id}.${version}:${what}:${from}${platform ? `:${platform}` : ''}${step && `:${step}`}`,
    at,
    job: 'announcement-send',
    data: { announcement: id, what, from, ...(platform ? { platform } : {}) },
    apart: `announcement ${id}`,
  },
});

/** Sends the copies of a list: where a file goes with them, the copies of each messenger by themselves. */
export const sending = (
  id: string,
  { version, file }: Announcement,
  parts: readonly Lines[],
  { now: at }: Pick<Known, 'now'>,
): readonly Change[] => {
  if (file === undefined) return [delivery(id, version, { what: 'send', at })];
  const places = parts.flatMap((lines) => Object.values(lines).flatMap(({ place }) => place ?? []));
  return [...new Set(places.map(platformOf))].map((platform) => delivery(id, version, { what: 'send', at, platform }));
};

/** When the silent are reminded next, and when the deadline is told of. */
export const clocksOf = async (id: string, announcement: Announcement, known: Known): Promise<readonly Change[]> => {
  const { acknowledge: until, published: from = known.now } = announcement;
  if (until === undefined || until <= known.now) return [];
  const [{ answerHours }, days] = await Promise.all([known.settings(), daysOf(known)]);
  const works = (at: number): boolean => isWorkingDay(at, days);
  const span = { from: announcement.changed ?? from, until };
  const next = remindersOf(span, answerHours.from, known.zone, works).find((at) => at > known.now);
  return [
    ...(next === undefined || announcement.reminded >= 2 ? [] : [timer('announcement-remind', id, next, { from: 0 })]),
    timer('announcement-due', id, until),
  ];
};

/** A bar of twelve signs. */
export const bar = (ended: number, all: number): string => {
  const full = all === 0 ? 12 : Math.floor((ended / all) * 12);
  return '▓'.repeat(full) + '░'.repeat(12 - full);
};
