import { setTimeout as pause } from 'node:timers/promises';
import Fastify, { type FastifyInstance } from 'fastify';
import { ingest } from './app/ingest.js';
import type { Config } from './config.js';
import type { Chat } from './domain/chat.js';
import { type AccountRef, type ChatRef, platformOf } from './domain/refs.js';
import { SECOND } from './domain/time.js';
import { onlyWebhooksOutside, registerHealth } from './http/health.js';
import { createMetrics, type Metrics } from './http/metrics.js';
import { registerVkCallback } from './http/vk-callback.js';
import { describe, type Logger } from './log.js';
import { watchDisk } from './main/disk.js';
import { openQueues, startWorking } from './main/engine.js';
import { stack } from './main/stack.js';
import { type Open, openStore } from './main/store.js';
import { configuredVk } from './main/vk.js';
import type { Vk } from './platforms/vk/index.js';
import { Locked } from './ports/platform.js';
import { redisPace } from './storage/redis/pace.js';

const DISK_EVERY = 10 * SECOND;
/** Long poll waits 25 seconds; a messenger unheard for longer than this is away. */
const DEAF = 120 * SECOND;
const AGAIN = 2 * SECOND;
/** How long the start waits until the place to listen from is kept; without it, listening goes on trying. */
const FIRST_HEARING = 10 * SECOND;

export interface Bot {
  /** Where health, metrics and webhooks are served; undefined without the `http` role. */
  readonly url: string | undefined;
  readonly open: Open;
  stop(): Promise<void>;
}

export interface BotOptions {
  readonly log: Logger;
  /** Further routes, before anything listens: the sandbox's page and its VK. */
  readonly routes?: (app: FastifyInstance, open: Open) => Promise<void>;
  /** Where VK is, once the address of this process is known. */
  readonly vkApiUrl?: (own: string) => string;
  /** The data's key was made just now: its owner must keep a copy. */
  readonly onNewKey?: () => void;
  /** Why whoever runs this bot is not ready yet; undefined when nothing is in the way. */
  readonly preparing?: () => string | undefined;
  /** Ends a start that waits: for Redis, for the messenger. */
  readonly signal?: AbortSignal;
}

const createPlatform = (
  config: Config,
  open: Open,
  metrics: Metrics,
  apiUrl: string,
  heard: (at: number) => void,
): Vk | undefined =>
  configuredVk(config, {
    apiUrl,
    cursors: open.stores.cursors,
    pace: redisPace(open.shelf, open.vault.pseudonym('t', config.VK_TOKEN ?? '')),
    say: open.say,
    watch: {
      onCall: metrics.called,
      onSkip: metrics.skip,
      onPoll: heard,
      onWeather: (where, error) => metrics.watch.weather(where, error),
    },
  });

/** Asks until the messenger answers; a wrong token ends the start. */
const whoAmI = async (vk: Vk, metrics: Metrics, signal: AbortSignal): Promise<AccountRef | undefined> => {
  while (!signal.aborted) {
    try {
      return (await vk.ask({ ask: 'self' })).account;
    } catch (error) {
      if (error instanceof Locked) throw error;
      metrics.watch.weather('self', error);
      await pause(AGAIN, undefined, { signal }).catch(() => {});
    }
  }
  return undefined;
};

/** Says which of the known chats the bot cannot look after. */
const checkChats = async (vk: Vk, { stores, vault, log }: Open): Promise<void> => {
  const known = new Set<ChatRef>([
    ...(await stores.chats.all()).map(({ ref }) => ref),
    ...(await stores.chats.present()),
  ]);
  const chats = [...known].filter((chat) => platformOf(chat) === 'vk');
  const rights = chats.length > 0 ? await vk.ask({ ask: 'rights', chats }) : new Map();
  for (const chat of chats.filter((one) => !rights.get(one)?.moderate))
    log.warn(
      { chat: vault.pseudonym('c', chat) },
      'the bot is no administrator of this chat and cannot keep order in it; see: npx dezhurny doctor',
    );
};

/** Builds everything, in order, and starts it. What was started is stopped again when a later step fails. */
export const startBot = async (
  config: Config,
  { log, routes, vkApiUrl, onNewKey, preparing, signal }: BotOptions,
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

    let lastHeard: number | undefined;
    let vk: Vk | undefined;
    const notReady = async (): Promise<string | undefined> => {
      const obstacle = preparing?.() ?? disk.obstacle();
      if (obstacle !== undefined) return obstacle;
      if (!open.redis.isReady) return 'redis is away';
      if (!config.ROLES.includes('ingest') || config.VK_TRANSPORT === 'callback') return undefined;
      if (lastHeard === undefined) return 'the messenger was not heard yet';
      return Date.now() - lastHeard > DEAF ? 'the messenger is silent' : undefined;
    };

    let url: string | undefined;
    if (config.ROLES.includes('http')) {
      const app = Fastify({ forceCloseConnections: true, bodyLimit: 20 * 1024 * 1024 });
      onlyWebhooksOutside(app);
      registerHealth(app, notReady, metrics);
      registerVkCallback(app, () => vk);
      await routes?.(app, open);
      app.setNotFoundHandler((_, reply) => reply.code(404).send({ error: 'not found' }));
      url = await app.listen({ host: config.HTTP_HOST, port: config.HTTP_PORT });
      built.push(() => app.close());
    }

    const apiUrl = url !== undefined && vkApiUrl ? vkApiUrl(url) : config.VK_API_URL;
    vk = createPlatform(config, open, metrics, apiUrl, (at) => {
      lastHeard = at;
    });
    metrics.watchGauges({
      intake: () => queues.intake.length(),
      outbox: () => open.stores.ledger.waiting(),
      pollAge: () => (lastHeard === undefined ? undefined : Date.now() - lastHeard),
    });
    if (vk !== undefined)
      await startVk({ config, open, vk, metrics, queues, stopping, obstacle: disk.obstacle, built });
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

interface Running {
  readonly config: Config;
  readonly open: Open;
  readonly vk: Vk;
  readonly metrics: Metrics;
  readonly queues: Awaited<ReturnType<typeof openQueues>>;
  readonly stopping: AbortController;
  readonly obstacle: () => string | undefined;
  readonly built: Pick<ReturnType<typeof stack>, 'push'>;
}

/** The parts of this process that talk to VK. */
const startVk = async ({ config, open, vk, metrics, queues, stopping, obstacle, built }: Running): Promise<void> => {
  built.push(() => vk.close());
  const self = await whoAmI(vk, metrics, stopping.signal);
  stopping.signal.throwIfAborted();
  const defaultMode: Chat['mode'] = config.MODE ?? 'observe';
  if (config.ROLES.includes('worker'))
    built.push(
      await startWorking({
        open,
        queues,
        platforms: [vk],
        selves: self ? [self] : [],
        defaultMode,
        watch: metrics.watch,
      }),
    );
  if (config.ROLES.includes('ingest')) {
    const wait = (ms: number) => pause(ms, undefined, { signal: stopping.signal }).catch(() => {});
    const listening = ingest(
      { platform: vk, intake: queues.intake, clock: { now: Date.now }, pause: wait, obstacle, watch: metrics.watch },
      stopping.signal,
    );
    built.push(() => listening);
    // Whoever reads «is running» may rely on it: what is written from now on is not lost.
    const begun = async () =>
      config.VK_TRANSPORT === 'callback' || (await open.stores.cursors.load('vk').catch(() => undefined)) !== undefined;
    for (const last = Date.now() + FIRST_HEARING; !stopping.signal.aborted && Date.now() < last && !(await begun()); )
      await wait(20);
    void checkChats(vk, open).catch((error) => {
      if (!stopping.signal.aborted) metrics.watch.weather('rights', error);
    });
  }
};
