import { createHash, timingSafeEqual } from 'node:crypto';
import { SECOND } from '../../domain/time.js';
import { Locked, type Platform, Refused } from '../../ports/platform.js';
import { createInbox } from '../inbox.js';
import { patiently } from '../pauses.js';
import { ASKED } from './decode.js';
import { errorOf } from './errors.js';
import type { TelegramOptions } from './options.js';
import { decodeAll, type ListenDeps } from './poller.js';

export interface WebhookReply {
  readonly status: number;
  readonly body: string;
}

export interface WebhookDeps extends ListenDeps, Pick<TelegramOptions, 'secret' | 'webhookUrl'> {}

const TAKEN: WebhookReply = { status: 200, body: 'ok' };
/** Telegram sends the update again. */
const LATER: WebhookReply = { status: 503, body: 'later' };
const FORBIDDEN: WebhookReply = { status: 403, body: 'forbidden' };
const NONSENSE: WebhookReply = { status: 400, body: 'not an update' };

/** Telegram waits longer; whoever is kept waiting is kept from the next update too. */
const PATIENCE = 8 * SECOND;

/** In the same time for any guess. */
const same = (a: string, b: string): boolean => {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(a), hash(b));
};

const read = (body: string): unknown => {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
};

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
      while (!signal.aborted) {
        const parcels = await inbox.take(signal);
        let taken = false;
        try {
          const batch = parcels.map(({ update }) => update);
          if (batch.length > 0) yield batch;
          taken = true;
        } finally {
          for (const { settle } of parcels) settle(taken);
        }
      }
    } finally {
      inbox.close();
    }
  };

  /** Answers one request of Telegram; never hangs, never throws. */
  const webhook = async (body: string, secret: string | undefined): Promise<WebhookReply> => {
    if (deps.secret === undefined || !same(secret ?? '', deps.secret)) return FORBIDDEN;
    const raw = read(body);
    if (typeof raw !== 'object' || raw === null) return NONSENSE;
    deps.watch.onPoll?.(deps.now());
    const taken = await Promise.all(decodeAll(deps, [raw]).map((update) => inbox.put(update)));
    return taken.every(Boolean) ? TAKEN : LATER;
  };

  return { updates, webhook };
};
