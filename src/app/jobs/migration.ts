import { z } from 'zod';
import { ToldData } from '../../domain/told.js';
import { remindMigration } from '../migration-remind.js';
import { hearShut } from '../migration-shut.js';
import { defineJob } from './job.js';

/** In the morning: how far the old chats have come, and how many are late. */
export const migrationRemind = defineJob({
  name: 'migration-remind',
  daily: '08:00',
  data: z.object({}),
  run: async (_, due, known) => remindMigration(due, known),
});

/** What the bot did in an old chat that is closed, and what it could not. */
export const migrationShut = defineJob({
  name: 'migration-shut',
  data: ToldData,
  run: async (data, _due, known) => hearShut(data, known),
});
