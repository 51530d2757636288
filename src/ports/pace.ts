/** `patient` calls can wait: they are spread, so that an urgent one finds room at once or as soon as the next would go. */
export type Hurry = 'urgent' | 'patient';

/** How many calls a messenger allows, in milliseconds. */
export interface Rate {
  readonly limit: number;
  readonly window: number;
  /** For patient calls, among all others: so many in so long a window, at least `gap` after whatever went before. */
  readonly patient?: { readonly limit: number; readonly window: number; readonly gap: number };
}

/** The one rate bucket of a messenger's token, shared by every process. */
export interface Pace {
  /** Resolves when one more call may be made. Rejects when `signal` is aborted; no turn is spent then. */
  turn(signal?: AbortSignal, hurry?: Hurry): Promise<void>;
}
