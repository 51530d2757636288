import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from '../domain/text.js';
import type { Defect } from '../regulation/defect.js';
import { type Policy, policyOf } from '../regulation/policy.js';
import {
  CHAT_RULES,
  EDITION,
  PERMISSIONS,
  readChatRules,
  readEditionFile,
  readPermissions,
  readServed,
  SERVED,
  type Source,
} from '../regulation/read.js';
import type { Served } from '../regulation/served.js';

/** What the school can mend in its policy files. Exit code 78. */
export class BadPolicy extends Error {
  override readonly name = 'BadPolicy';

  constructor(
    readonly defects: readonly Defect[],
    options?: ErrorOptions,
  ) {
    super(defects.map(({ file, line, what }) => `${file}:${line}: ${what.key}`).join('\n'), options);
  }
}

const defect = (file: string, key: string): Defect => ({ file, line: 1, grave: 'error', what: text(key) });

const namesIn = async (dir: string): Promise<readonly string[]> => {
  try {
    return (await readdir(dir)).toSorted();
  } catch (cause) {
    throw new BadPolicy([defect(dir, 'defect-no-folder')], { cause });
  }
};

/**
 * The documents of a school's folder, by name; those whose name says nothing to the program are told by the linter.
 * @throws BadPolicy when there is no folder or no edition in it.
 */
export const policySources = async (dir: string): Promise<readonly Source[]> => {
  const names = await namesIn(dir);
  if (!names.some((name) => EDITION.test(name))) throw new BadPolicy([defect(dir, 'defect-no-edition')]);
  return Promise.all(
    names
      .filter((name) => /\.ya?ml$/i.test(name))
      .map(async (name) => ({ file: join(dir, name), source: await readFile(join(dir, name), 'utf8') })),
  );
};

const nameOf = ({ file }: Source): string => file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);

/**
 * Reads a school's editions, chat rules and permissions.
 * @throws BadPolicy with every defect that keeps them from being read.
 */
export const loadPolicy = async (dir: string, zone: string): Promise<Policy> => {
  const sources = await policySources(dir);
  const editions = sources.filter((source) => EDITION.test(nameOf(source))).map(readEditionFile);
  const chatRules = sources.filter((source) => CHAT_RULES.test(nameOf(source))).map(readChatRules);
  const permissions = sources.filter((source) => PERMISSIONS.test(nameOf(source))).map(readPermissions);
  const defects = [...editions, ...chatRules, ...permissions].flatMap((one) => one.defects);
  if (defects.length > 0) throw new BadPolicy(defects);
  return policyOf(
    editions.flatMap(({ value }) => (value === undefined ? [] : [value])),
    chatRules[0]?.value,
    zone,
    permissions[0]?.value,
  );
};

/**
 * Reads what serves which clause.
 * @throws BadPolicy with every defect.
 */
export const loadServed = async (dir: string): Promise<readonly Served[]> => {
  const source = (await policySources(dir)).find((one) => SERVED.test(nameOf(one)));
  if (source === undefined) return [];
  const { value, defects } = readServed(source);
  if (value === undefined) throw new BadPolicy(defects);
  return value;
};
