import type { Say } from '../../app/say.js';
import type { Config } from '../../config.js';
import { type Chat, chatVars } from '../../domain/chat.js';
import { type ChatRef, platformOf } from '../../domain/refs.js';
import { text } from '../../domain/text.js';
import { SECOND } from '../../domain/time.js';
import type { Data } from '../../main/store.js';
import { configuredTelegram, TELEGRAM_PACE } from '../../main/telegram.js';
import { configuredVk } from '../../main/vk.js';
import type { Rate } from '../../ports/pace.js';
import { type Check, Locked, type Platform, Refused, type Rights, Weather } from '../../ports/platform.js';
import { memoryPace } from '../../storage/memory/pace.js';
import { memoryCursors } from '../../storage/memory/records.js';
import { createState } from '../../storage/memory/state.js';
import { redisPace, VK_PACE } from '../../storage/redis/pace.js';
import { advice, bad, type Finding, good } from './finding.js';

const PATIENCE = 10 * SECOND;

type Closing = Platform & { close(): void };

/** Calls go through the pace that the running bot keeps to, when its Redis can be reached. */
const openAll = (config: Config, data: Data | undefined, say: Say): readonly Closing[] => {
  const around = (token: string | undefined, pace: Rate) => ({
    cursors: memoryCursors(createState()),
    pace: data ? redisPace(data.shelf, data.vault.pseudonym('t', token ?? ''), pace) : memoryPace(pace),
    say,
    timeout: PATIENCE,
  });
  const vk = configuredVk(config, around(config.VK_TOKEN, VK_PACE));
  const telegram = configuredTelegram(config, around(config.TELEGRAM_TOKEN, TELEGRAM_PACE));
  return [...(vk ? [vk] : []), ...(telegram ? [telegram] : [])];
};

interface KnownChat {
  readonly chat?: Chat;
  /** The bot was seen there. A messenger itself tells little of a chat in which the bot is no administrator. */
  readonly seen: boolean;
}

/** Our own name of a chat when it is registered, else the messenger's. */
const lookAtChat = ({ chat, seen }: KnownChat, rights: Rights | undefined, telegram: boolean, say: Say): Finding => {
  const title = rights?.title || say(text('doctor-chat-nameless'));
  const name = say(text('doctor-chat', { name: chat ? text('chat-name', chatVars(chat)) : title }));
  const about = (make: typeof bad, key: string, mend = `${key}-mend`) => make(name, say(text(key)), say(text(mend)));
  const key = seen ? 'doctor-chat-powerless' : 'doctor-chat-absent';
  if (!rights?.moderate) return about(bad, key, telegram ? 'doctor-telegram-chat-mend' : `${key}-mend`);
  return chat ? good(name, say(text('doctor-chat-good'))) : about(advice, 'doctor-chat-unregistered');
};

const knownChats = async ({ stores }: Data): Promise<ReadonlyMap<ChatRef, KnownChat>> => {
  const [registered, present] = await Promise.all([stores.chats.all(), stores.chats.present()]);
  const known = new Map<ChatRef, KnownChat>(present.map((ref) => [ref, { seen: true }]));
  for (const chat of registered) known.set(chat.ref, { chat, seen: present.includes(chat.ref) });
  return known;
};

const noChats = (say: Say): Finding =>
  advice(say(text('doctor-chats-none')), say(text('doctor-chats-none-detail')), say(text('doctor-chats-none-mend')));

const lookAtChats = async (
  platform: Platform,
  known: ReadonlyMap<ChatRef, KnownChat>,
  say: Say,
): Promise<readonly Finding[]> => {
  const chats = [...known].filter(([ref]) => platformOf(ref) === platform.name);
  if (chats.length === 0) return [];
  const rights = await platform.ask({ ask: 'rights', chats: chats.map(([ref]) => ref) });
  return chats.map(([ref, chat]) => lookAtChat(chat, rights.get(ref), platform.name === 'telegram', say));
};

const away = ({ name }: Platform, error: unknown, say: Say): Finding => {
  if (!(error instanceof Weather || error instanceof Locked || error instanceof Refused)) throw error;
  const key = name === 'telegram' ? 'doctor-telegram-away' : 'doctor-vk-away';
  return bad(say(text(key)), error.message, say(text(`${key}-mend`)));
};

/** A token that may not ask would make every chat look lost. */
const mayAsk = ({ name }: Platform, [token, permissions]: readonly Check[]): boolean =>
  token?.ok === true && (name !== 'vk' || permissions?.ok === true);

const lookAt = async (platform: Closing, known: ReadonlyMap<ChatRef, KnownChat> | undefined, say: Say) => {
  const found: Finding[] = [];
  try {
    const checks = await platform.ask({ ask: 'check' });
    found.push(...checks);
    if (known !== undefined && mayAsk(platform, checks)) found.push(...(await lookAtChats(platform, known, say)));
    return { found, asked: mayAsk(platform, checks) };
  } catch (error) {
    return { found: [...found, away(platform, error, say)], asked: false };
  } finally {
    platform.close();
  }
};

/** The messengers' own settings, and the bot's rights in every chat it knows. */
export const lookAtMessengers = async (
  config: Config,
  data: Data | undefined,
  say: Say,
): Promise<readonly Finding[]> => {
  const all = openAll(config, data, say);
  if (all.length === 0)
    return [bad(say(text('doctor-token')), say(text('doctor-token-none')), say(text('doctor-token-none-mend')))];
  const known = data && (await knownChats(data));
  const looks = [];
  for (const platform of all) looks.push(await lookAt(platform, known, say));
  const none = known?.size === 0 && looks.some(({ asked }) => asked);
  return [...looks.flatMap(({ found }) => found), ...(none ? [noChats(say)] : [])];
};
