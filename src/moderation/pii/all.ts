import type { Flat } from '../flat.js';
import { HINT, type Hints } from '../hints.js';
import { findAddresses, findPersons } from './addresses.js';
import { findCards } from './cards.js';
import { findDocuments } from './documents.js';
import { findEmails } from './emails.js';
import type { Find } from './find.js';
import { numbersOf } from './numbers.js';
import { findPhones } from './phones.js';
import { findSecrets } from './secrets.js';
import { findSpoken } from './spoken.js';

/** One place, one find: the earlier wins, of those that begin together the surer, then the longer. */
const distinct = (found: readonly Find[]): readonly Find[] => {
  if (found.length < 2) return found;
  const kept: Find[] = [];
  for (const one of found.toSorted((a, b) => a.from - b.from || b.confidence - a.confidence || b.to - a.to)) {
    const last = kept.at(-1);
    if (last === undefined || last.to <= one.from) kept.push(one);
    else if (one.confidence > last.confidence) kept[kept.length - 1] = one;
  }
  return kept;
};

const ALONE = HINT.at | HINT.said | HINT.spoken | HINT.secret | HINT.bracketed;

/** Whether a closer look is worth it: nearly every text has neither numbers nor signs of anything else. */
export const mayHoldPersonalData = ({ bits, digits }: Hints): boolean =>
  digits > 3 || (bits & ALONE) !== 0 || (digits > 0 && (bits & HINT.street) !== 0);

/** Whatever identifies or opens: telephones, e-mail, cards, papers, addresses, persons with their birth, codes and passwords. */
export const findPersonalData = (flat: Flat): readonly Find[] => {
  const { digits } = flat.hints;
  const written = digits < 4 ? null : numbersOf(flat.text);
  const numbered =
    written === null
      ? []
      : [...findDocuments(flat, written), ...findCards(flat, written), ...findPhones(flat, written)];
  return distinct([
    ...numbered,
    ...findSpoken(flat),
    ...findEmails(flat),
    ...findAddresses(flat),
    ...findPersons(flat),
    ...findSecrets(flat),
  ]);
};
