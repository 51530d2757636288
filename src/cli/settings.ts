import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { BadConfig, type Config, readConfig } from '../config.js';

/** `.env` of the current folder, if there is one; what the environment already says wins. */
const dotEnv = (): Readonly<Record<string, string | undefined>> => {
  try {
    return parseEnv(readFileSync('.env', 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new BadConfig(`.env: cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`);
  }
};

/** Configuration of this process. @throws BadConfig */
export const settings = (env: Readonly<Record<string, string | undefined>>): Config =>
  readConfig({ ...dotEnv(), ...env });
