import { z } from 'zod';
import { keep } from '../../domain/records.js';
import { text } from '../../domain/text.js';
import * as life from '../../meetings/life.js';
import type { Known } from '../known.js';
import { endingChanges, offerMinutes } from '../meetings-run.js';
import { doorChanges, invitations, withDoor } from '../meetings-send.js';
import { mayWriteFrom, pausedUntil } from '../meetings-silence.js';
import { inviteTimer } from '../meetings-timers.js';
import { meetingVars } from '../meetings-words.js';
import { dialogsOf } from '../people-who.js';
import { isQuiet } from '../quiet.js';
import { defineJob } from './job.js';
import { comingOf } from './meeting-remind.js';

const Data = z.object({ meeting: z.string(), version: z.number() });

const nothing = (because: string) => ({ actions: [], changes: [], because });

const planned = async (id: string, version: number, { records }: Known) => {
  const held = await records.get('meeting', id);
  return held?.value.version === version ? held : undefined;
};

/** Announces a meeting that was called in quiet hours. */
export const meetingInvite = defineJob({
  name: 'meeting-invite',
  data: Data,
  run: async ({ meeting: id, version }, _due, known) => {
    const held = await planned(id, version, known);
    if (held?.value.state !== 'planned') return nothing('over');
    const at = await mayWriteFrom(held.value, known);
    if (at >= held.value.at) return nothing('silent');
    if (at > known.now) return { ...nothing('silent'), changes: [inviteTimer(id, held.value, at)] };
    return { actions: await invitations(id, held.value, known), changes: [], because: 'announced' };
  },
});

/** A meeting begins: who is there presses a button for an hour. In quiet hours those who come get it, each alone. */
export const meetingStart = defineJob({
  name: 'meeting-start',
  data: Data,
  run: async ({ meeting: id, version }, _due, known) => {
    const held = await planned(id, version, known);
    const done = held && life.begun(held.value, known.now);
    if (held === undefined || !done?.ok) return nothing('over');
    const meeting = done.value;
    const words = text('group-meeting-begins', meetingVars(meeting, known.zone));
    const quiet = isQuiet(known.now, await known.settings(), known.zone);
    const silenced = (await pausedUntil(meeting, known)) > known.now;
    const places = silenced ? [] : quiet ? await comingOf(id, meeting, known) : meeting.chats;
    return {
      actions: places.map((to) => withDoor(to, words, id)),
      changes: [keep('meeting', id, meeting, held), ...(await doorChanges(id, meeting, known))],
      because: 'begun',
    };
  },
});

/** A meeting that nobody has ended is over when nobody can say any more that he is there. */
export const meetingClose = defineJob({
  name: 'meeting-close',
  data: Data,
  run: async ({ meeting: id, version }, _due, known) => {
    const held = await planned(id, version, known);
    const done = held && life.ended(held.value, Math.min(known.now, life.doorCloses(held.value)));
    if (held === undefined || !done?.ok) return nothing('over');
    const organiser = await known.people.find(held.value.organiser);
    const reached = organiser ? await dialogsOf([organiser], known) : [];
    const ask = await offerMinutes(id, done.value, known);
    return {
      ...nothing('ended'),
      changes: await endingChanges(held, done.value, known),
      asks: reached.map(({ person, to }) => ({ ...ask, to, whom: person.id })),
    };
  },
});
