import type { CitationKey } from '../domain/clause.js';
import { type Text, text } from '../domain/text.js';
import { cite } from './cite.js';
import type { Policy } from './policy.js';

/** Hours as people read them: `20:00`. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

const RULES: readonly (readonly [CitationKey, (vars: NonNullable<Text['vars']>) => Text])[] = [
  ['POLITE', (vars) => text('rule-polite', vars)],
  ['PD', (vars) => text('rule-private', vars)],
  ['ON_TOPIC', (vars) => text('rule-on-topic', vars)],
  ['QUIET', (vars) => text('rule-quiet', vars)],
  ['ADS', (vars) => text('rule-no-ads', vars)],
];

/** The rules of a chat in short, each with its clause; those the school has not adopted are left out. */
export const shortRules = (policy: Policy, { from, to }: QuietHours, at: number): readonly Text[] =>
  RULES.flatMap(([key, say]) => {
    const cited = cite(policy, key, at);
    return cited ? [say({ cited: text('clause-ref', { ...cited }), from, to })] : [];
  });

/** The same as one text for a group; null when nothing is adopted. */
export const rulesOfChat = (policy: Policy, hours: QuietHours, at: number): Text | null => {
  const rules = shortRules(policy, hours, at);
  return rules.length === 0 ? null : text('group-rules', { rules });
};
