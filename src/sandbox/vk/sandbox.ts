import type { FastifyInstance } from 'fastify';
import type { Callback } from './callback.js';
import type { Calls, Request } from './calls.js';
import type { EventLog, SavedLog } from './event-log.js';
import type { Faults } from './faults.js';
import type { LongPoll } from './long-poll.js';
import type { State } from './state.js';
import type { World } from './world.js';

/** The whole world as JSON. */
export interface Snapshot {
  readonly state: State;
  readonly log: SavedLog;
}

/** A VK for one machine: the API, the long poll and the people's side, over one world. */
export interface SandboxVk {
  readonly world: World;
  readonly events: EventLog;
  readonly poll: LongPoll;
  readonly calls: Calls;
  readonly faults: Faults;
  readonly callback: Callback;
  /** What arrived at the API, oldest first, without the token. */
  readonly requests: readonly Request[];
  snapshot(): Snapshot;
  register(app: FastifyInstance, options: { readonly prefix: string }): Promise<void>;
}
