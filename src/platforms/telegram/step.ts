import type { Answer } from '../../domain/outcome.js';
import type { Method, Payload, Reply, TelegramCalls } from './call.js';
import { answerOf, type Failure } from './errors.js';

/** One call of several that make up a deed; each but the first takes a turn. */
export type Step = <M extends Method>(method: M, payload: Payload<M>) => Promise<Reply>;

export const createSteps = (calls: Pick<TelegramCalls, 'call'>, turn: () => Promise<void>): (() => Step) => {
  let first = true;
  return () => async (method, payload) => {
    if (!first) await turn();
    first = false;
    return calls.call(method, payload);
  };
};

export const DONE: Answer = { is: 'done' };
export const GONE: Answer = { is: 'gone' };

export const failed = (reply: Reply): Failure | undefined => ('failure' in reply ? reply.failure : undefined);

/** Done, or what became of it. */
export const ended = (reply: Reply): Answer => ('failure' in reply ? answerOf(reply.failure) : DONE);
