/** Every word that a pattern of letters, groups `(?:…|…)` and `?` stands for. */
export const forms = (pattern: string): readonly string[] => {
  let at = 0;
  const alternatives = (): readonly string[] => {
    const found = [...sequence()];
    while (pattern[at] === '|') {
      at++;
      found.push(...sequence());
    }
    return found;
  };
  const sequence = (): readonly string[] => {
    let made: readonly string[] = [''];
    while (at < pattern.length && pattern[at] !== '|' && pattern[at] !== ')') {
      const piece = optional(one());
      made = made.flatMap((begun) => piece.map((end) => begun + end));
    }
    return made;
  };
  const one = (): readonly string[] => {
    if (!pattern.startsWith('(?:', at)) return [pattern.charAt(at++)];
    at += 3;
    const inner = alternatives();
    at++;
    return inner;
  };
  const optional = (piece: readonly string[]): readonly string[] => {
    if (pattern[at] !== '?') return piece;
    at++;
    return ['', ...piece];
  };
  return alternatives();
};
