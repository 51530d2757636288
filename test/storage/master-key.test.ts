import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { BadKeyFile, masterKey } from '../../src/storage/master-key.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dz-key-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const keys = () => path.join(folder, 'keys');
const modeOf = async (file: string) => ((await stat(file)).mode & 0o777).toString(8);

describe('the school’s master key', () => {
  it('is made once, is the same ever after, and is nobody else’s to read', async () => {
    const first = await masterKey(undefined, folder);
    const second = await masterKey(undefined, folder);

    expect(first.made).toBe(true);
    expect(second).toEqual({ key: first.key, made: false });
    expect(await modeOf(keys())).toBe('700');
    expect(await modeOf(path.join(keys(), 'master.key'))).toBe('600');
  });

  it('is one, however many processes ask for it at the same moment', async () => {
    const all = await Promise.all(Array.from({ length: 50 }, () => masterKey(undefined, folder)));

    expect(new Set(all.map(({ key }) => key.toString('hex'))).size).toBe(1);
    expect(all.filter(({ made }) => made)).toHaveLength(1);
    expect(await readdir(keys())).toEqual(['master.key']);
  });

  it('that is damaged is not replaced: the data would be lost', async () => {
    await masterKey(undefined, folder);
    await writeFile(path.join(keys(), 'master.key'), 'half a k');

    await expect(masterKey(undefined, folder)).rejects.toThrow(BadKeyFile);
  });

  it('that is given is used, and nothing is written', async () => {
    const given = Buffer.alloc(32, 7);

    expect(await masterKey(given.toString('base64'), folder)).toEqual({ key: given, made: false });
    expect(await readdir(folder)).toEqual([]);
  });
});
