/** From a node, by sign, to the next one. */
export type Branches = ReadonlyMap<number, number>;

/** A tree in which like branches are one. */
export interface Merged {
  /** `next[node * signs + sign]`; 0 is nowhere, 1 the root. */
  readonly next: Uint16Array;
  /** Of every node, the one of the tree that it was made of. */
  readonly made: readonly number[];
}

const NOWHERE = 0;
const ROOT = 1;

/**
 * The ends of words are much alike, and a small table stays in the processor's cache. Nodes 0 and 1 of the tree are nowhere
 * and the root; whatever grows from a node stands behind it. `label`: what else must be alike.
 *
 * @throws when more than 65,535 nodes are left.
 */
export const merged = (tree: readonly Branches[], signs: number, label: (node: number) => string): Merged => {
  const alike = new Map<string, number>();
  /** Of every node, the last one that is like it. */
  const same = new Uint32Array(tree.length);
  for (let node = tree.length - 1; node > NOWHERE; node--) {
    const branches = Array.from(tree[node] ?? [], ([sign, to]) => `${sign}:${same[to] ?? NOWHERE}`);
    const name = `${label(node)} ${branches.sort().join()}`;
    same[node] = alike.get(name) ?? node;
    alike.set(name, same[node] ?? node);
  }
  const made = [NOWHERE, ROOT, ...new Set(same.subarray(ROOT + 1))];
  if (made.length > 0xffff) throw new Error('too many words');
  const numbers = new Map(made.map((node, number) => [node, number]));
  const next = new Uint16Array(made.length * signs);
  for (const [number, node] of made.entries())
    for (const [sign, to] of tree[node] ?? [])
      next[number * signs + sign] = numbers.get(same[to] ?? NOWHERE) ?? NOWHERE;
  return { next, made };
};
