import type { Worker } from 'bullmq';

/**
 * Lets a waiting worker look for a job without being told by Redis. Returns how to nudge it. A wait that was cut short
 * goes on, and what it brings is kept for the next one: no job of another process is overlooked.
 */
export const promptly = ({ backend }: Pick<Worker, 'backend'>): (() => void) => {
  const wait = backend.waitForJob.bind(backend);
  let waiting: ReturnType<typeof wait> | undefined;
  let nudge = () => {};

  backend.waitForJob = async (seconds) => {
    const nudged = new Promise<'nudged'>((resolve) => {
      nudge = () => resolve('nudged');
    });
    waiting ??= wait(seconds);
    waiting.catch(() => {});
    try {
      const found = await Promise.race([waiting, nudged]);
      if (found === 'nudged') return null;
      waiting = undefined;
      return found;
    } catch (error) {
      waiting = undefined;
      throw error;
    }
  };
  return () => nudge();
};
