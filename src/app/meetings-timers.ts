import type { Change } from '../domain/change.js';
import type { Meeting } from '../domain/meeting.js';
import { doorCloses } from '../meetings/life.js';
import { REMINDERS, reminderPlan } from '../meetings/reminders.js';
import type { Known } from './known.js';
import { notBefore } from './quiet.js';

/** The question under an invitation, and the one that asks who is there: one for everybody. */
export const inviteQuestion = (meeting: string, version: number): string => `${meeting}:${version}`;
export const doorQuestion = (meeting: string): string => `${meeting}:there`;
export const voteQuestion = (meeting: string, item: number): string => `${meeting}:vote${item}`;
export const readQuestion = (meeting: string): string => `${meeting}:read`;

const keyOf = (what: string, meeting: string): string => `meeting-${what}:${meeting}`;

/** Nothing of a meeting waits any more. */
export const withoutTimers = (meeting: string): readonly Change[] =>
  [...REMINDERS, 'start', 'close', 'invite'].map((what) => ({ put: 'no-timer', key: keyOf(what, meeting) }));

/** Everything a plan of a meeting sets: reminders, the beginning and the end. What an earlier plan had set is moved or gone. */
export const timersOf = async (id: string, meeting: Meeting, known: Known): Promise<readonly Change[]> => {
  const { now, zone } = known;
  const settings = await known.settings();
  const { at, version } = meeting;
  const plan = reminderPlan({ at, created: now, quietHours: settings.quietHours, zone });
  const set = (what: string, when: number, job: string, data: Record<string, string | number> = {}): Change => ({
    put: 'timer',
    timer: { key: keyOf(what, id), at: when, job, data: { meeting: id, version, ...data } },
  });
  const gone = REMINDERS.filter((kind) => !plan.some((one) => one.kind === kind));
  return [
    ...gone.map((kind): Change => ({ put: 'no-timer', key: keyOf(kind, id) })),
    ...plan.map(({ kind, to, days, moved, at: when }) =>
      set(kind, when, 'meeting-remind', { kind, to, days, moved: moved ? 1 : 0 }),
    ),
    set('start', at, 'meeting-start'),
    set('close', notBefore(doorCloses(meeting), settings, zone), 'meeting-close'),
  ];
};

/** In quiet hours the invitation waits for the morning. */
export const inviteTimer = (id: string, { version }: Meeting, at: number): Change => ({
  put: 'timer',
  timer: { key: keyOf('invite', id), at, job: 'meeting-invite', data: { meeting: id, version } },
});
