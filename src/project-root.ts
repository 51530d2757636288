import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const rootOf = (from: string): string =>
  existsSync(join(from, 'package.json')) || dirname(from) === from ? from : rootOf(dirname(from));

/** The project's own folder, the same from the sources and from the build. */
export const projectRoot = (): string => rootOf(dirname(fileURLToPath(import.meta.url)));
