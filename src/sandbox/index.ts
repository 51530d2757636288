import path from 'node:path';
import { BadConfig, type Config } from '../config.js';
import { chatRef, dialogRef } from '../domain/refs.js';
import { describe } from '../log.js';
import type { Open } from '../main/store.js';
import { type Bot, type BotOptions, startBot } from '../main.js';
import { nameMessage } from '../ports/vault.js';
import { broadcasts } from './broadcasts.js';
import { beginSchool } from './demo/begin.js';
import { DEMO_TOKEN, demoSchool, emptySchool } from './demo/school.js';
import { registerPage } from './page/serve.js';
import { registerPlay } from './play.js';
import { keepSaved, loadWorld } from './saved-world.js';
import { createSandboxVk, type Snapshot } from './vk/index.js';
import type { Definition } from './vk/state.js';

const CHATS_FROM = 2_000_000_000;

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

/** A world saved by an earlier version may lack somebody. */
const withEverybody = (saved: Snapshot, { people }: Definition): Snapshot => ({
  ...saved,
  state: { ...saved.state, people: people.map(({ dialog: _, ...person }) => person) },
});

export interface SandboxOptions extends Pick<BotOptions, 'log' | 'signal'> {
  /** A school where nothing is set up yet, instead of the demo school; its data lie apart. */
  readonly empty?: boolean;
}

/** The whole bot against a VK on this machine, with a demo school and a page to play every person of it. */
export const startSandbox = async (given: Config, { log, signal, empty = false }: SandboxOptions): Promise<Bot> => {
  const config = apart(given, empty ? 'sandbox-empty' : 'sandbox');
  const definition = empty ? emptySchool : demoSchool;
  const file = path.join(config.DATA_DIR, 'world.json');
  const saved = await loadWorld(file);
  const vk = createSandboxVk({ definition, ...(saved ? { saved: withEverybody(saved, definition) } : {}) });
  let begun = empty;
  const bot = await startBot(config, {
    log,
    preparing: () => (begun ? undefined : 'the demo school is being set up'),
    ...(signal && { signal }),
    vkApiUrl: (own) => `${own}/vk/method`,
    routes: async (app, open) => {
      await vk.register(app, { prefix: '/vk' });
      await registerPlay(app, vk, {
        explain: explainer(open),
        broadcasts: broadcasts(open),
        school: empty ? 'empty' : 'demo',
      });
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
  if (empty) return { ...bot, stop };
  try {
    await beginSchool({
      stores: bot.open.stores,
      vault: bot.open.vault,
      type,
      botPeer: -demoSchool.community.id,
      titleOf: (chat) => vk.world.chat(chat)?.title,
      ...(signal && { signal }),
    });
    begun = true;
  } catch (error) {
    await stop();
    throw error;
  }
  return { ...bot, stop };
};
