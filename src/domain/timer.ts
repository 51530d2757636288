/** Something to be done at a time. Setting another under the same key moves it. */
export interface Timer {
  /** Names what waits, e.g. `invite-annul:i_7`; known to nobody outside. */
  readonly key: string;
  readonly at: number;
  /** Which job it is: `src/app/jobs/index.ts`. */
  readonly job: string;
  readonly data: Readonly<Record<string, string | number>>;
  /**
   * Kept in order with timers of the same name only: a long piece of work, of which there are many parts, neither holds up
   * the school's other timers nor waits for them.
   */
  readonly apart?: string;
  /** The settlement that has set it: at the same moment under the same key, one set by another is another timer. */
  readonly by?: string;
}

/** Whether it is the very timer, neither moved nor set anew. */
export const isSameTimer = (one: Pick<Timer, 'at' | 'by'> | undefined, other: Pick<Timer, 'at' | 'by'>): boolean =>
  one?.at === other.at && one.by === other.by;
