import { Queue, Worker } from 'bullmq';
import type { WakeUps } from '../../ports/queue.js';
import { type Broker, closeInTime, freeOrphans, SHORT_LOCK, workerOptions } from './broker.js';

const NAME = 'wake-ups';
const GONE = { removeOnComplete: true, removeOnFail: true } as const;

/**
 * Wake-ups of the outbox: at most one running and one waiting, however many were asked for. The lock is short because
 * the rows have leases of their own: a second run takes other rows.
 */
export const bullWakeUps = (broker: Broker) => {
  const queue = new Queue(NAME, broker.options);
  queue.on('error', broker.onTrouble);
  const wakeUps: WakeUps & { prepare(sole: boolean): Promise<number>; close(): Promise<void> } = {
    prepare: async (sole) => (sole ? freeOrphans(broker, NAME) : 0),
    wake: async () => {
      await queue.add('wake', {}, { ...GONE, deduplication: { id: 'wake', keepLastIfActive: true } });
    },
    work: async (run) => {
      const worker = new Worker(NAME, run, workerOptions(broker, SHORT_LOCK));
      worker.on('error', broker.onTrouble);
      await worker.waitUntilReady();
      return () => closeInTime([worker.close()]);
    },
    close: () => closeInTime([queue.close()]),
  };
  return wakeUps;
};
