import { readFile } from 'node:fs/promises';
import { Unfit } from './terminal.js';

/** A file named on the command line. @throws Unfit when it cannot be read. */
export const givenFile = async (file: string): Promise<Buffer> => {
  try {
    return await readFile(file);
  } catch (error) {
    throw new Unfit(`${file}: cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`);
  }
};
