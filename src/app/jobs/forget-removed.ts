import { z } from 'zod';
import { keep } from '../../domain/records.js';
import { defineJob } from './job.js';

/** A file that was taken out of a chat is held again for a month only. */
export const forgetRemoved = defineJob({
  name: 'forget-removed',
  daily: '03:20',
  data: z.object({}),
  run: async (_data, _due, { records, now }) => {
    const gone = (await records.all('removed-file')).filter(({ value }) => value.until <= now);
    return {
      actions: [],
      changes: gone.map((held) => keep('removed-file', held.id, null, held)),
      because: `${gone.length} forgotten`,
    };
  },
});
