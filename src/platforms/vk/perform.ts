import type { Answer, Later } from '../../domain/outcome.js';
import { type Deed, type Platform, Weather } from '../../ports/platform.js';
import { readAnswer } from './answers.js';
import type { Reply, VkCalls } from './call.js';
import { type Call, encode } from './encode.js';
import { answerOf } from './errors.js';
import { executeCode, repliesOf, requestsOf } from './execute.js';

export interface PerformDeps {
  readonly calls: Pick<VkCalls, 'call'>;
  readonly turn: () => Promise<void>;
  readonly now: () => number;
}

const lost = (weather: Weather): Later => ({ is: 'later', after: weather.after, why: weather.message, unknown: true });

/** Restricting somebody until a moment that has passed. */
const late = ({ action }: Deed, now: number): boolean => action.do === 'mute' && action.until <= now;

const read = (call: Call, reply: Reply | undefined, deed: Deed): Answer => {
  if (reply === undefined) return lost(new Weather(`vk ${call.method}: no answer`));
  return 'failure' in reply ? answerOf(reply.failure) : readAnswer(call, reply.response, deed);
};

export const createPerform = ({ calls, turn, now }: PerformDeps): Platform['perform'] => {
  const ask = async (request: readonly Call[]): Promise<readonly Reply[]> => {
    const [only, ...others] = request;
    if (only === undefined) return [];
    if (others.length === 0) return [await calls.call(only.method, only.params)];
    return repliesOf(request, await calls.call('execute', { code: executeCode(request) }));
  };

  return async (deeds) => {
    const at = now();
    const answers: Answer[] = deeds.map(() => ({ is: 'gone' }));
    const timely = [...deeds.entries()].filter(([, deed]) => !late(deed, at));
    const requests = requestsOf(
      encode(
        timely.map(([, deed]) => deed),
        at,
      ),
    );
    const answer = (call: Call, answerFor: (deed: Deed) => Answer): void => {
      for (const place of call.deeds) {
        const [index, deed] = timely[place] ?? [];
        if (index !== undefined && deed !== undefined) answers[index] = answerFor(deed);
      }
    };

    for (const [number, request] of requests.entries()) {
      try {
        if (number > 0) await turn();
        const replies = await ask(request);
        for (const [at, call] of request.entries()) answer(call, (deed) => read(call, replies[at], deed));
      } catch (error) {
        // What was answered already is worth more than the exception.
        if (number === 0 || !(error instanceof Weather)) throw error;
        for (const call of requests.slice(number).flat()) answer(call, () => lost(error));
        return answers;
      }
    }
    return answers;
  };
};
