import type { Config } from '../config.js';
import { createTelegram, type Telegram, type TelegramOptions } from '../platforms/telegram/index.js';

/** Telegram allows about 30 calls a second; one is spared for the jitter of the way. */
export const TELEGRAM_PACE = { limit: 29, window: 1_050 } as const;

/** What the configuration does not say. */
export type TelegramSurroundings = Pick<TelegramOptions, 'cursors' | 'pace' | 'say' | 'watch' | 'timeout'>;

/** Telegram as configured; undefined without a token. */
export const configuredTelegram = (config: Config, surroundings: TelegramSurroundings): Telegram | undefined => {
  if (config.TELEGRAM_TOKEN === undefined) return undefined;
  return createTelegram({
    token: config.TELEGRAM_TOKEN,
    apiUrl: config.TELEGRAM_API_URL,
    transport: config.TELEGRAM_TRANSPORT,
    ...(config.TELEGRAM_WEBHOOK_SECRET === undefined ? {} : { secret: config.TELEGRAM_WEBHOOK_SECRET }),
    ...(config.TELEGRAM_WEBHOOK_URL === undefined ? {} : { webhookUrl: config.TELEGRAM_WEBHOOK_URL }),
    ...surroundings,
  });
};
