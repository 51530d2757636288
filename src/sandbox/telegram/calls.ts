import type { Broken } from '../faults.js';
import type { Fault, Faults } from './faults.js';
import { Limits } from './limits.js';
import { METHODS } from './methods/index.js';
import { type Failure, failureOf, Refused } from './refused.js';
import type { StoredFile } from './state.js';
import type { Updates } from './updates.js';
import type { World } from './world.js';

export type Params = Readonly<Record<string, unknown>>;
export type Answer = { readonly ok: true; readonly result: unknown } | Failure;

/** A request as it came, without the token. */
export interface Request {
  readonly at: number;
  readonly method: string;
  readonly params: Params;
  /** `ok`, Telegram's error code, or how it was broken. */
  result: 'ok' | Broken | number;
}

/** Told of every call and its answer. */
export type OnExchange = (method: string, params: Params, answer: Answer) => void;

const UNAUTHORIZED: Failure = { ok: false, error_code: 401, description: 'Unauthorized' };
const UNKNOWN: Failure = { ok: false, error_code: 404, description: 'Not Found: method not found' };

/** The API's front desk: token, misfortunes, pace, then the method. */
export class Calls {
  readonly requests: Request[] = [];
  private readonly limits: Limits;

  constructor(
    private readonly world: World,
    private readonly updates: Updates,
    private readonly faults: Faults,
    private readonly onExchange: OnExchange,
  ) {
    this.limits = new Limits(world.now);
  }

  /** One request. A string: the answer is broken in this way. */
  async serve(
    token: string,
    method: string,
    given: { readonly params: Params; readonly files: ReadonlyMap<string, StoredFile>; readonly gone: AbortSignal },
  ): Promise<Answer | Broken> {
    const request: Request = { at: this.world.now(), method, params: given.params, result: 'ok' };
    this.requests.push(request);
    const early = this.misfortune(method, 'before');
    const answer = early?.answer ?? (await this.answer(token, method, given));
    const late = early ? undefined : this.misfortune(method, 'after');
    const final = late?.answer ?? answer;
    request.result = typeof final === 'string' ? final : final.ok ? 'ok' : final.error_code;
    if (typeof answer !== 'string') this.onExchange(method, given.params, answer);
    return final;
  }

  private async answer(
    token: string,
    method: string,
    { params, files, gone }: Parameters<Calls['serve']>[2],
  ): Promise<Answer> {
    if (token !== this.world.state.bot.token) return UNAUTHORIZED;
    const known = METHODS.get(method.toLowerCase());
    if (known === undefined) return UNKNOWN;
    const refusal = this.limits.check(method, Number(params.chat_id));
    if (refusal) return refusal;
    try {
      return { ok: true, result: await known({ world: this.world, updates: this.updates, files, gone }, params) };
    } catch (error) {
      if (error instanceof Refused) return failureOf(error);
      throw error;
    }
  }

  private misfortune(method: string, when: 'before' | 'after'): Extract<Fault, { kind: 'call' }> | undefined {
    const listening = method === 'getUpdates';
    return this.faults.take(
      'call',
      (fault) => (fault.when ?? 'before') === when && (fault.method === method || (fault.method === '*' && !listening)),
    );
  }
}
