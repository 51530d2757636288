import type { PlaceRef } from '../domain/refs.js';

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

/** How much may be said in one place: so many at once, one in `between`, and in a chat so many in `span`; milliseconds. */
export interface PlaceRate {
  readonly atOnce: number;
  readonly between: number;
  readonly inChat: { readonly limit: number; readonly span: number };
  /** Refusals of so many places at one time mean the bot as a whole. */
  readonly everywhere: number;
}

/** How much was said where, by every process. Waiting is for the outbox, which meanwhile serves others. */
export interface Quotas {
  /** Milliseconds until something may be said there; 0: now, and it is counted. */
  wait(place: PlaceRef): Promise<number>;
  /** The messenger has said not before so many milliseconds. */
  hold(place: PlaceRef, ms: number): Promise<void>;
}
