import { createHash } from 'node:crypto';
import { type Job, Queue, Worker } from 'bullmq';
import { z } from 'zod';
import type { Timer, Timers } from '../../ports/clock.js';
import { type Broker, closeInTime, freeOrphans, SHORT_LOCK, workerOptions } from './broker.js';

const NAME = 'timers';
/** Seconds for which a fired key is remembered: a timer set again under it stays silent. */
const REMEMBERED = 7 * 24 * 3_600;

const StoredTimer = z.object({
  key: z.string(),
  at: z.number(),
  job: z.string(),
  data: z.record(z.string(), z.union([z.string(), z.number()])),
}) satisfies z.ZodType<Timer>;

/** BullMQ takes neither `:` nor a bare number in a job id. */
const jobId = (key: string) => `t-${createHash('sha1').update(key).digest('base64url')}`;

const waits = async (job: Job<Timer>): Promise<boolean> =>
  ['delayed', 'waiting', 'prioritized'].includes(await job.getState());

/** Timers as delayed jobs. */
export const bullTimers = (broker: Broker, now: () => number) => {
  const queue = new Queue<Timer>(NAME, broker.options);
  queue.on('error', broker.onTrouble);
  const timers: Timers & { prepare(sole: boolean): Promise<number>; close(): Promise<void> } = {
    prepare: async (sole) => (sole ? freeOrphans(broker, NAME) : 0),
    set: async (timer) => {
      await queue.add(timer.job, timer, {
        jobId: jobId(timer.key),
        delay: Math.max(0, timer.at - now()),
        attempts: 1_000_000,
        backoff: { type: 'exponential', delay: 1_000, jitter: 0.5 },
        removeOnComplete: { age: REMEMBERED },
        removeOnFail: { age: REMEMBERED },
      });
    },
    cancel: async (key) => {
      const job = await queue.getJob(jobId(key));
      // One that fires or has fired stays: its key is used.
      if (job === undefined || !(await waits(job))) return;
      await job.remove().catch(async (error) => {
        if (await waits(job)) throw error;
      });
    },
    run: async (fire) => {
      const worker = new Worker<Timer>(
        NAME,
        async (job) => fire(StoredTimer.parse(job.data)),
        workerOptions(broker, SHORT_LOCK),
      );
      worker.on('error', broker.onTrouble);
      await worker.waitUntilReady();
      return () => closeInTime([worker.close()]);
    },
    close: () => closeInTime([queue.close()]),
  };
  return timers;
};
