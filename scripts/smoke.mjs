#!/usr/bin/env node
/** What a newcomer does: `npm start`, a foul message, a stop. Says what it sees; exit code 1 when something is not so. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const PORT = 18_080;
const URL_ = `http://127.0.0.1:${PORT}`;
const PETROV = 105;
const PARENTS = 2_000_000_001;
const FOUL = 'Да пошли вы на хуй со своими сборами';

const data = mkdtempSync(join(tmpdir(), 'dz-smoke-'));
const env = { ...process.env, DATA_DIR: data, HTTP_PORT: String(PORT) };
for (const name of ['VK_TOKEN', 'TELEGRAM_TOKEN', 'REDIS_URL']) delete env[name];

const until = async (words, done, patience) => {
  for (const last = Date.now() + patience; ; await pause(50)) {
    if (await done().catch(() => false)) return console.log(`✓ ${words}`);
    if (Date.now() > last) throw new Error(`not within ${patience} ms: ${words}`);
  }
};
const get = async (path) => (await fetch(`${URL_}${path}`)).json();
const post = async (path, body) =>
  (
    await fetch(`${URL_}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  ).json();

/** Processes whose command line names our data folder. */
const alive = () =>
  readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid) || Number(pid) === process.pid) return false;
    try {
      const about = readFileSync(`/proc/${pid}/cmdline`, 'utf8') + readFileSync(`/proc/${pid}/environ`, 'utf8');
      return about.includes(data) && !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
    } catch {
      return false;
    }
  });

const child = spawn('npm', ['start'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
let printed = '';
child.stdout.on('data', (bytes) => {
  printed += bytes;
});
const ended = new Promise((resolve) => child.on('exit', (code, signal) => resolve(code ?? signal)));

try {
  await until('npm start prints the address', async () => printed.includes(`${URL_}/`), 90_000);
  await until('it is ready', async () => (await get('/health/ready')).ready === true, 20_000);
  await until('the page is there', async () => (await (await fetch(URL_)).text()).includes('<html'), 5_000);
  const { cmid } = await post('/play/do', { as: PETROV, do: 'send', peer: PARENTS, text: FOUL });
  const message = async () =>
    (await get(`/play/messages?as=${PETROV}&peer=${PARENTS}`)).items.find((one) => one.cmid === cmid);
  await until('a foul message disappears', async () => (await message()).deleted, 5_000);
  const journal = async () => (await get(`/play/journal?as=${PETROV}&peer=${PARENTS}&cmid=${cmid}`)).links;
  await until(
    'the journal names the clause',
    async () => JSON.stringify(await journal()).includes('"clause":"4.2"'),
    5_000,
  );
  child.kill('SIGTERM');
  await Promise.race([ended, pause(20_000)]);
  await until('nothing is left running', async () => alive().length === 0, 20_000);
  console.log('smoke: 6 passed, 0 failed');
} catch (error) {
  console.error(`✗ ${error.message}\n${printed.slice(-2_000)}`);
  for (const pid of alive()) {
    console.error(`still there: ${readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')}`);
    process.kill(Number(pid), 'SIGKILL');
  }
  process.exitCode = 1;
} finally {
  rmSync(data, { recursive: true, force: true });
}
