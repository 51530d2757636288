import { text } from '../domain/text.js';
import { SECOND } from '../domain/time.js';
import type { Data } from '../main/store.js';
import { configuredTelegram, TELEGRAM_PACE } from '../main/telegram.js';
import { configuredVk } from '../main/vk.js';
import type { Rate } from '../ports/pace.js';
import { Locked, Refused, Weather } from '../ports/platform.js';
import { memoryCursors } from '../storage/memory/records.js';
import { createState } from '../storage/memory/state.js';
import { redisPace, VK_PACE } from '../storage/redis/pace.js';
import { line, type Terminal } from './terminal.js';

const PATIENCE = 10 * SECOND;

/** What opens a dialog with the bot, by the messenger's own short links. Null when typed otherwise. */
export const readAddress = (typed: string): string | null => {
  const [, host, name] = /^(?:https:\/\/)?(vk\.me|t\.me)\/([\w.-]{1,64})\/?$/.exec(typed.trim()) ?? [];
  return host === undefined || name === undefined ? null : `https://${host}/${name}`;
};

/** Where people reach the bot, as its messenger tells it; undefined, and said, when it cannot be asked. VK before Telegram. */
export const askAddress = async (
  { config, shelf, vault, say }: Data,
  io: Pick<Terminal, 'stderr'>,
): Promise<string | undefined> => {
  const around = (token: string | undefined, pace: Rate) => ({
    cursors: memoryCursors(createState()),
    pace: redisPace(shelf, vault.pseudonym('t', token ?? ''), pace),
    say,
    timeout: PATIENCE,
  });
  const messenger =
    configuredVk(config, around(config.VK_TOKEN, VK_PACE)) ??
    configuredTelegram(config, around(config.TELEGRAM_TOKEN, TELEGRAM_PACE));
  try {
    return await messenger?.ask({ ask: 'address' });
  } catch (error) {
    if (!(error instanceof Weather || error instanceof Locked || error instanceof Refused)) throw error;
    line(io.stderr, `${say(text('code-address-away'))} (${error.message})`);
    return undefined;
  } finally {
    messenger?.close();
  }
};
