import type { Decision } from '../../domain/verdict.js';
import { matches } from '../matches.js';
import type { Normal } from '../normalise.js';
import { startAt } from '../normalise.js';
import type { Look } from '../reading/signs.js';
import { type Called, unmistakable } from './find-insult.js';
import {
  BETWEEN,
  OF_SCHOOL,
  ONESELF,
  ORDERED,
  SAYINGS,
  SECOND,
  SENT_AWAY,
  SILENCED,
  SPOKEN_OF,
  THIRD,
} from './insult.js';
import { KEY } from './keys.js';

/** A word of the lists and what it costs where it stands. */
export interface Judged {
  readonly from: number;
  readonly to: number;
  readonly confidence: number;
  readonly decision?: Decision;
}

interface Token {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const WORD = /[а-яa-z0-9]+/g;
const tokensOf = (text: string): readonly Token[] =>
  matches(text, WORD).map(({ 0: word, index }) => ({
    text: word,
    from: index,
    to: index + word.length,
  }));

/** For how many of the first ones it holds: by halving, for there may be thousands. */
const howMany = <T>(all: readonly T[], holds: (one: T) => boolean): number => {
  let [from, to] = [0, all.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const one = all[middle];
    if (one !== undefined && holds(one)) from = middle + 1;
    else to = middle;
  }
  return from;
};

interface Scene {
  readonly normal: Normal;
  readonly tokens: readonly Token[];
  readonly spokenOf: boolean;
  /** Somebody is spoken to, somewhere: asked for hidden words only. */
  readonly second: boolean;
  /** Units inside quotation marks, when something stands outside of them. */
  readonly quoted: (at: number) => boolean;
}

const QUOTED = /"[^"\n]{1,80}"/g;
/** Normal text has one quotation mark for all. */
const quotations = (text: string, tokens: readonly Token[]): ((at: number) => boolean) => {
  if (!text.includes('"')) return () => false;
  const spans = matches(text, QUOTED).map(({ 0: all, index }) => [index, index + all.length] as const);
  const inside = (at: number) => at < (spans[howMany(spans, ([from]) => from < at) - 1]?.[1] ?? 0);
  return tokens.every(({ from }) => inside(from)) ? () => false : inside;
};

const ENDS = /[.!?\n;:]/;
/** Both in one sentence. */
const together = ({ normal }: Scene, left: Token, right: Token): boolean =>
  !ENDS.test(normal.text.slice(left.to, right.from));

/** «Ты, тупая …», «… ты!», «отстань, …». */
const addressed = (scene: Scene, first: number, last: number): boolean => {
  const { tokens } = scene;
  const after = tokens[last + 1];
  const word = tokens[first];
  if (word === undefined) return false;
  const end = tokens[last] ?? word;
  if (after !== undefined && SECOND.test(after.text) && together(scene, end, after)) return true;
  for (let i = first - 1, right = word; i >= Math.max(0, first - 5); i--) {
    const left = tokens[i];
    if (left === undefined || !together(scene, left, right)) return false;
    if (SECOND.test(left.text) || ORDERED.test(left.text)) return true;
    if (!BETWEEN.test(left.text)) return false;
    right = left;
  }
  return false;
};

const CAPITAL = /^\p{Lu}/u;
/** «Она …», or a name of two words in all: «Петров …». */
const ofSomebody = (scene: Scene, first: number): boolean => {
  const { tokens, normal } = scene;
  const capital = ({ from }: Token) => CAPITAL.test(normal.original.charAt(startAt(normal, from)));
  const word = tokens[first];
  if (word === undefined) return false;
  for (let i = first - 1, right = word; i >= Math.max(0, first - 3); i--) {
    const left = tokens[i];
    if (left === undefined || !together(scene, left, right)) return false;
    if (THIRD.test(left.text)) return true;
    if (i === first - 1 && tokens.length === 2 && capital(left) && !capital(word)) return true;
    if (!BETWEEN.test(left.text)) return false;
    right = left;
  }
  return false;
};

/** «Училка – …»: in a few words, and with nothing between. */
const declared = ({ tokens, normal }: Scene, first: number): boolean => {
  const [who, word] = [tokens[first - 1], tokens[first]];
  if (who === undefined || word === undefined || !OF_SCHOOL.test(who.text)) return false;
  const starts = tokens[first - 2];
  return (
    /^ ?-? ?$/.test(normal.text.slice(who.to, word.from)) &&
    (starts === undefined || ENDS.test(normal.text.slice(starts.to, who.from)))
  );
};

const DENIED = /^(?:не|ни|нет|без|никакой|как|будто|словно)$/;
/** «Я не …», «как …», «сижу как …». */
const denied = ({ tokens }: Scene, first: number): boolean => {
  const [before, earlier] = [tokens[first - 1], tokens[first - 2]];
  if (before === undefined) return false;
  return DENIED.test(before.text) || ONESELF.test(before.text) || (earlier !== undefined && ONESELF.test(earlier.text));
};

const whole = ({ tokens }: Scene, called: readonly Called[]): boolean =>
  tokens.length <= 4 &&
  tokens.every(
    ({ text, from }) =>
      called.some((one) => from >= one.from && from < one.to) || BETWEEN.test(text) || SECOND.test(text),
  );

const WEAK = { confidence: 0.6, decision: 'keep' } as const;

/** What is said in a few words is said of somebody here; a long text tells of something. */
const BRIEF = 4;
/** So long that a word of books in it says little of the rest. */
const LONG = 15;
const brief = ({ tokens }: Scene): boolean => tokens.length <= BRIEF;

const judgeName = (
  scene: Scene,
  called: readonly Called[],
  one: Called,
  first: number,
  last: number,
): Judged | null => {
  const { from, to, word, disguised } = one;
  const face = addressed(scene, first, last);
  if (scene.spokenOf && !(face && first <= 2)) return scene.tokens.length > LONG ? { from, to, ...WEAK } : null;
  if (face || declared(scene, first)) return { from, to, confidence: 0.9 };
  const sure = scene.tokens.length > 1 || unmistakable(word) || disguised;
  if (whole(scene, called)) return sure ? { from, to, confidence: 0.8 } : { from, to, confidence: 0.4 };
  if (disguised && (brief(scene) || scene.second)) return { from, to, confidence: 0.8 };
  return brief(scene) && ofSomebody(scene, first)
    ? { from, to, confidence: 0.7, decision: 'hold' }
    : { from, to, ...WEAK };
};

const judge = (scene: Scene, called: readonly Called[], one: Called): Judged | null => {
  const { from, to, sort } = one;
  if (sort === 'coarse')
    return scene.tokens.length < 2 && !one.disguised ? { from, to, confidence: 0.4 } : { from, to, ...WEAK };
  const first = howMany(scene.tokens, (token) => token.to <= from);
  const last = howMany(scene.tokens, (token) => token.from < to) - 1;
  if (scene.quoted(from) || denied(scene, first)) return null;
  if (sort === 'name') return judgeName(scene, called, one, first, last);
  if (scene.spokenOf || !addressed(scene, first, last)) return null;
  return { from, to, confidence: 0.6, decision: brief(scene) ? 'hold' : 'keep' };
};

const phrases = ({ normal: { text }, tokens }: Scene): readonly Judged[] => [
  ...matches(text, SENT_AWAY).map(
    ({ 0: all, index }): Judged => ({ from: index, to: index + all.length, confidence: 0.85 }),
  ),
  ...matches(text, SILENCED).map(
    ({ 0: all, index }): Judged => ({
      from: index,
      to: index + all.trimEnd().length,
      confidence: tokens.length > 1 ? 0.7 : 0.4,
      decision: tokens.length <= 6 ? 'hold' : 'keep',
    }),
  ),
];

/** A conversation told: «– …». */
const TOLD = /(?:^|\n) ?- ?[а-я]/;

/** What is said with the words found: to somebody's face, of somebody, at large, or not at all. */
export const manner = (normal: Normal, called: readonly Called[], { within }: Look): readonly Judged[] => {
  if (called.length === 0 && (within & KEY.phrase) === 0) return [];
  const { text } = normal;
  if (SAYINGS.test(text)) return [];
  const tokens = tokensOf(text);
  const scene = {
    normal,
    tokens,
    spokenOf: SPOKEN_OF.test(text) || TOLD.test(text),
    second: called.some(({ disguised }) => disguised) && tokens.some((token) => SECOND.test(token.text)),
    quoted: quotations(text, tokens),
  };
  return [
    ...called.map((one) => judge(scene, called, one)).filter((one) => one !== null),
    ...((within & KEY.phrase) === 0 ? [] : phrases(scene)),
  ];
};
