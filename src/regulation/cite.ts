import { CITATION_KEYS, type Citation, type CitationKey, type Standing } from '../domain/clause.js';
import type { Clause, Edition } from './edition.js';
import type { Policy } from './policy.js';

/** The edition in force: of those begun, the latest; the one before it has lapsed. Null before the first. */
export const editionAt = (policy: Policy, at: number): Edition | null =>
  policy.editions.findLast(({ since }) => since <= at)?.document ?? null;

/** Where a key stands at that moment. Null when the school has adopted nothing that says so. */
export const cite = (policy: Policy, key: CitationKey, at: number): Citation | null => {
  const edition = editionAt(policy, at);
  const target = edition?.citations[key];
  if (!edition || !target) return null;
  if (target.document === 'regulation')
    return { document: 'regulation', clause: target.clause, edition: edition.requisites.inForceFrom };
  const rules = policy.chatRules;
  const stands = rules?.document.adopted && rules.since <= at;
  return stands && rules.document.clauses.some(({ id }) => id === target.clause)
    ? { document: 'chat-rules', clause: target.clause, edition: rules.document.requisites.inForceFrom }
    : null;
};

/** All that may be cited at that moment, and the rules' settings: what moderation needs to know of the school's documents. */
export const standing = (policy: Policy, at: number): Standing => ({
  grounds: Object.fromEntries(
    CITATION_KEYS.map((key) => [key, cite(policy, key, at)] as const).filter(([, citation]) => citation !== null),
  ),
  rules: editionAt(policy, at)?.rules ?? {},
});

const asLine = ({ id, text }: Clause['bullets'][number]): string => {
  if (id.startsWith('0')) return text;
  return /\d$/.test(id) ? `  – ${text}` : `– ${text}`;
};

/** Lead and bullets, a line each unless they are one paragraph, in the corrected wording. */
export const wordsOf = ({ text, bullets, prose }: Clause): string => {
  const lead = text === undefined ? [] : [text];
  return prose ? [...lead, ...bullets.map((one) => one.text)].join(' ') : [...lead, ...bullets.map(asLine)].join('\n');
};

/** A clause of the regulation in force, as people read it. */
export const findClause = (
  policy: Policy,
  id: string,
  at: number,
): { readonly id: string; readonly text: string; readonly edition: string } | null => {
  const edition = editionAt(policy, at);
  const clause = edition?.clauses.find((one) => one.id === id);
  return edition && clause ? { id, text: wordsOf(clause), edition: edition.requisites.inForceFrom } : null;
};
