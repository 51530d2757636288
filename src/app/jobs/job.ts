import type { z } from 'zod';
import type { Reply } from '../command.js';
import type { Known } from '../known.js';

/** What is done when a timer fires. */
export interface Job {
  readonly name: string;
  /** Every day at this time of the school's zone, `03:30`; set by itself. */
  readonly daily?: string;
  /** `due` is when it should have been: earlier than `now` after an absence. */
  readonly run: (data: unknown, due: number, known: Known) => Promise<Reply>;
}

interface Definition<D> extends Omit<Job, 'run'> {
  readonly data: z.ZodType<D>;
  readonly run: (data: D, due: number, known: Known) => Promise<Reply>;
}

/** One kind of timer: what it carries and what follows. */
export const defineJob = <D>({ data, run, ...described }: Definition<D>): Job => ({
  ...described,
  run: async (given, due, known) => run(data.parse(given), due, known),
});
