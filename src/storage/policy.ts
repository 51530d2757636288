import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { ChatRulesFile, EditionFile } from '../regulation/edition.js';
import { PermissionsFile } from '../regulation/permissions.js';
import { type Policy, policyOf } from '../regulation/policy.js';
import { type Served, ServedFile } from '../regulation/served.js';

/** What the school can mend in its policy files: one line a defect, `file:line: message`. Exit code 78. */
export class BadPolicy extends Error {
  override readonly name = 'BadPolicy';
}

const EDITION = /^\d{4}-\d{2}-\d{2}\.ya?ml$/;
const CHAT_RULES = /^chat-rules\.ya?ml$/;
const PERMISSIONS = /^permissions\.ya?ml$/;

type Read<T> =
  | { readonly value: T; readonly defects: readonly [] }
  | { readonly value?: never; readonly defects: readonly string[] };

const parse = <S extends z.ZodType>(file: string, source: string, schema: S): Read<z.output<S>> => {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error) return { defects: [`${file}:${lines.linePos(error.pos[0]).line}: ${error.message}`] };
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { value: parsed.data, defects: [] };
  return {
    defects: parsed.error.issues.map(({ path, message }) => {
      // The nearest node that is there says the line; a missing one is told at its parent.
      const depths = path.map((_, i) => path.slice(0, path.length - i));
      const node = depths.map((keys) => document.getIn(keys, true)).find((found) => found !== undefined);
      const offset = (node as { range?: readonly number[] } | undefined)?.range?.[0] ?? 0;
      return `${file}:${lines.linePos(offset).line}: ${path.join('.')}: ${message}`;
    }),
  };
};

const filesOf = async (dir: string): Promise<readonly string[]> => {
  try {
    return (await readdir(dir)).toSorted();
  } catch (cause) {
    throw new BadPolicy(`${dir}: cannot be read; POLICY_DIR names the folder of the school's editions`, { cause });
  }
};

/**
 * Reads a school's editions and chat rules.
 * @throws BadPolicy with one line for each defect.
 */
export const loadPolicy = async (dir: string, zone: string): Promise<Policy> => {
  const files = await filesOf(dir);
  const read = async <S extends z.ZodType>(name: RegExp, schema: S) =>
    Promise.all(
      files
        .filter((file) => name.test(file))
        .map(async (file) => parse(join(dir, file), await readFile(join(dir, file), 'utf8'), schema)),
    );
  const editions = await read(EDITION, EditionFile);
  const [chatRules] = await read(CHAT_RULES, ChatRulesFile);
  const [permissions] = await read(PERMISSIONS, PermissionsFile);
  const defects = [...editions, ...(chatRules ? [chatRules] : []), ...(permissions ? [permissions] : [])].flatMap(
    (one) => one.defects,
  );
  if (editions.length === 0) throw new BadPolicy(`${dir}: holds no edition; example: 2024-08-31.yaml`);
  if (defects.length > 0) throw new BadPolicy(defects.join('\n'));
  return policyOf(
    editions.flatMap(({ value }) => (value === undefined ? [] : [value])),
    chatRules?.value,
    zone,
    permissions?.value,
  );
};

/**
 * Reads what serves which clause.
 * @throws BadPolicy with one line for each defect.
 */
export const loadServed = async (dir: string): Promise<readonly Served[]> => {
  if (!(await filesOf(dir)).includes('served.yaml')) return [];
  const file = join(dir, 'served.yaml');
  const { value, defects } = parse(file, await readFile(file, 'utf8'), ServedFile);
  if (value === undefined) throw new BadPolicy(defects.join('\n'));
  return value;
};
