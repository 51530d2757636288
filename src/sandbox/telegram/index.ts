import { randomUUID } from 'node:crypto';
import Fastify from 'fastify';
import { Faults } from '../faults.js';
import { Calls, type OnExchange } from './calls.js';
import type { Fault } from './faults.js';
import { newsOf } from './feed.js';
import { telegramRoutes } from './routes.js';
import type { SandboxTelegram, Snapshot } from './sandbox.js';
import type { Definition } from './state.js';
import { type Update, Updates } from './updates.js';
import { begin, World } from './world.js';

export interface TelegramSandboxOptions {
  /** What the world begins with, unless `saved` is given. */
  readonly definition: Definition;
  readonly saved?: Snapshot;
  readonly now?: () => number;
  readonly onExchange?: OnExchange;
  /** Told of every update, whether it is asked for or not. */
  readonly onNews?: (news: Omit<Update, 'update_id'>) => void;
  /** Makes ids of this world unlike those of another; random when not given. */
  readonly seed?: string;
}

export type { SandboxTelegram, Snapshot } from './sandbox.js';

export const createSandboxTelegram = (options: TelegramSandboxOptions): SandboxTelegram => {
  const state = structuredClone(options.saved?.state ?? begin(options.definition, options.seed ?? randomUUID()));
  const world = new World(state, options.now ?? Date.now);
  const faults = new Faults<Fault>(world.now);
  const updates = new Updates(faults);
  if (options.saved) updates.restore(options.saved.updates);
  const calls = new Calls(world, updates, faults, options.onExchange ?? (() => {}));
  world.listen((change) => {
    const news = newsOf(world, change);
    if (news === undefined) return;
    options.onNews?.(news);
    updates.record(news);
  });
  const sandbox: SandboxTelegram = {
    world,
    updates,
    calls,
    faults,
    snapshot: () => structuredClone({ state, updates: updates.snapshot() }),
    register: async (app, { prefix }) => void (await app.register(telegramRoutes(sandbox), { prefix })),
  };
  return sandbox;
};

export interface RunningTelegram {
  readonly telegram: SandboxTelegram;
  /** For `TELEGRAM_API_URL`. */
  readonly apiUrl: string;
  close(): Promise<void>;
}

/** One of its own on a port: for tests, and for a bot in another process. */
export const listenTelegram = async (
  options: TelegramSandboxOptions & { readonly port?: number; readonly host?: string },
): Promise<RunningTelegram> => {
  const app = Fastify({ forceCloseConnections: true });
  const telegram = createSandboxTelegram(options);
  await telegram.register(app, { prefix: '/telegram' });
  const url = await app.listen({ port: options.port ?? 0, host: options.host ?? '127.0.0.1' });
  return { telegram, apiUrl: `${url}/telegram`, close: () => app.close() };
};
