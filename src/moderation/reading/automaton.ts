import { merged } from './merged.js';

/** The thirty-two letters of the normal text (ё is е), from 1; 0 is everything else. */
export const letterOf = (unit: number): number => (unit >= 0x430 && unit <= 0x44f ? unit - 0x42f : 0);
export const LETTERS = 33;

interface Node {
  readonly next: Map<number, number>;
  back: number;
  signs: number;
  shortest: number;
  longest: number;
}

const node = (): Node => ({ next: new Map(), back: 0, signs: 0, shortest: 0xffff, longest: 0 });

/** Keys over letters, found all at once in one walk along a text, whatever the text. `sign` is one bit. */
export interface Automaton {
  /** Row `state * LETTERS + letter` → the next state. */
  readonly next: Uint16Array;
  /** Of every state: the signs of the keys that end here, and how long they are. */
  readonly signs: Uint8Array;
  readonly shortest: Uint16Array;
  readonly longest: Uint16Array;
}

const grow = (nodes: Node[], key: string, sign: number): void => {
  let at = 0;
  for (const char of key) {
    const letter = letterOf(char.charCodeAt(0));
    const known = nodes[at]?.next.get(letter);
    if (known === undefined) nodes[at]?.next.set(letter, nodes.push(node()) - 1);
    at = known ?? nodes.length - 1;
  }
  const last = nodes[at];
  if (last === undefined) return;
  last.signs |= sign;
  last.shortest = Math.min(last.shortest, key.length);
  last.longest = Math.max(last.longest, key.length);
};

/** What ends in a shorter tail of the same letters ends here too. */
const inherit = (one: Node, tail: Node | undefined): void => {
  if (tail === undefined) return;
  one.signs |= tail.signs;
  one.shortest = Math.min(one.shortest, tail.shortest);
  one.longest = Math.max(one.longest, tail.longest);
};

/** @param keys by sign; letters, none doubled where the walk leaves out the second one; `_` is whatever is no letter. */
export const automatonOf = (keys: readonly (readonly [sign: number, keys: readonly string[]])[]): Automaton => {
  const nodes: Node[] = [node()];
  for (const [sign, words] of keys) for (const word of words) grow(nodes, word, sign);
  const next = new Uint16Array(nodes.length * LETTERS);
  const queue = [0];
  for (const at of queue) {
    const one = nodes[at];
    for (let letter = 0; letter < LETTERS; letter++) {
      const child = one?.next.get(letter);
      const fallen = at === 0 ? 0 : (next[(one?.back ?? 0) * LETTERS + letter] ?? 0);
      next[at * LETTERS + letter] = child ?? fallen;
      const made = child === undefined ? undefined : nodes[child];
      if (child === undefined || made === undefined) continue;
      made.back = fallen;
      inherit(made, nodes[fallen]);
      queue.push(child);
    }
  }
  return {
    next,
    signs: Uint8Array.from(nodes, ({ signs }) => signs),
    shortest: Uint16Array.from(nodes, ({ shortest }) => shortest),
    longest: Uint16Array.from(nodes, ({ longest }) => longest),
  };
};

/** Whole words, letter by letter, each letter of a double once. Node 0 is nowhere. */
export interface WordTree {
  readonly root: number;
  /** Row `node * LETTERS + letter` → the next node. */
  readonly next: Uint16Array;
  /** Of every node: the signs of the words that end here. */
  readonly ends: Uint8Array;
}

export const single = (word: string): string => word.replace(/(.)\1+/g, '$1');

export const wordTreeOf = (words: readonly (readonly [sign: number, words: readonly string[]])[]): WordTree => {
  const tree: Map<number, number>[] = [new Map(), new Map()];
  const ends: number[] = [];
  for (const [sign, listed] of words)
    for (const word of listed) {
      let at = 1;
      for (const char of single(word)) {
        const letter = letterOf(char.charCodeAt(0));
        const known = tree[at]?.get(letter);
        if (known === undefined) tree[at]?.set(letter, tree.push(new Map()) - 1);
        at = known ?? tree.length - 1;
      }
      ends[at] = (ends[at] ?? 0) | sign;
    }
  const { next, made } = merged(tree, LETTERS, (node) => String(ends[node] ?? 0));
  return { root: 1, next, ends: Uint8Array.from(made, (node) => ends[node] ?? 0) };
};
