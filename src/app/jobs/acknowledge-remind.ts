import { z } from 'zod';
import { REMIND, remindReaders } from '../editions-remind.js';
import { defineJob } from './job.js';

/** In the morning those are reminded who have not read the edition in force. */
export const acknowledgeRemind = defineJob({
  name: REMIND,
  daily: '08:00',
  data: z.object({}),
  run: async (_data, _due, known) => remindReaders(known),
});
