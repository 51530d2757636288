import { z } from 'zod';
import { remindMigration } from '../migration-remind.js';
import { defineJob } from './job.js';

/** In the morning: how far the old chats have come, and how many are late. */
export const migrationRemind = defineJob({
  name: 'migration-remind',
  daily: '08:00',
  data: z.object({}),
  run: async (_, due, known) => remindMigration(due, known),
});
