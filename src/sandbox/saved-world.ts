import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { SandboxVk, Snapshot } from './vk/index.js';

/** How long changes are gathered before the world is written. */
const GATHER = 500;

/** The sandbox's VK as it was left; undefined at the first start. A file of another version begins anew. */
export const loadWorld = async (file: string): Promise<Snapshot | undefined> => {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Snapshot;
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
};

const save = async (file: string, vk: SandboxVk): Promise<void> => {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  await writeFile(`${file}.new`, JSON.stringify(vk.snapshot()), { mode: 0o600 });
  await rename(`${file}.new`, file);
};

/** Writes the world some time after each change. Returns a last write. */
export const keepSaved = (file: string, vk: SandboxVk, onTrouble: (error: unknown) => void): (() => Promise<void>) => {
  let timer: NodeJS.Timeout | undefined;
  vk.world.listen(() => {
    timer ??= setTimeout(() => {
      timer = undefined;
      void save(file, vk).catch(onTrouble);
    }, GATHER);
  });
  return async () => {
    clearTimeout(timer);
    await save(file, vk);
  };
};
