import type { Tables } from './tables.js';
import { SPELT } from './tokens.js';
import { NOWHERE, ROOT, russian, russianFor, SIGNS, signOf } from './word-tree.js';

/** Every topic. */
const ALL = -1;

/** Of a word of two alphabets, as the Russian one it is drawn as. */
const drawn = ({ tree, open, whole }: Tables, text: string, from: number, to: number): number => {
  let node = ROOT;
  let mask = 0;
  for (let at = from; at < to; at++) {
    node = tree.next[node * SIGNS + russianFor(signOf(text.charCodeAt(at)))] ?? NOWHERE;
    mask |= open[node] ?? 0;
  }
  return mask | (whole[node] ?? 0);
};

/** A bit for each topic of which a normal text has a telling word. Cheap: one look at each letter, nothing is made. */
export const mentioned = (tables: Tables, text: string): number => {
  const { open, whole } = tables;
  const { next } = tables.tree;
  let mask = 0;
  let node = ROOT;
  let from = 0;
  let foreign = 0;
  let spelt = 0;
  for (let at = 0; at <= text.length; at++) {
    const sign = at < text.length ? signOf(text.charCodeAt(at)) : 0;
    if (sign !== 0) {
      node = next[node * SIGNS + sign] ?? NOWHERE;
      mask |= open[node] ?? 0;
      if (!russian(sign)) foreign++;
      continue;
    }
    const length = at - from;
    if (length > 0) {
      mask |= whole[node] ?? 0;
      if (foreign > 0 && foreign < length) mask |= drawn(tables, text, from, at);
      spelt = length === 1 ? spelt + 1 : 0;
      if (spelt === SPELT) return ALL;
    }
    node = ROOT;
    from = at + 1;
    foreign = 0;
  }
  return mask;
};
