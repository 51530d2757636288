import { z } from 'zod';
import { type Chat, chatVars } from '../domain/chat.js';
import type { Quoted } from '../domain/message.js';
import type { Answer, Option } from '../domain/question.js';
import type { AccountRef, ChatRef, MessageRef } from '../domain/refs.js';
import { text } from '../domain/text.js';
import { HOUR } from '../domain/time.js';
import { aimOf, type Target } from './aim.js';
import type { Ask } from './ask.js';
import type { Call, Reply } from './command.js';
import { commandGone, inDialog, type Sanction, sanctionedBy, sanctioning } from './sanction.js';

/** The words of somebody's message lie in a question no longer than its answer may take. */
const KEPT = 6 * HOUR;

const Meant = z.object({
  message: z.custom<MessageRef>((value) => typeof value === 'object' && value !== null && 'place' in value),
  chat: z.custom<ChatRef>((value) => typeof value === 'string'),
  author: z.custom<AccountRef>((value) => typeof value === 'string'),
  quoted: z.custom<Quoted>((value) => typeof value === 'object' && value !== null && 'at' in value),
});
type Meant = z.output<typeof Meant>;

/** Where the conversation stands: which of the chats is meant, or by which clause. Sealed with the question. */
export const SanctionTalk = z.object({
  step: z.enum(['chat', 'ground']),
  as: z.enum(['warning', 'read-only']),
  until: z.number(),
  targets: z.array(Meant),
});
export type SanctionTalk = z.output<typeof SanctionTalk>;

const meantOf = ({ message, chat, author, quoted }: Target): Meant => ({ message, chat: chat.ref, author, quoted });

const talk = (step: SanctionTalk['step'], { as, until }: Sanction, targets: readonly Target[]): Ask['data'] =>
  // The compiler does not follow that what zod reads back is JSON.
  ({ step, as, until, targets: targets.map(meantOf) }) as unknown as Ask['data'];

const question = (words: string, data: Ask['data'], options: readonly Option[], as: string): Ask => ({
  words: text(words, { as }),
  data,
  options,
  kept: KEPT,
});

const begin = (target: Target, sanction: Sanction, call: Call): Promise<Reply> =>
  sanctioning(
    target,
    sanction,
    (options) => question('sanction-ground', talk('ground', sanction, [target]), options, sanction.as),
    call,
  );

const chatOption = (chat: Chat, at: number): Option => ({
  id: String(at),
  label: text('button-chat', chatVars(chat)),
  look: 'secondary',
});

/** About the message that was forwarded or answered. */
export const sanction = async (wish: Sanction, call: Call): Promise<Reply> => {
  const aim = await aimOf(call);
  switch (aim.aim) {
    case 'one':
      return begin(aim.target, wish, call);
    case 'several':
      return {
        actions: commandGone(call),
        changes: [],
        because: 'which',
        asks: [question('sanction-which', talk('chat', wish, aim.targets), aim.chats.map(chatOption), wish.as)],
      };
    case 'lost':
      return inDialog(call, text('aim-lost'), 'lost');
    case 'nothing':
      return inDialog(call, text('sanction-how', { as: wish.as }), 'nothing');
  }
};

/** Which of the chats, or which clause. */
export const hearSanction = async ({ option = '' }: Answer, data: SanctionTalk, call: Call): Promise<Reply> => {
  const meant = data.targets[data.step === 'chat' ? Number(option) : 0];
  const chat = meant && (await call.chats.find(meant.chat));
  if (meant === undefined || chat === undefined) return inDialog(call, text('aim-lost'), 'lost');
  const target: Target = { ...meant, chat };
  if (data.step === 'chat') return begin(target, data, call);
  return (await sanctionedBy(option, target, data, call)) ?? inDialog(call, text('sanction-no-ground'), 'no-ground');
};
