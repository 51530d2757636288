import { setTimeout as pause } from 'node:timers/promises';
import type { Hurry, Pace, Rate } from '../../ports/pace.js';

export interface MemoryPaceOptions extends Partial<Rate> {
  readonly now?: () => number;
  /** Rejects when `signal` is aborted. */
  readonly wait?: (ms: number, signal?: AbortSignal) => Promise<unknown>;
}

/** Milliseconds until there is room for one more after these turns, oldest first. */
const until = (taken: readonly number[], limit: number, window: number, now: number): number => {
  const oldest = taken.at(-limit);
  return oldest === undefined ? 0 : Math.max(0, oldest + window - now);
};

/** Milliseconds until a call in that hurry may be made; the same as `turnScript` says. */
const left = (taken: readonly number[], { limit, window, patient }: Rate, hurry: Hurry, now: number): number => {
  const all = until(taken, limit, window, now);
  if (hurry === 'urgent' || patient === undefined) return all;
  return Math.max(all, until(taken, patient.limit, patient.window, now), until(taken, 1, patient.gap, now));
};

/** The rate bucket of one process: `limit` calls in any `window`, of equal hurry first come, first served. */
export const memoryPace = ({
  limit = 19,
  window = 1_050,
  patient,
  now = Date.now,
  wait = (ms, signal) => pause(ms, undefined, signal ? { signal } : {}),
}: MemoryPaceOptions = {}): Pace => {
  const rate: Rate = { limit, window, ...(patient ? { patient } : {}) };
  /** The latest `limit` turns, oldest first. */
  let taken: readonly number[] = [];
  const lines: Record<Hurry, Promise<unknown>> = { urgent: Promise.resolve(), patient: Promise.resolve() };

  const take = async (hurry: Hurry, signal?: AbortSignal): Promise<void> => {
    for (;;) {
      signal?.throwIfAborted();
      const ms = left(taken, rate, hurry, now());
      if (ms <= 0) break;
      await wait(ms, signal);
    }
    taken = [...taken, now()].slice(-limit);
  };

  return {
    turn: (signal, hurry = 'urgent') => {
      const turn = lines[hurry].then(() => take(hurry, signal));
      lines[hurry] = turn.catch(() => {});
      return turn;
    },
  };
};
