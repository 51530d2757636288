import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { settings } from '../../src/cli/settings.js';

const home = process.cwd();
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dz-env-'));
  process.chdir(folder);
});
afterEach(async () => {
  process.chdir(home);
  await rm(folder, { recursive: true, force: true });
});

describe('.env', () => {
  it.each([
    ['наша школа\nHTTP_PORT=9000\n', '.env:1: has no «=» in it; a comment begins with «#»'],
    ['MODE=act\r\nvk1.a.secret\r\nHTTP_PORT=9000\r\n', '.env:2: has no «=» in it; a comment begins with «#»'],
    ['VK_TOKN abc\nMODE=act\n', '.env:1: has no «=» in it; a comment begins with «#»'],
    ['MODE act\nHTTP_PORT=9000\n', '.env:1: MODE has no «=» after it; example: MODE=…'],
    ['VK_TOKE=abc\n', '.env: VK_TOKE is no variable of this program; did you mean VK_TOKEN?'],
  ])('%j is told in one line: what it swallows is not left out in silence', async (text, told) => {
    await writeFile('.env', text);
    expect(() => settings({})).toThrow(new Error(told));
  });

  it('of Windows, with a byte order mark, comments, quotes and other programs’ variables is read', async () => {
    await writeFile('.env', '\uFEFF# школа\r\nexport MODE="act"\r\n\r\nEDITOR=vi\r\nHTTP_PORT = 9000 # порт\r\n');
    expect(settings({})).toMatchObject({ MODE: 'act', HTTP_PORT: 9000 });
  });
});
