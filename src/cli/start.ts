import { once } from 'node:events';
import type { Config } from '../config.js';
import { printCode } from '../domain/code.js';
import { createLog } from '../log.js';
import { type Bot, startBot } from '../main.js';
import { PROVISIONAL } from '../roster/provisional.js';
import { startSandbox } from '../sandbox/index.js';
import { issueAdminCode } from './admin-code.js';
import { ensureServer } from './redis-program.js';
import { settings } from './settings.js';
import { BadUsage, EXIT, line, type Terminal } from './terminal.js';
import { NEW_KEY } from './with-store.js';

/** A process that has not stopped in this time is ended. */
const LAST_WORD = 12_000;
/** Milliseconds in which a second signal is the first one told twice. */
const AGAIN = 1_000;

/** Aborted by the first signal, also while the bot still starts; a second signal ends the process at once. */
const untilSignal = (): AbortSignal => {
  const stopping = new AbortController();
  let first = 0;
  for (const name of ['SIGINT', 'SIGTERM'] as const)
    process.on(name, () => {
      // npm hands on the Ctrl+C that the terminal has told this process already.
      if (stopping.signal.aborted) return performance.now() - first > AGAIN ? process.exit(EXIT.internal) : undefined;
      first = performance.now();
      stopping.abort();
      setTimeout(() => process.exit(EXIT.internal), LAST_WORD).unref();
    });
  return stopping.signal;
};

interface Starting {
  readonly sandbox: boolean;
  readonly empty: boolean;
  readonly signal: AbortSignal;
  readonly io: Terminal;
}

/** Undefined when a signal came first. */
const start = async (config: Config, { sandbox, empty, signal, io }: Starting): Promise<Bot | undefined> => {
  const options = { log: createLog(config, process.stdout.isTTY), signal };
  const onNewKey = () => line(io.stdout, NEW_KEY);
  try {
    return await (sandbox ? startSandbox(config, { ...options, empty }) : startBot(config, { ...options, onNewKey }));
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  }
};

/** A school that begins with nothing has nobody who could ask for a code. */
const firstCode = async ({ open }: Bot): Promise<string | undefined> =>
  (await open.stores.people.all()).length > 0 ? undefined : printCode(await issueAdminCode(open, PROVISIONAL));

const welcome = (bot: Bot, sandbox: boolean): string => {
  if (sandbox) return `Sandbox: open ${bot.url}/ in a browser. Everybody there is fictional. Ctrl+C stops it.`;
  return `Dezhurny is running${bot.url ? `; health: ${bot.url}/health/ready` : ''}. Ctrl+C stops it.`;
};

/** `start` runs the configured bot, or the sandbox when no messenger is configured; `sandbox` always the sandbox. */
export const run = async (
  argv: readonly string[],
  io: Terminal,
  verb: 'start' | 'sandbox' = 'start',
): Promise<number> => {
  const empty = verb === 'sandbox' && argv.length === 1 && argv[0] === '--empty';
  if (argv.length > 0 && !empty)
    throw new BadUsage(verb === 'sandbox' ? 'dezhurny sandbox [--empty]' : 'dezhurny start');
  const config = settings(io.env);
  const sandbox = verb === 'sandbox' || (config.VK_TOKEN === undefined && config.TELEGRAM_TOKEN === undefined);
  await ensureServer(config, io);
  const signal = untilSignal();
  const bot = await start(config, { sandbox, empty, signal, io });
  if (bot === undefined) return EXIT.done;
  line(io.stdout, welcome(bot, sandbox));
  const code = empty ? await firstCode(bot) : undefined;
  if (code !== undefined) line(io.stdout, `Nothing is set up yet. The administrator writes to the bot: /код ${code}`);
  if (!signal.aborted) await once(signal, 'abort');
  await bot.stop();
  return EXIT.done;
};
