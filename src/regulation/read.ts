import type { z } from 'zod';
import { type Text, text } from '../domain/text.js';
import { type Defect, issueText } from './defect.js';
import { ChatRulesFile, type Draft, DraftFile, EditionFile } from './edition.js';
import { PermissionsFile } from './permissions.js';
import { ServedFile } from './served.js';
import { treeOf } from './tree.js';

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

const KEYS = {
  'too-long': 'defect-too-long',
  encoding: 'defect-encoding',
  'key-twice': 'defect-key-twice',
  unreadable: 'defect-yaml',
} as const;

/** A name that is not known stands on a line of its own. */
const placeOf = (issue: z.core.$ZodIssue): readonly PropertyKey[] =>
  issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path;

/** Reads a YAML document into its form. */
export const readDocument = <S extends z.ZodType>({ file, source }: Source, schema: S): Read<z.output<S>> => {
  const { value, lineOf, defect } = treeOf(source);
  const wrong = (line: number, what: Text): Defect => ({ file, line, grave: 'error', what });
  if (defect) return { lineOf, defects: [wrong(defect.line, text(KEYS[defect.what]))] };
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return { value: parsed.data, defects: [], lineOf };
  return { lineOf, defects: parsed.error.issues.map((issue) => wrong(lineOf(placeOf(issue)), issueText(issue))) };
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
