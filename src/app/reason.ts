import type { Case } from '../domain/case.js';
import { type Text, text } from '../domain/text.js';

/** The rule's name of what a person has found, by a clause. */
export const BY_PERSON = 'person';

type What = Pick<Case, 'rule' | 'category'>;

/** The rights of others are broken in more ways than the bot has words for. */
export const isUnnamed = ({ rule, category }: What): boolean => rule === BY_PERSON && category === 'media';

/** What was found, as a part of a sentence: «содержало …». */
export const reasonText = (what: What): Text => {
  if (isUnnamed(what)) return text('reason-person');
  return text(`reason-${what.rule === 'voice' ? 'voice' : what.category}`);
};
