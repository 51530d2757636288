import { z } from 'zod';
import { tellUnread, UNREAD } from '../editions-unread.js';
import { defineJob } from './job.js';

/** After a start with a program that cannot read what the school has adopted. */
export const editionUnread = defineJob({
  name: UNREAD,
  data: z.object({}),
  run: async (_data, _due, known) => tellUnread(known),
});
