import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Provision, provision } from '../../src/storage/redis/provision.js';
import { findServer, privateServer } from '../../src/storage/redis/server.js';
import { until } from '../world/until.js';

let folder: string;
const opened: Provision[] = [];
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dz-server-'));
});
afterEach(async () => {
  for (const one of opened.splice(0)) await one.release();
  await rm(folder, { recursive: true, force: true });
});

const open = async (occupation: 'bot' | 'verb') => {
  const one = await provision({ url: undefined, dataDir: folder, occupation, env: process.env, onTrouble: () => {} });
  opened.push(one);
  return one;
};
const connect = (one: Provision) => one.connect({ timeout: 5_000, onTrouble: () => {} });
const socket = () => path.join(folder, 'redis', 'redis.sock');
const pidOf = async (one: Provision): Promise<number> => {
  const redis = await connect(one);
  const pid = Number(/process_id:(\d+)/.exec(await redis.info('server'))?.[1]);
  redis.destroy();
  return pid;
};
const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

describe('the private Redis of a data folder', () => {
  it('writes every change to disk before it answers, forgets nothing for want of memory, and is nobody else’s', async () => {
    const redis = await connect(await open('bot'));
    const settings = await redis.configGet(['appendonly', 'appendfsync', 'maxmemory-policy', 'hz', 'port']);
    expect(settings).toEqual({
      appendonly: 'yes',
      appendfsync: 'always',
      'maxmemory-policy': 'noeviction',
      hz: '100',
      port: '0',
    });
    expect((await stat(socket())).mode & 0o077).toBe(0);
    expect((await stat(path.dirname(socket()))).mode & 0o077).toBe(0);
    redis.destroy();
  });

  it('is one, however many ask for it at the same moment', async () => {
    const program = (await findServer(process.env)) ?? '';
    const servers = await Promise.all(Array.from({ length: 8 }, () => privateServer(program, folder)));
    await Promise.all(servers.map((server) => server.ensure()));
    const log = await readFile(path.join(folder, 'redis', 'redis.log'), 'utf8');
    expect(log.match(/(Redis|Valkey) is starting/g)?.length).toBe(1);
    await open('verb');
  });

  it('is started in spite of a lock whose owner is dead', async () => {
    await privateServer((await findServer(process.env)) ?? '', folder);
    await writeFile(path.join(folder, 'redis', 'start.lock'), '999999999');
    const one = await open('bot');
    expect(await pidOf(one)).toBeGreaterThan(0);
  });

  it('comes back with everything when it is killed', async () => {
    const one = await open('bot');
    const redis = await connect(one);
    await redis.set('слово', 'сказано');
    process.kill(await pidOf(one), 'SIGKILL');
    await until('the word is there again', async () => (await redis.get('слово').catch(() => null)) === 'сказано');
    redis.destroy();
  });

  it('stops with its last client', async () => {
    const one = await open('bot');
    const pid = await pidOf(one);
    await one.release();
    opened.pop();
    await until('it has stopped', () => !alive(pid));
  });

  it('stops with its last client also when it came back a moment ago and nobody has reconnected', async () => {
    const one = await open('bot');
    process.kill(await pidOf(one), 'SIGKILL');
    const beside = await privateServer((await findServer(process.env)) ?? '', folder);
    await beside.ensure();
    await one.release();
    opened.pop();
    expect(await beside.lives()).toBe(false);
  });

  it('is sole for a bot, never for a verb', async () => {
    expect((await open('bot')).sole).toBe(true);
    expect((await open('verb')).sole).toBe(false);
  });
});
