import { setTimeout as pause } from 'node:timers/promises';
import { ingest } from '../app/ingest.js';
import type { Config } from '../config.js';
import { type AccountRef, type ChatRef, platformOf } from '../domain/refs.js';
import { SECOND } from '../domain/time.js';
import type { Metrics } from '../http/metrics.js';
import { PLACE_RATE, type Telegram } from '../platforms/telegram/index.js';
import type { Vk } from '../platforms/vk/index.js';
import { Locked, type Platform, type Rights } from '../ports/platform.js';
import { redisPace } from '../storage/redis/pace.js';
import { redisPost } from '../storage/redis/post.js';
import { redisQuotas } from '../storage/redis/quotas.js';
import type { Queues } from './engine.js';
import type { stack } from './stack.js';
import type { Open } from './store.js';
import { configuredTelegram, TELEGRAM_PACE } from './telegram.js';
import { configuredVk } from './vk.js';

/** A messenger unheard for longer than this is away: polls wait 25 seconds. */
const DEAF = 120 * SECOND;
const AGAIN = 2 * SECOND;
/** How long the start waits until the place to listen from is kept; without it, listening goes on trying. */
const FIRST_HEARING = 10 * SECOND;

/** A messenger that this process serves. */
export interface Messenger {
  readonly platform: Platform & { close(): void };
  /** Asks for news itself, so that it is known when it was heard last; else it is told. */
  readonly polls: boolean;
  /** The bot's account, where it is known without asking. */
  readonly self?: AccountRef;
  /** Epoch milliseconds. */
  readonly heard: () => number | undefined;
}

/** The messengers of the configuration, none of them asked yet. */
export const openMessengers = (config: Config, open: Open, metrics: Metrics) => {
  const times = new Map<string, number>();
  const around = (name: 'vk' | 'telegram') => ({
    cursors: open.stores.cursors,
    say: open.say,
    watch: {
      onCall: metrics.called,
      onSkip: metrics.skip,
      onPoll: (at: number) => void times.set(name, at),
      onWeather: (where: string, error: unknown) => metrics.watch.weather(where, error),
    },
  });
  const token = (words: string | undefined) => open.vault.pseudonym('t', words ?? '');
  const vk = configuredVk(config, {
    apiUrl: config.VK_API_URL,
    pace: redisPace(open.shelf, token(config.VK_TOKEN)),
    ...around('vk'),
  });
  const telegram = configuredTelegram(config, {
    pace: redisPace(open.shelf, token(config.TELEGRAM_TOKEN), TELEGRAM_PACE),
    post: redisPost(open.shelf, token(config.TELEGRAM_TOKEN)),
    quotas: redisQuotas(open.shelf, token(config.TELEGRAM_TOKEN), PLACE_RATE),
    ...around('telegram'),
  });
  const served = (platform: Vk | Telegram, polls: boolean): Messenger => ({
    platform,
    polls,
    ...('account' in platform && { self: platform.account }),
    heard: () => times.get(platform.name),
  });
  const all: readonly Messenger[] = [
    ...(vk ? [served(vk, config.VK_TRANSPORT === 'longpoll')] : []),
    ...(telegram ? [served(telegram, config.TELEGRAM_TRANSPORT === 'polling')] : []),
  ];
  return { vk, telegram, all };
};

/** Why nothing can be heard at the moment; undefined when one messenger at least can: it must not wait for another one. */
export const silence = (all: readonly Messenger[]): string | undefined => {
  if (all.some(({ polls }) => !polls)) return undefined;
  const heard = all.flatMap((one) => one.heard() ?? []);
  if (heard.length === 0) return 'the messenger was not heard yet';
  return heard.every((at) => Date.now() - at > DEAF) ? 'the messenger is silent' : undefined;
};

/** Milliseconds since the messenger that was heard longest ago. */
export const quietest = (all: readonly Messenger[]): number | undefined => {
  const heard = all.flatMap((one) => one.heard() ?? []);
  return heard.length === 0 ? undefined : Date.now() - Math.min(...heard);
};

/** Asks until the messenger answers; a wrong token ends the start. */
const askWho = async (
  { platform }: Messenger,
  metrics: Metrics,
  signal: AbortSignal,
): Promise<AccountRef | undefined> => {
  while (!signal.aborted) {
    try {
      return (await platform.ask({ ask: 'self' })).account;
    } catch (error) {
      if (error instanceof Locked) throw error;
      metrics.watch.weather('self', error);
      await pause(AGAIN, undefined, { signal }).catch(() => {});
    }
  }
  return undefined;
};

/** The bot's accounts. Where one is known and there is another messenger to serve, nobody waits for an answer. */
export const whoAmI = async (
  all: readonly Messenger[],
  metrics: Metrics,
  signal: AbortSignal,
): Promise<readonly AccountRef[]> => {
  const asked = all.map(async (messenger) => {
    const answer = askWho(messenger, metrics, signal);
    if (messenger.self === undefined || all.length === 1) return answer;
    answer.catch((error) => metrics.watch.locked('self', error));
    return messenger.self;
  });
  return (await Promise.all(asked)).flatMap((self) => self ?? []);
};

/** Says which of the known chats the bot cannot look after. */
const checkChats = async ({ platform }: Messenger, { stores, vault, log }: Open): Promise<void> => {
  const known = new Set<ChatRef>([
    ...(await stores.chats.all()).map(({ ref }) => ref),
    ...(await stores.chats.present()),
  ]);
  const chats = [...known].filter((chat) => platformOf(chat) === platform.name);
  const rights: ReadonlyMap<ChatRef, Rights> =
    chats.length > 0 ? await platform.ask({ ask: 'rights', chats }) : new Map();
  for (const chat of chats.filter((one) => !rights.get(one)?.moderate))
    log.warn(
      { chat: vault.pseudonym('c', chat) },
      'the bot is no administrator of this chat and cannot keep order in it; see: npx dezhurny doctor',
    );
};

export interface Listening {
  readonly open: Open;
  readonly metrics: Metrics;
  readonly queues: Queues;
  readonly stopping: AbortController;
  readonly obstacle: () => string | undefined;
  readonly built: Pick<ReturnType<typeof stack>, 'push'>;
}

/** Begins to listen, and returns when what is written from now on is not lost. */
export const hear = async (messenger: Messenger, listening: Listening): Promise<void> => {
  const { open, metrics, queues, stopping, obstacle, built } = listening;
  const { platform, polls } = messenger;
  const wait = (ms: number) => pause(ms, undefined, { signal: stopping.signal }).catch(() => {});
  const going = ingest(
    { platform, intake: queues.intake, clock: { now: Date.now }, pause: wait, obstacle, watch: metrics.watch },
    stopping.signal,
  );
  built.push(() => going);
  const begun = async () =>
    !polls || (await open.stores.cursors.load(platform.name).catch(() => undefined)) !== undefined;
  for (const last = Date.now() + FIRST_HEARING; !stopping.signal.aborted && Date.now() < last && !(await begun()); )
    await wait(20);
  void checkChats(messenger, open).catch((error) => {
    if (!stopping.signal.aborted) metrics.watch.weather('rights', error);
  });
};
