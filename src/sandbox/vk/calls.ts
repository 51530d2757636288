import type { Broken } from '../faults.js';
import type { EventLog } from './event-log.js';
import { parseExecute } from './execute.js';
import type { Fault, Faults } from './faults.js';
import { METHODS, needsPerson, permissionOf } from './methods/index.js';
import { Params } from './params.js';
import { Refused, refuse, wordsOf } from './refused.js';
import type { World } from './world.js';

type Form = Readonly<Record<string, string>>;

export interface ErrorBody {
  readonly error_code: number;
  readonly error_msg: string;
  readonly request_params: readonly { readonly key: string; readonly value: string }[];
}
export type Answer =
  | { readonly response: unknown; readonly execute_errors?: readonly object[] }
  | { readonly error: ErrorBody };

/** A request as it came, without the token. */
export interface Request {
  readonly at: number;
  readonly method: string;
  readonly params: Form;
  /** `ok`, VK's error code, or how it was broken. */
  result: 'ok' | Broken | number;
}

/** Told of every call and its answer, those inside `execute` too. */
export type OnExchange = (method: string, params: Form, answer: Answer) => void;

const PER_SECOND = 20;
const REMEMBERED = 20_000;

/** The API's front desk: token, pace, misfortunes, then the method. */
export class Calls {
  private log: Request[] = [];
  private recent: number[] = [];

  constructor(
    private readonly world: World,
    private readonly events: EventLog,
    private readonly faults: Faults,
    private readonly onExchange: OnExchange,
  ) {}

  /** The latest requests, oldest first; arrivals all count, refused ones too. */
  get requests(): readonly Request[] {
    return this.log;
  }

  forgetRequests(): void {
    this.log = [];
  }

  /** One request. A string: the answer is broken in this way. */
  serve(method: string, { access_token: token, ...params }: Form, site: string): Answer | Broken {
    const request: Request = { at: this.world.now(), method, params, result: 'ok' };
    this.remember(request);
    const early = this.misfortune(method, 'before');
    const answer = early?.answer ?? this.answer(method, params, token, site);
    const late = early ? undefined : this.misfortune(method, 'after');
    const final = late?.answer ?? answer;
    const given = typeof final === 'number' ? errorOf(method, params, final) : final;
    request.result = typeof given === 'string' ? given : 'error' in given ? given.error.error_code : 'ok';
    return given;
  }

  private answer(method: string, params: Form, token: string | undefined, site: string): Answer {
    if (token !== this.world.state.community.token) return errorOf(method, params, 5);
    if (!this.inPace()) return errorOf(method, params, 6);
    if (!params.v) return errorOf(method, params, 8, 'v is required');
    return method === 'execute' ? this.execute(params, site) : this.call(method, params, site);
  }

  private call(method: string, params: Form, site: string): Answer {
    const answer = this.attempt(method, params, () => ({ response: this.run(method, params, site) }));
    this.onExchange(method, params, answer);
    return answer;
  }

  private execute(params: Form, site: string): Answer {
    return this.attempt('execute', params, () => {
      const errors: object[] = [];
      const response = parseExecute(params.code ?? '').map((inner) => {
        const answer = this.call(inner.method, inner.params, site);
        if ('response' in answer) return answer.response;
        const { error_code, error_msg } = answer.error;
        errors.push({ method: inner.method, error_code, error_msg });
        return false;
      });
      return { response, ...(errors.length > 0 && { execute_errors: errors }) };
    });
  }

  private run(method: string, params: Form, site: string): unknown {
    if (needsPerson(method)) refuse(27, 'method is unavailable with group auth.');
    const known = METHODS.get(method) ?? refuse(3);
    const permission = permissionOf(method);
    if (permission !== undefined && !this.world.state.community.permissions.includes(permission))
      refuse(15, 'no access to call this method');
    return known({
      world: this.world,
      params: new Params(params),
      site,
      ts: () => this.events.head,
      pollKey: () => this.events.key,
    });
  }

  private attempt(method: string, params: Form, act: () => Answer): Answer {
    try {
      return act();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return { error: { error_code: error.code, error_msg: error.message, request_params: echo(method, params) } };
    }
  }

  private inPace(): boolean {
    const now = this.world.now();
    this.recent = this.recent.filter((at) => now - at < 1000);
    if (this.recent.length >= PER_SECOND) return false;
    this.recent.push(now);
    return true;
  }

  private misfortune(method: string, when: 'before' | 'after'): Extract<Fault, { kind: 'call' }> | undefined {
    return this.faults.take(
      'call',
      (fault) => (fault.when ?? 'before') === when && [method, '*'].includes(fault.method),
    );
  }

  private remember(request: Request): void {
    this.log.push(request);
    if (this.log.length > 2 * REMEMBERED) this.log = this.log.slice(-REMEMBERED);
  }
}

/** VK echoes the request, never the token. */
const echo = (method: string, params: Form): ErrorBody['request_params'] => [
  { key: 'method', value: method },
  { key: 'oauth', value: '1' },
  ...Object.entries(params).map(([key, value]) => ({ key, value })),
];

const errorOf = (method: string, params: Form, code: number, detail?: string): Answer => ({
  error: { error_code: code, error_msg: wordsOf(code, detail), request_params: echo(method, params) },
});
