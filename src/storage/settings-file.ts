import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { stringify } from 'yaml';
import type { z } from 'zod';
import { Given, SETTING_NAMES, type Settings } from '../domain/settings.js';
import { treeOf } from '../regulation/tree.js';

/** What is wrong in a file: its first defect. `what` is a key of `locales/`, or zod's own words. */
export interface FileDefect {
  readonly line: number;
  readonly field: string;
  readonly what: string;
}

export type Parsed<T> =
  | { readonly value: T; readonly defect?: never }
  | { readonly value?: never; readonly defect: FileDefect };

/** YAML by a schema; an empty document stands for an empty object. */
export const parseBy = <S extends z.ZodType>(source: string, schema: S): Parsed<z.output<S>> => {
  const { value, lineOf, defect } = treeOf(source);
  if (defect) {
    const what = { encoding: 'setting-bad-encoding', 'key-twice': 'setting-twice' } as const;
    const key = defect.what === 'encoding' || defect.what === 'key-twice' ? what[defect.what] : 'setting-bad-yaml';
    return { defect: { line: defect.line, field: '', what: key } };
  }
  const parsed = schema.safeParse(value ?? {});
  if (parsed.success) return { value: parsed.data };
  const [issue] = parsed.error.issues;
  const unknown = issue?.code === 'unrecognized_keys';
  const keys = unknown ? [...issue.path, ...issue.keys.slice(0, 1)] : (issue?.path ?? []);
  return {
    defect: {
      line: lineOf(keys),
      field: String(keys[0] ?? '').slice(0, 40),
      what: unknown ? 'setting-no-such' : (issue?.message ?? ''),
    },
  };
};

/** The same whatever the order of the fields. */
const canonical = (given: Given): string =>
  JSON.stringify(SETTING_NAMES.flatMap((name) => (given[name] === undefined ? [] : [[name, given[name]]])));
export const sameSettings = (one: Given, other: Given): boolean => canonical(one) === canonical(other);

const sealOf = (given: Given): string => createHash('sha256').update(canonical(given)).digest('hex').slice(0, 16);
const SEAL = /^# печать: ([0-9a-f]{16})$/mu;

/** A settings file as it was read. */
export interface Found {
  readonly parsed: Parsed<Given>;
  /** The bot did not write it so. */
  readonly byHand: boolean;
  readonly source: string;
}

const fileIn = (dataDir: string): string => path.join(dataDir, 'school.yaml');

/** `school.yaml` of the data folder; undefined when there is none. */
export const readSettingsFile = async (dataDir: string): Promise<Found | undefined> => {
  const source = await readFile(fileIn(dataDir), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (source === undefined) return undefined;
  const parsed = parseBy(source, Given);
  const seal = SEAL.exec(source)?.[1];
  return { parsed, source, byHand: parsed.defect !== undefined || sealOf(parsed.value) !== seal };
};

const HEAD = [
  'Настройки школы. Меняются командой /настройка или здесь: программа прочтёт правку в течение минуты',
  'и запишет файл заново. Строки с «#» перед названием – обычные значения; уберите «#», чтобы задать своё.',
].map((line) => `# ${line}`);

const entry = (name: string, value: unknown): string => stringify({ [name]: value }, { lineWidth: 0 }).trimEnd();
const commented = (lines: string): string =>
  lines
    .split('\n')
    .map((line) => `# ${line}`)
    .join('\n');

/** The words of the file: what is set, and what would hold if it were not. */
export const printSettings = (given: Given, usual: Settings, nameOf: (name: keyof Settings) => string): string => {
  const fields = SETTING_NAMES.map((name) => {
    const set = given[name];
    const lines = set === undefined ? commented(entry(name, usual[name])) : entry(name, set);
    return `# ${nameOf(name)}\n${lines}\n`;
  });
  return [...HEAD, `# печать: ${sealOf(given)}`, '', ...fields].join('\n');
};

/** The file appears whole or stays as it was, for its owner alone. */
export const writeSettingsFile = async (dataDir: string, words: string): Promise<void> => {
  await mkdir(dataDir, { recursive: true });
  const draft = `${fileIn(dataDir)}.${randomUUID()}`;
  try {
    const handle = await open(draft, 'wx', 0o600);
    await handle.writeFile(words);
    await handle.sync();
    await handle.close();
    await rename(draft, fileIn(dataDir));
  } finally {
    await rm(draft, { force: true });
  }
};
