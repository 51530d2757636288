import { setTimeout as pause } from 'node:timers/promises';

/** VK's limit for a community token; the window has a few milliseconds in hand for timers that fire early. */
const LIMIT = 20;
const WINDOW = 1_005;

/**
 * VK counts a request when it arrives: somewhere between our sending it and its answer. The shared bucket counts turns, so
 * a slow first burst and a quick second one may still arrive within one second. Here a request of this process counts
 * from its sending until a second after its answer.
 */
export const createCeiling = () => {
  let open = 0;
  let answered: readonly number[] = [];
  let line: Promise<unknown> = Promise.resolve();
  let wake = () => {};

  const anAnswer = () =>
    new Promise<void>((resolve) => {
      wake = resolve;
    });

  const room = async (): Promise<void> => {
    for (;;) {
      const now = performance.now();
      answered = answered.filter((at) => now - at < WINDOW);
      if (open + answered.length < LIMIT) break;
      const [oldest] = answered;
      if (oldest === undefined) await anAnswer();
      else await pause(Math.ceil(oldest + WINDOW - now));
    }
    open += 1;
  };

  return {
    /** Resolves when a request may be sent; first come, first served. */
    enter: (): Promise<void> => {
      const turn = line.then(room);
      line = turn;
      return turn;
    },
    /** The request was answered, or given up. */
    leave: (): void => {
      open -= 1;
      answered = [...answered, performance.now()];
      wake();
    },
  };
};
