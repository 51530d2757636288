import { createReadStream } from 'node:fs';
import { Unfit } from './terminal.js';

/**
 * A file named on the command line. Of one that is longer than `most` bytes one byte more is read, which tells it.
 * @throws Unfit when it cannot be read.
 */
export const givenFile = async (file: string, most: number): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of createReadStream(file, { end: most })) chunks.push(chunk);
  } catch (error) {
    throw new Unfit(`${file}: cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`);
  }
  return Buffer.concat(chunks);
};
