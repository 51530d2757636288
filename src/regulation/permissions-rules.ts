import type { Citation, CitationKey } from '../domain/clause.js';
import { CITATION_KEYS } from '../domain/clause.js';
import { cite, editionAt } from './cite.js';
import { CLOSED } from './permissions.js';
import type { Rules } from './permissions-answer.js';
import type { Policy } from './policy.js';

const isKey = (ground: string): ground is CitationKey => CITATION_KEYS.some((key) => key === ground);

/** What the school's documents say about rights at that moment. Before the first edition most is closed. */
export const rulesAt = (policy: Policy, at: number): Rules => {
  const edition = editionAt(policy, at);
  const clauseOf = (ground: string): Citation | null => {
    const [id] = ground.split('-');
    const clause = edition?.clauses.find((one) => one.id === id);
    return edition && clause
      ? { document: 'regulation', clause: clause.id, edition: edition.requisites.inForceFrom }
      : null;
  };
  return {
    matrix: policy.permissions ?? CLOSED,
    switches: edition?.switches ?? {},
    cite: (ground) => (isKey(ground) ? cite(policy, ground, at) : clauseOf(ground)),
  };
};
