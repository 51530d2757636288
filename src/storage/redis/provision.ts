import type { ConnectionOptions, Redis } from './connection.js';
import { openRedis } from './connection.js';
import { findServer, privateServer } from './server.js';

/** What a process is to the store: the bot itself, or a command beside it. */
export type Occupation = 'bot' | 'verb';

/** How a process wants its connection. */
type Wanted = Pick<ConnectionOptions, 'timeout' | 'onTrouble' | 'signal'>;

export interface Provision {
  readonly url: string;
  /** No other bot lives on this store: orphaned locks and leases may be freed. Never true for a shared `REDIS_URL`. */
  readonly sole: boolean;
  /** A private server under `DATA_DIR`. */
  readonly private: boolean;
  connect(options: Wanted): Promise<Redis>;
  /** Stops the private server if this process is its last client. Close your own connections first. */
  release(): Promise<void>;
}

/** Another bot runs on this data folder. */
export class Occupied extends Error {
  override readonly name = 'Occupied';
}
/** No Redis, and none can be started. */
export class NoRedis extends Error {
  override readonly name = 'NoRedis';
}

const CLIENT = /\bname=dz-(bot|verb)-(\d+)\b/;

/** Other processes that hold a connection: occupation and process id. */
const neighbours = async (redis: Redis): Promise<readonly (readonly [string, number])[]> => {
  const list = String(await redis.sendCommand(['CLIENT', 'LIST']));
  return list.split('\n').flatMap((line) => {
    const found = CLIENT.exec(line);
    return found && Number(found[2]) !== process.pid ? [[found[1] ?? '', Number(found[2])] as const] : [];
  });
};

const nameOf = (occupation: Occupation) => `dz-${occupation}-${process.pid}`;

const shared = (url: string, occupation: Occupation): Provision => ({
  url,
  sole: false,
  private: false,
  connect: (options) => openRedis({ ...options, url, name: nameOf(occupation) }),
  release: async () => {},
});

/** Milliseconds in which a living server answers who asks to stop it. */
const FAREWELL = 5_000;

const stopUnlessUsed = async (url: string, name: string): Promise<void> => {
  const asked = { url, name, timeout: FAREWELL, onTrouble: () => {}, signal: AbortSignal.timeout(FAREWELL) };
  const redis = await openRedis(asked).catch(() => undefined);
  if (redis === undefined) return;
  const others = await neighbours(redis).catch(() => undefined);
  if (others?.length === 0) await redis.sendCommand(['SHUTDOWN']).catch(() => {});
  redis.destroy();
};

/**
 * The Redis of this configuration: the given one, else a private server of the data folder.
 * @throws NoRedis without a server program, Occupied when a bot asks for a folder on which another bot lives.
 */
export const provision = async (options: {
  readonly url: string | undefined;
  readonly dataDir: string;
  readonly occupation: Occupation;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly onTrouble: (error: Error) => void;
  readonly signal?: AbortSignal;
}): Promise<Provision> => {
  const { occupation, onTrouble, signal } = options;
  if (options.url !== undefined) return shared(options.url, occupation);
  const program = await findServer(options.env);
  if (program === undefined) throw new NoRedis();
  const server = await privateServer(program, options.dataDir);
  await server.ensure();
  const open = (given: Wanted) =>
    openRedis({ ...given, url: server.url, name: nameOf(occupation), revive: () => server.ensure() });

  // Held until the end: this connection is how others see that this process lives.
  const presence = await server.exclusively(async () => {
    const own = await open({ timeout: 5_000, onTrouble, ...(signal && { signal }) });
    const bots = (await neighbours(own)).filter(([who]) => who === 'bot');
    if (occupation === 'verb' || bots.length === 0) return own;
    own.destroy();
    throw new Occupied(`process ${bots[0]?.[1]}`);
  });

  return {
    url: server.url,
    sole: occupation === 'bot',
    private: true,
    connect: open,
    release: async () => {
      presence.destroy();
      // A server that is down already needs no stopping. One that came back just now does.
      if (await server.lives()) await server.exclusively(() => stopUnlessUsed(server.url, nameOf(occupation)));
    },
  };
};
