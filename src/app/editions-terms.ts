import { type Text, text } from '../domain/text.js';
import { editionAt } from '../regulation/cite.js';
import { findTerms } from '../regulation/glossary.js';
import type { Known } from './known.js';
import { cited } from './may.js';

/** Terms in one answer. */
const MOST = 5;

type Looked = Pick<Known, 'policy' | 'now'>;

/** Terms that fit what was asked, in words, each with its clause. */
export const termsFor = (asked: string, { policy, now }: Looked): readonly Text[] => {
  const edition = editionAt(policy, now);
  if (edition === null) return [];
  return findTerms(edition, asked)
    .slice(0, MOST)
    .map(({ term, meaning, clause }) =>
      clause === undefined
        ? text('glossary-term', { term, meaning })
        : text('glossary-term-cited', {
            ...{ term, meaning },
            cited: cited({ document: 'regulation', clause, edition: edition.requisites.inForceFrom }),
          }),
    );
};

/** Names of all terms of the edition in force. */
export const allTerms = ({ policy, now }: Looked): readonly string[] =>
  editionAt(policy, now)?.terms.map(({ term }) => term) ?? [];
