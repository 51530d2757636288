import { pauseAfter } from '../pauses.js';

/** So many calls in a row without an answer are an outage. */
const CALLS = 3;

/**
 * While Telegram cannot be reached nobody waits for it: calls on their way are few, and another messenger's would stand
 * behind them. One call after each pause looks whether it is over.
 */
export const createOutage = (now: () => number, random: () => number) => {
  let failures = 0;
  let until = 0;
  return {
    /** Milliseconds until the next look; 0: try. */
    wait: (): number => (failures < CALLS ? 0 : Math.max(0, until - now())),
    /** Whether the one look of this pause is due: by a question, since of a send whose answer is lost nobody knows. */
    looks: (): boolean => {
      if (failures < CALLS || until > now()) return false;
      until = now() + pauseAfter(failures, random);
      return true;
    },
    answered: (): void => {
      failures = 0;
    },
    /** Milliseconds until it is worth trying again. */
    silent: (): number => {
      failures += 1;
      const pause = pauseAfter(failures, random);
      until = now() + pause;
      return pause;
    },
  };
};
export type Outage = ReturnType<typeof createOutage>;
