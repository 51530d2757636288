export interface Clock {
  now(): number;
}

/** A thing to do at a time. The key carries the due time: a used key never fires again. */
export interface Timer {
  readonly key: string;
  readonly at: number;
  readonly job: string;
  readonly data: Readonly<Record<string, string | number>>;
}

export interface Timers {
  set(timer: Timer): Promise<void>;
  cancel(key: string): Promise<void>;
  /** Starts firing; each timer at least once, late after an absence. Returns how to stop. */
  run(fire: (timer: Timer) => Promise<void>): Promise<() => Promise<void>>;
}
