/** Letters without which no rule of words has anything to look for: written by hand for this project. */
import { automatonOf, single, wordTreeOf } from '../reading/automaton.js';
import type { Sought } from '../reading/signs.js';
import { CALLED_DIRECTLY, COARSE, HINTS, NAMES_CALLED } from './insult.js';
import { EVERYDAY } from './obscene.js';

/** Whose keys they are: bits. */
export const KEY = { obscene: 1, short: 2, backwards: 4, called: 8, phrase: 16, hint: 32, everyday: 64 } as const;

/** Every obscene root holds one of them, each letter once. */
const OBSCENE =
  'хуй хую хуя хуе хуи хул хую хуо хюй хюе хюя хюи пизд пезд пиз пез пзд пзид пидз писд пист бляд бля блэ блиа блеа блйа блье бялд блдя муд мдуа манд пид пед гонд ганд гандо залуп сучар сучон азлуп злауп заулп залпу ипзд пдиор пиодр пдиар пиадр гнодон однон онодн ондно лбяд бляуд умда муадк хутеа хеуво'.split(
    ' ',
  );
/** The shortest root, as it stands or by sound. */
const SHORT =
  'еб йоб епа эбат эбал эбан эбу эбл ибат ибал ибан ибут ибуч ибис ипат ипал ипан ипут ипис уяр хуар опист'.split(' ');
const BACKWARDS =
  'дзип ряух нйух лйух чяух веух сиух дялб теух йух яух тялб табе лабе набе налбе чубе тунбе ялбе родип радип рдип сибе пулаз нодног чадум кадум арачус'.split(
    ' ',
  );

/** The beginnings of words, as many letters as tell them from most others: for words in pieces. */
const beginnings = (words: readonly string[]): readonly string[] => [
  ...new Set(words.map((word) => single(word).slice(0, 4))),
];

const CALLED = [...NAMES_CALLED, ...CALLED_DIRECTLY, ...COARSE];

export const SOUGHT: Sought = {
  keys: automatonOf([
    [KEY.obscene, OBSCENE],
    [KEY.short, SHORT],
    [KEY.backwards, BACKWARDS],
    [KEY.phrase, ['заткн', 'крой', 'жоп', 'хер', 'хрен', 'баню']],
    [KEY.called, beginnings(CALLED)],
  ]),
  words: wordTreeOf([
    [KEY.called, CALLED],
    [KEY.hint, HINTS],
    [KEY.everyday, EVERYDAY.split(' ')],
  ]),
  located: { keys: KEY.obscene | KEY.short | KEY.backwards, words: KEY.called },
  innocent: KEY.everyday,
};
