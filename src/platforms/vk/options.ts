import type { Text } from '../../domain/text.js';
import type { Pace } from '../../ports/pace.js';
import type { Cursors } from '../../ports/stores.js';
import type { Skip } from './skip.js';

/** What the adapter tells about itself: counted, never quoting. */
export interface VkWatch {
  /** `outcome`: `ok`, `weather` or VK's error code. */
  onCall?(method: string, ms: number, outcome: string): void;
  /** An event that is nothing for us, or that could not be read. */
  onSkip?(reason: Skip): void;
  /** VK was heard: it told where listening begins, which is kept by now, or answered the long poll. */
  onPoll?(at: number): void;
  /** Listening failed and goes on. */
  onWeather?(where: string, error: unknown): void;
}

export interface VkOptions {
  readonly token: string;
  /** Asked of VK when absent. */
  readonly groupId?: number;
  readonly apiUrl: string;
  readonly transport: 'longpoll' | 'callback';
  /** Callback API: the secret key, and the confirmation string (asked of VK when absent). */
  readonly secret?: string;
  readonly confirmation?: string;
  readonly cursors: Cursors;
  readonly pace: Pace;
  /** The self-check speaks to people. */
  readonly say: (text: Text) => string;
  readonly watch?: VkWatch;
  readonly now?: () => number;
  /** 0…1, for the jitter of pauses. */
  readonly random?: () => number;
  /** Milliseconds until an unanswered call is given up. */
  readonly timeout?: number;
}
