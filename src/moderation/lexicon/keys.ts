/** Letters without which no rule of words has anything to look for: written by hand for this project. */
import { automatonOf } from '../reading/automaton.js';
import { CALLED_DIRECTLY, COARSE, NAMES_CALLED } from './insult.js';

/** Whose keys they are: bits. */
export const KEY = { obscene: 1, short: 2, backwards: 4, insult: 8, phrase: 16 } as const;

/** Every obscene root holds one of them, each letter once. */
const OBSCENE =
  'хуй хую хуя хуе хуи хул хую хуо хюй хюе хюя хюи пизд пезд пиз пез пзд пзид пидз писд пист бляд бля блэ блиа блеа блйа блье бялд блдя муд мдуа манд пид пед гонд ганд гандо залуп сучар сучон азлуп злауп заулп залпу ипзд пдиор пиодр пдиар пиадр гнодон однон онодн ондно лбяд бляуд умда муадк хутеа хеуво'.split(
    ' ',
  );
/** The shortest root, as it stands or by sound. */
const SHORT = 'еб йоб епа эб иб ип уяр хуар опист'.split(' ');
const BACKWARDS =
  'дзип зип рих яух йух йух иух еух лух дялб лялб тялб ьдял бе род рад рди пулаз нодног чадум кадум арачус'.split(' ');

/** The beginnings of words, as many letters as tell them from most others. */
const beginnings = (words: readonly string[]): readonly string[] => [
  ...new Set(words.map((word) => word.replace(/(.)\1+/g, '$1').slice(0, 4))),
];

export const AUTOMATON = automatonOf([
  [KEY.obscene, OBSCENE],
  [KEY.short, SHORT],
  [KEY.backwards, BACKWARDS],
  [KEY.phrase, ['заткн', 'крой', 'жоп', 'хер', 'хрен', 'баню']],
  [KEY.insult, beginnings([...NAMES_CALLED, ...CALLED_DIRECTLY, ...COARSE])],
]);
