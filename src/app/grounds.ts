import type { CitationKey } from '../domain/clause.js';
import { type Text, text } from '../domain/text.js';
import type { Call } from './command.js';
import type { Known } from './known.js';
import { cited } from './may.js';

/** « (п. 3.2 Положения)», or nothing where the regulation has no such clause. */
export const inBrackets = (key: CitationKey, { cite }: Pick<Known, 'cite'>): Text | '' => {
  const citation = cite(key);
  return citation ? text('setup-cited', { cited: cited(citation) }) : '';
};

/**
 * What is said to an administrator whose appointment nobody has told of: no order, no rights. Undefined when there is
 * an order, in the set-up or in the roster.
 */
export const withoutOrder = async (call: Call): Promise<Text | undefined> => {
  if ((call.person?.basis ?? '') !== '') return undefined;
  if (call.person?.role !== 'administrator' || (await call.records.get('act', 'administrator'))) return undefined;
  return text('setup-no-order', { cited: inBrackets('ADMIN_ORDER', call) });
};
