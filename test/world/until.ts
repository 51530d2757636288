import { setTimeout as pause } from 'node:timers/promises';

/** Looks until it is so; fails with these words after the patience is over. */
export const until = async (
  words: string,
  done: () => boolean | Promise<boolean>,
  patience = 10_000,
): Promise<void> => {
  const last = Date.now() + patience;
  while (!(await done())) {
    if (Date.now() > last) throw new Error(`not within ${patience} ms: ${words}`);
    await pause(5);
  }
};
