import { digit, NOWHERE, ROOT, russian, russianFor, SIGNS, signOf, type WordTree } from './word-tree.js';

/** One word of a normal text: units `from` to `to`, in which sentence, of which classes. */
export interface Token {
  readonly from: number;
  readonly to: number;
  readonly sentence: number;
  readonly classes: readonly number[];
}

type Run = Omit<Token, 'classes'> & { readonly signs: readonly number[] };

const NONE: readonly number[] = [];
const BREAK = /[.!?;\n…]/;

/** Letters one by one: so many of them in a row are a word. */
export const SPELT = 4;

/** The classes of one word; `number` is the class of numbers. */
const classesOf = ({ next, open, whole }: WordTree, signs: readonly number[], number: number): readonly number[] => {
  const found: number[] = signs.every(digit) ? [number] : [];
  let node = ROOT;
  for (const sign of signs) {
    node = next[node * SIGNS + sign] ?? NOWHERE;
    if (node === NOWHERE) return found;
    found.push(...(open[node] ?? NONE));
  }
  found.push(...(whole[node] ?? NONE));
  return found;
};

/** A word of two alphabets is read as it stands and as the Russian one it is drawn as. */
const read = (tree: WordTree, signs: readonly number[], number: number): readonly number[] => {
  const plain = classesOf(tree, signs, number);
  const mixed = signs.some(russian) && !signs.every(russian);
  return mixed ? [...plain, ...classesOf(tree, signs.map(russianFor), number)] : plain;
};

const runsOf = (text: string): readonly Run[] => {
  const runs: Run[] = [];
  let sentence = 0;
  for (let at = 0; at < text.length; at++) {
    const from = at;
    const signs: number[] = [];
    for (let sign = signOf(text.charCodeAt(at)); sign !== 0; sign = signOf(text.charCodeAt(at))) {
      signs.push(sign);
      at++;
    }
    if (signs.length > 0) runs.push({ from, to: at, sentence, signs });
    // «с.л.о.в.о» is one word, not five sentences.
    if (signs.length !== 1 && BREAK.test(text.charAt(at))) sentence++;
  }
  return runs;
};

const joined = (runs: readonly Run[]): Run | undefined => {
  const [first, last] = [runs[0], runs.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  return { from: first.from, to: last.to, sentence: first.sentence, signs: runs.flatMap(({ signs }) => signs) };
};

/** «с л о в о» is one word. */
const unspelt = (runs: readonly Run[]): readonly Run[] => {
  const kept: Run[] = [];
  for (let at = 0; at < runs.length; ) {
    let to = at;
    while (runs[to]?.signs.length === 1) to++;
    const word = to - at >= SPELT ? joined(runs.slice(at, to)) : undefined;
    const run = word ?? runs[at];
    if (run !== undefined) kept.push(run);
    at = word === undefined ? at + 1 : to;
  }
  return kept;
};

/** Behind a gate only: makes lists. Time and memory grow with the length alone. */
export const tokensOf = (text: string, tree: WordTree, number: number): readonly Token[] =>
  unspelt(runsOf(text)).map(({ signs, ...place }) => ({ ...place, classes: read(tree, signs, number) }));
