import { z } from 'zod';
import { keep } from '../../domain/records.js';
import type { Request } from '../../domain/request.js';
import { DAY } from '../../domain/time.js';
import { defineJob } from './job.js';

/** As long as a card about it may be answered. */
const KEPT = 30 * DAY;

/** What an outsider asked, and what was decided about a second account, is nobody's business a month later. */
const over = ({ kind, state, asked, decided }: Request, now: number): boolean => {
  if (kind === 'role' || (kind === 'relink' && state === 'open')) return false;
  return (decided?.at ?? asked) + KEPT <= now;
};

/** Requests are forgotten in their time; whether somebody's role was confirmed is remembered. */
export const forgetRequests = defineJob({
  name: 'forget-requests',
  daily: '03:15',
  data: z.object({}),
  run: async (_data, _due, { records, now }) => {
    const gone = (await records.all('request')).filter(({ value }) => over(value, now));
    return {
      actions: [],
      changes: gone.map((held) => keep('request', held.id, null, held)),
      because: `${gone.length} forgotten`,
    };
  },
});
