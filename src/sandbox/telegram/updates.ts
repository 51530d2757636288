import { setTimeout as pause } from 'node:timers/promises';
import type { Faults } from './faults.js';
import type { News } from './feed.js';
import { refuse } from './refused.js';

export type Update = { readonly update_id: number } & News;

export interface Asked {
  readonly offset?: number | undefined;
  readonly limit?: number | undefined;
  /** Seconds. */
  readonly timeout?: number | undefined;
  readonly allowed_updates?: readonly string[] | undefined;
}

/** What has happened, as it is kept while the sandbox is away. */
export interface SavedUpdates {
  readonly next: number;
  readonly waiting: readonly Update[];
}

export interface Webhook {
  readonly url: string;
  readonly secret?: string | undefined;
}

/** Without being asked for by name they are never told. */
const ON_REQUEST: readonly string[] = ['chat_member', 'message_reaction', 'message_reaction_count'];
const MOST = 100;
/** Between two tries of a webhook, in milliseconds of real time. */
const AGAIN = 20;

/** What happened, numbered, until the bot has acknowledged it. */
export class Updates {
  webhook: Webhook | undefined;
  allowed: readonly string[] | undefined;
  private waiting: Update[] = [];
  private next = 1_000;
  private current: AbortController | undefined;
  private bell = () => {};
  private pushing = false;
  private closed = false;

  constructor(private readonly faults: Faults) {}

  get head(): number {
    return this.next;
  }

  get pending(): number {
    return this.waiting.length;
  }

  /** Takes news in, with whatever misfortune is in force. */
  record(news: News): void {
    const [kind = ''] = Object.keys(news);
    if (this.allowed?.length ? !this.allowed.includes(kind) : ON_REQUEST.includes(kind)) return;
    if (this.faults.take('unknown')) this.append({ brand_new_thing: { what: 1 } });
    const update = this.append(this.faults.take('payload') ? garbled(news) : news);
    if (this.faults.take('repeat')) this.waiting.push(update);
    this.wake();
  }

  snapshot(): SavedUpdates {
    return { next: this.next, waiting: this.waiting };
  }

  restore({ next, waiting }: SavedUpdates): void {
    this.next = next;
    this.waiting = [...waiting];
  }

  wake(): void {
    this.bell();
    void this.push();
  }

  close(): void {
    this.closed = true;
    this.current?.abort();
    this.bell();
  }

  /** `getUpdates`: forgets what lies before `offset`, holds until there is something. A newer poll ends this one. */
  async poll(
    { offset = 0, limit = MOST, timeout = 0, allowed_updates }: Asked,
    gone: AbortSignal,
  ): Promise<readonly Update[]> {
    if (this.webhook)
      refuse(409, "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
    this.current?.abort();
    const own = new AbortController();
    this.current = own;
    if (allowed_updates) this.allowed = allowed_updates;
    this.waiting = this.waiting.filter(({ update_id }) => update_id >= offset);
    const until = Date.now() + timeout * 1_000;
    while (this.waiting.length === 0 && Date.now() < until && !own.signal.aborted && !gone.aborted && !this.closed)
      await this.rung(until - Date.now(), own.signal, gone);
    if (own.signal.aborted && !this.closed)
      refuse(409, 'terminated by other getUpdates request; make sure that only one bot instance is running');
    return this.waiting.slice(0, limit);
  }

  /** Pushes what waits, in order, until the webhook takes it. */
  private async push(): Promise<void> {
    if (this.pushing) return;
    this.pushing = true;
    while (this.webhook && this.waiting[0] && !this.closed) {
      if (await deliver(this.webhook, this.waiting[0])) this.waiting.shift();
      else await pause(AGAIN);
    }
    this.pushing = false;
  }

  private append(news: News): Update {
    const update = { update_id: this.next, ...news };
    this.next += 1;
    this.waiting.push(update);
    return update;
  }

  private async rung(ms: number, ...signals: readonly AbortSignal[]): Promise<void> {
    const timer = new AbortController();
    await new Promise<void>((resolve) => {
      this.bell = resolve;
      for (const signal of signals) signal.addEventListener('abort', () => resolve(), { once: true });
      pause(ms, undefined, { signal: timer.signal }).then(resolve, () => {});
    });
    timer.abort();
  }
}

const deliver = async ({ url, secret }: Webhook, update: Update): Promise<boolean> => {
  const headers = {
    'content-type': 'application/json',
    ...(secret !== undefined && { 'x-telegram-bot-api-secret-token': secret }),
  };
  try {
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(update) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
};

/** An update with a broken part. */
const garbled = (news: News): News =>
  Object.fromEntries(
    Object.entries(news).map(([kind, body]) => [
      kind,
      typeof body === 'object' && body !== null ? { ...body, reply_to_message: '{"broken', edit_date: 'soon' } : body,
    ]),
  );
