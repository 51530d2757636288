import path from 'node:path';
import { BadConfig, type Config } from '../config.js';
import { chatRef, dialogRef } from '../domain/refs.js';
import { describe } from '../log.js';
import type { Open } from '../main/store.js';
import { type Bot, type BotOptions, startBot } from '../main.js';
import { nameMessage } from '../ports/vault.js';
import { beginSchool } from './demo/begin.js';
import { DEMO_TOKEN, demoSchool } from './demo/school.js';
import { registerPage } from './page/serve.js';
import { registerPlay } from './play.js';
import { keepSaved, loadWorld } from './saved-world.js';
import { createSandboxVk } from './vk/index.js';

const CHATS_FROM = 2_000_000_000;

/** The demo never becomes the school: a folder, prefix and key of its own, no token, no shared Redis. @throws BadConfig */
const apart = (config: Config): Config => {
  for (const name of ['VK_TOKEN', 'TELEGRAM_TOKEN', 'REDIS_URL'] as const)
    if (config[name] !== undefined)
      throw new BadConfig(`${name}: is set; the sandbox is a demonstration and starts without it`);
  const { ENCRYPTION_KEY: _theirs, VK_USER_TOKEN: _unused, ...rest } = config;
  return {
    ...rest,
    DATA_DIR: path.join(config.DATA_DIR, 'sandbox'),
    SCHOOL: 'sandbox',
    VK_TOKEN: DEMO_TOKEN,
    VK_TRANSPORT: 'longpoll',
    ROLES: ['ingest', 'worker', 'http'],
    MODE: config.MODE ?? 'act',
  };
};

/** What the journal says of a message of the sandbox: `peer` as the bot numbers it. */
const explainer =
  ({ stores, vault }: Open) =>
  async (peer: number, cmid: number) => {
    const place = peer > CHATS_FROM ? chatRef('vk', peer) : dialogRef('vk', peer);
    return { links: await stores.journal.trace(nameMessage(vault, { place, id: String(cmid) })) };
  };

/** The whole bot against a VK on this machine, with a demo school and a page to play every person of it. */
export const startSandbox = async (
  given: Config,
  { log, signal }: Pick<BotOptions, 'log' | 'signal'>,
): Promise<Bot> => {
  const config = apart(given);
  const file = path.join(config.DATA_DIR, 'world.json');
  const saved = await loadWorld(file);
  const vk = createSandboxVk({ definition: demoSchool, ...(saved ? { saved } : {}) });
  let begun = false;
  const bot = await startBot(config, {
    log,
    preparing: () => (begun ? undefined : 'the demo school is being set up'),
    ...(signal && { signal }),
    vkApiUrl: (own) => `${own}/vk/method`,
    routes: async (app, open) => {
      await vk.register(app, { prefix: '/vk' });
      await registerPlay(app, vk, { explain: explainer(open) });
      await registerPage(app);
    },
  });
  const lastSave = keepSaved(file, vk, (error) => log.warn({ error: describe(error) }, 'the sandbox was not saved'));
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
  try {
    await beginSchool({
      stores: bot.open.stores,
      vault: bot.open.vault,
      type,
      botPeer: -demoSchool.community.id,
      ...(signal && { signal }),
    });
    begun = true;
  } catch (error) {
    await stop();
    throw error;
  }
  return { ...bot, stop };
};
