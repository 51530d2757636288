import path from 'node:path';
import { BadConfig, type Config } from '../config.js';
import type { PlaceRef } from '../domain/refs.js';
import { describe } from '../log.js';
import type { Open } from '../main/store.js';
import { type Bot, type BotOptions, startBot } from '../main.js';
import { nameMessage } from '../ports/vault.js';
import { broadcasts } from './broadcasts.js';
import { beginSchool } from './demo/begin.js';
import { DEMO_BOT_TOKEN, DEMO_TOKEN } from './demo/school.js';
import { movesBoard } from './moves-board.js';
import { registerPage } from './page/serve.js';
import { registerPlay } from './play.js';
import { openWorlds } from './worlds.js';

/** The demo never becomes the school: a folder, prefix and key of its own, no token, no shared Redis. @throws BadConfig */
const apart = (config: Config, name: string): Config => {
  for (const given of ['VK_TOKEN', 'TELEGRAM_TOKEN', 'REDIS_URL'] as const)
    if (config[given] !== undefined)
      throw new BadConfig(`${given}: is set; the sandbox is a demonstration and starts without it`);
  const { ENCRYPTION_KEY: _theirs, VK_USER_TOKEN: _unused, ...rest } = config;
  return {
    ...rest,
    DATA_DIR: path.join(config.DATA_DIR, name),
    SCHOOL: name,
    VK_TOKEN: DEMO_TOKEN,
    VK_TRANSPORT: 'longpoll',
    TELEGRAM_TOKEN: DEMO_BOT_TOKEN,
    TELEGRAM_TRANSPORT: 'polling',
    ROLES: ['ingest', 'worker', 'http'],
    MODE: config.MODE ?? 'act',
  };
};

/** What the journal says of a message of the sandbox. */
const explainer =
  ({ stores, vault }: Open) =>
  async (place: PlaceRef, cmid: number) => ({
    links: await stores.journal.trace(nameMessage(vault, { place, id: String(cmid) })),
  });

export interface SandboxOptions extends Pick<BotOptions, 'log' | 'signal'> {
  /** A school where nothing is set up yet, instead of the demo school; its data lie apart. */
  readonly empty?: boolean;
}

/** The whole bot against a VK and a Telegram on this machine, with a demo school and a page to play every person of it. */
export const startSandbox = async (given: Config, { log, signal, empty = false }: SandboxOptions): Promise<Bot> => {
  const config = apart(given, empty ? 'sandbox-empty' : 'sandbox');
  const { played, register, keep } = await openWorlds(config.DATA_DIR, empty);
  let begun = empty;
  const bot = await startBot(config, {
    log,
    preparing: () => (begun ? undefined : 'the demo school is being set up'),
    ...(signal && { signal }),
    apis: (own) => ({ VK_API_URL: `${own}/vk/method`, TELEGRAM_API_URL: `${own}/telegram` }),
    routes: async (app, open, messenger) => {
      await register(app);
      await registerPlay(app, played, {
        explain: explainer(open),
        knows: async (account) => (await open.stores.people.facts(account)).person !== undefined,
        broadcasts: broadcasts(open),
        moves: movesBoard(open, messenger),
        school: empty ? 'empty' : 'demo',
      });
      await registerPage(app);
    },
  });
  const lastSave = keep((error) => log.warn({ error: describe(error) }, 'the sandbox was not saved'));
  const type = async (as: number, peer: number, text: string) => {
    await fetch(`${bot.url}/play/do`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ as, do: 'send', peer, text }),
    });
  };
  const stop = async () => {
    await lastSave();
    await bot.stop();
  };
  if (empty) return { ...bot, stop };
  try {
    await beginSchool({
      stores: bot.open.stores,
      vault: bot.open.vault,
      type,
      bots: { vk: played.vk.world.bot, telegram: played.telegram.world.bot },
      titleOf: (chat) => played.vk.world.chat(chat)?.title,
      ...(signal && { signal }),
    });
    begun = true;
  } catch (error) {
    await stop();
    throw error;
  }
  return { ...bot, stop };
};
