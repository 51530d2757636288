import { once } from 'node:events';
import { BadConfig, type Config } from '../config.js';
import { createLog } from '../log.js';
import { type Bot, startBot } from '../main.js';
import { startSandbox } from '../sandbox/index.js';
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

/** Undefined when a signal came first. */
const start = async (
  config: Config,
  { sandbox, signal, io }: { readonly sandbox: boolean; readonly signal: AbortSignal; readonly io: Terminal },
): Promise<Bot | undefined> => {
  const options = { log: createLog(config, process.stdout.isTTY), signal };
  const onNewKey = () => line(io.stdout, NEW_KEY);
  try {
    return await (sandbox ? startSandbox(config, options) : startBot(config, { ...options, onNewKey }));
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  }
};

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
  if (argv.length > 0) throw new BadUsage(`dezhurny ${verb}`);
  const config = settings(io.env);
  if (verb === 'start' && config.TELEGRAM_TOKEN !== undefined)
    throw new BadConfig('TELEGRAM_TOKEN: Telegram is not served yet; remove it, and set VK_TOKEN');
  const sandbox = verb === 'sandbox' || config.VK_TOKEN === undefined;
  await ensureServer(config, io);
  const signal = untilSignal();
  const bot = await start(config, { sandbox, signal, io });
  if (bot === undefined) return EXIT.done;
  line(io.stdout, welcome(bot, sandbox));
  if (!signal.aborted) await once(signal, 'abort');
  await bot.stop();
  return EXIT.done;
};
