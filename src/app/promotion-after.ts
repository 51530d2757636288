import { z } from 'zod';
import type { Action } from '../domain/action.js';
import { type Chat, chatVars } from '../domain/chat.js';
import { retitled } from '../domain/class-title.js';
import type { ChatRef } from '../domain/refs.js';
import { platformOf } from '../domain/refs.js';
import { text } from '../domain/text.js';
import type { ToldData } from '../domain/told.js';
import type { Reply } from './command.js';
import type { Known } from './known.js';
import { seats } from './people-seats.js';
import { dialogsOf } from './people-who.js';

const Titles = z.array(z.tuple([z.custom<ChatRef>((ref) => typeof ref === 'string'), z.string(), z.string()]));

export const OutData = z.object({ platform: z.enum(['vk', 'telegram', 'memory']), at: z.number(), by: z.string() });
type OutData = z.output<typeof OutData>;

export const TitlesData = OutData.extend({
  titles: z.string().transform((written) => Titles.parse(JSON.parse(written))),
});
type TitlesData = z.output<typeof TitlesData>;

/** Said to whoever promoted the classes: what the bot could not rename is done by hand. */
const byHand = async (by: string, chats: readonly Chat[], known: Known): Promise<readonly Action[]> => {
  const person = chats.length === 0 ? undefined : await known.people.find(by);
  const words = text('promotion-titles', {
    count: chats.length,
    chats: chats.map((chat) => text('promotion-chat', chatVars(chat))),
  });
  return (person ? await dialogsOf([person], known) : []).map(({ to }) => ({ do: 'send', to, text: words }));
};

/** What the chats are called in the messenger, where the title names the class and the bot is an administrator. */
export const renameChats = async ({ platform, titles, by }: TitlesData, known: Known): Promise<Reply> => {
  const rights = await known.messenger(platform).ask({ ask: 'rights', chats: titles.map(([ref]) => ref) });
  // Taken back meanwhile, it is called as it is.
  const wanted = new Map(titles.map(([ref, , to]) => [ref, to]));
  const acting = new Map(
    (await known.chats.all()).flatMap((one) =>
      one.mode === 'act' && wanted.get(one.ref) === one.class ? [[one.ref, one]] : [],
    ),
  );
  const blind = titles.flatMap(([ref]) => (rights.get(ref)?.present ? [] : (acting.get(ref) ?? [])));
  const done = titles.flatMap(([ref, from, to]): Action[] => {
    const title = retitled(rights.get(ref)?.title ?? '', from, to);
    if (title === undefined || !acting.has(ref)) return [];
    return [{ do: 'rename', chat: ref, title, tells: { job: 'promotion-renamed', about: by, as: ref } }];
  });
  return { actions: [...done, ...(await byHand(by, blind, known))], changes: [], because: 'renaming' };
};

/** Chats of the whole school: those of a class have left with it. */
const isCommon = ({ class: ofClass }: Chat): boolean => ofClass === undefined;

/** Whoever left the school by this promotion sits in no chat of the school any more. */
export const showOut = async ({ platform, at }: OutData, known: Known): Promise<Reply> => {
  const left = (await known.people.all()).filter(({ standing }) => standing?.left?.at === at);
  const accounts = (await Promise.all(left.map(({ id }) => known.people.accountsOf(id)))).flat();
  const own = accounts.filter((account) => platformOf(account) === platform);
  if (own.length === 0) return { actions: [], changes: [], because: 'nobody' };
  const chats = (await known.chats.all()).filter((chat) => isCommon(chat) && platformOf(chat.ref) === platform);
  return { actions: await seats(own, known, chats), changes: [], because: 'out' };
};

/** Chats whose title the messenger would not change. */
export const hearRenamed = async ({ about: by, endings }: ToldData, known: Known): Promise<Reply> => {
  const failed = new Set(endings.filter(({ is }) => !['done', 'gone', 'simulated'].includes(is)).map(({ as }) => as));
  const chats = (await known.chats.all()).filter(({ ref }) => failed.has(ref));
  const actions = await byHand(by, chats, known);
  return { actions, changes: [], because: actions.length > 0 ? 'not-renamed' : 'renamed' };
};
