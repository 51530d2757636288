import { NOWHERE, ROOT, russianFor, SIGNS, signOf, type WordTree } from './word-tree.js';

/** One word of a normal text: units `from` to `to`, in which sentence, of which classes. */
export interface Token {
  readonly from: number;
  readonly to: number;
  readonly sentence: number;
  readonly classes: readonly number[];
}

type Run = Omit<Token, 'classes'> & { readonly word: string };

const NONE: readonly number[] = [];
const BREAK = /[.!?;\n…]/;

/** Letters one by one: so many of them in a row are a word. */
export const SPELT = 4;

const asItStands = (sign: number): number => sign;

/** The classes of one word, each of its signs read by `how`. */
const classesOf = ({ next, open, whole }: WordTree, word: string, how: (sign: number) => number): readonly number[] => {
  const found: number[] = [];
  let node = ROOT;
  for (let at = 0; at < word.length; at++) {
    node = next[node * SIGNS + how(signOf(word.charCodeAt(at)))] ?? NOWHERE;
    if (node === NOWHERE) return found;
    const ids = open[node];
    if (ids !== undefined) found.push(...ids);
  }
  found.push(...(whole[node] ?? NONE));
  return found;
};

const DIGITS = /^\d+$/;
const RUSSIAN = /[а-я]/;
const FOREIGN = /[^а-я]/;

/** A word of two alphabets is read as it stands and as the Russian one it is drawn as; `number` is the class of numbers. */
const read = (tree: WordTree, word: string, number: number): readonly number[] => {
  const plain = classesOf(tree, word, asItStands);
  if (DIGITS.test(word)) return [number, ...plain];
  return RUSSIAN.test(word) && FOREIGN.test(word) ? [...plain, ...classesOf(tree, word, russianFor)] : plain;
};

const runsOf = (text: string): readonly Run[] => {
  const runs: Run[] = [];
  let sentence = 0;
  for (let at = 0; at < text.length; at++) {
    const from = at;
    while (signOf(text.charCodeAt(at)) !== 0) at++;
    if (at > from) runs.push({ from, to: at, sentence, word: text.slice(from, at) });
    // «с.л.о.в.о» is one word, not five sentences.
    if (at - from !== 1 && BREAK.test(text.charAt(at))) sentence++;
  }
  return runs;
};

const joined = (runs: readonly Run[]): Run | undefined => {
  const [first, last] = [runs[0], runs.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  return { from: first.from, to: last.to, sentence: first.sentence, word: runs.map(({ word }) => word).join('') };
};

/** «с л о в о» is one word. */
const unspelt = (runs: readonly Run[]): readonly Run[] => {
  const kept: Run[] = [];
  for (let at = 0; at < runs.length; ) {
    let to = at;
    while (runs[to]?.word.length === 1) to++;
    const word = to - at >= SPELT ? joined(runs.slice(at, to)) : undefined;
    const run = word ?? runs[at];
    if (run !== undefined) kept.push(run);
    at = word === undefined ? at + 1 : to;
  }
  return kept;
};

/** Behind a gate only: makes lists. Time and memory grow with the length alone. */
export const tokensOf = (text: string, tree: WordTree, number: number): readonly Token[] =>
  unspelt(runsOf(text)).map(({ from, to, sentence, word }) => ({
    from,
    to,
    sentence,
    classes: read(tree, word, number),
  }));
