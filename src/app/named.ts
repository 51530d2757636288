import type { Person } from '../domain/person.js';

/** Endings of surnames in Russian, in any case and number. */
const ENDINGS: ReadonlySet<string> = new Set(
  ' а я у ю е ы и ой ей ою ею ом ем ым им ая яя ую юю ого его ому ему ых их ыми ими ий ый'.split(' '),
);
const LEAST = 3;

const plain = (words: string): string => words.toLowerCase().replaceAll('ё', 'е');
/** What does not change: «Иванова», «Иванову» → «иванов»; «Горский», «Горского» → «горск». */
const stemOf = (surname: string): string => plain(surname).replace(/(?:[иы]й|ая|яя|[аяоьй])$/u, '');

const isForm = (word: string, stem: string): boolean => word.startsWith(stem) && ENDINGS.has(word.slice(stem.length));

/** Words of a text, those with a capital letter unless said. */
const wordsOf = (text: string, capitals: boolean): readonly string[] => {
  const words = [...text.matchAll(/\p{L}[\p{L}-]+/gu)].map(([word]) => word);
  return [...new Set(words.filter((word) => !capitals || /^\p{Lu}/u.test(word)).map(plain))];
};

/**
 * Those of these people whose surname is in the text, in any case of grammar; namesakes all.
 * @param how `any case`: small letters too, where more of them does no harm
 */
export const named = (text: string, people: readonly Person[], how?: 'any case'): readonly Person[] => {
  const words = wordsOf(text, how === undefined);
  if (words.length === 0) return [];
  return people.filter(({ surname }) => {
    const stem = stemOf(surname);
    return stem.length >= LEAST && words.some((word) => isForm(word, stem));
  });
};
