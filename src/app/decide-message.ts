import type { Action } from '../domain/action.js';
import type { Change } from '../domain/change.js';
import type { Chat } from '../domain/chat.js';
import { type ChatRef, inChat, platformOf } from '../domain/refs.js';
import { text } from '../domain/text.js';
import type { Update } from '../domain/update.js';
import type { Rights } from '../ports/platform.js';
import { inAlbum } from './album.js';
import { answered } from './answered.js';
import type { Command, Reply } from './command.js';
import { asked } from './conversation.js';
import { crying } from './crying.js';
import { everyday } from './everyday.js';
import type { MessageFacts } from './gather.js';
import { wishInChat } from './invites-pupil.js';
import { createJudge } from './judging.js';
import { callOf } from './knowing.js';
import type { Known } from './known.js';
import { worthALook } from './looking.js';
import { metWriting } from './met-writing.js';
import { outOfPlace } from './out-of-place.js';
import { nightly } from './reminding.js';
import { runCommand } from './run-command.js';
import { type Thought, thought } from './thought.js';
import { tracesOf } from './traces.js';

type Written = Extract<Update, { kind: 'message' }>;

const rightsIn = async (chat: ChatRef, { messenger }: Known): Promise<Rights | undefined> =>
  (await messenger(platformOf(chat)).ask({ ask: 'rights', chats: [chat] })).get(chat);

/** What is said instead when a chat is registered in which the bot could not keep order. */
const helpless = async (changes: readonly Change[], known: Known): Promise<readonly Action[] | undefined> => {
  const chat = changes.find((change) => change.put === 'chat')?.chat.ref;
  if (chat === undefined || (await rightsIn(chat, known))?.moderate) return undefined;
  return [{ do: 'send', to: chat, text: text('group-no-rights') }];
};

const commanded = async (
  { message }: Written,
  { chat, account }: MessageFacts,
  commands: readonly Command[],
  known: Known,
): Promise<Thought | undefined> => {
  const call = callOf(known, message, chat, account);
  const reply = (await runCommand(commands, call, known.say)) ?? (await wishInChat(call));
  if (reply === undefined) return undefined;
  const instead = await helpless(reply.changes, known);
  return answered(instead ? { ...reply, actions: instead, asks: [] } : reply, call);
};

/** Written where its author may not write, whatever it says. */
const misplaced = async (
  { message }: Written,
  chat: Chat,
  { account }: MessageFacts,
  known: Known,
): Promise<Thought | undefined> => {
  const call = callOf(known, message, chat, account);
  const reply = await outOfPlace(account.noticedUntil, call);
  return reply && answered(reply, call);
};

/** Written to the bot itself by somebody who may be in danger. */
const cry = async ({ message }: Written, { account }: MessageFacts, known: Known): Promise<Thought | undefined> => {
  const call = callOf(known, message, undefined, account);
  const reply = await crying(call);
  return reply && answered(reply, call);
};

/** What an innocent message may cost: a quiet word to somebody, or in quiet hours one to its author a night. */
const aside = async (
  judged: Thought,
  { message, edited }: Written,
  chat: Chat,
  { account }: MessageFacts,
  known: Known,
): Promise<Thought> => {
  const reply: Reply | undefined = edited
    ? undefined
    : ((await everyday(message, chat, account, known)) ?? (await nightly(message, chat, account, known)));
  if (reply === undefined) return judged;
  const { actions, changes, because } = await asked(reply, '', known);
  return { ...judged, because, actions, changes: [...judged.changes, ...changes] };
};

/** A verdict that nobody carries out is no reason to leave a command undone. */
const isFinal = ({ actions, verdict }: Thought, { seen }: Written): boolean =>
  actions.length > 0 || seen !== undefined || verdict.decision === 'alert';

export interface DecideMessageDeps {
  readonly zone: string;
  readonly commands: readonly Command[];
}

/** What follows from a message somebody wrote: judged in a registered chat, then taken for what it may ask. */
export const createDecideMessage = ({ zone, commands }: DecideMessageDeps) => {
  const judge = createJudge(zone);

  const heard = async (update: Written, found: MessageFacts, known: Known): Promise<Thought> => {
    const { chat } = found;
    const judged = chat && (await judge(update, chat, found, known));
    if (judged && isFinal(judged, update)) return judged;
    const dialog = !inChat(update.message.ref.place);
    const cried = dialog ? await cry(update, found, known) : undefined;
    if (cried) return cried;
    const removed = chat && (await misplaced(update, chat, found, known));
    if (removed) return removed;
    // A command is carried out when it is written, not when an old one is edited.
    const ordered = update.edited ? undefined : await commanded(update, found, commands, known);
    if (ordered) return ordered;
    if (chat && judged) return aside(judged, update, chat, found, known);
    return thought(dialog ? 'dialog' : 'unregistered');
  };

  const remembered = async (update: Written, found: MessageFacts, known: Known): Promise<Thought> => {
    const whole = await heard(update, found, known);
    const met = await metWriting(update, found, known);
    const changes = [...whole.changes, ...met, ...tracesOf(update, known.now)];
    return { ...whole, changes, pictures: worthALook(update, whole.verdict) };
  };

  return async (update: Written, found: MessageFacts, known: Known): Promise<Thought> => {
    if (found.chat === undefined) return heard(update, found, known);
    return inAlbum(update, known, (one) => remembered(one, found, known));
  };
};
