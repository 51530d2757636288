import { z } from 'zod';
import { forgetReadings } from '../editions-remind.js';
import { defineJob } from './job.js';

/** What was kept of readings and of drafts is forgotten in its time. */
export const acknowledgeForget = defineJob({
  name: 'acknowledge-forget',
  daily: '03:40',
  data: z.object({}),
  run: async (_data, _due, known) => forgetReadings(known),
});
