import { createClient } from 'redis';

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
  /** Called before each new attempt to connect: brings a dead private server back. */
  readonly revive?: () => Promise<void>;
}

const MAX_PAUSE = 500;

/** A client that reconnects for ever; commands given while Redis is away wait for it. */
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
  await client.connect();
  return client;
};
