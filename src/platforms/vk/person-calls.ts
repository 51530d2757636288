import { z } from 'zod';
import type { CallProvider } from '../../ports/calls.js';
import { Refused } from '../../ports/platform.js';
import { type CallOptions, createCalls } from './call.js';
import type { Params } from './encode.js';

const Started = z.object({ call_id: z.string(), join_link: z.string() });

/** Calls of VK, begun with a person's key: VK refuses them to a community. */
export const createPersonCalls = (options: CallOptions): CallProvider => {
  const calls = createCalls(options);
  const ask = async (method: string, params: Params): Promise<unknown> => {
    const reply = await calls.call(method, params);
    if ('failure' in reply) throw new Refused('no-right', String(reply.failure.code), `vk ${method}: refused`);
    return reply.response;
  };
  return {
    start: async () => {
      const started = Started.safeParse(await ask('calls.start', {}));
      if (!started.success) throw new Refused('bad-request', 'shape', 'vk calls.start: an answer of no known shape');
      return { link: started.data.join_link, id: started.data.call_id };
    },
    finish: async (id) => {
      await ask('calls.forceFinish', { call_id: id });
    },
  };
};
