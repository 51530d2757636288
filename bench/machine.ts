import { spawnSync } from 'node:child_process';
import { availableParallelism, loadavg } from 'node:os';
import { findServer } from '../src/storage/redis/server.js';

/** What the figures were measured on. */
export const machine = async (): Promise<string> => {
  const program = (await findServer(process.env)) ?? 'redis-server';
  const redis = /v=(\S+)/.exec(spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout)?.[1] ?? 'unknown';
  const date = new Date().toISOString().slice(0, 10);
  return `${date}; ${availableParallelism()} cores; Node ${process.versions.node}; Redis ${redis}, appendfsync always`;
};

/** How busy the machine is: processes that want a core, over the last minute. */
export const busyness = (): string => `load ${loadavg()[0]?.toFixed(1) ?? '?'}`;
