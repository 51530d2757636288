import type { Facts } from '../facts.js';
import type { Find } from './find.js';

const digitsOf = (words: string): string => words.replace(/\D/g, '');

/** Fewer digits than this are in too many numbers. */
const ENOUGH = 5;

/** «8 (8662) 47-00-00», «+7 8662 470000» and «47-00-00» are one telephone: the shorter ends the longer. */
const sameNumber = (one: string, other: string): boolean => {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= ENOUGH && (long.endsWith(short) || long.slice(-10) === short.slice(-10));
};

const squeezed = (words: string): string => words.toLowerCase().replace(/[\s()-]/g, '');

/** Whether the school has published it: its telephones, its requisites, and what a rule's settings allow. */
export const isPublished = ({ kind, value }: Find, { school }: Facts, allow: readonly string[]): boolean => {
  const known = [...allow, ...(school?.phones ?? []), ...(school?.requisites ?? [])];
  if (known.length === 0) return false;
  const digits = kind === 'email' || kind === 'address' ? '' : digitsOf(value);
  if (digits === '') return known.some((words) => squeezed(words).includes(squeezed(value)));
  if (kind === 'phone') return known.some((words) => sameNumber(digitsOf(words), digits));
  return known.some((words) => digitsOf(words).includes(digits));
};
