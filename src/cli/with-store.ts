import { SECOND } from '../domain/time.js';
import { createLog } from '../log.js';
import { type Data, openData } from '../main/store.js';
import { ensureServer } from './redis-program.js';
import { settings } from './settings.js';
import { line, type Terminal } from './terminal.js';

/** A verb waits this long for a given Redis; the bot waits for ever. */
export const PATIENCE = 5 * SECOND;

/** Said once, by whoever made the key. */
export const NEW_KEY =
  'A new encryption key was made in the data folder (keys/master.key). Keep a copy elsewhere: without it the data cannot be read.';

/** Runs a verb on the school's data, whether the bot runs or not: it shares, or starts and stops, the private Redis. */
export const withStore = async <T>(io: Terminal, work: (data: Data) => Promise<T>): Promise<T> => {
  const config = settings(io.env);
  await ensureServer(config, io);
  const log = createLog({ LOG_LEVEL: 'error' }, false);
  const data = await openData(config, 'verb', log, AbortSignal.timeout(PATIENCE));
  if (data.newKey) line(io.stderr, NEW_KEY);
  try {
    return await work(data);
  } finally {
    await data.close();
  }
};
