import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const rootOf = (from: string): string =>
  existsSync(join(from, 'package.json')) || dirname(from) === from ? from : rootOf(dirname(from));

/** The project's own folder, the same from the sources and from the build. */
export const projectRoot = (): string => rootOf(dirname(fileURLToPath(import.meta.url)));

/** A path of the configuration: a relative one begins at the project's folder, wherever the program was called from. */
export const inProject = (path: string): string => resolve(projectRoot(), path);
