import { type Chat, chatVars } from '../domain/chat.js';
import { keep } from '../domain/records.js';
import { text } from '../domain/text.js';
import type { Call, Reply } from './command.js';
import { limits } from './limited.js';
import { scopeOf } from './may.js';
import { responsibleFor } from './membership-cards.js';
import { dialogsOf } from './people-who.js';
import { here, privately } from './reply.js';
import { spoken } from './silence.js';

/** Characters of a reason. */
export const LONGEST_REASON = 300;

/** Numbers of the cases of this chat that somebody still has to decide, or whose limit runs. */
const unfinished = async (chat: Chat, { records, now }: Call): Promise<readonly number[]> =>
  (await records.all('case'))
    .map(({ value }) => value)
    .filter(({ chat: where }) => where === chat.ref)
    .filter((one) => {
      const objected = one.appeal !== undefined && one.appeal.decided === undefined;
      const waits = one.removed !== 'deleted' && one.decided === undefined;
      return objected || waits || limits(one, now);
    })
    .map(({ number }) => number)
    .toSorted((a, b) => a - b);

/** Whoever was kept from writing because of the list may write: it is a chat of the school no more. */
const released = async (chat: Chat, call: Call): Promise<Pick<Reply, 'actions' | 'changes'>> => {
  const found = (await call.records.all('membership')).filter(({ value }) => value.chat === chat.ref);
  const muted = found.filter(({ value }) => value.muted && value.decided === undefined);
  const free = await Promise.all(muted.map(({ value }) => spoken(chat, { account: value.account }, call)));
  return {
    actions: free.flatMap(({ actions }) => actions),
    changes: [
      ...free.flatMap(({ changes }) => changes),
      ...found.map((held) => keep('membership', held.id, null, held)),
    ],
  };
};

/**
 * A chat the bot no longer looks after, by the administrator's word and with a reason, which whoever answers for the chat
 * reads. Not while somebody waits for a decision there. Registered anew it is as before.
 */
export const takeOff = async (chat: Chat, reason: string, call: Call): Promise<Reply> => {
  const refused = (words: Parameters<typeof privately>[1], because: string): Reply => ({
    actions: [privately(call, words, text('group-refused'))],
    changes: [],
    because,
  });
  const permitted = await call.may('settings', scopeOf(chat));
  if (permitted.granted !== 'yes') return refused(text('chat-off-not-yours', chatVars(chat)), 'refused');
  const open = await unfinished(chat, call);
  if (open.length > 0)
    return refused(text('chat-off-open', { ...chatVars(chat), count: open.length, cases: open.join(', ') }), 'open');
  const responsible = await responsibleFor(chat, call);
  const reached = responsible && responsible.id !== call.person?.id ? await dialogsOf([responsible], call) : [];
  const free = await released(chat, call);
  const told = text('chat-off-told', { ...chatVars(chat), reason });
  return {
    actions: [
      ...free.actions,
      here(call, text('group-chat-off', chatVars(chat))),
      ...reached.map(({ to }) => ({ do: 'send', to, text: told }) as const),
    ],
    changes: [{ put: 'no-chat', chat: chat.ref }, ...free.changes],
    because: 'off',
  };
};
