import { createLog } from '../log.js';
import { type Bot, startBot } from '../main.js';
import { startSandbox } from '../sandbox/index.js';
import { ensureServer } from './redis-program.js';
import { settings } from './settings.js';
import { BadUsage, EXIT, line, type Terminal } from './terminal.js';

/** A process that has not stopped in this time is ended. */
const LAST_WORD = 12_000;

/** Runs until a signal; a second signal ends at once. */
const untilSignal = async (bot: Bot): Promise<number> => {
  await new Promise<void>((stopped) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopped());
  });
  const late = setTimeout(() => process.exit(EXIT.internal), LAST_WORD);
  await bot.stop();
  clearTimeout(late);
  return EXIT.done;
};

/** `start` runs the configured bot, or the sandbox when no messenger is configured; `sandbox` always the sandbox. */
export const run = async (
  argv: readonly string[],
  io: Terminal,
  verb: 'start' | 'sandbox' = 'start',
): Promise<number> => {
  if (argv.length > 0) throw new BadUsage(`dezhurny ${verb}`);
  const config = settings(io.env);
  const log = createLog(config, process.stdout.isTTY);
  const sandbox = verb === 'sandbox' || (config.VK_TOKEN === undefined && config.TELEGRAM_TOKEN === undefined);
  await ensureServer(config, io);
  const bot = sandbox ? await startSandbox(config, log) : await startBot(config, { log });
  if (bot.open.newKey && !sandbox)
    line(
      io.stdout,
      'A new encryption key was made in the data folder (keys/master.key). Keep a copy elsewhere: without it the data cannot be read.',
    );
  line(
    io.stdout,
    sandbox
      ? `Sandbox: open ${bot.url}/ in a browser. Everybody there is fictional. Ctrl+C stops it.`
      : `Dezhurny is running${bot.url ? `; health: ${bot.url}/health/ready` : ''}. Ctrl+C stops it.`,
  );
  return untilSignal(bot);
};
