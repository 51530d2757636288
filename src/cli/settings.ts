import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { distance } from '../app/nearest.js';
import { BadConfig, type Config, Environment, readConfig } from '../config.js';

type Variables = Readonly<Record<string, string | undefined>>;

const KNOWN = Object.keys(Environment.shape);

/** A slip of one key, of two in a longer name; other programs' variables may stand in the file too. */
const meant = (name: string): string | undefined =>
  KNOWN.find((known) => distance(name.toUpperCase(), known) <= (known.length > 5 ? 2 : 1));

/** A line without «=» swallows the name of the next one; what stands in it may be a secret and is not repeated. */
const torn = (text: string, parsed: Variables): readonly string[] => {
  const lines = text.split('\n').map((line) => line.trim());
  return Object.keys(parsed).flatMap((name) => {
    const [first = '', ...rest] = name.split('\n');
    const told = KNOWN.some((known) => first.startsWith(known));
    return rest.length > 0 && !told
      ? [`.env:${lines.indexOf(first.trim()) + 1}: has no «=» in it; a comment begins with «#»`]
      : [];
  });
};

/** A misspelt name would be left out in silence, and the program would run as if nothing was said. */
const slips = (text: string, parsed: Variables): readonly string[] => {
  const names = Object.keys(parsed).flatMap((name) => {
    if (name.includes('\n')) return [];
    const known = KNOWN.includes(name) ? undefined : meant(name);
    return known ? [`.env: ${name.slice(0, 40)} is no variable of this program; did you mean ${known}?`] : [];
  });
  const lines = text.split(/\r?\n/).flatMap((line, at) => {
    const word = /^\s*(?:export\s+)?([A-Za-z_]+)\b(?!\s*=)/.exec(line)?.[1];
    return word !== undefined && KNOWN.includes(word)
      ? [`.env:${at + 1}: ${word} has no «=» after it; example: ${word}=…`]
      : [];
  });
  return [...names, ...lines, ...torn(text, parsed)];
};

/** `.env` of the current folder, if there is one. */
const dotEnv = (): Variables => {
  let text: string;
  try {
    text = readFileSync('.env', 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return {};
    throw new BadConfig(`.env: cannot be read (${code})`);
  }
  if (text.includes('\0')) throw new BadConfig('.env: is no UTF-8 text; save it as UTF-8');
  const parsed = parseEnv(text);
  const defects = slips(text, parsed);
  if (defects.length > 0) throw new BadConfig(defects.join('\n'));
  return parsed;
};

/** Configuration of this process; what the environment says wins over `.env`. @throws BadConfig */
export const settings = (env: Variables): Config => readConfig({ ...dotEnv(), ...env });
