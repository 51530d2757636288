import type { Event, EventLog } from './event-log.js';
import type { Faults } from './faults.js';

/** VK holds a poll for as long as asked, up to 90 seconds. */
const LONGEST_WAIT = 90;
const BATCH = 200;

export type PollAnswer =
  | { readonly ts: string; readonly updates: readonly Event[] }
  | { readonly failed: 1; readonly ts: number }
  | { readonly failed: 2 | 3 };

export interface PollQuery {
  readonly act?: string;
  readonly key?: string;
  readonly ts?: string;
  readonly wait?: string;
}

/** `GET longpoll?act=a_check`: answers at once when there is news, else holds until there is. */
export class LongPoll {
  private readonly waiting = new Set<() => void>();
  private readonly heralds = new Set<() => void>();

  constructor(
    private readonly log: EventLog,
    private readonly faults: Faults,
  ) {
    log.listen(() => this.wake());
  }

  async check(query: PollQuery, signal: AbortSignal): Promise<PollAnswer> {
    const failed = this.misfortune() ?? this.defect(query);
    if (failed) return failed;
    const ts = Number(query.ts);
    if (this.log.head === ts) await this.news(Math.min(Number(query.wait ?? 25) || 0, LONGEST_WAIT) * 1000, signal);
    const updates = this.log.since(ts, BATCH);
    return this.defect(query) ?? { ts: String(ts + updates.length), updates };
  }

  /** Resolves once somebody waits. */
  held(): Promise<void> {
    return this.waiting.size > 0 ? Promise.resolve() : new Promise((resolve) => this.heralds.add(resolve));
  }

  /** Answers everybody who waits, with nothing. */
  wake(): void {
    for (const answer of [...this.waiting]) answer();
  }

  private defect({ act, key, ts }: PollQuery): PollAnswer | undefined {
    if (act !== 'a_check' || key !== this.log.key) return { failed: 2 };
    const at = Number(ts);
    if (!Number.isInteger(at) || at > this.log.head) return { failed: 1, ts: this.log.head };
    return at < this.log.oldest ? { failed: 1, ts: this.log.oldest } : undefined;
  }

  private misfortune(): PollAnswer | undefined {
    switch (this.faults.take('poll')?.failed) {
      case undefined:
        return undefined;
      case 1:
        this.log.forget();
        return { failed: 1, ts: this.log.head };
      case 2:
        this.log.expireKey();
        return { failed: 2 };
      case 3:
        this.log.forget();
        this.log.expireKey();
        return { failed: 3 };
    }
  }

  private news(wait: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const answer = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', answer);
        this.waiting.delete(answer);
        resolve();
      };
      const timer = setTimeout(answer, wait);
      signal.addEventListener('abort', answer);
      this.waiting.add(answer);
      for (const herald of this.heralds) herald();
      this.heralds.clear();
    });
  }
}
