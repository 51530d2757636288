import { killAroundReminders } from './reminders.js';

it(
  'reminds of ten meetings once each while the bot is killed 20 times around the reminders',
  () => killAroundReminders(20, 7),
  240_000,
);
