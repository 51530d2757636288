import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
import path from 'node:path';

const BYTES = 32;

/** The key file holds something else than a key. */
export class BadKeyFile extends Error {
  override readonly name = 'BadKeyFile';
}

const read = async (file: string): Promise<Buffer> => {
  const key = Buffer.from((await readFile(file, 'utf8')).trim(), 'base64');
  if (key.length !== BYTES) throw new BadKeyFile(file);
  return key;
};

/** Writes the file, or reads the one that another process wrote at the same moment. */
const make = async (file: string): Promise<Buffer> => {
  const key = randomBytes(BYTES);
  try {
    const handle = await open(file, 'wx', 0o600);
    await handle.writeFile(`${key.toString('base64')}\n`);
    await handle.sync();
    await handle.close();
    return key;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return read(file);
    throw error;
  }
};

/**
 * The school's master key: the given one (base64), else the one in `DATA_DIR/keys`, made on the first run.
 * @throws BadKeyFile when the file is damaged.
 */
export const masterKey = async (
  given: string | undefined,
  dataDir: string,
): Promise<{ key: Buffer; made: boolean }> => {
  if (given !== undefined) return { key: Buffer.from(given, 'base64'), made: false };
  const folder = path.join(dataDir, 'keys');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, 'master.key');
  const found = await read(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  return found ? { key: found, made: false } : { key: await make(file), made: true };
};
