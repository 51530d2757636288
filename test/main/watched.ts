import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { readConfig } from '../../src/config.js';
import type { stack } from '../../src/main/stack.js';
import { startBot } from '../../src/main.js';
import { listenSandbox } from '../../src/sandbox/listen.js';
import type { Definition, Message } from '../../src/sandbox/vk/state.js';
import { keysOf } from '../../src/storage/redis/keys.js';
import { connect, freshSchool, redisUrl } from '../world/redis.js';
import { until } from '../world/until.js';
import { dump } from './dump.js';

/** What of these words stands in these lines, also as JSON, a URL or base64 would write it. */
export const leaks = (lines: readonly string[], secrets: readonly string[]): readonly string[] => {
  const all = lines.join('\n').toLowerCase();
  const escaped = (word: string) =>
    JSON.stringify(word)
      .replace(/[\u0080-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .slice(1, -1);
  const base64 = (word: string) => Buffer.from(word).toString('base64').replace(/=+$/, '');
  return secrets.filter((word) =>
    [word, escaped(word), encodeURIComponent(word), base64(word)].some((form) => all.includes(form.toLowerCase())),
  );
};

const filesIn = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []))
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name));

/** A key of a day long past: destroyed as soon as the bot begins. */
export const OLD_DAY = '2026-01-01';

/** A bot between a messenger and a Redis, with everything that it writes anywhere, at any moment. */
export const openWatched = async (definition: Definition, built: ReturnType<typeof stack>) => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'dz-privacy-'));
  built.push(() => rm(dataDir, { recursive: true, force: true }));
  const temporary = path.join(dataDir, 'temporary');
  await mkdir(temporary);
  const { TMPDIR } = process.env;
  process.env.TMPDIR = temporary;
  built.push(() => {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  });
  const sandbox = await listenSandbox({ definition, now: Date.now });
  built.push(() => sandbox.close());
  const { world } = sandbox.vk;
  const logged: string[] = [];
  const sink = new Writable({
    write: (line, _, done) => {
      logged.push(String(line));
      done();
    },
  });
  const school = freshSchool();
  const config = readConfig({
    DATA_DIR: dataDir,
    VK_TOKEN: definition.community.token,
    VK_API_URL: sandbox.apiUrl,
    MODE: 'act',
    HTTP_PORT: '0',
    REDIS_URL: redisUrl(),
    SCHOOL: school,
    ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    LOG_LEVEL: 'trace',
  });
  const redis = await connect();
  built.push(() => redis.destroy());
  await redis.hSet(keysOf(school).dailyKeys, OLD_DAY, 'a key that should have been destroyed long ago');
  const bot = await startBot(config, { log: pino({ level: 'trace' }, sink) });
  built.push(() => bot.stop());

  // Whatever lies in Redis and on the disk between two moments, not only at the end.
  const seen = new Set<string>();
  const look = async (): Promise<void> => {
    for (const line of await dump(redis, school)) seen.add(line);
    for (const file of await filesIn(dataDir)) {
      seen.add(path.basename(file));
      seen.add(await readFile(file, 'latin1').catch(() => ''));
      seen.add(await readFile(file, 'utf8').catch(() => ''));
    }
  };
  let looking = true;
  const looks = (async () => {
    while (looking) await look();
  })();
  built.push(async () => {
    looking = false;
    await looks;
  });

  const act = async (as: number, what: object): Promise<void> => {
    const answer = await fetch(`${sandbox.url}/play/do`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ as, ...what }),
    });
    const { ok, why } = (await answer.json()) as { readonly ok: boolean; readonly why?: string };
    if (!ok) throw new Error(why);
  };
  const messages = (peer: number): readonly Message[] =>
    (world.state.messages[String(peer)] ?? []).filter(({ deleted }) => !deleted);
  const visible = (peer: number) => messages(peer).map(({ text }) => text);
  const bots = -definition.community.id;

  return {
    school,
    redis,
    sandbox,
    open: bot.open,
    logged,
    bots,
    visible,
    act,
    type: (as: number, peer: number, text: string) => act(as, { do: 'send', peer, text }),
    /** Labels of all buttons in a dialog with the bot. */
    buttons: (as: number) =>
      messages(as).flatMap(({ keyboard }) => (keyboard?.buttons ?? []).flat().map(({ action }) => action.label)),
    /** Sends a file to the bot. */
    sends: (as: number, name: string, contents: string) =>
      act(as, { do: 'send', peer: bots, files: [{ name, base64: Buffer.from(contents).toString('base64') }] }),
    /** Presses the latest button with this label in a dialog with the bot. */
    presses: async (as: number, label: string): Promise<void> => {
      for (const { cmid, keyboard } of messages(as).toReversed())
        for (const [row, line] of (keyboard?.buttons ?? []).entries()) {
          const column = line.findIndex(({ action }) => action.label === label);
          if (column >= 0) return act(as, { do: 'press', peer: bots, cmid, row, column });
        }
      throw new Error(`no button «${label}»; it reads: ${visible(as).at(-1)}`);
    },
    /** Waits until this stands at a place. */
    says: (peer: number, words: string) =>
      until(`«${words}» is read`, () => visible(peer).some((text) => text.includes(words))),
    /** Stops everything; all that was seen in Redis and on the disk. */
    ends: async (): Promise<readonly string[]> => {
      await until('the outbox is empty', async () => (await bot.open.stores.ledger.nextDue()) === undefined);
      looking = false;
      await looks;
      await look();
      await bot.stop();
      return [...seen];
    },
  };
};
export type Watched = Awaited<ReturnType<typeof openWatched>>;
