import { randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
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

/** The file appears whole or not at all; the one that another process wrote at the same moment is read. */
const make = async (file: string): Promise<{ key: Buffer; made: boolean }> => {
  const key = randomBytes(BYTES);
  const draft = `${file}.${randomUUID()}`;
  try {
    const handle = await open(draft, 'wx', 0o600);
    await handle.writeFile(`${key.toString('base64')}\n`);
    await handle.sync();
    await handle.close();
    await link(draft, file);
    return { key, made: true };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return { key: await read(file), made: false };
    throw error;
  } finally {
    await rm(draft, { force: true });
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
  return found ? { key: found, made: false } : make(file);
};
