import { createClient } from 'redis';
import { z } from 'zod';

/** What we use of node-redis: the plain client, without modules. */
export type Redis = ReturnType<typeof createClient>;

export interface ConnectionOptions {
  /** `redis://…`, `rediss://…` or `unix:///path/redis.sock`. */
  readonly url: string;
  /** Shown by `CLIENT LIST`; the private server is stopped by the last process that has one. */
  readonly name: string;
  /** Milliseconds after which a command is given up; 0 waits for ever, which is what queues need. */
  readonly timeout: number;
  readonly onTrouble: (error: Error) => void;
  /** Ends the waiting for a Redis that does not answer. */
  readonly signal?: AbortSignal;
  /** Called before each new attempt to connect: brings a dead private server back. */
  readonly revive?: () => Promise<void>;
}

const Complaint = z.object({ code: z.string(), message: z.string() }).partial().catch({});

const MAX_PAUSE = 500;

/** Redis did not answer before the patience was over; the last complaint is its message. */
export class Away extends Error {
  override readonly name = 'Away';
}

/** The system's code, or the first word of what Redis itself said: `NOAUTH`, `WRONGPASS`. */
const reasonOf = (error: unknown): string => {
  const { code, message = '' } = Complaint.parse(error);
  return code ?? /^[A-Z]{4,}\b/.exec(message)?.[0] ?? 'no answer';
};

/** @throws Away when `signal` is aborted first. */
const connected = async (client: Redis, signal: AbortSignal | undefined): Promise<void> => {
  let last: unknown;
  const note = (error: unknown) => {
    last = error;
  };
  const giveUp = () => client.destroy();
  client.on('error', note);
  signal?.addEventListener('abort', giveUp, { once: true });
  try {
    signal?.throwIfAborted();
    await client.connect();
  } catch (cause) {
    if (!signal?.aborted) throw cause;
    throw new Away(reasonOf(last), { cause });
  } finally {
    signal?.removeEventListener('abort', giveUp);
    client.off('error', note);
  }
};

/**
 * A client that reconnects for ever; commands given while Redis is away wait for it.
 * @throws Away when `signal` is aborted before Redis has answered.
 */
export const openRedis = async (options: ConnectionOptions): Promise<Redis> => {
  const socket = options.url.startsWith('unix:') ? { path: decodeURIComponent(new URL(options.url).pathname) } : {};
  const client = createClient({
    ...(options.url.startsWith('unix:') ? {} : { url: options.url }),
    name: options.name,
    commandOptions: options.timeout === 0 ? { timeout: 0 } : { timeout: options.timeout },
    socket: {
      ...socket,
      reconnectStrategy: (retries: number) => {
        void options.revive?.().catch(options.onTrouble);
        return Math.min(MAX_PAUSE, 20 * 2 ** Math.min(retries, 5));
      },
    },
  }) as Redis;
  client.on('error', options.onTrouble);
  await connected(client, options.signal);
  return client;
};
