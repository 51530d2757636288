import { z } from 'zod';
import type { Change } from '../../domain/change.js';
import { keep } from '../../domain/records.js';
import { schoolYear } from '../../meetings/repeats.js';
import { defineJob } from './job.js';

/** So many in one night; the others wait for the next. */
const MOST = 1_000;

/** Who was at which meeting is known for the school year; the protocol is in the school's file (`domain.md` §4.1). */
export const meetingForget = defineJob({
  name: 'meeting-forget',
  daily: '03:50',
  data: z.object({}),
  run: async (_data, _due, { records, now, zone }) => {
    const over = (at: number): boolean => schoolYear(at, zone) < schoolYear(now, zone);
    const meetings = (await records.all('meeting')).filter(({ value }) => over(value.at));
    const ids = new Set(meetings.map(({ id }) => id));
    const parts = (await records.all('part')).filter(({ value }) => ids.has(value.meeting));
    const boards = (await records.all('appointments')).filter(({ value }) => over(value.created));
    // Parts first: as long as one is there, its meeting is.
    const changes: readonly Change[] = [
      ...parts.map((held) => keep('part', held.id, null, held)),
      ...boards.map((held) => keep('appointments', held.id, null, held)),
      ...(parts.length < MOST ? meetings.map((held) => keep('meeting', held.id, null, held)) : []),
    ].slice(0, MOST);
    return { actions: [], changes, because: `${changes.length} forgotten` };
  },
});
