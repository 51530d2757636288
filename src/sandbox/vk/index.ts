import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { Callback } from './callback.js';
import { Calls, type OnExchange, type Request } from './calls.js';
import { EventLog, type SavedLog } from './event-log.js';
import { Faults } from './faults.js';
import { newsOf } from './feed.js';
import { LongPoll } from './long-poll.js';
import { vkRoutes } from './routes.js';
import type { Definition, State } from './state.js';
import { begin, World } from './world.js';

export interface SandboxOptions {
  /** What the world begins with, unless `saved` is given. */
  readonly definition: Definition;
  readonly saved?: Snapshot;
  readonly now?: () => number;
  /** Events kept for the long poll. */
  readonly history?: number;
  readonly onExchange?: OnExchange;
  /** Makes ids of this world unlike those of another; random when not given. */
  readonly seed?: string;
}

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

const HISTORY = 10_000;

export const createSandboxVk = (options: SandboxOptions): SandboxVk => {
  const now = options.now ?? Date.now;
  const state = structuredClone(options.saved?.state ?? begin(options.definition, options.seed ?? randomUUID(), now()));
  const world = new World(state, now);
  const faults = new Faults(now, () => poll.wake());
  const events = new EventLog(world, faults, options.history ?? HISTORY);
  if (options.saved) events.restore(options.saved.log);
  const poll = new LongPoll(events, faults);
  const callback = new Callback(world, events);
  const calls = new Calls(world, events, faults, options.onExchange ?? (() => {}));
  world.listen((change) => {
    const news = newsOf(world, change);
    if (news && state.community.longPoll.events[news.type] === 1) events.record(news);
  });
  const sandbox: SandboxVk = {
    world,
    events,
    poll,
    calls,
    faults,
    callback,
    get requests() {
      return calls.requests;
    },
    snapshot: () => structuredClone({ state, log: events.snapshot() }),
    register: async (app, { prefix }) => void (await app.register(vkRoutes(sandbox), { prefix })),
  };
  return sandbox;
};
