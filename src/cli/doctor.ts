import { createSay, type Say } from '../app/say.js';
import type { Config } from '../config.js';
import { createLog } from '../log.js';
import { type Data, openData } from '../main/store.js';
import { lookAtCalls } from './doctor/calls.js';
import { lookAtEditions } from './doctor/editions.js';
import { type Finding, printFinding } from './doctor/finding.js';
import { lookAtDisk, lookAtKey, lookAtMode, lookAtPolicy, lookAtTime } from './doctor/machine.js';
import { lookAtMessengers } from './doctor/messengers.js';
import { lookAtPictures } from './doctor/pictures.js';
import { lookAtRedis, whyClosed } from './doctor/redis.js';
import { lookAtSettings } from './doctor/school.js';
import { settings } from './settings.js';
import { BadUsage, EXIT, line, type Terminal } from './terminal.js';
import { NEW_KEY, PATIENCE } from './with-store.js';

type Opened = { readonly data: Data } | { readonly data?: never; readonly closed: Finding };

const open = async (config: Config, say: Say): Promise<Opened> => {
  try {
    const log = createLog({ LOG_LEVEL: 'silent' }, false);
    return { data: await openData(config, 'verb', log, AbortSignal.timeout(PATIENCE)) };
  } catch (error) {
    return { closed: whyClosed(error, say) };
  }
};

async function* look(config: Config, opened: Opened, say: Say): AsyncGenerator<Finding> {
  yield* await lookAtPolicy(config, opened.data, say);
  yield lookAtMode(config, say);
  yield lookAtTime(config, say);
  yield await lookAtPictures(config, say);
  const { data } = opened;
  if (data === undefined) yield opened.closed;
  else {
    yield await lookAtDisk(config, say);
    yield await lookAtKey(config, say);
    yield* await lookAtRedis(data, say);
  }
  yield* await lookAtSettings(config, data, say);
  if (data) yield* await lookAtEditions(data.stores, say);
  if (data) yield* await lookAtCalls(data.stores, say, Date.now());
  yield* await lookAtMessengers(config, data, say);
}

/** What the bot needs of its machine and of the messenger: a line each, ✓ or ✗ with what to do. */
export const run = async (argv: readonly string[], io: Terminal): Promise<number> => {
  if (argv.length > 0) throw new BadUsage('dezhurny doctor');
  const config = settings(io.env);
  const say = createSay(config.LOCALE, () => {});
  const opened = await open(config, say);
  if (opened.data?.newKey) line(io.stderr, NEW_KEY);
  let well = true;
  try {
    for await (const finding of look(config, opened, say)) {
      line(io.stdout, printFinding(say, finding));
      well &&= finding.ok;
    }
  } finally {
    await opened.data?.close();
  }
  return well ? EXIT.done : EXIT.wrong;
};
