import { matches } from '../matches.js';
import { type Look, SIGN } from '../reading/signs.js';
import { drawn } from '../reading/spelling.js';
import { backwards, type Readings, unitOf, type Ways, type Word } from '../reading/words.js';
import type { Find } from './find.js';
import { KEY } from './keys.js';
import { hidden } from './masks.js';
import * as lexicon from './obscene.js';

const any = (patterns: readonly string[]): string => `(?:${patterns.join('|')})`;

const { PREFIXES, RUN_TOGETHER, SHORTEST } = lexicon;
const inside = any(lexicon.INSIDE);
const beginning = any(lexicon.BEGINNING);
const begins = `^(?:(?:${RUN_TOGETHER}|${PREFIXES})?${beginning}|${RUN_TOGETHER}?${any([SHORTEST, ...lexicon.BARE])})`;

const PLAIN = new RegExp(`${begins}|${inside}`);
const DRAWN = new RegExp(drawn(`${begins}|${inside}`));
const LATIN = new RegExp(any(lexicon.LATIN));
const INNOCENT_HALVES = new RegExp(lexicon.INNOCENT_HALVES);
/** What every find in Latin letters holds. */
const LATIN_HINT = /[ie]zd|[hx][uy]|bl[yji]|[ejyo]b|pid|mud|nd[oa]|zalup|nu[gz3]|suchar|rohg/;
const INNOCENT_LATIN = new RegExp(lexicon.INNOCENT_LATIN);
const OTHER_LAYOUT = new RegExp(
  `${begins}|сучар|(?:ъ|ь)еб|пизд|бляд|${lexicon.IN_PIECES}|^(?:за|на|вы|у|до|по|про|при|пере)еб(?:а|у|л|н|и|е)`,
);
const LETTER_BY_LETTER = new RegExp(lexicon.LETTER_BY_LETTER);
const IN_PIECES = new RegExp(lexicon.IN_PIECES);
const BACKWARDS = new RegExp(lexicon.BACKWARDS);
/** Letters that every backward find holds, in reading order: most words are not turned round. */
const BACKWARDS_HINT = /пулаз|нодног|чадум|кадум|арачус|д[зе]|йу|яу|веу|ух|дял|тял|бе|рад|род|рди/;

/** Marks that hide one letter only are worth a look where they follow the first one. */
const POINTED = /х[."'-]|ху\.|[.,]14/;
const masked = (patterns: readonly string[]): string =>
  any(patterns)
    .replaceAll('M', () => '[*#%@$&_^~]{1,12}')
    .replaceAll('D', '\\.{2,8}');
const MASKED = new RegExp(
  `(?<![а-яa-z0-9])(?:(?:${PREFIXES}|с|разъ|отъ|объ|съ)?${masked(lexicon.MASKED)}|${masked([lexicon.MASKED_ROOT])})[а-я]*`,
  'g',
);

/** Words of every day that hold a key: not worth a closer look, also turned round. */
const EVERYDAY = new Set(lexicon.EVERYDAY.split(' '));

const between = (word: Word, first: number, last: number, confidence: number): Find => {
  const [one, other] = [unitOf(word, first), unitOf(word, last)];
  return { from: Math.min(one, other), to: Math.max(one, other) + 1, confidence };
};
const whole = (word: Word, confidence: number): Find => between(word, 0, word.text.length - 1, confidence);

/** Of letters in a row only those that make the word. */
const exact = (word: Word, confidence: number): Find | null => {
  const match = LETTER_BY_LETTER.exec(word.text);
  return match && between(word, match.index, match.index + match[0].length - 1, confidence);
};

/** Longer runs of letters and signs are no word. */
const LONGEST = 200;

/** Codes and numbers with a letter or two in them are not words. */
const mostlyLetters = (text: string): boolean => {
  const letters = text.replace(/[^a-zа-я]/g, '').length;
  return text.length > 2 && letters > 1 && letters * 2 >= text.length;
};

/** Without one of these in it a run in Latin letters is another language. */
const DRAWN_HINT = /[а-я0-9@$!]/;

const disguised = (run: string): boolean => {
  if (!DRAWN_HINT.test(run) && !LATIN_HINT.test(run)) return false;
  // A nickname's number says nothing of its letters.
  const text = /[а-я]/.test(run) ? run : run.replace(/^\d+|\d+$/g, '');
  if (text.length > LONGEST || !mostlyLetters(text)) return false;
  if (LATIN_HINT.test(text) && LATIN.test(text)) return !INNOCENT_LATIN.test(text);
  return DRAWN_HINT.test(text) && DRAWN.test(text);
};

const turned = (word: Word): Find | null =>
  BACKWARDS_HINT.test(word.text) && BACKWARDS.test(backwards(word).text) ? whole(word, 0.7) : null;

/** «подстр ахуй», «л ебедь»: the second half of an innocent word. */
const halfOf = (text: string, from: number, word: string): boolean => {
  const before = /([а-я]{1,7}) {1,2}$/.exec(text.slice(Math.max(0, from - 9), from));
  const half = before?.[1] ?? '';
  const whole = INNOCENT_HALVES.exec(half + word);
  return half !== '' && whole !== null && whole[0].length > half.length;
};

const inWord = (text: string, word: Word): Find | null => {
  if (word.text.length < 2 || EVERYDAY.has(word.text)) return null;
  switch (word.how) {
    case 'plain':
      if (!PLAIN.test(word.text)) return turned(word);
      return halfOf(text, word.from, word.text) ? null : whole(word, 0.98);
    case 'mixed':
      return disguised(word.text) ? whole(word, 0.9) : null;
    case 'layout':
      return OTHER_LAYOUT.test(word.text) ? whole(word, 0.8) : null;
    case 'spaced':
      return exact(word, 0.9);
    case 'split':
      return IN_PIECES.test(word.text) ? whole(word, 0.7) : null;
    case 'pierced':
      return LETTER_BY_LETTER.test(word.text) ? whole(word, 0.8) : null;
  }
};

/** A mark at a letter. */
const MARKED = /[*#%@$&_^~](?:(?<=[а-я].)| ?(?:зд|й|л|х|у|б|р|д))/;
/** Dots inside a word or after so little that it may be a beginning. */
const DOTTED =
  /\.\.(?:(?<=(?<![а-я])[а-я]{1,7}\.\.)\.{0,6}[а-я]|(?<=(?<![а-я])(?:на|по|за|до|о|а)?(?:ху?|пиз?|бл|еб?|долбо)\.\.)| ?(?:й|у))/;

const behindMask = (text: string): readonly Find[] => {
  const known = matches(text, MASKED, MOST).map(({ index, 0: { length } }) => ({
    from: index,
    to: index + length,
    confidence: 0.8,
  }));
  return [...known, ...hidden(text, MOST)];
};

const NONE: readonly Find[] = [];
const NO_WORDS: readonly Word[] = [];
const KEYS = KEY.obscene | KEY.short | KEY.backwards;

/** More of them in one text prove nothing more, and cost time. */
const MOST = 64;

/** Which readings beside the words as they stand could show one: null when none. */
const waysOf = ({ signs, across, pierced }: Look): Ways | null => {
  const roots = KEY.obscene | KEY.short;
  const ways: Ways = {
    split: (across & KEY.obscene) !== 0,
    spaced: ((across | pierced) & roots) !== 0 && (signs & SIGN.spelt) !== 0,
    pierced: (pierced & roots) !== 0,
    layout: (signs & SIGN.latin) !== 0,
    doubled: (signs & SIGN.doubled) !== 0,
  };
  return ways.split || ways.spaced || ways.pierced || ways.layout || (signs & SIGN.mixed) !== 0 ? ways : null;
};

const mayBeMasked = ({ signs }: Look, text: string): boolean =>
  ((signs & SIGN.masked) !== 0 && (DOTTED.test(text) || MARKED.test(text))) ||
  ((signs & (SIGN.pierced | SIGN.mixed)) !== 0 && POINTED.test(text));

const NOWHERE: readonly number[] = [];

const wordsOf = (readings: Readings, look: Look): readonly Word[] => {
  const ways = waysOf(look);
  if ((look.within & KEYS) === 0)
    return ways === null ? NO_WORDS : readings.by(ways, NOWHERE).filter(({ how }) => how !== 'plain');
  return ways === null ? readings.at(look.hits) : readings.by(ways, look.hits);
};

/** Every obscene word of a text, by whatever reading shows it; readings may overlap. */
export const findObscene = (readings: Readings, look: Look): readonly Find[] => {
  const { text } = readings.normal;
  const masked = mayBeMasked(look, text) ? behindMask(text) : NONE;
  const words = wordsOf(readings, look);
  if (words.length === 0) return masked;
  const found: Find[] = [];
  for (const word of words) {
    const find = inWord(text, word);
    if (find !== null && found.push(find) === MOST) break;
  }
  return [...found, ...masked];
};
