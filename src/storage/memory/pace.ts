import { setTimeout as pause } from 'node:timers/promises';
import type { Pace } from '../../ports/pace.js';

export interface MemoryPaceOptions {
  readonly limit?: number;
  /** Milliseconds. */
  readonly window?: number;
  readonly now?: () => number;
  /** Rejects when `signal` is aborted. */
  readonly wait?: (ms: number, signal?: AbortSignal) => Promise<unknown>;
}

/** The rate bucket of one process: `limit` calls in any `window`, first come, first served. */
export const memoryPace = ({
  limit = 19,
  window = 1_050,
  now = Date.now,
  wait = (ms, signal) => pause(ms, undefined, signal ? { signal } : {}),
}: MemoryPaceOptions = {}): Pace => {
  /** The latest `limit` turns, oldest first. */
  let taken: readonly number[] = [];
  let line: Promise<unknown> = Promise.resolve();

  const take = async (signal?: AbortSignal): Promise<void> => {
    for (;;) {
      signal?.throwIfAborted();
      const [oldest = 0] = taken;
      const left = taken.length < limit ? 0 : oldest + window - now();
      if (left <= 0) break;
      await wait(left, signal);
    }
    taken = [...taken, now()].slice(-limit);
  };

  return {
    turn: (signal) => {
      const turn = line.then(() => take(signal));
      line = turn.catch(() => {});
      return turn;
    },
  };
};
