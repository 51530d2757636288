import { Agent as HttpAgent } from 'node:http';
import { type AgentOptions, Agent as HttpsAgent } from 'node:https';
import { API, APIRequest } from 'vk-io';
import { SECOND } from '../../domain/time.js';
import { Weather } from '../../ports/platform.js';
import { createCeiling } from './ceiling.js';
import type { Params } from './encode.js';
import type { Failure } from './errors.js';
import { WireAnswer } from './wire.js';

export type Reply =
  /** `failures`: what went wrong inside an `execute`, in order. */
  { readonly response: unknown; readonly failures: readonly Failure[] } | { readonly failure: Failure };

export interface VkCalls {
  /** One request, sent once. @throws Weather when nobody answered, or with something that is no answer. */
  call(method: string, params: Params): Promise<Reply>;
  close(): void;
}

export interface CallOptions {
  readonly token: string;
  readonly apiUrl: string;
  /** Milliseconds. */
  readonly timeout?: number;
  /** `outcome`: `ok`, `weather` or VK's error code. */
  readonly onCall?: (method: string, ms: number, outcome: string) => void;
}

const VERSION = '5.199';

/** Never what was sent: neither parameters nor the token. */
const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'no answer';
  if (error.name === 'AbortError') return 'no answer in time';
  return 'code' in error && typeof error.code === 'string' ? error.code : 'an answer that is no JSON';
};

const replyOf = (method: string, raw: unknown): Reply => {
  const parsed = WireAnswer.safeParse(raw);
  if (!parsed.success) throw new Weather(`vk ${method}: an answer of no known shape`);
  const failureOf = ({ error_code, error_msg }: { error_code: number; error_msg: string }, of = method): Failure => ({
    method: of,
    code: error_code,
    message: error_msg,
  });
  if ('error' in parsed.data) return { failure: failureOf(parsed.data.error) };
  const { response, execute_errors } = parsed.data;
  return { response, failures: execute_errors.map((error) => failureOf(error, error.method)) };
};

/** vk-io's types ask for the options that every agent has at run time. */
class HttpAgentWithOptions extends HttpAgent {
  declare readonly options: AgentOptions;
}

const agentFor = (url: string) =>
  url.startsWith('https:') ? new HttpsAgent({ keepAlive: true }) : new HttpAgentWithOptions({ keepAlive: true });

/**
 * VK's API through vk-io's own request, past its queue: the queue paces by itself, repeats error 6 for ever and resends
 * what may have been done.
 */
export const createCalls = ({ token, apiUrl, timeout = 15 * SECOND, onCall }: CallOptions): VkCalls => {
  const agent = agentFor(apiUrl);
  const api = new API({ token, apiBaseUrl: apiUrl, apiVersion: VERSION, apiTimeout: timeout, agent });

  const make = async (method: string, params: Params): Promise<Reply> => {
    try {
      const raw: unknown = await new APIRequest({ api, method, params }).make();
      return replyOf(method, raw);
    } catch (error) {
      if (error instanceof Weather) throw error;
      throw new Weather(`vk ${method}: ${reasonOf(error)}`, SECOND);
    }
  };

  const ceiling = createCeiling();

  return {
    call: async (method, params) => {
      const answered = await ceiling.enter();
      const begun = performance.now();
      const tell = (outcome: string) => {
        answered();
        onCall?.(method, performance.now() - begun, outcome);
      };
      try {
        const reply = await make(method, params);
        tell('failure' in reply ? String(reply.failure.code) : 'ok');
        return reply;
      } catch (error) {
        tell('weather');
        throw error;
      }
    },
    close: () => agent.destroy(),
  };
};
