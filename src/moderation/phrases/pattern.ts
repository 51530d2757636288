/** One step of a pattern: these words, after at most `gap` others. */
export interface Step {
  readonly words: readonly string[];
  readonly gap: number;
}

/** Words one after another; `before` and `after` must not stand next to them. */
export interface Pattern {
  readonly steps: readonly Step[];
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Names of lists of words: `@name` in a pattern. */
export type Lists = Readonly<Record<string, string>>;

const MOST_STEPS = 6;
const MOST_GAP = 6;
const WORD = /^(?:[а-яa-z0-9]+\*?|#)$/;
const GAP = /^([~&])(\d)$/;

const wordsOf = (alternatives: string, lists: Lists): readonly string[] =>
  alternatives.split('|').flatMap((word) => {
    if (word.startsWith('@')) {
      const list = lists[word.slice(1)];
      if (list === undefined) throw new Error(`no list ${word}`);
      return wordsOf(list, lists);
    }
    if (!WORD.test(word)) throw new Error(`not a word: «${word}»`);
    return [word];
  });

/** Every way to leave out what ends in a question mark. */
const withOptional = (parts: readonly string[]): readonly (readonly string[])[] => {
  const at = parts.findIndex((part) => part.endsWith('?'));
  if (at < 0) return [parts];
  const kept = parts.with(at, parts[at]?.slice(0, -1) ?? '');
  const gapped = GAP.test(parts[at - 1] ?? '');
  return [...withOptional(kept), ...withOptional(parts.toSpliced(gapped ? at - 1 : at, gapped ? 2 : 1))];
};

/** `a &3 b`: in either order. */
const withOrders = (parts: readonly string[]): readonly (readonly string[])[] => {
  const at = parts.findIndex((part) => part.startsWith('&'));
  if (at < 0) return [parts];
  const gap = `~${parts[at]?.slice(1)}`;
  const [one, other] = [parts.slice(0, at), parts.slice(at + 1)];
  return [
    [...one, gap, ...other],
    [...other, gap, ...one],
  ];
};

const read = (parts: readonly string[], lists: Lists): Pattern => {
  const refused = (at: number): readonly string[] => {
    const part = parts.at(at);
    return part?.startsWith('!') ? wordsOf(part.slice(1), lists) : [];
  };
  const inner = parts.slice(parts[0]?.startsWith('!') ? 1 : 0, parts.at(-1)?.startsWith('!') ? -1 : undefined);
  const steps: Step[] = [];
  let gap = 0;
  for (const part of inner) {
    const [, , far] = GAP.exec(part) ?? [];
    if (far === undefined) steps.push({ words: wordsOf(part, lists), gap });
    gap = far === undefined ? 0 : Math.min(Number(far), MOST_GAP);
  }
  if (steps.length === 0 || steps.length > MOST_STEPS) throw new Error(`${steps.length} steps: «${parts.join(' ')}»`);
  return { steps, before: refused(0), after: refused(-1) };
};

/**
 * Reads `прода*|купи* ~2 соль !для`: words beside one another, `|` between those that may stand there, `*` for any
 * ending, `~2` for up to two words between, `&2` the same in either order, `?` for what may be absent, `!` at an end for
 * what must not be the neighbour, `#` for a number, `@name` for a list. Letters small, е for ё.
 * @throws when it is not one.
 */
export const readPattern = (pattern: string, lists: Lists = {}): readonly Pattern[] =>
  withOrders(pattern.trim().split(/\s+/))
    .flatMap(withOptional)
    .map((parts) => read(parts, lists));

/** The words of `a|b*|@list`. */
export const readWords = (alternatives: string, lists: Lists = {}): readonly string[] => wordsOf(alternatives, lists);
