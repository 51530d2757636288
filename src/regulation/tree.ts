import { type Document, LineCounter, parseDocument } from 'yaml';

/** Characters: larger than any regulation. */
export const LIMIT = 2 ** 20;
/** Brackets within brackets, and signs before the first word of a line: beyond them the reader of YAML ends the program. */
const DEEPEST = 60;
const INDENTED = /^[ \t?:-]{200}/mu;

const isTooDeep = (source: string): boolean => {
  let depth = 0;
  for (const sign of source) {
    if (sign === '[' || sign === '{') depth += 1;
    if (sign === ']' || sign === '}') depth = Math.max(0, depth - 1);
    if (depth > DEEPEST) return true;
  }
  return INDENTED.test(source);
};

/** What a YAML document holds, and where it stands. */
export interface Tree {
  readonly value: unknown;
  /** The line of the nearest part that is there, counted from 1: a missing one is told at its parent. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
  readonly defect?: { readonly line: number; readonly what: 'too-long' | 'encoding' | 'key-twice' | 'unreadable' };
}

const broken = (line: number, what: NonNullable<Tree['defect']>['what']): Tree => ({
  value: undefined,
  lineOf: () => line,
  defect: { line, what },
});

const placesIn = (document: Document.Parsed, lines: LineCounter) => (path: readonly PropertyKey[]) => {
  const depths = path.map((_, i) => path.slice(0, path.length - i));
  const node = depths.map((keys) => document.getIn(keys, true)).find((found) => found !== undefined && found !== null);
  const offset = (node as { range?: readonly number[] } | undefined)?.range?.[0] ?? 0;
  return lines.linePos(offset).line;
};

/** Reads YAML of any origin. Aliases are not unfolded: a document of a school has no use for them. */
export const treeOf = (source: string): Tree => {
  if (source.length > LIMIT) return broken(1, 'too-long');
  // What was saved otherwise than in UTF-8 has lost its letters already.
  if (/[\uFFFD\0]/u.test(source)) return broken(1, 'encoding');
  if (isTooDeep(source)) return broken(1, 'unreadable');
  const lines = new LineCounter();
  try {
    const document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
    const [error] = document.errors;
    if (error) {
      const { line } = lines.linePos(error.pos[0]);
      return broken(line, error.code === 'DUPLICATE_KEY' ? 'key-twice' : 'unreadable');
    }
    return { value: document.toJS({ maxAliasCount: 0 }), lineOf: placesIn(document, lines) };
  } catch (error) {
    if (error instanceof ReferenceError || error instanceof RangeError) return broken(1, 'unreadable');
    throw error;
  }
};
