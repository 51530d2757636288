import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** A messenger whose world outlives the program. */
export interface Saved<T> {
  readonly world: { listen(listener: () => void): () => void };
  snapshot(): T;
}

/** How long changes are gathered before the world is written. */
const GATHER = 500;

/** A messenger as it was left; undefined at the first start. A file of another version begins anew. */
export const loadWorld = async <T>(file: string): Promise<T | undefined> => {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as T;
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
};

const save = async (file: string, saved: Saved<unknown>): Promise<void> => {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  await writeFile(`${file}.new`, JSON.stringify(saved.snapshot()), { mode: 0o600 });
  await rename(`${file}.new`, file);
};

/** Writes the world some time after each change. Returns a last write. */
export const keepSaved = (
  file: string,
  saved: Saved<unknown>,
  onTrouble: (error: unknown) => void,
): (() => Promise<void>) => {
  let timer: NodeJS.Timeout | undefined;
  saved.world.listen(() => {
    timer ??= setTimeout(() => {
      timer = undefined;
      void save(file, saved).catch(onTrouble);
    }, GATHER);
  });
  return async () => {
    clearTimeout(timer);
    await save(file, saved);
  };
};
