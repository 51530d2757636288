import * as bot from './bot.js';
import * as members from './members.js';
import * as messages from './messages.js';
import type { Method } from './method.js';

/** By name in small letters: Telegram does not mind. */
export const METHODS: ReadonlyMap<string, Method> = new Map(
  Object.entries({ ...bot, ...members, ...messages }).map(([name, method]) => [name.toLowerCase(), method]),
);
