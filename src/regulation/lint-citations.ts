import { CITATION_KEYS, type CitationKey } from '../domain/clause.js';
import { text } from '../domain/text.js';
import { isContentKey, isMeasureKey, kindFor } from './cite.js';
import type { ChatRules, Draft } from './edition.js';
import { type Oddity, odd, wrong } from './oddity.js';

/** What the points of the chat rules are is not known while their file cannot be read. */
export type KnownRules = ChatRules | 'unread' | undefined;

const lintOne = (key: CitationKey, { citations }: Draft, rules: KnownRules): readonly Oddity[] => {
  const path = ['citations', key];
  const target = citations[key];
  if (target === undefined) return [odd(['citations'], text('defect-key-absent', { key }))];
  if (target === null)
    return isContentKey(key) || isMeasureKey(key) ? [odd(path, text('defect-key-nothing', { key }))] : [];
  if (target.document === 'regulation')
    return isMeasureKey(key) ? [wrong(path, text('defect-measure-regulation', { key }))] : [];
  if (rules === 'unread') return [];
  const clause = rules?.clauses.find(({ id }) => id === target.clause);
  if (clause === undefined) return [wrong(path, text('defect-cites-no-rule', { key, clause: target.clause }))];
  const kind = kindFor(key);
  return kind === undefined || clause.kinds.includes(kind)
    ? []
    : [wrong(path, text('defect-kind', { key, clause: target.clause, kind }))];
};

/** Each key names a clause that exists and is about it, in the document it may rest on. */
export const lintCitations = (edition: Draft, rules: KnownRules): readonly Oddity[] =>
  CITATION_KEYS.flatMap((key) => lintOne(key, edition, rules));
