/** Letters without which no rule of words has anything to look for: written by hand for this project. */
import { automatonOf } from '../reading/automaton.js';
import { INSULT_KEYS } from './insult.js';

/** Whose keys they are: bits. */
export const KEY = { obscene: 1, short: 2, backwards: 4, insult: 8 } as const;

/** Every obscene root holds one of them, each letter once. */
const OBSCENE =
  'хуй хую хуя хуе хуи хул хую хуо хюй хюе хюя хюи пизд пезд пиз пез пзд пзид пидз писд пист бляд бля блиа блеа блйа блье бялд блдя муд мдуа манд пид пед гонд ганд гандо залуп сучар сучон'.split(
    ' ',
  );
/** The shortest root, as it stands or by sound. */
const SHORT = 'еб йоб епа эб иб ип уяр хуар опист'.split(' ');
const BACKWARDS = 'дзип зип рих яух йух йух иух еух лух дялб лялб тялб ьдял бе род рад рди сар'.split(' ');

export const AUTOMATON = automatonOf([
  [KEY.obscene, OBSCENE],
  [KEY.short, SHORT],
  [KEY.backwards, BACKWARDS],
  [KEY.insult, INSULT_KEYS],
]);
