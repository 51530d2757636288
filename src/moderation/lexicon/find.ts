import type { Decision } from '../../domain/verdict.js';

/** A find in units of the normal text, `to` not included. */
export interface Find {
  readonly from: number;
  readonly to: number;
  readonly confidence: number;
  /** What it costs when that is less than the rule's own. */
  readonly decision?: Decision;
}
