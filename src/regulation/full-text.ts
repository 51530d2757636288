import { wordsOf } from './cite.js';
import type { Draft } from './edition.js';

/** The section a clause belongs to: `4.2` → `4`. */
const sectionOf = (id: string): string => id.split('.')[0] ?? id;

/** The whole regulation as plain text, a clause a paragraph, in the corrected wording. `read-text.ts` reads it back. */
export const fullText = ({ title, sections, clauses }: Pick<Draft, 'title' | 'sections' | 'clauses'>): string => {
  const paragraphs = clauses.flatMap((clause, at) => {
    const section = sectionOf(clause.id);
    const begins = at === 0 || sectionOf(clauses[at - 1]?.id ?? '') !== section;
    const heading = sections[section];
    return [...(begins && heading !== undefined ? [`${section}. ${heading}`] : []), `${clause.id}. ${wordsOf(clause)}`];
  });
  return [title, ...paragraphs].join('\n\n');
};
