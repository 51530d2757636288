import { createLog } from '../log.js';
import { type Open, openStore } from '../main/store.js';
import { ensureServer } from './redis-program.js';
import { settings } from './settings.js';
import type { Terminal } from './terminal.js';

/** Runs a verb on the school's store, whether the bot runs or not: it shares, or starts and stops, the private Redis. */
export const withStore = async <T>(io: Terminal, work: (open: Open) => Promise<T>): Promise<T> => {
  const config = settings(io.env);
  await ensureServer(config, io);
  const open = await openStore(config, 'verb', createLog({ LOG_LEVEL: 'error' }, false));
  try {
    return await work(open);
  } finally {
    await open.close();
  }
};
