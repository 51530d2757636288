import { BadConfig } from '../config.js';
import { describe } from '../log.js';
import { Locked } from '../ports/platform.js';
import { BadKeyFile } from '../storage/master-key.js';
import { BadPolicy } from '../storage/policy.js';
import { NoRedis, Occupied } from '../storage/redis/provision.js';
import { BadUsage, EXIT, line, type Terminal, Unfit } from './terminal.js';

type Verb = (argv: readonly string[], io: Terminal) => Promise<number>;

/** Each verb is a file, loaded when it is called. */
const VERBS: Readonly<Record<string, () => Promise<Verb>>> = {
  start: async () => (await import('./start.js')).run,
  sandbox: async () => {
    const { run } = await import('./start.js');
    return (argv, io) => run(argv, io, 'sandbox');
  },
  check: async () => (await import('./check.js')).run,
  roster: async () => (await import('./roster.js')).run,
  'admin-code': async () => (await import('./admin-code.js')).run,
  regulation: async () => (await import('./regulation.js')).run,
  doctor: async () => (await import('./doctor.js')).run,
  journal: async () => (await import('./journal.js')).run,
};

const usage = (): string => `usage: dezhurny <${Object.keys(VERBS).join(' | ')}>`;

const HOW_TO_GET_REDIS = [
  'No Redis: set REDIS_URL, or install the server program.',
  'Debian, Ubuntu: apt-get install redis-server · Fedora: dnf install valkey · Alpine: apk add valkey · macOS: brew install redis · Windows: use WSL.',
].join('\n');

/** What a person can mend: one clear line, never a stack. Undefined for a mistake of ours. */
const mendable = (error: unknown): readonly [number, string] | undefined => {
  if (error instanceof BadUsage) return [EXIT.usage, `usage: ${error.message}`];
  if (error instanceof Unfit) return [EXIT.wrong, error.message];
  if (error instanceof BadConfig || error instanceof BadPolicy) return [EXIT.config, error.message];
  if (error instanceof NoRedis) return [EXIT.config, HOW_TO_GET_REDIS];
  if (error instanceof Occupied)
    return [
      EXIT.config,
      `DATA_DIR: another bot lives there (${error.message}); stop it first, or choose another folder`,
    ];
  if (error instanceof BadKeyFile)
    return [EXIT.config, `ENCRYPTION_KEY: the key file is damaged: ${error.message}; put the kept copy back`];
  if (error instanceof Locked) return [EXIT.config, `VK_TOKEN: VK refuses it: ${describe(error)}`];
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE')
    return [
      EXIT.config,
      'HTTP_PORT: the port is in use; stop the other program or choose another one; example: HTTP_PORT=8090',
    ];
  if (code === 'EACCES' && syscall === 'listen')
    return [EXIT.config, 'HTTP_PORT: this user may not listen there; choose one above 1023; example: HTTP_PORT=8090'];
  if (code === 'EACCES' || code === 'EROFS')
    return [EXIT.config, 'DATA_DIR: this user may not write there; example: DATA_DIR=./data'];
  if (code === 'ENOSPC') return [EXIT.config, 'DATA_DIR: the disk is full; free some room and start again'];
  return undefined;
};

/** Runs a verb and gives its exit code. */
export const main = async (argv: readonly string[], io: Terminal): Promise<number> => {
  const [name = '', ...rest] = argv;
  const load = VERBS[name];
  if (load === undefined) {
    line(io.stderr, usage());
    return name === '' || name === 'help' || name === '--help' ? EXIT.done : EXIT.usage;
  }
  try {
    return await (await load())(rest, io);
  } catch (error) {
    const [code, words] = mendable(error) ?? [EXIT.internal, `internal error: ${describe(error)}`];
    line(io.stderr, words);
    if (code === EXIT.internal && io.env.LOG_LEVEL === 'debug' && error instanceof Error)
      line(io.stderr, error.stack ?? '');
    return code;
  }
};
