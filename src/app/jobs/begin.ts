import type { Change } from '../../domain/change.js';
import type { Ledger, Timers } from '../../ports/stores.js';
import { dailyKey, dailyTimer } from './daily.js';
import type { Job } from './job.js';

/** Sets the daily timers that are not set yet; to be called at every start. */
export const beginDaily = async (
  jobs: readonly Job[],
  stores: { readonly timers: Timers; readonly ledger: Pick<Ledger, 'settle'> },
  { now, zone, chain }: { readonly now: number; readonly zone: string; readonly chain: string },
): Promise<void> => {
  for (const job of jobs) {
    const timer = dailyTimer(job, zone, now);
    if (timer === undefined || (await stores.timers.find(dailyKey(job)))) continue;
    const changes: readonly Change[] = [{ put: 'timer', timer }];
    const key = `begin-${timer.key}@${timer.at}`;
    const entry = { id: `n:${key}`, at: now, kind: 'note', detail: key } as const;
    await stores.ledger.settle({ key, entry, changes, rows: [], chain });
  }
};
