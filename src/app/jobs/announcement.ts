import { z } from 'zod';
import { isOfSchool } from '../../domain/person.js';
import { type Held, keep } from '../../domain/records.js';
import { text } from '../../domain/text.js';
import { ToldData } from '../../domain/told.js';
import { tellDigests } from '../announcements-digest.js';
import { publisherDialog } from '../announcements-facts.js';
import { forgetAnnouncements } from '../announcements-forget.js';
import { hearEndings } from '../announcements-heard.js';
import { lookAtProgress, tellUnmended } from '../announcements-progress.js';
import { begin, MANY, moment, nextOfSeries, publishedWords, settled, wait } from '../announcements-publish.js';
import { remindSilent, tellDeadline } from '../announcements-remind.js';
import { mayStill } from '../announcements-rights.js';
import { deliver } from '../announcements-send.js';
import { titleVars } from '../announcements-words.js';
import type { Reply } from '../command.js';
import type { Known } from '../known.js';
import { defineJob } from './job.js';

const Which = z.object({ announcement: z.string() });

const dropped = (held: Held<'announcement'>) =>
  keep('announcement', held.id, { ...held.value, state: 'dropped' }, held);

/** It does not go out, and whoever published it knows why. The next of a series comes all the same, unless it may not. */
const drop = async (held: Held<'announcement'>, why: 'rights' | 'over' | 'nobody', known: Known): Promise<Reply> => {
  const { number } = held.value;
  const words = text('announce-dropped', { number, ...titleVars(held.value), why });
  const reached = await publisherDialog(held.value, known);
  return {
    actions: reached.map(({ to }) => ({ do: 'send', to, text: words }) as const),
    changes: [dropped(held), ...(why === 'rights' ? [] : await nextOfSeries(held.value, known))],
    because: why,
  };
};

/** The time of an announcement has come; a pause or quiet hours put it off once more. */
const beginNow = async (id: string, known: Known): Promise<Reply> => {
  const held = await known.records.get('announcement', id);
  if (held?.value.state !== 'waits') return { actions: [], changes: [], because: 'gone' };
  const announcement = held.value;
  const by = await known.people.find(announcement.publisher ?? announcement.author);
  // Nobody answers for the words of whoever has left.
  if (by === undefined || !isOfSchool(by, known.now))
    return { actions: [], changes: [dropped(held)], because: 'nobody answers for it' };
  const { at } = await moment({ ...announcement, at: known.now }, announcement.channel, known);
  if (at > known.now) return { actions: [], changes: wait(id, announcement, at, held), because: 'put off' };
  if (!(await mayStill(announcement, by, known))) return drop(held, 'rights', known);
  if (announcement.valid !== undefined && announcement.valid <= known.now) return drop(held, 'over', known);
  const begun = await begin(id, announcement, held, known);
  if (begun === undefined) return drop(held, 'nobody', known);
  const watching = begun.copies > MANY ? await publisherDialog(announcement, known) : [];
  const shown = watching.map(({ to }) => publishedWords(id, announcement, begun, to));
  return settled({ actions: [...shown, ...begun.actions], changes: begun.changes, because: 'begun' });
};

export const announcementBegin = defineJob({
  name: 'announcement-begin',
  data: Which,
  run: async ({ announcement }, _due, known) => beginNow(announcement, known),
});

export const announcementSend = defineJob({
  name: 'announcement-send',
  data: Which.extend({
    what: z.enum(['send', 'edit', 'delete']),
    from: z.number(),
    platform: z.enum(['vk', 'telegram', 'memory']).exactOptional(),
  }),
  run: async ({ announcement, ...delivered }, _due, known) => deliver(announcement, delivered, known),
});

export const announcementTold = defineJob({
  name: 'announcement-told',
  data: ToldData,
  run: async (data, _due, known) => hearEndings(data, known),
});

export const announcementProgress = defineJob({
  name: 'announcement-progress',
  data: Which,
  run: async ({ announcement }, _due, known) => lookAtProgress(announcement, known),
});

export const announcementMended = defineJob({
  name: 'announcement-mended',
  data: Which,
  run: async ({ announcement }, _due, known) => tellUnmended(announcement, known),
});

export const announcementRemind = defineJob({
  name: 'announcement-remind',
  data: Which.extend({ from: z.number() }),
  run: async ({ announcement, from }, _due, known) => remindSilent(announcement, from, known),
});

export const announcementDue = defineJob({
  name: 'announcement-due',
  data: Which,
  run: async ({ announcement }, _due, known) => tellDeadline(announcement, known),
});

export const announcementForget = defineJob({
  name: 'announcement-forget',
  daily: '04:10',
  data: z.object({}),
  run: async (_data, _due, known) => forgetAnnouncements(known),
});

/** Before the quiet hours of most schools. */
export const announcementDigest = defineJob({
  name: 'announcement-digest',
  daily: '19:00',
  data: z.object({}),
  run: async (_data, _due, known) => tellDigests(known),
});
