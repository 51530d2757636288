import { link, open, readFile, rename, rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

/** A starter that has not finished in this many milliseconds is taken for dead. */
const PATIENCE = 15_000;
const STEP = 25;

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

const held = async (file: string): Promise<boolean> => {
  const pid = Number(await readFile(file, 'utf8').catch(() => ''));
  return pid === 0 || alive(pid);
};

/** Takes a dead owner's lock away. One that came to life meanwhile is another's, and is put back. */
const clear = async (file: string, force: boolean): Promise<void> => {
  const aside = `${file}.${process.pid}`;
  try {
    await rename(file, aside);
    if (!force && (await held(aside))) await link(aside, file).catch(() => {});
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  } finally {
    await rm(aside, { force: true });
  }
};

const take = async (file: string): Promise<boolean> => {
  try {
    const handle = await open(file, 'wx', 0o600);
    await handle.writeFile(String(process.pid));
    await handle.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
};

/**
 * Runs `work` while no other process does: two servers on one folder would both start, and ruin it.
 * A lock whose owner is dead, or that is older than any start takes, is taken over.
 */
export const underLock = async <T>(file: string, work: () => Promise<T>): Promise<T> => {
  const until = Date.now() + PATIENCE;
  while (!(await take(file))) {
    const late = Date.now() > until;
    if (late || !(await held(file))) await clear(file, late);
    else await pause(STEP);
  }
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
};
