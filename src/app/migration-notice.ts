import type { Chat } from '../domain/chat.js';
import type { OldChat } from '../domain/migration.js';
import { keep } from '../domain/records.js';
import { type ChatRef, dialogOf } from '../domain/refs.js';
import { type Text, text } from '../domain/text.js';
import type { Call, Reply } from './command.js';
import { inBrackets } from './grounds.js';
import type { Known } from './known.js';
import { scopeOf } from './may.js';
import { homeOf } from './migration-homes.js';
import { oldChatVars, oldChatWords, reachedOf, sightFor } from './migration-progress.js';
import { asking, type HeldChat, option } from './migration-talk.js';
import { momentVars } from './people-when.js';
import { notBeforeNow } from './quiet.js';
import { here } from './reply.js';

const wordsOf = async (chat: OldChat, call: Call): Promise<Text> => {
  const reached = await reachedOf(chat, call);
  const few = (await sightFor(chat, reached, call.person?.id, call)) === 'few';
  const { platform } = await call.settings();
  const vars = {
    ...oldChatVars(chat),
    ...oldChatWords(chat),
    ...{ platform, of: few ? 0 : reached.of, inside: reached.inside, cited: inBrackets('MIGRATION', call) },
  };
  const around = { dear: text('migration-dear', vars), with: text('migration-with-us', vars) };
  return text('migration-notice', { ...vars, ...around });
};

/** The old chat, where the school lets the bot act in it and the bot keeps order there. */
export const oldHome = async (chat: OldChat, known: Known): Promise<Chat | undefined> => {
  const { oldChatNotice } = await known.settings();
  if (oldChatNotice !== 'bot' || chat.closed) return undefined;
  const [all, present] = await Promise.all([known.chats.all(), known.chats.present()]);
  const found = homeOf(chat, all);
  const away = present.length > 0 && found !== undefined && !present.includes(found.ref);
  return away || found?.mode !== 'act' ? undefined : found;
};

/** Whether whoever calls keeps order in that chat, or leads the school: a row of the register gives no right over a chat. */
export const mayActIn = async (home: Chat, call: Call): Promise<boolean> =>
  (await call.may('move-old-chat', {})).granted === 'yes' ||
  (await call.may('remove-content', scopeOf(home))).granted === 'yes';

/** The old chat where whoever calls may let the bot act. */
export const ownHome = async (chat: OldChat, call: Call): Promise<Chat | undefined> => {
  const home = await oldHome(chat, call);
  return home && (await mayActIn(home, call)) ? home : undefined;
};

/** Where the notice goes, if the bot has not put it there yet. */
const forNotice = async (chat: OldChat, call: Call): Promise<ChatRef | undefined> =>
  chat.posted === undefined ? (await ownHome(chat, call))?.ref : undefined;

/** Words for the old chat: a person copies them, or lets the bot put them there. */
export const showNotice = async ({ id, value }: HeldChat, call: Call): Promise<Reply> => {
  const words = await wordsOf(value, call);
  const post = option('post', text('button-migration-post'), 'positive');
  const offered = await forNotice(value, call);
  return {
    actions: [here(call, words)],
    changes: [],
    because: 'notice',
    ...(offered && { asks: [asking(text('migration-post'), { step: 'post', chat: id }, [post])] }),
  };
};

/** At night nothing is written into a chat: the question stays, and can be answered in the morning. */
export const inQuietHours = async (call: Call): Promise<Reply | undefined> => {
  const at = await notBeforeNow(call);
  if (at <= call.now) return undefined;
  const words = text('migration-quiet', momentVars(at, call.zone));
  return { actions: [here(call, words)], changes: [], because: 'quiet', stays: true };
};

/** Puts the notice into the old chat, once. */
export const post = async (held: HeldChat, call: Call): Promise<Reply> => {
  const to = await forNotice(held.value, call);
  const failed = text('migration-not-posted');
  if (to === undefined) return { actions: [here(call, failed)], changes: [], because: 'no-home' };
  const silent = await inQuietHours(call);
  if (silent) return silent;
  const otherwise = { do: 'send', to: dialogOf(call.account), text: failed } as const;
  return {
    actions: [
      { do: 'send', to, text: await wordsOf(held.value, call), pinned: true, otherwise },
      here(call, text('migration-posting')),
    ],
    changes: [keep('old-chat', held.id, { ...held.value, posted: call.now }, held)],
    because: 'posted',
  };
};
