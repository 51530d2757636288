import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { readConfig } from '../src/config.js';
import { createLog } from '../src/log.js';
import { openStore } from '../src/main/store.js';
import type { Stores } from '../src/ports/stores.js';
import { projectRoot } from '../src/project-root.js';
import { end, startChild } from './child.js';
import { LINKS, REGISTERED, ROSTER, TOKEN } from './school.js';
import { steps } from './steps.js';

export interface BenchBot {
  readonly name: string;
  stop(): Promise<void>;
}
export interface OwnBot extends BenchBot {
  /** Updates settled since the start, as its own metrics count them. */
  settled(): Promise<number>;
  /** What its journal says of the way of a deletion. */
  steps(): Promise<string>;
}

/** The bot that most people would write. */
export const startBare = async (apiUrl: string): Promise<BenchBot> => {
  const { child, stop } = startChild('bare-process.ts', { BENCH_API_URL: apiUrl });
  await once(child, 'message');
  return { name: 'bare vk-io bot', stop };
};

/** Beside the program, as its commands work. */
const withStores = async <T>(env: NodeJS.ProcessEnv, work: (stores: Stores) => Promise<T>): Promise<T> => {
  const open = await openStore(readConfig(env), 'verb', createLog({ LOG_LEVEL: 'error' }, false));
  try {
    return await work(open.stores);
  } finally {
    await open.close();
  }
};

/** Chats registered, people known, before the program starts. */
const furnish = async ({ people, chats, ledger }: Stores): Promise<void> => {
  await people.put(ROSTER);
  for (const chat of REGISTERED) await chats.put(chat);
  await ledger.settle({
    key: 'bench-links',
    entry: { id: 'n:bench-links', kind: 'note', at: 0, detail: 'links for the benchmark' },
    changes: LINKS.map((link) => ({ put: 'link', ...link, at: 0 })),
    rows: [],
    chain: 'bench',
  });
};

const COUNTED = /^dezhurny_updates_total\{[^}]*\} (\d+)$/gm;

/** Starts the program; resolves when it runs. */
const launch = async (env: NodeJS.ProcessEnv, cwd: string, profile: string | undefined) => {
  const options = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${path.resolve(profile)}`];
  const program = path.join(projectRoot(), 'bin/dezhurny.mjs');
  const child = spawn(process.execPath, [...options, program, 'start'], {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface(child.stdout)) {
    const [health] = /http:\/\/\S+\/health\/ready/.exec(line) ?? [];
    if (health === undefined) continue;
    child.stdout.resume();
    return { child, health };
  }
  throw new Error('the program did not start');
};

/** The program as a school runs it: built, a process of its own, a private Redis in a new folder, everything durable. */
export const startOwn = async (apiUrl: string, profile?: string): Promise<OwnBot> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'dz-bench-'));
  const env: NodeJS.ProcessEnv = {
    ...{ PATH: process.env.PATH, DATA_DIR: folder, SCHOOL: 'bench', HTTP_PORT: '0', LOG_LEVEL: 'warn', MODE: 'act' },
    ...{ VK_TOKEN: TOKEN, VK_API_URL: apiUrl },
  };
  await withStores(env, furnish);
  const { child, health } = await launch(env, folder, profile);
  const metrics = health.replace('/health/ready', '/metrics');
  return {
    name: 'dezhurny',
    settled: async () => {
      const text = await (await fetch(metrics)).text();
      return [...text.matchAll(COUNTED)].reduce((sum, [, count]) => sum + Number(count), 0);
    },
    steps: () => withStores(env, ({ journal }) => steps(journal)),
    stop: async () => {
      await end(child);
      await rm(folder, { recursive: true, force: true });
    },
  };
};
