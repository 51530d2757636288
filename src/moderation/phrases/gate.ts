import { NUMBER, type Tables } from './tables.js';
import { SPELT, type Token, tokensOf } from './tokens.js';
import { digit, LAST_LETTER, NOWHERE, ROOT, russianFor, SIGNS, signOf } from './word-tree.js';

/** A text after the first look. */
export interface Glance {
  /** A bit for each topic of which something may be said: every word of some phrase is there. */
  readonly topics: number;
  /** Worked out when first asked for. */
  readonly tokens: () => readonly Token[];
}
export type Gate = (text: string) => Glance;

/** Lists of numbers for each node, one after another in one array. */
interface Packed {
  readonly from: Int32Array;
  readonly ids: Int32Array;
}

const pack = (nodes: number, lists: readonly (readonly number[] | undefined)[], kept: ReadonlySet<number>): Packed => {
  const rows = Array.from({ length: nodes }, (_, node) => (lists[node] ?? []).filter((id) => kept.has(id)));
  const from = new Int32Array(nodes + 1);
  for (const [node, { length }] of rows.entries()) from[node + 1] = (from[node] ?? 0) + length;
  return { from, ids: Int32Array.from(rows.flat()) };
};

const empty = ({ from }: Packed, node: number): boolean => from[node] === from[node + 1];

/** A phrase as the set of classes that must all be there. */
interface Need {
  readonly bit: number;
  readonly ids: readonly number[];
}

const needsOf = ({ tellings, classes }: Tables): readonly (readonly Need[])[] =>
  Array.from({ length: classes }, (_, id) =>
    tellings.flatMap((ways, topic) =>
      (ways.get(id) ?? []).map(({ way }) => ({ bit: 1 << topic, ids: way.steps.map((step) => step.id) })),
    ),
  );

const NO_TOKENS: readonly Token[] = [];
const NOTHING: Glance = { topics: 0, tokens: () => NO_TOKENS };
const LAST_TICK = 0x7fffffff;

const glanceOf = (topics: number, read: () => readonly Token[]): Glance => {
  let tokens: readonly Token[] | undefined;
  return {
    topics,
    tokens: () => {
      tokens ??= read();
      return tokens;
    },
  };
};

/**
 * One look at each letter of a normal text; for nearly every text nothing is made. The marks are kept from call to call
 * and told apart by the number of the call.
 */
export const createGate = (tables: Tables): Gate => {
  const { tree, classes } = tables;
  const { next } = tree;
  const needs = needsOf(tables);
  const steps = new Set(needs.flat().flatMap(({ ids }) => ids));
  const open = pack(next.length / SIGNS, tree.open, steps);
  const whole = pack(next.length / SIGNS, tree.whole, steps);
  const opens = Uint8Array.from({ length: next.length / SIGNS }, (_, node) => (empty(open, node) ? 0 : 1));
  const telling = Uint8Array.from(needs, ({ length }) => (length > 0 ? 1 : 0));
  const marks = new Int32Array(classes);
  const found = new Int32Array(classes);
  let tick = 0;
  let count = 0;

  const begin = (): void => {
    if (tick === LAST_TICK) marks.fill(0);
    tick = tick === LAST_TICK ? 1 : tick + 1;
    count = 0;
  };
  const mark = (id: number): void => {
    if (marks[id] === tick) return;
    marks[id] = tick;
    if (telling[id] === 1) found[count++] = id;
  };
  const markAll = ({ from, ids }: Packed, node: number): void => {
    const end = from[node + 1] ?? 0;
    for (let at = from[node] ?? 0; at < end; at++) mark(ids[at] ?? 0);
  };
  /** A word of two alphabets, as the Russian one it is drawn as. */
  const markDrawn = (text: string, from: number, to: number): void => {
    let node = ROOT;
    for (let at = from; at < to; at++) {
      node = next[node * SIGNS + russianFor(signOf(text.charCodeAt(at)))] ?? NOWHERE;
      markAll(open, node);
    }
    markAll(whole, node);
  };
  const topics = (): number => {
    let mask = 0;
    for (let at = 0; at < count; at++)
      for (const { bit, ids } of needs[found[at] ?? 0] ?? [])
        if ((mask & bit) === 0 && ids.every((id) => marks[id] === tick)) mask |= bit;
    return mask;
  };

  /** True when letters stand one by one somewhere. */
  const walk = (text: string): boolean => {
    let node = ROOT;
    let from = 0;
    let foreign = 0;
    let digits = 0;
    let alone = 0;
    for (let at = 0; at <= text.length; at++) {
      const sign = at < text.length ? signOf(text.charCodeAt(at)) : 0;
      if (sign !== 0) {
        node = next[node * SIGNS + sign] ?? NOWHERE;
        if (opens[node] === 1) markAll(open, node);
        if (sign > LAST_LETTER) {
          foreign++;
          if (digit(sign)) digits++;
        }
        continue;
      }
      const length = at - from;
      if (length > 0) {
        if (node !== NOWHERE) markAll(whole, node);
        if (digits === length) mark(NUMBER);
        else if (foreign > 0 && foreign < length) markDrawn(text, from, at);
        alone = length === 1 ? alone + 1 : 0;
        if (alone === SPELT) return true;
      }
      node = ROOT;
      from = at + 1;
      foreign = 0;
      digits = 0;
    }
    return false;
  };

  return (text) => {
    begin();
    const read = () => tokensOf(text, tree, NUMBER);
    if (walk(text)) {
      const tokens = read();
      for (const token of tokens) for (const id of token.classes) if (steps.has(id)) mark(id);
      return glanceOf(topics(), () => tokens);
    }
    const mask = count === 0 ? 0 : topics();
    return mask === 0 ? NOTHING : glanceOf(mask, read);
  };
};
