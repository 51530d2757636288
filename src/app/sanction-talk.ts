import { z } from 'zod';
import type { Answer, Option } from '../domain/question.js';
import { text } from '../domain/text.js';
import { aimOf, type Target } from './aim.js';
import type { Ask } from './ask.js';
import type { Call, Reply } from './command.js';
import { chatOption, KEPT, MeantRecord, meantRecord, targetOf } from './pointing.js';
import { commandGone, inDialog, type Sanction, sanctionedBy, sanctioning } from './sanction.js';

/** Where the conversation stands: which of the chats is meant, or by which clause. Sealed with the question. */
export const SanctionTalk = z.object({
  step: z.enum(['chat', 'ground']),
  as: z.enum(['warning', 'read-only']),
  until: z.number(),
  targets: z.array(MeantRecord),
});
export type SanctionTalk = z.output<typeof SanctionTalk>;

const talk = (step: SanctionTalk['step'], { as, until }: Sanction, targets: readonly Target[]): Ask['data'] =>
  // The compiler does not follow that what zod reads back is JSON.
  ({ step, as, until, targets: targets.map(meantRecord) }) as unknown as Ask['data'];

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
    case 'bot':
      return inDialog(call, text('aim-bot'), 'bot');
    case 'lost':
      return inDialog(call, text('aim-lost'), 'lost');
    case 'nothing':
      return inDialog(call, text('sanction-how', { as: wish.as }), 'nothing');
  }
};

/** Which of the chats, or which clause. */
export const hearSanction = async ({ option = '' }: Answer, data: SanctionTalk, call: Call): Promise<Reply> => {
  const target = await targetOf(data.targets[data.step === 'chat' ? Number(option) : 0], call);
  if (target === undefined) return inDialog(call, text('aim-lost'), 'lost');
  if (data.step === 'chat') return begin(target, data, call);
  return (await sanctionedBy(option, target, data, call)) ?? inDialog(call, text('sanction-no-ground'), 'no-ground');
};
