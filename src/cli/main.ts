import { describe } from '../log.js';
import { mendable } from './mendable.js';
import { EXIT, line, type Terminal } from './terminal.js';

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
  clauses: async () => (await import('./clauses.js')).run,
  cases: async () => (await import('./cases.js')).run,
  journal: async () => (await import('./journal.js')).run,
};

const usage = (): string => `usage: dezhurny <${Object.keys(VERBS).join(' | ')}>`;

/** Says what went wrong, in one line and without a stack; the exit code. */
export const complain = (error: unknown, io: Pick<Terminal, 'stderr' | 'env'>): number => {
  const [code, words] = mendable(error) ?? [EXIT.internal, `internal error: ${describe(error)}`];
  line(io.stderr, words);
  if (code === EXIT.internal && io.env.LOG_LEVEL === 'debug' && error instanceof Error)
    line(io.stderr, error.stack ?? '');
  return code;
};

/** Runs a verb and gives its exit code. */
export const main = async (argv: readonly string[], io: Terminal): Promise<number> => {
  const [name = '', ...rest] = argv;
  if (name === 'help' || name === '--help') {
    line(io.stdout, usage());
    return EXIT.done;
  }
  const load = Object.hasOwn(VERBS, name) ? VERBS[name] : undefined;
  if (load === undefined) {
    line(io.stderr, usage());
    return EXIT.usage;
  }
  try {
    return await (await load())(rest, io);
  } catch (error) {
    return complain(error, io);
  }
};
