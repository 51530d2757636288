import { type Intake, orderOf } from '../../domain/update.js';
import type { Clock } from '../../ports/clock.js';
import type { IntakeQueue, WakeUps } from '../../ports/queue.js';
import { PARTITIONS, partitionOf } from '../partition.js';

/** Time that stands still until told to go on. */
export const virtualClock = (start: number): Clock & { set(at: number): void } => {
  let now = start;
  return {
    now: () => now,
    set: (at) => {
      now = Math.max(now, at);
    },
  };
};

/** An intake that works when asked to: `drain` hands over everything that waits, in order. */
export const memoryIntake = (): IntakeQueue & { drain(): Promise<void> } => {
  const known = new Set<string>();
  const partitions: Intake[][] = Array.from({ length: PARTITIONS }, () => []);
  let handle: ((intake: Intake) => Promise<void>) | undefined;
  const drainOne = async (waiting: Intake[]) => {
    for (let first = waiting[0]; first !== undefined && handle !== undefined; first = waiting[0]) {
      await handle(first);
      waiting.shift();
    }
  };
  return {
    put: async (intakes) => {
      for (const intake of intakes) {
        if (known.has(intake.update.id)) continue;
        known.add(intake.update.id);
        partitions[partitionOf(orderOf(intake.update))]?.push(intake);
      }
    },
    work: async (given) => {
      handle = given;
      return async () => {
        handle = undefined;
      };
    },
    length: async () => partitions.reduce((sum, waiting) => sum + waiting.length, 0),
    drain: async () => {
      for (const waiting of partitions) await drainOne(waiting);
    },
  };
};

/** Wake-ups that run when asked to. */
export const memoryWakeUps = (): WakeUps & { drain(): Promise<void> } => {
  let asked = false;
  let run: (() => Promise<void>) | undefined;
  return {
    wake: async () => {
      asked = true;
    },
    work: async (given) => {
      run = given;
      return async () => {
        run = undefined;
      };
    },
    drain: async () => {
      while (asked && run !== undefined) {
        asked = false;
        await run();
      }
    },
  };
};
