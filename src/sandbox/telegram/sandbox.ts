import type { FastifyInstance } from 'fastify';
import type { Calls } from './calls.js';
import type { Faults } from './faults.js';
import type { State } from './state.js';
import type { SavedUpdates, Updates } from './updates.js';
import type { World } from './world.js';

/** The whole world as JSON. */
export interface Snapshot {
  readonly state: State;
  readonly updates: SavedUpdates;
}

/** A Telegram for one machine: the Bot API and the people's side, over one world. */
export interface SandboxTelegram {
  readonly world: World;
  readonly updates: Updates;
  readonly calls: Calls;
  readonly faults: Faults;
  snapshot(): Snapshot;
  register(app: FastifyInstance, options: { readonly prefix: string }): Promise<void>;
}
