import { z } from 'zod';
import type { Action } from '../../domain/action.js';
import type { Meeting } from '../../domain/meeting.js';
import type { PlaceRef } from '../../domain/refs.js';
import { type Text, text } from '../../domain/text.js';
import { MINUTE } from '../../domain/time.js';
import { dayAt, daysBetween } from '../../meetings/local-day.js';
import { isOutrun, REMINDERS, type ReminderKind } from '../../meetings/reminders.js';
import type { Known } from '../known.js';
import { lookAt } from '../meetings-run.js';
import { mayWriteFrom, pausedUntil } from '../meetings-silence.js';
import { meetingVars, showsLink } from '../meetings-words.js';
import { dialogsOf } from '../people-who.js';
import { defineJob } from './job.js';

const Data = z.object({
  meeting: z.string(),
  version: z.number(),
  kind: z.enum(REMINDERS),
  to: z.enum(['chat', 'coming']),
  moved: z.number(),
});

/** The bot was away for so long that «через час» is not true any more. */
const STALE = 5 * MINUTE;

const wordsOf = async (kind: ReminderKind, meeting: Meeting, exact: boolean, known: Known): Promise<Text> => {
  const { now, zone } = known;
  const vars = meetingVars(meeting, zone, await showsLink(meeting, known));
  const days = daysBetween(dayAt(now, zone), dayAt(meeting.at, zone));
  const day = days === 0 ? 'today' : days === 1 ? 'tomorrow' : 'later';
  if (kind === 'week' || kind === 'day') return text('group-meeting-remind', { ...vars, day });
  if (!exact) return text('group-meeting-remind-today', vars);
  return kind === 'hour' ? text('group-meeting-remind-hour', vars) : text('group-meeting-remind-soon', vars);
};

/** In quiet hours only those who said they would come hear of it. */
export const comingOf = async (id: string, meeting: Meeting, known: Known): Promise<readonly PlaceRef[]> => {
  const { people, will } = await lookAt(id, meeting, known);
  const coming = people.filter((one) => will.includes(one.id) && one.standing?.otherWay === undefined);
  return (await dialogsOf(coming, known)).map(({ to }) => to);
};

/** Reminds of a meeting that is still to be as it was planned: `MEET_REM_24H`, `MEET_REM_1H`, `MEET_REM_10M`. */
export const meetingRemind = defineJob({
  name: 'meeting-remind',
  data: Data,
  run: async ({ meeting: id, version, kind, to, moved }, due, known) => {
    const nothing = (because: string) => ({ actions: [], changes: [], because });
    const meeting = (await known.records.get('meeting', id))?.value;
    if (meeting?.state !== 'planned' || meeting.version !== version || known.now >= meeting.at) return nothing('over');
    const at = to === 'chat' ? await mayWriteFrom(meeting, known) : await pausedUntil(meeting, known);
    if (at > known.now) {
      // Late after an absence, or in a pause of the school: afterwards is as good, if it is before the meeting.
      const data = { meeting: id, version, kind, to, moved: 1 };
      const timer = { key: `meeting-${kind}:${id}`, at, job: 'meeting-remind', data };
      return at < meeting.at && !isOutrun(kind, at, meeting.at)
        ? { ...nothing('silent'), changes: [{ put: 'timer', timer }] }
        : nothing('silent');
    }
    const exact = moved === 0 && known.now - due < STALE;
    const places = to === 'chat' ? meeting.chats : await comingOf(id, meeting, known);
    const words = await wordsOf(kind, meeting, exact, known);
    const actions = places.map((place): Action => ({ do: 'send', to: place, text: words, last: true }));
    return { actions, changes: [], because: `${kind} ${actions.length}` };
  },
});
