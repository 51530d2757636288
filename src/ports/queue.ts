import type { Intake } from '../domain/update.js';

/** Updates on their way to a decision. A chat stays in order on any number of processes. */
export interface IntakeQueue {
  /** Durable when it returns. An id seen in the last hours is not put twice. */
  put(intakes: readonly Intake[]): Promise<void>;
  /** Hands over one update of a place at a time; a thrown error means "again, in order". Returns how to stop. */
  work(handle: (intake: Intake) => Promise<void>): Promise<() => Promise<void>>;
  /** Updates waiting or in hand. */
  length(): Promise<number>;
}

/** Tells the outbox worker that there is something to do. Losing a call delays, never loses: the rows lie in the ledger. */
export interface WakeUps {
  wake(): Promise<void>;
  /** One run at a time over all processes; a wake-up during a run leads to one more. Returns how to stop. */
  work(run: () => Promise<void>): Promise<() => Promise<void>>;
}
