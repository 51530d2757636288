import { text } from '../domain/text.js';
import { missingOpinions } from './cite.js';
import type { ChatRules } from './edition.js';
import { lintClauses } from './lint-texts.js';
import { type Oddity, odd, wrong } from './oddity.js';

/** Chat rules that cannot stand, or do not yet. */
export const lintChatRules = (rules: ChatRules): readonly Oddity[] => {
  const { order, inForceFrom } = rules.requisites;
  const { parents, students } = rules.opinions;
  const late = [parents, students].some((opinion) => opinion !== undefined && opinion.date > order.date);
  return [
    ...(rules.adopted ? [] : [odd(['adopted'], text('defect-rules-draft'))]),
    ...(rules.adopted && missingOpinions(rules).length > 0 ? [wrong(['opinions'], text('defect-rules-opinions'))] : []),
    ...(late ? [wrong(['opinions'], text('defect-opinion-late'))] : []),
    ...(inForceFrom < order.date ? [wrong(['requisites', 'inForceFrom'], text('defect-force-before-order'))] : []),
    ...lintClauses(rules.clauses, []),
  ];
};
