import type { Say } from '../../app/say.js';
import type { Config } from '../../config.js';
import { type Chat, chatVars } from '../../domain/chat.js';
import { type ChatRef, platformOf } from '../../domain/refs.js';
import { text } from '../../domain/text.js';
import { SECOND } from '../../domain/time.js';
import type { Data } from '../../main/store.js';
import { configuredVk } from '../../main/vk.js';
import type { Vk } from '../../platforms/vk/index.js';
import { Locked, Refused, type Rights, Weather } from '../../ports/platform.js';
import { memoryPace } from '../../storage/memory/pace.js';
import { memoryCursors } from '../../storage/memory/records.js';
import { createState } from '../../storage/memory/state.js';
import { redisPace } from '../../storage/redis/pace.js';
import { advice, bad, type Finding, good } from './finding.js';

const PATIENCE = 10 * SECOND;

/** Calls go through the pace that the running bot keeps to, when its Redis can be reached. */
const openVk = (config: Config, data: Data | undefined, say: Say): Vk | undefined =>
  configuredVk(config, {
    cursors: memoryCursors(createState()),
    pace: data ? redisPace(data.shelf, data.vault.pseudonym('t', config.VK_TOKEN ?? '')) : memoryPace(),
    say,
    timeout: PATIENCE,
  });

interface KnownChat {
  readonly chat?: Chat;
  /** The bot was seen there. VK itself tells nothing of a chat in which the bot is no administrator. */
  readonly seen: boolean;
}

/** Our own name of a chat when it is registered, else the messenger's. */
const lookAtChat = ({ chat, seen }: KnownChat, rights: Rights | undefined, say: Say): Finding => {
  const title = rights?.title || say(text('doctor-chat-nameless'));
  const name = say(text('doctor-chat', { name: chat ? text('chat-name', chatVars(chat)) : title }));
  const about = (make: typeof bad, key: string) => make(name, say(text(key)), say(text(`${key}-mend`)));
  if (!rights?.moderate) return about(bad, seen ? 'doctor-chat-powerless' : 'doctor-chat-absent');
  return chat ? good(name, say(text('doctor-chat-good'))) : about(advice, 'doctor-chat-unregistered');
};

const lookAtChats = async (vk: Vk, { stores, say }: Data): Promise<readonly Finding[]> => {
  const [registered, present] = await Promise.all([stores.chats.all(), stores.chats.present()]);
  const known = new Map<ChatRef, KnownChat>(present.map((ref) => [ref, { seen: true }]));
  for (const chat of registered) known.set(chat.ref, { chat, seen: present.includes(chat.ref) });
  const chats = [...known].filter(([ref]) => platformOf(ref) === 'vk');
  if (chats.length === 0)
    return [
      advice(
        say(text('doctor-chats-none')),
        say(text('doctor-chats-none-detail')),
        say(text('doctor-chats-none-mend')),
      ),
    ];
  const rights = await vk.ask({ ask: 'rights', chats: chats.map(([ref]) => ref) });
  return chats.map(([ref, chat]) => lookAtChat(chat, rights.get(ref), say));
};

const away = (error: unknown, say: Say): Finding => {
  if (!(error instanceof Weather || error instanceof Locked || error instanceof Refused)) throw error;
  return bad(say(text('doctor-vk-away')), error.message, say(text('doctor-vk-away-mend')));
};

/** The messenger's own settings, and the bot's rights in every chat it knows. */
export const lookAtMessengers = async (
  config: Config,
  data: Data | undefined,
  say: Say,
): Promise<readonly Finding[]> => {
  const found: Finding[] = [];
  const vk = openVk(config, data, say);
  if (vk === undefined)
    found.push(bad(say(text('doctor-token')), say(text('doctor-token-none')), say(text('doctor-token-none-mend'))));
  else
    try {
      const checks = await vk.ask({ ask: 'check' });
      found.push(...checks);
      // A token that may not ask would make every chat look lost.
      const [token, permissions] = checks;
      if (data !== undefined && token?.ok && permissions?.ok) found.push(...(await lookAtChats(vk, data)));
    } catch (error) {
      found.push(away(error, say));
    } finally {
      vk.close();
    }
  if (config.TELEGRAM_TOKEN !== undefined)
    found.push(
      advice(say(text('doctor-telegram')), say(text('doctor-telegram-later')), say(text('doctor-telegram-mend'))),
    );
  return found;
};
