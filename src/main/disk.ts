import { statfs } from 'node:fs/promises';

/** With less than this share free, Redis would soon be unable to write and exit. */
const LEAST_FREE = 0.05;

/** Share of the disk that is free under this folder, 0…1. */
export const freeShare = async (folder: string): Promise<number> => {
  const { bavail, blocks } = await statfs(folder);
  return blocks === 0 ? 1 : bavail / blocks;
};

/** Looks after the room on the disk: `obstacle()` says why nothing may be taken in. */
export const watchDisk = (folder: string, onChange: (full: boolean) => void, every: number) => {
  let full = false;
  const look = async () => {
    const now = (await freeShare(folder).catch(() => 1)) < LEAST_FREE;
    if (now !== full) onChange(now);
    full = now;
  };
  const timer = setInterval(() => void look(), every);
  timer.unref();
  return {
    look,
    obstacle: (): string | undefined => (full ? 'less than 5 % of the disk is free' : undefined),
    stop: () => clearInterval(timer),
  };
};
