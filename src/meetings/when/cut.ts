/** Stands where something was cut out: what was apart stays apart. */
const GAP = ' | ';

/** A pattern between letters and figures of its own. */
export const whole = (source: string): RegExp => new RegExp(String.raw`(?<![\p{L}\d])(?:${source})(?![\p{L}\d])`, 'gu');

export interface Cut<T> {
  readonly found: readonly T[];
  readonly rest: string;
}

/** Cuts out of a sentence whatever a pattern finds and `read` understands; what it does not is left standing. */
export const cut = <T>(
  sentence: string,
  pattern: RegExp,
  read: (match: readonly (string | undefined)[], before: string) => T | undefined,
): Cut<T> => {
  const found: T[] = [];
  const rest = sentence.replace(pattern, (matched: string, ...given: unknown[]) => {
    const at = given.findIndex((one) => typeof one === 'number');
    const groups = given.slice(0, at) as (string | undefined)[];
    const meant = read([matched, ...groups], sentence.slice(0, Number(given[at])));
    if (meant === undefined) return matched;
    found.push(meant);
    return GAP;
  });
  return { found, rest };
};
