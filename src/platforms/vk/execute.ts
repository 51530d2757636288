import type { Reply } from './call.js';
import type { Call, Params } from './encode.js';
import type { Failure } from './errors.js';

/** VK's limit on calls in one `execute`; the length is ours, far below what was seen to pass. */
const MOST_CALLS = 25;
const LONGEST = 60_000;

/** Methods that are not VK's documented ones, or must not be tried twice in one breath, go alone. */
const TOGETHER = new Set(['messages.delete', 'messages.send', 'messages.edit', 'messages.pin']);

/** VKScript breaks at the two line ends that JSON lets through. */
const literal = (params: Params): string =>
  JSON.stringify(params)
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');

const sentence = ({ method, params }: Call): string => `API.${method}(${literal(params)})`;

export const executeCode = (calls: readonly Call[]): string => `return [${calls.map(sentence).join(',')}];`;

/** What is asked of VK at once: one call by itself, or several in an `execute`. */
export const requestsOf = (calls: readonly Call[]): readonly (readonly Call[])[] => {
  const requests: Call[][] = [];
  let room = 0;
  for (const call of calls) {
    const length = sentence(call).length;
    const last = requests.at(-1);
    const fits = last !== undefined && last.length < MOST_CALLS && room >= length && TOGETHER.has(call.method);
    if (fits) last.push(call);
    else requests.push([call]);
    room = (fits ? room : TOGETHER.has(call.method) ? LONGEST : 0) - length;
  }
  return requests;
};

/** A reply for each call of an `execute`: a failed one is `false`, its error the next of the list. */
export const repliesOf = (calls: readonly Call[], reply: Reply): readonly Reply[] => {
  if ('failure' in reply) return calls.map(() => reply);
  const items = Array.isArray(reply.response) ? (reply.response as readonly unknown[]) : [];
  const failures = [...reply.failures];
  return calls.map(({ method }, index) => {
    const item = items[index];
    if (item !== false && item !== undefined) return { response: item, failures: [] };
    const failure: Failure = failures.shift() ?? { method, code: 10, message: 'no error was given' };
    return { failure: { ...failure, method } };
  });
};
