/** Edits that turn one word into the other: a letter put in, left out, changed, or two neighbours swapped. */
export const distance = (a: string, b: string): number => {
  let older: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        (above[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (above[j - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (older[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    older = above;
    above = row;
  }
  return above[b.length] ?? 0;
};

/** The word meant by a misspelt one; nothing when none is near. */
export const nearest = (typed: string, known: readonly string[]): string | undefined => {
  const [best] = known
    .map((word) => ({ word, away: distance(typed, word) }))
    .sort((one, other) => one.away - other.away);
  return best && best.away <= Math.max(1, Math.floor(best.word.length / 3)) ? best.word : undefined;
};
