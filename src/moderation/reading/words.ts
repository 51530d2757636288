import { matches } from '../matches.js';
import { type Normal, startAt } from '../normalise.js';
import { LAYOUT } from './alphabet.js';

/**
 * How a word had to be read: as it stands; with Latin letters or digits in it; typed in the other keyboard layout;
 * put together from single letters, from two pieces, or from pieces with marks between them.
 */
export type How = 'plain' | 'mixed' | 'layout' | 'spaced' | 'split' | 'pierced';

/** One reading of one place of the text. */
export interface Word {
  readonly how: How;
  readonly text: string;
  /** The unit of the normal text that the first letter came from. */
  readonly from: number;
  /** The unit of each letter, when they do not simply follow one another. */
  readonly units?: readonly number[];
}

/** The unit of the normal text that letter `i` of a word came from. */
export const unitOf = (word: Word, i: number): number => word.units?.[i] ?? word.from + i;

const unitsOf = (word: Word): readonly number[] => word.units ?? Array.from(word.text, (_, i) => word.from + i);

const word = (how: How, text: string, from: number): Word => ({ how, text, from });

const join = (how: How, pieces: readonly Word[]): Word => {
  const units: number[] = [];
  let text = '';
  for (const piece of pieces) {
    text += piece.text;
    for (let i = 0; i < piece.text.length; i++) units.push(unitOf(piece, i));
  }
  return { how, text, from: pieces[0]?.from ?? 0, units };
};

const CYRILLIC = /^[а-я]+$/;
const DOUBLED = /([а-я])\1/;

/** Doubled three times over: no Russian word, only a disguise. */
const STUTTERED = /([а-я])\1.*([а-я])\2.*([а-я])\3/;

/** Doubled letters once: «ппиизз». Null when nothing is doubled. */
const squeezed = (one: Word): Word | null => {
  if (one.text.length < 3 || !DOUBLED.test(one.text)) return null;
  const units = unitsOf(one);
  const kept = units.filter((_, i) => one.text[i] !== one.text[i - 1] || !CYRILLIC.test(one.text.charAt(i)));
  // The last letter stands for its double too: the quotation ends where the word does.
  return { ...one, text: one.text.replace(/([а-я])\1+/g, '$1'), units: [...kept.slice(0, -1), ...units.slice(-1)] };
};

const russian = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at);
  return unit >= 0x430 && unit <= 0x44f;
};

const RUN = /[а-яa-z0-9@$](?:[а-яa-z0-9@$€!']*[а-яa-z0-9@$€])?/g;
const SEVERAL_LETTERS = /[а-я]{2,}/g;
const EDGED = /^(\d*)([а-я]+)\d*$/;

/** A run that has more in it than Russian letters, with whatever stands for letters left in. */
const oddly = (run: string, from: number): readonly Word[] => {
  const edged = EDGED.exec(run);
  if (edged) return [word('plain', edged[2] ?? '', from + (edged[1] ?? '').length)];
  const found = /[a-zа-я]/.test(run) ? [word('mixed', run, from)] : [];
  if (/[@$€!']/.test(run))
    for (const part of matches(run, SEVERAL_LETTERS))
      if (!/[a-z0-9]/.test(`${run[part.index - 1] ?? ''}${run[part.index + part[0].length] ?? ''}`))
        found.push(word('plain', part[0], from + part.index));
  return found;
};

/** Words as they stand, and with whatever stands for letters left in. */
const standing = (text: string): readonly Word[] => {
  const found: Word[] = [];
  for (const { 0: run, index } of matches(text, RUN)) {
    if (CYRILLIC.test(run)) found.push(word('plain', run, index));
    else found.push(...oddly(run, index));
  }
  return found;
};

const BEFORE_RUN = "€!'";
const BEHIND_RUN = "!'";
/** From the first unit that is no Russian letter on. */
const ODD = /[a-z0-9@$€!'][а-яa-z0-9@$€!']*/g;

/** Of the words as they stand those that are not Russian letters alone: few, in most messages. */
const odd = (text: string): readonly Word[] => {
  const found: Word[] = [];
  for (const { 0: rest, index } of matches(text, ODD)) {
    let [from, to] = [index, index + rest.length];
    while (from > 0 && russian(text, from - 1)) from--;
    while (from < to && BEFORE_RUN.includes(text.charAt(from))) from++;
    while (to > from && BEHIND_RUN.includes(text.charAt(to - 1))) to--;
    const run = text.slice(from, to);
    if (run !== '' && !CYRILLIC.test(run)) found.push(...oddly(run, from));
  }
  return found;
};

const LATIN_CHUNK = /(?<!\S)[a-z[\]{};:'",.<>~`]{3,40}(?!\S)/g;

/** Russian typed while the keyboard was in English. */
const mistyped = (text: string): readonly Word[] =>
  matches(text, LATIN_CHUNK).map((match) => {
    const keys = [...match[0]].map((key) => LAYOUT.get(key) ?? key).join('');
    return word('layout', keys, match.index);
  });

const PIECE = /[а-яa-z0-9]+/g;
const PIERCED = /(?<![а-яa-z0-9])[а-яa-z0-9]+(?:[-.,_*/|~'"+=:;^]{1,3}[а-яa-z0-9]+){1,20}/g;

const SPACED = /(?<![а-яa-z0-9])[а-яa-z0-9]{1,2}(?:[^а-яa-z0-9\n]{1,5}[а-яa-z0-9]{1,2}){2,80}(?![а-яa-z0-9])/g;

/** «с л о в о», «с.л.о.в.о», «с🙂л🙂о»: letters one by one (or doubled) with something between each. */
const spaced = (text: string): readonly Word[] =>
  matches(text, SPACED).flatMap((match) => {
    const letters = matches(match[0], PIECE).filter(({ 0: piece }) => piece.length === 1 || piece[0] === piece[1]);
    if (letters.length < 3) return [];
    return [
      join(
        'spaced',
        letters.map((piece) => word('spaced', piece[0].charAt(0), match.index + piece.index)),
      ),
    ];
  });

const adjoining = (text: string, left: Word, right: Word): boolean => {
  const from = left.from + left.text.length;
  return right.from > from && right.from - from <= 3 && /^ +$/.test(text.slice(from, right.from));
};

const COMMON_SHORT = new Set(
  'а и в к с о у я не ни но на по до за из от об он мы вы ты да же ли бы то та те ту эх ах ох ой ну во со ко уж их ее им ей ее му те что как все кто это для так вот нас вас мне еще уже вам нам его был год два три'.split(
    ' ',
  ),
);

const fragment = (piece: Word): boolean =>
  (piece.text.length <= 3 && !COMMON_SHORT.has(piece.text)) || /^[ьъы]/.test(piece.text);

/** «А.Б.Ветров»: an initial is one letter, a full stop and a capital. */
const initial = (normal: Normal, piece: Word, next: Word): boolean =>
  piece.text.length === 1 &&
  normal.text[piece.from + 1] === '.' &&
  /\p{Lu}/u.test(normal.original.charAt(startAt(normal, next.from)));

/** «сл.ово»: marks without spaces inside a word. Pieces that are words themselves are left to the other readings. */
const pierced = (normal: Normal): readonly Word[] =>
  matches(normal.text, PIERCED).flatMap((match) => {
    if (match[0].length > 40) return [];
    const pieces = matches(match[0], PIECE).map((p) => word('pierced', p[0], match.index + p.index));
    const short = pieces.filter((piece) => piece.text.length <= 2);
    const initials = pieces.some((piece, i) => i > 0 && initial(normal, pieces[i - 1] ?? piece, piece));
    const broken = short.length >= pieces.length - 1 && short.some(fragment) && !initials;
    if (!broken) return [];
    const joined = join('pierced', pieces);
    return joined.text.length > 2 ? [joined] : [];
  });

/** «сло во»: two neighbours, one of them too short to be a word of its own. */
const split = (text: string, words: readonly Word[]): readonly Word[] => {
  const found: Word[] = [];
  let left: Word | undefined;
  for (const right of words) {
    const both = left?.how === 'plain' && right.how === 'plain' && (fragment(left) || fragment(right));
    if (left !== undefined && both && !COMMON_SHORT.has(right.text) && adjoining(text, left, right))
      found.push(join('split', [left, right]));
    left = right;
  }
  return found;
};

/** The word from its last letter to its first. */
export const backwards = (one: Word): Word => ({
  how: one.how,
  text: [...one.text].reverse().join(''),
  from: one.from,
  units: [...unitsOf(one)].reverse(),
});

const LETTER_OR_DIGIT = /[a-z0-9]/;

/** The words of Russian letters alone that stand at these places. */
const plainAt = (text: string, places: readonly number[]): Word[] => {
  const found: Word[] = [];
  let done = -1;
  for (const place of places) {
    if (place < done || !russian(text, place)) continue;
    let [from, to] = [place, place + 1];
    while (from > 0 && russian(text, from - 1)) from--;
    while (russian(text, to)) to++;
    done = to;
    if (!LETTER_OR_DIGIT.test(text.charAt(from - 1) + text.charAt(to)))
      found.push(word('plain', text.slice(from, to), from));
  }
  return found;
};

/** Ways to read beside the words as they stand: each is dear, and most messages give no cause for any. */
export interface Ways {
  readonly split: boolean;
  readonly spaced: boolean;
  readonly pierced: boolean;
  readonly layout: boolean;
  readonly doubled: boolean;
}

const ALL: Ways = { split: true, spaced: true, pierced: true, layout: true, doubled: true };

/** What was read of one text: every way once, for all who ask. */
export class Readings {
  readonly normal: Normal;
  #standing: readonly Word[] | undefined;
  #odd: readonly Word[] | undefined;
  #mistyped: readonly Word[] | undefined;
  #spaced: readonly Word[] | undefined;
  #pierced: readonly Word[] | undefined;

  constructor(normal: Normal) {
    this.normal = normal;
  }

  /** The plain words at these places. */
  at(places: readonly number[]): readonly Word[] {
    return withoutStutter(plainAt(this.normal.text, places));
  }

  /** The plain words at these places, whatever is no plain word, and what these ways make of them all. */
  by(ways: Ways, places: readonly number[]): readonly Word[] {
    this.#odd ??= odd(this.normal.text);
    const found = [...this.#odd, ...plainAt(this.normal.text, places)];
    return this.#with(
      ways,
      found.sort((a, b) => a.from - b.from),
    );
  }

  /** Every word by every way. */
  all(): readonly Word[] {
    return this.#with(ALL, [...this.#allStanding()]);
  }

  #allStanding(): readonly Word[] {
    this.#standing ??= standing(this.normal.text);
    return this.#standing;
  }

  #with(ways: Ways, found: Word[]): readonly Word[] {
    const { normal } = this;
    if (ways.split) found.push(...split(normal.text, this.#allStanding()));
    if (ways.spaced) {
      this.#spaced ??= spaced(normal.text);
      found.push(...this.#spaced);
    }
    if (ways.pierced) {
      this.#pierced ??= pierced(normal);
      found.push(...this.#pierced);
    }
    const all = ways.doubled ? withoutStutter(found) : found;
    if (!ways.layout) return all;
    this.#mistyped ??= mistyped(normal.text);
    return [...all, ...this.#mistyped];
  }
}

const withoutStutter = (found: readonly Word[]): readonly Word[] => {
  const kept = found.filter(({ text }) => text.length < 6 || !STUTTERED.test(text));
  for (const one of found) {
    const once = squeezed(one);
    if (once !== null) kept.push(once);
  }
  return kept;
};
