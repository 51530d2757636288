import type { Config } from '../config.js';
import { createTelegram, type Telegram, type TelegramOptions } from '../platforms/telegram/index.js';
import type { Rate } from '../ports/pace.js';

/**
 * Telegram allows about 30 calls a second; 5 % of the window are spared for the jitter of the way. What can wait keeps to 29
 * in a little more than a second, 34 ms apart, and leaves the last place to what cannot.
 */
export const TELEGRAM_PACE: Rate = { limit: 30, window: 1_050, patient: { limit: 29, window: 1_040, gap: 34 } };

/** What the configuration does not say. */
export type TelegramSurroundings = Pick<
  TelegramOptions,
  'cursors' | 'pace' | 'quotas' | 'post' | 'say' | 'watch' | 'timeout'
>;

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
