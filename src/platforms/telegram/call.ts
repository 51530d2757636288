import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { Api, GrammyError, HttpError, type RawApi } from 'grammy';
import { SECOND } from '../../domain/time.js';
import { Weather } from '../../ports/platform.js';
import type { Failure } from './errors.js';

export type Method = keyof RawApi & string;
export type Payload<M extends Method> = Parameters<RawApi[M]>[0];
type Signal = NonNullable<Parameters<RawApi['getMe']>[0]>;

export type Reply = { readonly result: unknown } | { readonly failure: Failure };

/** Nobody was reached: what was asked was certainly not done. */
export class Unreached extends Weather {}

export interface TelegramCalls {
  /** One request, sent once. @throws Weather when nobody answered, or with something that is no answer. */
  call<M extends Method>(method: M, payload: Payload<M>, signal?: AbortSignal): Promise<Reply>;
  close(): void;
}

export interface CallOptions {
  readonly token: string;
  /** Root of the Bot API, without the token. */
  readonly apiUrl: string;
  /** Milliseconds. */
  readonly timeout?: number;
  /** `outcome`: `ok`, `weather` or Telegram's error code. */
  readonly onCall?: (method: string, ms: number, outcome: string) => void;
}

/** What Telegram holds back on purpose, and what takes its time on a slow line. */
const SLOW: readonly Method[] = ['getUpdates', 'sendDocument', 'sendPhoto'];
/** Seconds. */
const LONG = 35;

/** No connection came about. */
const UNREACHED: readonly string[] = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];

/** Never what was sent: neither parameters nor the token. */
const weatherOf = (method: string, error: unknown): Weather => {
  const cause = error instanceof HttpError ? error.error : error;
  const code = cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
  const words = `telegram ${method}: ${code ?? 'no answer'}`;
  return code !== undefined && UNREACHED.includes(code) ? new Unreached(words) : new Weather(words);
};

/** A refusal of Telegram's; anything else that says «not ok» is no answer of Telegram's. */
const failureOf = (method: string, error: GrammyError): Failure => {
  const { error_code: code, description, parameters } = error;
  if (!Number.isInteger(code)) throw new Weather(`telegram ${method}: an answer of no known shape`);
  return {
    method,
    code,
    description: description ?? '',
    ...(parameters?.retry_after !== undefined && { retryAfter: parameters.retry_after * SECOND }),
    ...(parameters?.migrate_to_chat_id !== undefined && { movedTo: parameters.migrate_to_chat_id }),
  };
};

export const rootOf = (apiUrl: string): string => apiUrl.replace(/\/+$/, '');

/** Telegram's API through grammY's own client, without its bot: that confirms what it has not kept. */
export const createCalls = ({ token, apiUrl, timeout = 15 * SECOND, onCall }: CallOptions): TelegramCalls => {
  const root = rootOf(apiUrl);
  const agent = root.startsWith('https:') ? new HttpsAgent({ keepAlive: true }) : new HttpAgent({ keepAlive: true });
  const client = (seconds: number) =>
    new Api(token, { apiRoot: root, timeoutSeconds: seconds, baseFetchConfig: { agent } }).raw;
  const quick = client(timeout / SECOND);
  const patient = client(Math.max(timeout / SECOND, LONG));

  const make = async <M extends Method>(method: M, payload: Payload<M>, signal?: AbortSignal): Promise<Reply> => {
    // grammY's types know every method by itself; which one it is they cannot follow.
    const ask = (SLOW.includes(method) ? patient : quick)[method] as (
      payload: unknown,
      signal?: Signal,
    ) => Promise<unknown>;
    try {
      return { result: await ask(payload, signal as Signal | undefined) };
    } catch (error) {
      if (error instanceof GrammyError) return { failure: failureOf(method, error) };
      throw weatherOf(method, error);
    }
  };

  return {
    call: async (method, payload, signal) => {
      const begun = performance.now();
      const tell = (outcome: string) => onCall?.(method, performance.now() - begun, outcome);
      try {
        const reply = await make(method, payload, signal);
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
