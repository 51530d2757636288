import { type Document, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { text } from '../domain/text.js';
import { type Defect, issueText } from './defect.js';
import { ChatRulesFile, type Draft, DraftFile, EditionFile } from './edition.js';
import { PermissionsFile } from './permissions.js';
import { ServedFile } from './served.js';

/** A file of a school's folder, as it stands. */
export interface Source {
  readonly file: string;
  readonly source: string;
}

/** A document that was understood, or what is wrong with it; either way, where its parts stand. */
export type Read<T> = { readonly lineOf: (path: readonly PropertyKey[]) => number } & (
  | { readonly value: T; readonly defects: readonly [] }
  | { readonly value?: never; readonly defects: readonly Defect[] }
);

/** Characters: larger than any regulation. */
export const LIMIT = 2 ** 20;

const placesIn = (document: Document.Parsed, lines: LineCounter) => (path: readonly PropertyKey[]) => {
  // The nearest node that is there says the line; a missing one is told at its parent.
  const depths = path.map((_, i) => path.slice(0, path.length - i));
  const node = depths.map((keys) => document.getIn(keys, true)).find((found) => found !== undefined);
  const offset = (node as { range?: readonly number[] } | undefined)?.range?.[0] ?? 0;
  return lines.linePos(offset).line;
};

const unreadable = (file: string, line: number, key: string): Read<never> => ({
  lineOf: () => line,
  defects: [{ file, line, grave: 'error', what: text(key) }],
});

/** The document's own tree; undefined for one that is nested or refers to itself beyond measure. */
const unfolded = (source: string, lines: LineCounter): readonly [Document.Parsed, unknown] | undefined => {
  try {
    const document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
    return [document, document.errors.length > 0 ? undefined : document.toJS({ maxAliasCount: 0 })];
  } catch (error) {
    if (error instanceof ReferenceError || error instanceof RangeError) return undefined;
    throw error;
  }
};

/** A name that is not known stands on a line of its own. */
const placeOf = (issue: z.core.$ZodIssue): readonly PropertyKey[] =>
  issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path;

/** Reads a YAML document into its form. Aliases are not unfolded: a document has no use for them. */
export const readDocument = <S extends z.ZodType>({ file, source }: Source, schema: S): Read<z.output<S>> => {
  if (source.length > LIMIT) return unreadable(file, 1, 'defect-too-long');
  const lines = new LineCounter();
  const read = unfolded(source, lines);
  if (read === undefined) return unreadable(file, 1, 'defect-yaml');
  const [document, value] = read;
  const [error] = document.errors;
  if (error) {
    const line = lines.linePos(error.pos[0]).line;
    return unreadable(file, line, error.code === 'DUPLICATE_KEY' ? 'defect-key-twice' : 'defect-yaml');
  }
  const lineOf = placesIn(document, lines);
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return { value: parsed.data, defects: [], lineOf };
  const defects = parsed.error.issues.map(
    (issue): Defect => ({ file, line: lineOf(placeOf(issue)), grave: 'error', what: issueText(issue) }),
  );
  return { defects, lineOf };
};

/** Which file of the folder holds what. */
export const EDITION = /^\d{4}-\d{2}-\d{2}\.ya?ml$/;
export const CHAT_RULES = /^chat-rules\.ya?ml$/;
export const PERMISSIONS = /^permissions\.ya?ml$/;
export const SERVED = /^served\.ya?ml$/;

export const readEditionFile = (source: Source) => readDocument(source, EditionFile);
export const readChatRules = (source: Source) => readDocument(source, ChatRulesFile);
export const readPermissions = (source: Source) => readDocument(source, PermissionsFile);
export const readServed = (source: Source) => readDocument(source, ServedFile);

/**
 * An edition that somebody brings while the bot runs. What adopts it may be missing yet: see `enact`.
 * Defects say the line, in plain words.
 */
export const readEdition = (
  source: string,
  file = '',
):
  | { readonly draft: Draft; readonly defects?: never }
  | { readonly draft?: never; readonly defects: readonly Defect[] } => {
  const { value, defects } = readDocument({ file, source }, DraftFile);
  return value === undefined ? { defects } : { draft: value };
};
