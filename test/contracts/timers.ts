import type { Timer, Timers } from '../../src/ports/clock.js';

export interface TimersHarness {
  readonly timers: Timers;
  now(): number;
  /** Resolves when `done` holds; lets time pass where it stands still. */
  until(done: () => boolean): Promise<void>;
  close(): Promise<void>;
}

/** Milliseconds; real time has to pass in some adapters. */
const SOON = 30;

/** What all timers promise. That something does not fire is seen by a later timer, which does. */
export const timersContract = (name: string, make: () => Promise<TimersHarness>): void =>
  describe(`${name} timers`, () => {
    const promise = (words: string, keep: (harness: TimersHarness) => Promise<void>) =>
      it(words, async () => {
        const harness = await make();
        try {
          await keep(harness);
        } finally {
          await harness.close();
        }
      });
    const soon = ({ now }: TimersHarness, key: string, after = SOON): Timer => ({
      key,
      at: now() + after,
      job: 'remind',
      data: { meeting: 'm1', round: 2 },
    });
    /** Runs the timers and writes down what fires. */
    const listen = async ({ timers }: TimersHarness, then: (timer: Timer) => Promise<void> = async () => {}) => {
      const fired: Timer[] = [];
      const stop = await timers.run(async (timer) => {
        fired.push(timer);
        await then(timer);
      });
      return { fired, keys: () => fired.map(({ key }) => key), stop };
    };

    promise('fire in the order of their times, not before, with what was given', async (harness) => {
      const later = soon(harness, 'a@2', 3 * SOON);
      const sooner = soon(harness, 'b@1');
      await harness.timers.set(later);
      await harness.timers.set(sooner);
      const late: boolean[] = [];
      const { fired, stop } = await listen(harness, async ({ at }) => void late.push(harness.now() >= at));
      await harness.until(() => fired.length === 2);
      await stop();
      expect(fired).toEqual([sooner, later]);
      expect(late).toEqual([true, true]);
    });

    promise('that came due while nobody listened fire late', async (harness) => {
      await harness.timers.set(soon(harness, 'a@1', -60_000));
      const { fired, keys, stop } = await listen(harness);
      await harness.until(() => fired.length === 1);
      await stop();
      expect(keys()).toEqual(['a@1']);
    });

    promise('fire once under one key, as set first', async (harness) => {
      await harness.timers.set(soon(harness, 'a@1'));
      await harness.timers.set({ ...soon(harness, 'a@1', 2 * SOON), job: 'other' });
      const { fired, keys, stop } = await listen(harness);
      await harness.timers.set(soon(harness, 'end@1', 4 * SOON));
      await harness.until(() => keys().includes('end@1'));
      await stop();
      expect(fired.map(({ key, job }) => [key, job])).toEqual([
        ['a@1', 'remind'],
        ['end@1', 'remind'],
      ]);
    });

    promise('never fire again under a used key, cancelled afterwards or not', async (harness) => {
      const { keys, stop } = await listen(harness);
      for (const key of ['a@1', 'b@1']) await harness.timers.set(soon(harness, key));
      await harness.until(() => keys().length === 2);
      await harness.timers.cancel('b@1');
      for (const key of ['a@1', 'b@1']) await harness.timers.set(soon(harness, key));
      await harness.timers.set(soon(harness, 'end@1', 3 * SOON));
      await harness.until(() => keys().includes('end@1'));
      await stop();
      expect([...keys()].sort()).toEqual(['a@1', 'b@1', 'end@1']);
    });

    promise('stay silent when cancelled, and may be set anew', async (harness) => {
      for (const key of ['a@1', 'b@1']) await harness.timers.set(soon(harness, key));
      for (const key of ['a@1', 'b@1', 'unknown@1']) await harness.timers.cancel(key);
      await harness.timers.set(soon(harness, 'b@1', 2 * SOON));
      await harness.timers.set(soon(harness, 'end@1', 4 * SOON));
      const { keys, stop } = await listen(harness);
      await harness.until(() => keys().includes('end@1'));
      await stop();
      expect(keys()).toEqual(['b@1', 'end@1']);
    });

    promise('may be cancelled while they fire, which changes nothing', async (harness) => {
      const cancelled: string[] = [];
      const { keys, stop } = await listen(harness, async ({ key }) => {
        await harness.timers.cancel(key);
        cancelled.push(key);
      });
      await harness.timers.set(soon(harness, 'a@1'));
      await harness.timers.set(soon(harness, 'end@1', 3 * SOON));
      await harness.until(() => keys().includes('end@1'));
      await stop();
      expect(keys()).toEqual(['a@1', 'end@1']);
      expect(cancelled).toEqual(['a@1', 'end@1']);
    });

    promise('fire again when what they started went wrong', async (harness) => {
      let wrong = true;
      const { keys, stop } = await listen(harness, async () => {
        if (!wrong) return;
        wrong = false;
        throw new Error('weather');
      });
      await harness.timers.set(soon(harness, 'a@1'));
      await harness.until(() => keys().length === 2);
      await stop();
      expect(keys()).toEqual(['a@1', 'a@1']);
    });

    promise('wait for the next listener after a stop', async (harness) => {
      await (await listen(harness)).stop();
      await harness.timers.set(soon(harness, 'a@1'));
      const { keys, stop } = await listen(harness);
      await harness.until(() => keys().length === 1);
      await stop();
      expect(keys()).toEqual(['a@1']);
    });
  });
