import type { Evidence } from './rule.js';

/** More of them in one message prove nothing more. */
const ENOUGH = 20;

const apart = (one: Evidence, other: Evidence): boolean => one.end <= other.start || other.end <= one.start;

/** One place, one piece of evidence: of overlapping ones the surest, of equally sure ones the first. In the order of the text. */
export const distinct = (found: readonly Evidence[]): readonly Evidence[] => {
  if (found.length < 2) return found;
  const kept: Evidence[] = [];
  for (const one of found.toSorted((a, b) => b.confidence - a.confidence || a.start - b.start))
    if (kept.every((other) => apart(one, other))) kept.push(one);
  return kept.sort((a, b) => a.start - b.start).slice(0, ENOUGH);
};
