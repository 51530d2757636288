import { setTimeout as pause } from 'node:timers/promises';

/** VK's limit for a community token; the window has a few milliseconds in hand for timers that fire early. */
const LIMIT = 20;
const WINDOW = 1_005;
/** A request has arrived by then: an answer that takes longer tells of VK's work, not of the way. */
const ARRIVED = 100;

/**
 * VK counts a request when it arrives: somewhere between our sending it and its answer. The shared bucket counts turns, so
 * a slow first burst and a quick second one may still arrive within one second. Here a request of this process counts
 * from its sending until a second after it has arrived for certain: its answer, or `ARRIVED`.
 */
export const createCeiling = ({
  now: clock = () => performance.now(),
  wait = pause,
}: {
  readonly now?: () => number;
  readonly wait?: (ms: number) => Promise<unknown>;
} = {}) => {
  /** When requests have arrived, or will have at the latest. */
  let arrivals: readonly { at: number }[] = [];
  let line: Promise<unknown> = Promise.resolve();

  const room = async (): Promise<() => void> => {
    for (;;) {
      const now = clock();
      arrivals = arrivals.filter(({ at }) => now - at < WINDOW);
      if (arrivals.length < LIMIT) break;
      await wait(Math.ceil(Math.min(...arrivals.map(({ at }) => at)) + WINDOW - now));
    }
    const request = { at: clock() + ARRIVED };
    arrivals = [...arrivals, request];
    return () => {
      request.at = Math.min(request.at, clock());
    };
  };

  return {
    /** Resolves when a request may be sent; first come, first served. To be told when it was answered or given up. */
    enter: (): Promise<() => void> => {
      const turn = line.then(room);
      line = turn;
      return turn;
    },
  };
};
