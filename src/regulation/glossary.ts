import type { Edition, Term } from './edition.js';

/** Endings of nouns and adjectives, longest first; what is left is enough to know a word again. */
const ENDINGS =
  /(?:иями|ями|ами|ого|его|ому|ему|ыми|ими|иях|ием|иям|ией|ия|ий|ие|ии|ию|ых|их|ым|им|ой|ей|ом|ем|ам|ям|ах|ях|ов|ев|ый|ая|яя|ое|ее|ые|ую|юю|а|я|о|е|ы|и|у|ю|ь|й)$/u;
/** A stem shorter than this would be found everywhere. */
const STEM = 3;

const stem = (word: string): string => {
  const cut = word.replace(ENDINGS, '');
  return cut.length >= STEM ? cut : word;
};

const wordsOf = (phrase: string): readonly string[] =>
  phrase
    .toLowerCase()
    .replaceAll('ё', 'е')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

const sameStart = (asked: readonly string[], name: readonly string[]): boolean =>
  asked.every((word, at) => name[at]?.startsWith(word) === true);

/** How well a name fits what was asked: 3 the same words, 2 the same stems, 1 it begins so; 0 not at all. */
const nearness = (asked: string, name: string): number => {
  const [said, known] = [wordsOf(asked), wordsOf(name)];
  if (said.length === 0) return 0;
  if (said.join(' ') === known.join(' ')) return 3;
  const [saidStems, knownStems] = [said.map(stem), known.map(stem)];
  if (saidStems.join(' ') === knownStems.join(' ')) return 2;
  const within = knownStems.findIndex((_, at) => sameStart(saidStems, knownStems.slice(at)));
  return within === -1 ? 0 : 1;
};

/** Terms of the edition that fit what was asked, the best ones only; none when nothing fits. */
export const findTerms = ({ terms }: Pick<Edition, 'terms'>, asked: string): readonly Term[] => {
  const rated = terms.map((term) => ({
    term,
    // Another way to say it counts a little less than the term itself.
    near: Math.max(nearness(asked, term.term), ...term.also.map((also) => nearness(asked, also) - 0.5)),
  }));
  const best = Math.max(0.5, ...rated.map((one) => one.near));
  return rated.filter((one) => one.near >= best).map(({ term }) => term);
};
