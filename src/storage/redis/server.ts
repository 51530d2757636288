import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, constants, mkdir, open } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { underLock } from './start-lock.js';

/** Names under which Redis (or its free successor) is installed, in order of preference. */
const PROGRAMS = ['redis-server', 'valkey-server'];
/** A unix socket's path may be 107 bytes long. */
const SOCKET_LIMIT = 100;
/** Milliseconds: loading a large append-only file takes seconds. */
const START_PATIENCE = 60_000;

/** The private server was started and did not come up. */
export class Unstartable extends Error {
  override readonly name = 'Unstartable';
}

/** The server's program on PATH, or undefined. */
export const findServer = async (env: Readonly<Record<string, string | undefined>>): Promise<string | undefined> => {
  const folders = [...(env.PATH ?? '').split(path.delimiter), '/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'];
  for (const name of PROGRAMS)
    for (const folder of folders.filter(Boolean)) {
      const file = path.join(folder, name);
      if (
        await access(file, constants.X_OK).then(
          () => true,
          () => false,
        )
      )
        return file;
    }
  return undefined;
};

const socketOf = (folder: string): string => {
  const socket = path.join(folder, 'redis.sock');
  if (Buffer.byteLength(socket) <= SOCKET_LIMIT) return socket;
  return path.join(tmpdir(), `dezhurny-${createHash('sha1').update(folder).digest('hex').slice(0, 16)}.sock`);
};

const settings = (folder: string, socket: string): readonly string[] => [
  ...['--port', '0', '--unixsocket', socket, '--unixsocketperm', '700', '--dir', folder],
  ...['--appendonly', 'yes', '--appendfsync', 'always', '--aof-load-truncated', 'yes', '--save', '3600 1'],
  ...[
    '--hz',
    '100',
    '--maxmemory-policy',
    'noeviction',
    '--daemonize',
    'no',
    '--logfile',
    path.join(folder, 'redis.log'),
  ],
];

type State = 'ready' | 'busy' | 'dead';

/**
 * What lives behind a socket. A server that is still reading its files answers LOADING, or nothing for a while: it is
 * busy, and a second one beside it would ruin the files of both.
 */
const look = (socket: string): Promise<State> =>
  new Promise((resolve) => {
    const connection = connect(socket);
    const say = (state: State) => {
      connection.destroy();
      resolve(state);
    };
    connection.setTimeout(2_000, () => say('busy'));
    connection.on('error', () => say('dead'));
    connection.on('connect', () => connection.write('PING\r\n'));
    connection.on('data', (data) => say(data.toString().startsWith('+PONG') ? 'ready' : 'busy'));
  });

/** Waits while a server is busy. */
const settled = async (socket: string): Promise<'ready' | 'dead'> => {
  for (const until = Date.now() + START_PATIENCE; ; await pause(10)) {
    const state = await look(socket);
    if (state !== 'busy') return state;
    if (Date.now() > until)
      throw new Unstartable('the private Redis does not answer; its own words are in redis/redis.log');
  }
};

const launch = async (program: string, folder: string, socket: string): Promise<void> => {
  const log = await open(path.join(folder, 'redis.out'), 'a', 0o600);
  const child = spawn(program, [...settings(folder, socket)], { detached: true, stdio: ['ignore', log.fd, log.fd] });
  let failed: Error | undefined;
  child.on('error', (error) => {
    failed = error;
  });
  child.on('exit', (code) => {
    failed ??= new Unstartable(`the private Redis ended with code ${code}; its own words are in redis/redis.log`);
  });
  child.unref();
  await log.close();
  for (const until = Date.now() + START_PATIENCE; Date.now() < until; await pause(10)) {
    if (failed) throw failed;
    if ((await look(socket)) === 'ready') return;
  }
  throw new Unstartable('the private Redis does not answer; its own words are in redis/redis.log');
};

/** A Redis of this data folder's own, on a unix socket nobody else may open. */
export interface PrivateServer {
  readonly url: string;
  /** Makes sure it runs: starts it when it is dead, uses the one that lives. */
  ensure(): Promise<void>;
  /** Whether one runs now, once nothing of this process is bringing it back. */
  lives(): Promise<boolean>;
  /** Runs something no other process of this folder does at the same time. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
}

/** @throws Unstartable when the server does not come up. */
export const privateServer = async (program: string, dataDir: string): Promise<PrivateServer> => {
  const folder = path.resolve(dataDir, 'redis');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const socket = socketOf(folder);
  const lock = path.join(folder, 'start.lock');
  const exclusively = <T>(work: () => Promise<T>) => underLock(lock, work);
  let starting: Promise<void> | undefined;
  const start = async () => {
    if ((await settled(socket)) === 'ready') return;
    await exclusively(async () => {
      if ((await settled(socket)) === 'dead') await launch(program, folder, socket);
    });
  };
  return {
    url: `unix://${encodeURI(socket)}`,
    exclusively,
    ensure: () => {
      starting ??= start().finally(() => {
        starting = undefined;
      });
      return starting;
    },
    lives: async () => {
      await starting?.catch(() => {});
      return (await settled(socket)) === 'ready';
    },
  };
};
