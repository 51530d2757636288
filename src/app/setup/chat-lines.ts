import { type Text, text } from '../../domain/text.js';
import { inRow } from '../../roster/words.js';

/** Of a long list so many are told; a school of forty classes has a hundred chats. */
const TOLD = 30;

const told = (items: readonly Text[]): readonly Text[] => {
  const more = items.length - TOLD;
  return more > 0 ? [...items.slice(0, TOLD), text('setup-more', { count: more })] : items;
};

/** A line each. */
export const listed = (items: readonly Text[]): readonly Text[] => told(items);

/** One after another, in one line. */
export const enumerated = (items: readonly Text[]): Text =>
  inRow(told(items), 'roster-errors-next') ?? text('setup-none');
