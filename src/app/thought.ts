import type { Action } from '../domain/action.js';
import type { Change } from '../domain/change.js';
import type { Verdict } from '../domain/verdict.js';
import type { Decided } from './entry.js';
import type { Picture } from './looking.js';

/** What follows from one update. */
export interface Thought extends Decided {
  readonly changes: readonly Change[];
  /** Pictures that are to be looked at when there is time. */
  readonly pictures?: readonly Picture[];
}

const NOTHING: Verdict = { decision: 'keep', findings: [], errors: [] };

/** What follows where nothing was judged. */
export const thought = (
  because: string,
  changes: readonly Change[] = [],
  actions: readonly Action[] = [],
): Thought => ({
  verdict: NOTHING,
  because,
  actions,
  changes,
  via: 'messenger',
});
