import { remindersOf } from '../announcements/plan.js';
import type { Announcement, Draft } from '../domain/announcement.js';
import type { Change } from '../domain/change.js';
import { keep } from '../domain/records.js';
import { text } from '../domain/text.js';
import { DAY } from '../domain/time.js';
import { HEARS } from './announcements-talk.js';
import type { Known } from './known.js';

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

/** Buttons under every copy; one question for everybody, so that the copies are alike. */
export const buttonsOf = (id: string, { version, acknowledge, file }: Announcement) => {
  const payload = (o: string) => ({ q: questionOf(id, version), o });
  const row = [
    ...(acknowledge === undefined
      ? []
      : [{ label: text('button-acknowledge'), payload: payload(READ), look: 'positive' as const }]),
    ...(file === undefined
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

/**
 * Sends, edits or takes back all copies, a part of them at a time, at once. Each part has a timer of its own name: the next
 * may be due in the very millisecond of the one before.
 */
export const delivery = (id: string, version: number, what: Delivering, now: number, from = 0): Change => ({
  put: 'timer',
  timer: {
    key: `announcement-send:${id}.${version}:${what}:${from}`,
    at: now,
    job: 'announcement-send',
    data: { announcement: id, what, from },
    apart: `announcement ${id}`,
  },
});

/** When the silent are reminded next, and when the deadline is told of. */
export const clocksOf = async (id: string, announcement: Announcement, known: Known): Promise<readonly Change[]> => {
  const { acknowledge: until, published: from = known.now } = announcement;
  if (until === undefined || until <= known.now) return [];
  const { answerHours } = await known.settings();
  const next = remindersOf({ from: announcement.changed ?? from, until }, answerHours.from, known.zone).find(
    (at) => at > known.now,
  );
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
