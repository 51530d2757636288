/** More of the same in one text proves nothing more. */
const ENOUGH = 40;

/** The first matches, as many as prove anything. */
export function* several(text: string, pattern: RegExp): Generator<RegExpExecArray> {
  let seen = 0;
  for (const match of text.matchAll(pattern)) {
    if (++seen > ENOUGH) return;
    yield match;
  }
}
