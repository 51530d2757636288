import { z } from 'zod';
import { type Chat, chatVars } from '../domain/chat.js';
import type { Quoted } from '../domain/message.js';
import type { Answer, Option } from '../domain/question.js';
import type { AccountRef, ChatRef, MessageRef } from '../domain/refs.js';
import { type Text, text } from '../domain/text.js';
import { HOUR } from '../domain/time.js';
import { aimOf, type Target } from './aim.js';
import type { Ask } from './ask.js';
import type { Call, Reply } from './command.js';
import { commandGone, inDialog } from './sanction.js';

/** The words of somebody's message lie in a question no longer than its answer may take. */
export const KEPT = 6 * HOUR;

export const MeantRecord = z.object({
  message: z.custom<MessageRef>((value) => typeof value === 'object' && value !== null && 'place' in value),
  chat: z.custom<ChatRef>((value) => typeof value === 'string'),
  author: z.custom<AccountRef>((value) => typeof value === 'string'),
  quoted: z.custom<Quoted>((value) => typeof value === 'object' && value !== null && 'at' in value),
});
export type MeantRecord = z.output<typeof MeantRecord>;

export const meantRecord = ({ message, chat, author, quoted }: Target): MeantRecord => ({
  message,
  chat: chat.ref,
  author,
  quoted,
});

/** The message as it was meant, unless its chat is the school's no more. */
export const targetOf = async (meant: MeantRecord | undefined, call: Call): Promise<Target | undefined> => {
  const chat = meant && (await call.chats.find(meant.chat));
  return meant && chat ? { ...meant, chat } : undefined;
};

export const chatOption = (chat: Chat, at: number): Option => ({
  id: String(at),
  label: text('button-chat', chatVars(chat)),
  look: 'secondary',
});

/** Which of the messages that look alike is meant. Sealed with the question. */
export const PointingTalk = z.object({ targets: z.array(MeantRecord) });
export type PointingTalk = z.output<typeof PointingTalk>;

/** Does something about the message that was forwarded or answered; where several look alike, asks in which chat. */
export const pointed = async (
  what: (target: Target, call: Call) => Promise<Reply>,
  how: Text,
  call: Call,
): Promise<Reply> => {
  const aim = await aimOf(call);
  switch (aim.aim) {
    case 'one':
      return what(aim.target, call);
    case 'several': {
      const data = { targets: aim.targets.map(meantRecord) } as unknown as Ask['data'];
      const ask: Ask = { words: text('sanction-which'), data, options: aim.chats.map(chatOption), kept: KEPT };
      return { actions: commandGone(call), changes: [], because: 'which', asks: [ask] };
    }
    case 'bot':
      return inDialog(call, text('aim-bot'), 'bot');
    case 'lost':
      return inDialog(call, text('aim-lost'), 'lost');
    case 'nothing':
      return inDialog(call, how, 'nothing');
  }
};

export const hearPointed = async (
  what: (target: Target, call: Call) => Promise<Reply>,
  { option = '' }: Answer,
  { targets }: PointingTalk,
  call: Call,
): Promise<Reply> => {
  const target = await targetOf(targets[Number(option)], call);
  return target === undefined ? inDialog(call, text('aim-lost'), 'lost') : what(target, call);
};
