import type { ChatRef } from '../../src/domain/refs.js';
import { chatRef } from '../../src/domain/refs.js';
import type { Intake } from '../../src/domain/update.js';
import type { IntakeQueue, WakeUps } from '../../src/ports/queue.js';

export interface QueueHarness {
  readonly intake: IntakeQueue;
  readonly wakeUps: WakeUps;
  /** Resolves when `done` holds; drives queues that work only when asked. */
  until(done: () => boolean): Promise<void>;
  close(): Promise<void>;
}

/** Something that happens in a chat; which of several is the number's business. */
export const happening = (id: string, chat: ChatRef = chatRef('memory', 1), from = 1): Intake => ({
  update: { kind: 'gap', id, key: id, at: 0, chat, from, to: from },
  received: Date.UTC(2026, 8, 9),
});

/** What every queue promises. */
export const queueContract = (name: string, make: () => Promise<QueueHarness>): void => {
  describe(`${name} queues`, () => {
    const promise = (words: string, keep: (harness: QueueHarness) => Promise<void>) =>
      it(words, async () => {
        const harness = await make();
        try {
          await keep(harness);
        } finally {
          await harness.close();
        }
      });

    promise('hand over what was put before anybody worked', async ({ intake, until }) => {
      await intake.put([happening('a')]);
      const got: Intake[] = [];
      const stop = await intake.work(async (one) => void got.push(one));
      await until(() => got.length === 1);
      await stop();
      expect(got).toEqual([happening('a')]);
    });

    promise('hand over an update once, however often it arrives', async ({ intake, until }) => {
      await intake.put([happening('a'), happening('b')]);
      await intake.put([happening('a')]);
      const got: string[] = [];
      const stop = await intake.work(async ({ update }) => void got.push(update.id));
      await until(() => got.length === 2);
      await intake.put([happening('b'), happening('a'), happening('c')]);
      await until(() => got.includes('c'));
      await stop();
      expect(got).toEqual(['a', 'b', 'c']);
    });

    promise('keep each chat in order', async ({ intake, until }) => {
      const chats = [1, 2, 3].map((number) => chatRef('memory', number));
      const all = Array.from({ length: 60 }, (_, at) => happening(`u${at}`, chats[at % 3] ?? chatRef('memory', 1), at));
      const got: Intake[] = [];
      const stop = await intake.work(async (one) => void got.push(one));
      for (let at = 0; at < all.length; at += 7) await intake.put(all.slice(at, at + 7));
      await until(() => got.length === all.length);
      await stop();
      for (const chat of chats) {
        const numbers = got.flatMap(({ update }) => (update.kind === 'gap' && update.chat === chat ? update.from : []));
        expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
        expect(numbers).toHaveLength(20);
      }
    });

    promise('count what waits', async ({ intake, until }) => {
      await intake.put([happening('a'), happening('b', chatRef('memory', 2))]);
      expect(await intake.length()).toBe(2);
      let done = 0;
      const stop = await intake.work(async () => {
        done += 1;
      });
      await until(() => done === 2);
      await stop();
    });

    promise('wake the outbox for a call made while it was running', async ({ wakeUps, until }) => {
      let runs = 0;
      const stop = await wakeUps.work(async () => {
        runs += 1;
        if (runs === 1) await wakeUps.wake();
      });
      await wakeUps.wake();
      await until(() => runs === 2);
      await stop();
      expect(runs).toBe(2);
    });
  });
};
