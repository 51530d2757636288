import { z } from 'zod';
import { ToldData } from '../../domain/told.js';
import { countPoll, hearPosts } from '../polls.js';
import { closePoll, tellResult } from '../polls-close.js';
import { beginPoll } from '../polls-publish.js';
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

export const pollBegin = defineJob({
  name: 'poll-begin',
  data: Which,
  run: async ({ poll }, _due, known) => beginPoll(poll, known),
});

/** The result was held over quiet hours or a pause. */
export const pollResult = defineJob({
  name: 'poll-result',
  data: Which,
  run: async ({ poll }, _due, known) => tellResult(poll, known),
});
