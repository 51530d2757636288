import { setTimeout as sleep } from 'node:timers/promises';
import { SECOND } from '../domain/time.js';
import { Weather } from '../ports/platform.js';

const FIRST = 250;
const LONGEST = 10 * SECOND;

/** Milliseconds before the next try after so many failures in a row: doubling, with jitter so that many bots do not knock at once. */
export const pauseAfter = (failures: number, random: () => number): number =>
  Math.min(LONGEST, FIRST * 2 ** Math.min(failures - 1, 10)) * (0.5 + random() / 2);

/** Over early, without a word, when the signal says so. */
export const pause = async (ms: number, signal: AbortSignal): Promise<void> => {
  try {
    await sleep(ms, undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
};

export interface Patience {
  readonly signal: AbortSignal;
  readonly random: () => number;
  readonly onWeather: (error: Weather) => void;
}

/** Tries until the weather allows it; `undefined` when the signal came first. */
export const patiently = async <T>(work: () => Promise<T>, patience: Patience): Promise<T | undefined> => {
  for (let failures = 1; !patience.signal.aborted; failures += 1) {
    try {
      return await work();
    } catch (error) {
      if (patience.signal.aborted) return undefined;
      if (!(error instanceof Weather)) throw error;
      patience.onWeather(error);
      await pause(Math.max(error.after, pauseAfter(failures, patience.random)), patience.signal);
    }
  }
  return undefined;
};
