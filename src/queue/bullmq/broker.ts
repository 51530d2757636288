import { createNodeRedisClient, type IRedisClient, type QueueOptions, type WorkerOptions } from 'bullmq';

/** What we use of a node-redis client here. Commands must wait for ever: a lost answer would run a finished job again. */
export interface RawRedis {
  readonly isReady: boolean;
  on(event: 'ready' | 'error', listener: (error: Error) => void): unknown;
  setMaxListeners(count: number): unknown;
  scriptLoad(lua: string): Promise<unknown>;
  sendCommand(args: string[]): Promise<unknown>;
}

/** One connection for all queues and workers of a process, and where their keys lie. */
export interface Broker {
  readonly raw: RawRedis;
  readonly options: Pick<QueueOptions, 'connection' | 'prefix'>;
  readonly key: (queue: string, ...parts: readonly string[]) => string;
  readonly onTrouble: (error: Error) => void;
  /** Loads BullMQ's scripts again: see `reloadScripts`. */
  readonly reload: () => Promise<void>;
}

interface Scripted {
  readonly scripts?: ReadonlyMap<string, { readonly lua: string }>;
}

/**
 * BullMQ sends EVALSHA inside MULTI without a fallback, so after a restart of Redis `addBulk` fails until every script
 * is loaded again (bullmq 6.7.0 on node-redis; `scripts` is private there: a test holds it).
 */
const reloadScripts = async (raw: RawRedis, client: IRedisClient): Promise<void> => {
  const { scripts } = client as unknown as Scripted;
  const texts = [...(scripts?.values() ?? [])].map(({ lua }) => lua);
  await Promise.all(texts.map((text) => raw.scriptLoad(text)));
};

/** How long a worker's idle wait for a job lasts, in seconds. */
export const IDLE_WAIT = 5;
/** Milliseconds: after a kill another worker has the job back within two seconds; a repeated job changes nothing. */
export const SHORT_LOCK = { lockDuration: 2_000, stalledInterval: 1_000, maxStalledCount: 1_000 } as const;
/** Milliseconds that closing may take: with Redis away a worker would wait for ever. */
const CLOSING = 3_000;

export const createBroker = (raw: RawRedis, prefix: string, onTrouble: (error: Error) => void): Broker => {
  const client = createNodeRedisClient(raw);
  raw.setMaxListeners(0);
  client.setMaxListeners?.(0);
  const reload = () => reloadScripts(raw, client);
  raw.on('ready', () => void reload().catch(onTrouble));
  return {
    reload,
    raw,
    options: { connection: client as unknown as QueueOptions['connection'], prefix },
    key: (queue, ...parts) => [prefix, queue, ...parts].join(':'),
    onTrouble,
  };
};

export const workerOptions = (
  broker: Broker,
  locks: Pick<WorkerOptions, 'lockDuration' | 'stalledInterval' | 'maxStalledCount'>,
): WorkerOptions => ({
  ...broker.options,
  ...locks,
  concurrency: 1,
  drainDelay: IDLE_WAIT,
});

/** Closes what can be closed in time; the rest ends with the process. */
export const closeInTime = async (closing: readonly Promise<unknown>[]): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((done) => {
    timer = setTimeout(done, CLOSING);
  });
  await Promise.race([Promise.allSettled(closing), late]);
  clearTimeout(timer);
};

/**
 * Gives the jobs of dead workers back at once. Only for the sole process of a store, before its workers start:
 * otherwise a living worker's job would run twice at the same time.
 */
export const freeOrphans = async ({ raw, key }: Broker, queue: string): Promise<number> => {
  const active = (await raw.sendCommand(['LRANGE', key(queue, 'active'), '0', '-1'])) as readonly string[];
  for (const id of active) {
    await raw.sendCommand(['DEL', key(queue, id, 'lock')]);
    await raw.sendCommand(['SADD', key(queue, 'stalled'), id]);
  }
  await raw.sendCommand(['DEL', key(queue, 'stalled-check')]);
  return active.length;
};
