import { z } from 'zod';
import { keep } from '../../domain/records.js';
import { defineJob } from './job.js';

/** Which messages were one post is worth nothing once none of them is changed or told late any more. */
export const forgetAlbums = defineJob({
  name: 'forget-albums',
  daily: '03:22',
  data: z.object({}),
  run: async (_data, _due, { records, now }) => {
    const gone = (await records.all('album')).filter(({ value }) => value.until <= now);
    return {
      actions: [],
      changes: gone.map((held) => keep('album', held.id, null, held)),
      because: `${gone.length} forgotten`,
    };
  },
});
