/** Words set in lines no wider than `width`; a word that is wider alone stands alone. */
export const wrap = (words: string, width: number, widthOf: (line: string) => number): readonly string[] => {
  const lines: string[] = [];
  for (const word of words.split(' ')) {
    const last = lines.pop();
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last === undefined || widthOf(longer) <= width) lines.push(longer);
    else lines.push(last, word);
  }
  return lines;
};

/** Cut at the end so that it fits, with a sign that it was cut. */
export const cut = (line: string, width: number, widthOf: (line: string) => number): string => {
  if (widthOf(line) <= width) return line;
  const letters = [...line];
  const kept = letters.findLastIndex((_, at) => widthOf(`${letters.slice(0, at).join('')}…`) <= width);
  return `${letters.slice(0, Math.max(kept, 0)).join('')}…`;
};
