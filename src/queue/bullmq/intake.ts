import { setTimeout as pause } from 'node:timers/promises';
import { type Job, Queue, Worker } from 'bullmq';
import { z } from 'zod';
import type { Intake } from '../../domain/update.js';
import { orderOf } from '../../domain/update.js';
import { type JobCipher, Unreadable } from '../../ports/job-cipher.js';
import type { IntakeQueue } from '../../ports/queue.js';
import { PARTITIONS, partitionOf } from '../partition.js';
import { type Broker, closeInTime, freeOrphans, SHORT_LOCK, workerOptions } from './broker.js';
import { promptly } from './prompt.js';

const JobData = z.object({ c: z.string() });
type JobData = z.infer<typeof JobData>;
const Queued = z.custom<Intake>(
  (value) => typeof value === 'object' && value !== null && 'update' in value && 'received' in value,
);

/** Seconds for which the id of a finished update is kept, so that a repeated arrival is not queued again. */
const REMEMBERED = 4 * 3_600;

/** Milliseconds between attempts at a job. */
const AGAIN = 250;

const name = (partition: number) => `intake-${partition}`;

export interface IntakeOptions {
  readonly broker: Broker;
  readonly cipher: JobCipher;
  /** The job id of an update: a pseudonym, since a messenger's number may be part of the update's id. */
  readonly jobId: (update: string) => string;
  /** An update that nobody will ever read again is given up, and told here: it would hold up its partition for ever. */
  readonly onLost: (job: string, partition: number, error: Unreadable) => Promise<void>;
  readonly now?: () => number;
}

/** Updates in BullMQ: a queue a partition, one job of it in hand over all processes, so a chat stays in order. */
export const bullIntake = ({ broker, cipher, jobId, onLost, now = Date.now }: IntakeOptions) => {
  const queues = Array.from({ length: PARTITIONS }, (_, at) => new Queue<JobData>(name(at), broker.options));
  for (const queue of queues) queue.on('error', broker.onTrouble);

  const jobOf = async (intake: Intake) => ({
    name: 'update',
    // The key of today: an update that was set aside for days comes back under one that lives.
    data: { c: await cipher.seal(JSON.stringify(intake), now()) },
    opts: {
      jobId: jobId(intake.update.id),
      // A finished job whose end could not be written is done again, and changes nothing.
      attempts: 1_000,
      removeOnComplete: { age: REMEMBERED },
      removeOnFail: { age: REMEMBERED },
    },
  });

  type Bulk = Awaited<ReturnType<typeof jobOf>>[];

  /** One job, which is the rule, goes without a transaction around it. */
  const addOnce = async (queue: Queue<JobData> | undefined, jobs: Bulk): Promise<void> => {
    const [only, ...others] = jobs;
    if (only && others.length === 0) await queue?.add(only.name, only.data, only.opts);
    else await queue?.addBulk(jobs);
  };

  /** A second attempt with the scripts loaded anew: Redis may have been restarted a moment ago. */
  const add = async (queue: Queue<JobData> | undefined, jobs: Bulk): Promise<void> => {
    try {
      await addOnce(queue, jobs);
    } catch {
      await broker.reload();
      await addOnce(queue, jobs);
    }
  };

  /** How to make the workers of this process look at once, by partition. */
  let nudges: readonly (() => void)[] = [];

  /** The worker's question goes right behind the jobs, in the same breath: it need not hear of them from Redis first. */
  const queue = (partition: number, jobs: Bulk): Promise<void> => {
    const added = add(queues[partition], jobs);
    setImmediate(() => nudges[partition]?.());
    return added;
  };

  const read = async (job: Job<JobData>): Promise<Intake> => {
    const data = JobData.safeParse(job.data).data;
    if (data === undefined) throw new Unreadable('no job of ours');
    const parsed = Queued.safeParse(JSON.parse(await cipher.open(data.c)));
    if (!parsed.success) throw new Unreadable('no update');
    return parsed.data;
  };

  /** A job that BullMQ retries is overtaken by the next one of its chat, so it is retried here, in hand, until it is done. */
  const process =
    (handle: (intake: Intake) => Promise<void>, partition: number, stopping: AbortSignal) =>
    async (job: Job<JobData>) => {
      const handOver = async (): Promise<void> => {
        const intake = await read(job).catch(async (error: unknown) => {
          if (!(error instanceof Unreadable)) throw error;
          await onLost(job.id ?? '', partition, error);
          return undefined;
        });
        if (intake) await handle(intake);
      };
      while (!stopping.aborted) {
        try {
          return await handOver();
        } catch (error) {
          broker.onTrouble(error instanceof Error ? error : new Error(String(error)));
          await pause(AGAIN, undefined, { signal: stopping }).catch(() => {});
        }
      }
      // Left in hand: whoever works next takes it back first.
      return new Promise<never>(() => {});
    };

  const intake: IntakeQueue & { prepare(sole: boolean): Promise<number>; close(): Promise<void> } = {
    /** One job of a partition at a time, on any number of processes; orphaned jobs are freed when this process is alone. */
    prepare: async (sole) => {
      await Promise.all(queues.map((queue) => queue.setGlobalConcurrency(1)));
      if (!sole) return 0;
      const freed = await Promise.all(queues.map((queue) => freeOrphans(broker, queue.name)));
      return freed.reduce((sum, count) => sum + count, 0);
    },

    put: async (intakes) => {
      const groups = new Map<number, Intake[]>();
      for (const one of intakes) {
        const partition = partitionOf(orderOf(one.update));
        groups.set(partition, [...(groups.get(partition) ?? []), one]);
      }
      await Promise.all([...groups].map(async ([at, group]) => queue(at, await Promise.all(group.map(jobOf)))));
    },

    work: async (handle) => {
      const stopping = new AbortController();
      const workers = queues.map(
        (queue, at) =>
          new Worker<JobData>(queue.name, process(handle, at, stopping.signal), workerOptions(broker, SHORT_LOCK)),
      );
      for (const worker of workers) worker.on('error', broker.onTrouble);
      nudges = workers.map(promptly);
      await Promise.all(workers.map((worker) => worker.waitUntilReady()));
      return async () => {
        stopping.abort();
        await closeInTime(workers.map((worker) => worker.close()));
      };
    },

    length: async () => {
      const counts = await Promise.all(queues.map((queue) => queue.getJobCounts('waiting', 'active', 'delayed')));
      return counts.reduce((sum, count) => sum + (count.waiting ?? 0) + (count.active ?? 0) + (count.delayed ?? 0), 0);
    },

    close: () => closeInTime(queues.map((queue) => queue.close())),
  };
  return intake;
};
