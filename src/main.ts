import Fastify, { type FastifyInstance } from 'fastify';
import type { Config } from './config.js';
import type { Chat } from './domain/chat.js';
import type { PlatformName } from './domain/refs.js';
import { SECOND } from './domain/time.js';
import { onlyWebhooksOutside, registerHealth } from './http/health.js';
import { createMetrics } from './http/metrics.js';
import { registerTelegramWebhook } from './http/telegram-webhook.js';
import { registerVkCallback } from './http/vk-callback.js';
import { describe, type Logger } from './log.js';
import { among } from './main/among.js';
import { watchDisk } from './main/disk.js';
import { openQueues, startWorking } from './main/engine.js';
import { hear, type Listening, type Messenger, openMessengers, quietest, silence, whoAmI } from './main/messengers.js';
import { stack } from './main/stack.js';
import { type Open, openStore } from './main/store.js';
import { keepMenus } from './main/telegram-menu.js';
import type { Platform } from './ports/platform.js';

const DISK_EVERY = 10 * SECOND;

export interface Bot {
  /** Where health, metrics and webhooks are served; undefined without the `http` role. */
  readonly url: string | undefined;
  readonly open: Open;
  stop(): Promise<void>;
}

export interface BotOptions {
  readonly log: Logger;
  /** Further routes, before anything listens: the sandbox's page and its messengers. */
  readonly routes?: (app: FastifyInstance, open: Open, messenger: (name: PlatformName) => Platform) => Promise<void>;
  /** Where the messengers are, once the address of this process is known. */
  readonly apis?: (own: string) => Partial<Pick<Config, 'VK_API_URL' | 'TELEGRAM_API_URL'>>;
  /** The data's key was made just now: its owner must keep a copy. */
  readonly onNewKey?: () => void;
  /** Why whoever runs this bot is not ready yet; undefined when nothing is in the way. */
  readonly preparing?: () => string | undefined;
  /** Ends a start that waits: for Redis, for the messenger. */
  readonly signal?: AbortSignal;
}

/** Builds everything, in order, and starts it. What was started is stopped again when a later step fails. */
export const startBot = async (
  config: Config,
  { log, routes, apis, onNewKey, preparing, signal }: BotOptions,
): Promise<Bot> => {
  const built = stack();
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    const open = await openStore(config, 'bot', log, stopping.signal);
    built.push(() => open.close());
    if (open.newKey) onNewKey?.();
    const metrics = createMetrics(log);
    const disk = watchDisk(config.DATA_DIR, (full) => log[full ? 'error' : 'info']({ full }, 'disk'), DISK_EVERY);
    await disk.look();
    built.push(disk.stop);
    const queues = await openQueues(open);
    built.push(() => queues.close());

    let messengers: ReturnType<typeof openMessengers> | undefined;
    const notReady = async (): Promise<string | undefined> => {
      const obstacle = preparing?.() ?? disk.obstacle();
      if (obstacle !== undefined) return obstacle;
      if (!open.redis.isReady) return 'redis is away';
      return config.ROLES.includes('ingest') ? silence(messengers?.all ?? []) : undefined;
    };

    let url: string | undefined;
    if (config.ROLES.includes('http')) {
      const app = Fastify({ forceCloseConnections: true, bodyLimit: 20 * 1024 * 1024 });
      onlyWebhooksOutside(app);
      registerHealth(app, notReady, metrics);
      registerVkCallback(app, () => messengers?.vk);
      registerTelegramWebhook(app, () => messengers?.telegram);
      await routes?.(app, open, (name) => among((messengers?.all ?? []).map(({ platform }) => platform))(name));
      app.setNotFoundHandler((_, reply) => reply.code(404).send({ error: 'not found' }));
      url = await app.listen({ host: config.HTTP_HOST, port: config.HTTP_PORT });
      built.push(() => app.close());
    }

    messengers = openMessengers({ ...config, ...(url !== undefined && apis?.(url)) }, open, metrics);
    const { all } = messengers;
    metrics.watchGauges({
      intake: () => queues.intake.length(),
      outbox: () => open.stores.ledger.waiting(),
      pollAge: () => quietest(all),
    });
    if (all.length > 0) await serve(config, all, { open, metrics, queues, stopping, obstacle: disk.obstacle, built });
    if (messengers.telegram && config.ROLES.includes('worker'))
      built.push(keepMenus(messengers.telegram, open, metrics.watch));
    return {
      url,
      open,
      stop: async () => {
        stop();
        await built.unwind();
      },
    };
  } catch (error) {
    stop();
    await built.unwind().catch((again) => log.warn({ error: describe(again) }, 'stopping'));
    throw error;
  }
};

/** The parts of this process that talk to messengers. */
const serve = async (config: Config, all: readonly Messenger[], listening: Listening): Promise<void> => {
  const { open, metrics, queues, stopping, built } = listening;
  for (const { platform } of all) built.push(() => platform.close());
  const selves = await whoAmI(all, metrics, stopping.signal);
  stopping.signal.throwIfAborted();
  const defaultMode: Chat['mode'] = config.MODE ?? 'observe';
  if (config.ROLES.includes('worker'))
    built.push(
      await startWorking({
        open,
        queues,
        platforms: all.map(({ platform }) => platform),
        selves,
        defaultMode,
        watch: metrics.watch,
      }),
    );
  if (config.ROLES.includes('ingest')) await Promise.all(all.map((messenger) => hear(messenger, listening)));
};
