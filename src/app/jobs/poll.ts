import { z } from 'zod';
import { ToldData } from '../../domain/told.js';
import { closePoll, countPoll, hearPosts } from '../polls.js';
import { defineJob } from './job.js';

const Which = z.object({ poll: z.string() });

export const pollTold = defineJob({
  name: 'poll-told',
  data: ToldData,
  run: async (data, _due, known) => hearPosts(data, known),
});

export const pollCount = defineJob({
  name: 'poll-count',
  data: Which,
  run: async ({ poll }, _due, known) => countPoll(poll, known),
});

export const pollClose = defineJob({
  name: 'poll-close',
  data: Which,
  run: async ({ poll }, _due, known) => closePoll(poll, known),
});
