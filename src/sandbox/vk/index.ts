import { randomUUID } from 'node:crypto';
import { Faults } from '../faults.js';
import { Callback } from './callback.js';
import { Calls, type OnExchange } from './calls.js';
import { EventLog } from './event-log.js';
import type { Fault } from './faults.js';
import { newsOf } from './feed.js';
import { LongPoll } from './long-poll.js';
import { vkRoutes } from './routes.js';
import type { SandboxVk, Snapshot } from './sandbox.js';
import type { Definition } from './state.js';
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

export type { SandboxVk, Snapshot } from './sandbox.js';

const HISTORY = 10_000;

export const createSandboxVk = (options: SandboxOptions): SandboxVk => {
  const now = options.now ?? Date.now;
  const state = structuredClone(options.saved?.state ?? begin(options.definition, options.seed ?? randomUUID(), now()));
  const world = new World(state, now);
  const faults = new Faults<Fault>(now, () => poll.wake());
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
