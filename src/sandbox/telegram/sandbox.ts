import type { FastifyInstance } from 'fastify';
import type { Calls } from './calls.js';
import type { Faults } from './faults.js';
import type { Updates } from './updates.js';
import type { World } from './world.js';

/** A Telegram for one machine: the Bot API and the people's side, over one world. */
export interface SandboxTelegram {
  readonly world: World;
  readonly updates: Updates;
  readonly calls: Calls;
  readonly faults: Faults;
  register(app: FastifyInstance, options: { readonly prefix: string }): Promise<void>;
}
