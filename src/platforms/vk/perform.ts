import type { Answer, Later } from '../../domain/outcome.js';
import { type Deed, type Platform, Weather } from '../../ports/platform.js';
import { readAnswer } from './answers.js';
import type { Reply, VkCalls } from './call.js';
import { type Call, encode, type Prepared } from './encode.js';
import { answerOf } from './errors.js';
import { executeCode, repliesOf, requestsOf } from './execute.js';
import { prepare } from './prepare.js';
import type { UploadDeps } from './upload.js';

export interface PerformDeps {
  readonly calls: Pick<VkCalls, 'call'>;
  readonly turn: () => Promise<void>;
  readonly now: () => number;
  /** Takes turns of its own: `turn` was taken for the message that follows. */
  readonly uploads: UploadDeps;
}

/** VK could not compile an `execute` or gave up in the middle of it; a compatible server may not know it at all. */
const NOT_RUN = new Set([3, 8, 12, 13, 100]);

const lost = (weather: Weather): Later => ({ is: 'later', after: weather.after, why: weather.message, unknown: true });

/** Restricting somebody until a moment that has passed. */
const late = ({ action }: Deed, now: number): boolean => action.do === 'mute' && action.until <= now;

const read = (call: Call, reply: Reply | undefined, deed: Prepared): Answer => {
  if (reply === undefined) return lost(new Weather(`vk ${call.method}: no answer`));
  return 'failure' in reply ? answerOf(reply.failure) : readAnswer(call, reply.response, deed);
};

/** Asks VK for one request's worth of calls; a reply for each. */
const createRequest = ({ calls, turn }: PerformDeps) => {
  /** One by one: every call is safe to repeat, should some of them have been done. */
  const apart = async (request: readonly Call[]): Promise<readonly Reply[]> => {
    const replies: Reply[] = [];
    for (const { method, params } of request) {
      await turn();
      replies.push(await calls.call(method, params));
    }
    return replies;
  };

  return async (request: readonly Call[]): Promise<readonly Reply[]> => {
    const [only, ...others] = request;
    if (only === undefined) return [];
    if (others.length === 0) return [await calls.call(only.method, only.params)];
    const reply = await calls.call('execute', { code: executeCode(request) });
    return 'failure' in reply && NOT_RUN.has(reply.failure.code) ? apart(request) : repliesOf(request, reply);
  };
};

export const createPerform = (deps: PerformDeps): Platform['perform'] => {
  const ask = createRequest(deps);

  return async (deeds) => {
    const now = deps.now();
    const answers: Answer[] = deeds.map(() => ({ is: 'gone' }));
    const timely: (readonly [number, Prepared])[] = [];
    for (const [index, deed] of deeds.entries()) {
      if (late(deed, now)) continue;
      const ready = await prepare(deps.uploads, deed);
      if ('is' in ready) answers[index] = ready;
      else timely.push([index, ready]);
    }
    const calls = encode(
      timely.map(([, deed]) => deed),
      now,
    );
    const answer = (call: Call, answerFor: (deed: Prepared) => Answer): void => {
      for (const place of call.deeds) {
        const [index, deed] = timely[place] ?? [];
        if (index !== undefined && deed !== undefined) answers[index] = answerFor(deed);
      }
    };

    for (const [number, request] of requestsOf(calls).entries()) {
      try {
        if (number > 0) await deps.turn();
        const replies = await ask(request);
        for (const [at, call] of request.entries()) answer(call, (deed) => read(call, replies[at], deed));
      } catch (error) {
        // What was answered already is worth more than the exception.
        if (number === 0 || !(error instanceof Weather)) throw error;
        for (const call of requestsOf(calls).slice(number).flat()) answer(call, () => lost(error));
        break;
      }
    }
    return answers;
  };
};
