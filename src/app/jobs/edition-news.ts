import { z } from 'zod';
import { NEWS, tellNews } from '../editions-news.js';
import { defineJob } from './job.js';

/** In the morning of the day from which an edition is in force everybody is told of it. */
export const editionNews = defineJob({
  name: NEWS,
  daily: '08:00',
  data: z.object({ after: z.string().default('') }),
  run: async ({ after }, _due, known) => tellNews(known, after),
});
