import { Locked, type Platform, Refused } from '../../ports/platform.js';
import { createInbox, handOn } from '../inbox.js';
import { patiently } from '../pauses.js';
import { FORBIDDEN, isSecret, LATER, NONSENSE, PATIENCE, type PushReply, readBody, TAKEN } from '../pushed.js';
import { ASKED } from './decode.js';
import { errorOf } from './errors.js';
import type { TelegramOptions } from './options.js';
import { decodeAll, type ListenDeps } from './poller.js';

export interface WebhookDeps extends ListenDeps, Pick<TelegramOptions, 'secret' | 'webhookUrl'> {}

const ADDRESS = 'Telegram refuses the address; mend TELEGRAM_WEBHOOK_URL: https, port 443, 80, 88 or 8443';

/** Tells Telegram where to push to and what; a token that is worth nothing shows itself here, not at the first update. */
const register = async ({ calls, webhookUrl: url, secret }: WebhookDeps, signal: AbortSignal): Promise<void> => {
  const reply =
    url === undefined || secret === undefined
      ? await calls.call('getMe', undefined, signal)
      : await calls.call('setWebhook', { url, secret_token: secret, allowed_updates: ASKED }, signal);
  if (!('failure' in reply)) return;
  const error = errorOf(reply.failure);
  throw error instanceof Refused ? new Locked(`${error.message}: ${ADDRESS}`) : error;
};

/** Telegram pushes, and is told `ok` only when the update was taken. */
export const createWebhook = (deps: WebhookDeps) => {
  const inbox = createInbox(PATIENCE);

  const updates: Platform['updates'] = async function* (signal) {
    inbox.open();
    try {
      const onWeather = (error: unknown) => deps.watch.onWeather?.('telegram webhook', error);
      await patiently(() => register(deps, signal), { signal, random: deps.random, onWeather });
      yield* handOn(inbox, signal);
    } finally {
      inbox.close();
    }
  };

  /** Answers one request of Telegram; never hangs, never throws. */
  const webhook = async (body: string, secret: string | undefined): Promise<PushReply> => {
    if (!isSecret(secret, deps.secret)) return FORBIDDEN;
    const raw = readBody(body);
    if (typeof raw !== 'object' || raw === null) return NONSENSE;
    deps.watch.onPoll?.(deps.now());
    const taken = await Promise.all(decodeAll(deps, [raw]).map((update) => inbox.put(update)));
    return taken.every(Boolean) ? TAKEN : LATER;
  };

  return { updates, webhook };
};
