import { z } from 'zod';
import { keep } from '../../domain/records.js';
import { defineJob } from './job.js';

/** Taken away in one night; the rest waits for the next one. */
const MOST = 500;

/** Questions whose time is over are forgotten: what they carried may hold names. */
export const forgetQuestions = defineJob({
  name: 'forget-questions',
  daily: '03:10',
  data: z.object({}),
  run: async (_data, _due, { records, now }) => {
    const over = (await records.all('question')).filter(({ value }) => value.until <= now).slice(0, MOST);
    const gone = new Set(over.map(({ id }) => id));
    const pointers = (await records.all('asked')).filter(({ value }) => gone.has(value.question));
    return {
      actions: [],
      changes: [
        ...over.map((held) => keep('question', held.id, null, held)),
        ...pointers.map((held) => keep('asked', held.id, null, held)),
      ],
      because: `${over.length} forgotten`,
    };
  },
});
