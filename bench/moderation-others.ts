/** What others offer for the same question, each as its page says to use it for Russian. */
import badWordsNext from 'bad-words-next';
import ru from 'bad-words-next/lib/ru';
import ruLatin from 'bad-words-next/lib/ru_lat';
import leoProfanity from 'leo-profanity';
import { parseRawPattern, RegExpMatcher } from 'obscenity';
import { flatWords } from 'russian-bad-words';

export interface Contestant {
  readonly name: string;
  readonly flags: (text: string) => boolean;
}

/** Roots of a small list, as somebody would write it in an evening. */
const ROOTS =
  'хуй хуе хуё хуя хуи пизд бляд блят ебат ебал ебан ёбан ебуч заеб наеб выеб долбоеб долбоёб мудак мудил пидор пидар гандон гондон залуп'.split(
    ' ',
  );

const words = new Set(flatWords.map((word) => word.toLowerCase()));
const oneWord = /[а-яёa-z]+/g;
const dictionary = (text: string): boolean => (text.toLowerCase().match(oneWord) ?? []).some((word) => words.has(word));

const matcher = new RegExpMatcher({
  blacklistedTerms: ROOTS.map((root, id) => ({ id, pattern: parseRawPattern(root) })),
});

const next = new badWordsNext({ data: ru });
next.add(ruLatin);

leoProfanity.loadDictionary('ru');

const expression =
  /(?<![а-яё])(?:(?:на|по|ни|не|до|за|от|о|а|у|вы|раз|рас|из|ис|при|про|под|пере|с|об)?(?:ху[йеёюяи]|п[иеё]зд|[её]б(?:а|у|л|н|и|ы|ё)|бля(?:[дт]|$|(?=[^а-яё])))|муд(?:ак|ил|оз)|пид[оа]р|г[ао]ндон|залуп)/iu;

export const others: readonly Contestant[] = [
  { name: 'russian-bad-words', flags: dictionary },
  { name: 'obscenity + a list', flags: (text) => matcher.hasMatch(text) },
  { name: 'bad-words-next', flags: (text) => next.check(text) },
  { name: 'leo-profanity', flags: (text) => leoProfanity.check(text) },
  { name: 'one RegExp', flags: (text) => expression.test(text) },
];
