import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectRoot } from '../../src/project-root.js';
import type { Told } from '../where-there-is.js';
import { until } from '../world/until.js';

const BIN = path.join(projectRoot(), 'bin/dezhurny.mjs');

export type Env = Readonly<Record<string, string>>;

export interface Process {
  readonly child: ChildProcess;
  out(): string;
  err(): string;
  /** Until these words were said. */
  says(words: string): Promise<void>;
  /** The exit code; the signal's name when a signal ended it. */
  ended(): Promise<number | string | null>;
}

/** A folder to call the program in, as a school's own; what is left running there at the end fails the test. */
export interface Place {
  readonly folder: string;
  start(argv: readonly string[], env?: Env, user?: number): Process;
  /** To the end. */
  run(
    argv: readonly string[],
    env?: Env,
    user?: number,
  ): Promise<{ code: number | string | null; out: string; err: string }>;
}

const start = (folder: string, argv: readonly string[], env: Env, user?: number): Process => {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [BIN, ...argv], {
    cwd: folder,
    env: { PATH, HOME, DATA_DIR: path.join(folder, 'data'), HTTP_PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(user !== undefined && { uid: user, gid: user }),
  });
  const said = { out: '', err: '' };
  child.stdout.on('data', (data: Buffer) => {
    said.out += data.toString();
  });
  child.stderr.on('data', (data: Buffer) => {
    said.err += data.toString();
  });
  const closed = once(child, 'close') as Promise<[number | null, string | null]>;
  return {
    child,
    out: () => said.out,
    err: () => said.err,
    says: (words) =>
      until(`«${words}» is said; so far: ${said.out}${said.err}`, () => (said.out + said.err).includes(words), 20_000),
    ended: async () => {
      const [code, signal] = await closed;
      return code ?? signal;
    },
  };
};

/** Processes whose command line or folder is in this folder. */
const leftIn = (folder: string): readonly string[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return words.includes(folder) ? [words] : [];
      } catch {
        return [];
      }
    });

export const inPlace = (words: string, story: (place: Place) => Promise<void>, told: Told = it) =>
  told(
    words,
    async () => {
      if (!existsSync(path.join(projectRoot(), 'dist/src/cli/run.js'))) throw new Error('run first: npm run build');
      const folder = await mkdtemp(path.join(tmpdir(), 'dz-run-'));
      const started: Process[] = [];
      const begin = (argv: readonly string[], env: Env = {}, user?: number) => {
        const one = start(folder, argv, env, user);
        started.push(one);
        return one;
      };
      try {
        await story({
          folder,
          start: begin,
          run: async (...call) => {
            const one = begin(...call);
            return { code: await one.ended(), out: one.out(), err: one.err() };
          },
        });
        // A stack trace is for us, never for the person at the terminal.
        for (const one of started) expect(one.out() + one.err()).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m);
        expect(leftIn(folder)).toEqual([]);
      } finally {
        for (const { child } of started)
          if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
        await rm(folder, { recursive: true, force: true });
      }
    },
    60_000,
  );

export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
};
