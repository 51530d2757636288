import type { Chat } from '../domain/chat.js';
import { leadsTo, type Target } from '../domain/invite.js';
import type { OldChat, OldMessenger } from '../domain/migration.js';
import { type ChatRef, type PlatformName, platformOf } from '../domain/refs.js';
import { isForeign } from './foreign.js';
import { readTarget } from './invites-form.js';
import type { Known } from './known.js';
import { scopeOf } from './may.js';
import { whoMay } from './people-who.js';

/** Whether chats of this platform are meant by that messenger: `vk` is the school's own one, whichever that is. */
export const livesIn = (messenger: OldMessenger, platform: PlatformName): boolean =>
  messenger === 'vk' ? !isForeign(platform) : messenger === platform;

/** The only registered chat there that goes by the old chat's name. */
export const namedHome = (
  { messenger, name }: Pick<OldChat, 'messenger' | 'name'>,
  chats: readonly Chat[],
): Chat | undefined => {
  const read = readTarget(name);
  if (!('target' in read)) return undefined;
  const [only, another] = chats.filter(
    (chat) => livesIn(messenger, platformOf(chat.ref)) && leadsTo(read.target, chat),
  );
  return another === undefined ? only : undefined;
};

/**
 * What is written down as the old chat: on the school's own platform never the chat that it becomes, which has the same name where
 * no other one is said.
 */
export const leftHome = (
  old: Pick<OldChat, 'messenger' | 'name'>,
  target: Target | undefined,
  chats: readonly Chat[],
): Chat | undefined => {
  const home = namedHome(old, chats);
  return old.messenger === 'vk' && home && target && leadsTo(target, home) ? undefined : home;
};

/**
 * The old chat where the bot looks after it: the one written down, else the only one of that name. On the school's own platform
 * a name alone may be the new chat's as well.
 */
export const homeOf = (old: OldChat, chats: readonly Chat[]): Chat | undefined => {
  if (old.from !== undefined) return chats.find(({ ref }) => ref === old.from);
  return old.messenger === 'vk' ? undefined : namedHome(old, chats);
};

/** Whether whoever moves it has a say in the old chat: a row of the register alone keeps nobody out of another class's chat. */
const decides = async (
  { by, responsible }: OldChat,
  home: Chat,
  known: Pick<Known, 'records' | 'people' | 'policy' | 'now'>,
): Promise<boolean> => {
  const able = [
    ...(await whoMay('move-old-chat', {}, known)),
    ...(await whoMay('remove-content', scopeOf(home), known)),
  ];
  return able.some(({ id }) => id === by || id === responsible);
};

/** Chats that are being left: nobody is invited into them, and who sits there has not been reached. */
export const leftChats = async (
  known: Pick<Known, 'records' | 'chats' | 'people' | 'policy' | 'now'>,
): Promise<ReadonlySet<ChatRef>> => {
  const moves = (await known.records.all('old-chat')).map(({ value }) => value).filter(({ closed }) => !closed);
  if (moves.length === 0) return new Set();
  const chats = await known.chats.all();
  const homes = moves.flatMap((old) => {
    const home = homeOf(old, chats);
    return home ? [{ old, home }] : [];
  });
  const heeded = await Promise.all(homes.map(async ({ old, home }) => decides(old, home, known)));
  return new Set(homes.flatMap(({ home }, at) => (heeded[at] ? home.ref : [])));
};
