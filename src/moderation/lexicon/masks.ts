import { matches } from '../matches.js';
import { forms } from '../reading/forms.js';
import type { Find } from './find.js';
import { MASKABLE } from './obscene.js';

const WORDS = [...new Set(MASKABLE.trim().split(/\s+/).flatMap(forms))].filter((word) => word.length > 2);

/** Words of one length with one first letter: what a mask leaves to be looked up. */
const placeOf = (first: string, length: number): string => first.charAt(0) + length;
const alike = new Map<string, string[]>();
for (const word of WORDS) {
  const place = placeOf(word, word.length);
  alike.set(place, [...(alike.get(place) ?? []), word]);
}

const MASK = /(?<![а-яa-z0-9*#])([а-я]{1,9})([*#@$%&_]{1,12})([а-я]{0,9})(?![а-яa-z0-9*#])/g;

/** As many letters as marks, the rest as it stands. */
const fitsAny = (before: string, marks: number, after: string): boolean =>
  alike
    .get(placeOf(before, before.length + marks + after.length))
    ?.some((word) => word.startsWith(before) && word.endsWith(after)) ?? false;

/** «по*****»: of what is only begun as much must be seen as tells a root, or be left to people. */
const ofMask = (match: RegExpExecArray): Find | null => {
  const [all, before = '', marks = '', after = ''] = match;
  const span = { from: match.index, to: match.index + all.length };
  if (after === '' && (before.length < 2 || marks.length < 2)) return null;
  if (!fitsAny(before, marks.length, after)) return null;
  return after.length + before.length > marks.length
    ? { ...span, confidence: 0.75 }
    : { ...span, confidence: 0.6, decision: 'hold' };
};

/** «х...о»: the first letter, three dots, the last one. No word of one letter begins so, and none ends so in two. */
const DOTTED =
  /(?<![а-яa-z0-9.])(?<!(?:^|[^а-я])[а-я][^а-яa-z0-9]{1,6})([хпебзгм])\.{3}([а-я])(?![а-яa-z0-9.])(?![^а-яa-z0-9.!?\n]{1,6}[а-я](?:[^а-яa-z0-9 ]| [^а-яa-z0-9 .!?\n]))/g;
const ENDS = new Set(WORDS.filter((word) => word.length > 3).map((word) => word.charAt(0) + word.slice(-1)));

/** Words behind marks, known by the letters that are left: the first `most` of them. */
export const hidden = (text: string, most: number): readonly Find[] => {
  const found: Find[] = [];
  for (const match of matches(text, MASK)) {
    const find = ofMask(match);
    if (find !== null && found.push(find) === most) return found;
  }
  for (const { index, 0: all, 1: first = '', 2: last = '' } of matches(text, DOTTED)) {
    if (!ENDS.has(first + last)) continue;
    if (found.push({ from: index, to: index + all.length, confidence: 0.6, decision: 'hold' }) === most) break;
  }
  return found;
};
