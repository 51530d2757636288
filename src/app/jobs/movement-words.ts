import { z } from 'zod';
import { MovementWords, speak } from '../movement-doing.js';
import { defineJob } from './job.js';

/** In the morning: what a movement of the night has to say. */
export const movementWords = defineJob({
  name: 'movement-words',
  data: z.object({ words: z.string() }),
  run: async ({ words }, _due, known) => ({
    ...(await speak(MovementWords.parse(JSON.parse(words)), known)),
    because: 'told',
  }),
});
