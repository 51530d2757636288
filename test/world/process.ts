import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { projectRoot } from '../../src/project-root.js';
import { until } from './until.js';

const BIN = path.join(projectRoot(), 'bin/dezhurny.mjs');

const PATIENCE = 30_000;

export type Env = Readonly<Record<string, string>>;

/** A process of the bot. */
export interface Bot {
  readonly child: ChildProcess;
  /** What it said, for the report of a failed test. */
  said(): string;
  /** Listens: from now on nothing that is written may be lost. */
  running(): Promise<void>;
  /** The address it printed. */
  url(): string;
  kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null>;
}

export const startBot = (env: Env, verb: readonly string[] = ['start']): Bot => {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [BIN, ...verb], {
    env: { PATH, HOME, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data: Buffer) => lines.push(data.toString()));
  const ended = once(child, 'exit');
  return {
    child,
    said: () => lines.join('').slice(-4_000),
    running: () =>
      until('the bot is running', () => lines.join('').match(/is running|Sandbox: open/) !== null, PATIENCE),
    url: () => /http:\/\/[\d.]+:\d+/.exec(lines.join(''))?.[0] ?? '',
    kill: async (signal) => {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      const [code] = (await ended) as [number | null];
      return code;
    },
  };
};
