import { z } from 'zod';
import { PollRecord } from '../domain/poll.js';

const { audience, question, answers, multiple, anonymous, until } = PollRecord.shape;

/** A poll before it is asked. */
export const PollDraft = z.object({ audience, question, answers, multiple, anonymous, until });
export type PollDraft = z.output<typeof PollDraft>;

/** Where a conversation about a poll stands; `vote`: the buttons of the poll itself. */
export const PollTalk = z.discriminatedUnion('step', [
  z.object({ step: z.literal('preview'), draft: PollDraft }),
  /** Whoever may not hold it can pass it on. */
  z.object({ step: z.literal('pass'), draft: PollDraft }),
  z.object({ step: z.literal('remark'), poll: z.string() }),
  z.object({ step: z.literal('vote'), poll: z.string() }),
]);
export type PollTalk = z.output<typeof PollTalk>;
