import type { Text } from '../../domain/text.js';
import type { Pace, Quotas } from '../../ports/pace.js';
import type { Post } from '../../ports/post.js';
import type { Cursors } from '../../ports/stores.js';
import type { Skip } from './skip.js';

/** What the adapter tells about itself: counted, never quoting. */
export interface TelegramWatch {
  /** `outcome`: `ok`, `weather` or Telegram's error code. */
  onCall?(method: string, ms: number, outcome: string): void;
  /** An update that is nothing for us, or that could not be read. */
  onSkip?(reason: Skip): void;
  /** Telegram was heard. */
  onPoll?(at: number): void;
  /** Listening failed and goes on. */
  onWeather?(where: string, error: unknown): void;
}

export interface TelegramOptions {
  readonly token: string;
  /** Root of the Bot API: Telegram itself, a relay, a server on this machine. */
  readonly apiUrl: string;
  readonly transport: 'polling' | 'webhook';
  /** Webhook: what Telegram says in a header to prove itself. */
  readonly secret?: string;
  /** Webhook: the public address, told to Telegram when listening begins; absent: somebody has told it already. */
  readonly webhookUrl?: string;
  readonly cursors: Cursors;
  readonly pace: Pace;
  /** Who of several processes polls; absent: this one alone. */
  readonly post?: Post;
  /** What was said in each place; absent: by this process alone. */
  readonly quotas?: Quotas;
  /** The self-check speaks to people. */
  readonly say: (text: Text) => string;
  readonly watch?: TelegramWatch;
  readonly now?: () => number;
  /** 0…1, for the jitter of pauses. */
  readonly random?: () => number;
  /** Milliseconds until an unanswered call is given up. */
  readonly timeout?: number;
}
