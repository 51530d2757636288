import { timerUpdate } from '../domain/update.js';
import type { IntakeQueue } from '../ports/queue.js';
import type { Timers } from '../ports/stores.js';

/** Timers looked at once. */
const MOST = 500;

/** Puts the timers whose time has come into the queue. One that is there already is not put again. */
export const fireDue = async (
  timers: Pick<Timers, 'due'>,
  intake: Pick<IntakeQueue, 'put'>,
  now: number,
): Promise<number> => {
  const due = await timers.due(now, MOST);
  if (due.length > 0) await intake.put(due.map((timer) => ({ update: timerUpdate(timer), received: now })));
  return due.length;
};
