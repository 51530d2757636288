import { spawn } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { listenSandbox, type RunningSandbox } from '../../src/sandbox/listen.js';
import type { Definition } from '../../src/sandbox/vk/state.js';
import { findServer } from '../../src/storage/redis/server.js';
import { whereThereIs } from '../where-there-is.js';
import { until } from '../world/until.js';
import { freePort, inPlace } from './process.js';

const TOKEN = 'vk1.a.token-of-a-fictional-school';
const NOBODY = 65_534;

/** Everybody here is fictional. */
const definition: Definition = {
  community: { id: 700_022, token: TOKEN, title: 'Дежурный' },
  people: [{ id: 101, name: 'Ключева Мария Петровна', about: 'классный руководитель, 5А' }],
  chats: [{ title: '5А родители', owner: 101, members: [], bot: { fullAccess: true, admin: true } }],
};

let vk: RunningSandbox;
beforeAll(async () => {
  vk = await listenSandbox({ definition });
});
afterAll(() => vk.close());
const school = () => ({ VK_TOKEN: TOKEN, VK_API_URL: vk.apiUrl });

const redisAt = async (port: number, folder: string) => {
  const program = (await findServer(process.env)) ?? '';
  return spawn(program, ['--port', String(port), '--save', '', '--dir', folder], { stdio: 'ignore' });
};

const asRoot = whereThereIs(process.getuid?.() === 0 ? undefined : 'only root can take a folder from another user');

describe('a start that cannot be', () => {
  inPlace('a wrong token: one line', async ({ run }) => {
    const { code, err } = await run(['start'], { ...school(), VK_TOKEN: 'vk1.a.of-nobody' });
    expect([code, err]).toEqual([78, expect.stringMatching(/^vk groups\.getById: 5: .*set VK_TOKEN\n$/)]);
  });

  inPlace('a port in use, or none to have', async ({ run }) => {
    const port = new URL(vk.url).port;
    const taken = await run(['start'], { ...school(), HTTP_PORT: port });
    expect([taken.code, taken.err]).toEqual([
      78,
      expect.stringMatching(/^HTTP_PORT: the port is in use; .*example: .*\n$/),
    ]);
    const nowhere = await run(['start'], { ...school(), HTTP_HOST: '203.0.113.1' });
    expect([nowhere.code, nowhere.err]).toEqual([78, expect.stringMatching(/^HTTP_HOST: .*example: .*\n$/)]);
  });

  inPlace('a second bot on the same data folder; a verb beside the first is welcome', async ({ start, run }) => {
    const first = start(['start'], school());
    await first.says('is running');
    const second = await run(['start'], school());
    expect([second.code, second.err]).toEqual([78, expect.stringMatching(/^DATA_DIR: another bot lives there.*\n$/)]);

    expect(await run(['journal', 'verify'])).toMatchObject({ code: 0 });
    expect(await run(['doctor'], school())).toMatchObject({ code: 0 });
    first.child.kill('SIGTERM');
    expect([await first.ended(), first.err()]).toEqual([0, '']);
  });

  inPlace('a slip in .env', async ({ folder, run }) => {
    const env = path.join(folder, '.env');
    await writeFile(env, '\uFEFFVK_TOKN=vk1.a.secret-enough\r\nHTTP_PORT 80\r\nCOMPOSE_PROJECT_NAME=school\r\n');
    const { code, out, err } = await run(['start']);
    expect([code, out]).toEqual([78, '']);
    expect(err).toBe(
      '.env: VK_TOKN is no variable of this program; did you mean VK_TOKEN?\n.env:2: HTTP_PORT has no «=» after it; example: HTTP_PORT=…\n',
    );

    await writeFile(env, 'MODE=watch\n');
    expect(await run(['doctor'])).toMatchObject({ code: 78, err: expect.stringMatching(/^MODE: must be .*\n$/) });
    await writeFile(env, Buffer.from('MODE=act\n', 'utf16le'));
    expect(await run(['doctor'])).toMatchObject({ code: 78, err: '.env: is no UTF-8 text; save it as UTF-8\n' });
    await writeFile(env, '\uFEFFMODE=act\r\n');
    expect((await run(['doctor'])).out).toContain('MODE=act');
  });

  inPlace('a demonstration that would become the school', async ({ run }) => {
    const telegram = await run(['sandbox'], { TELEGRAM_TOKEN: '123456:fictional' });
    expect([telegram.code, telegram.err]).toEqual([78, expect.stringMatching(/^TELEGRAM_TOKEN: .*\n$/)]);
    const demo = await run(['sandbox'], school());
    expect([demo.code, demo.err]).toEqual([78, expect.stringMatching(/^VK_TOKEN: is set; .*\n$/)]);
  });

  inPlace(
    'a folder that others own',
    async ({ folder, run }) => {
      chmodSync(folder, 0o755);
      await mkdir(path.join(folder, 'data'), { mode: 0o700 });
      const { code, err } = await run(['start'], school(), NOBODY);
      expect([code, err]).toEqual([
        78,
        expect.stringMatching(/^DATA_DIR: this user may not write there; example: .*\n$/),
      ]);
      const verb = await run(['journal', 'verify'], {}, NOBODY);
      expect([verb.code, verb.err]).toEqual([78, err]);
    },
    asRoot,
  );

  inPlace('a damaged key, and data of another key', async ({ folder, run }) => {
    expect((await run(['admin-code'])).code).toBe(0);
    const file = path.join(folder, 'data/keys/master.key');
    const kept = await readFile(file);
    await writeFile(file, 'half a k');
    expect(await run(['start'], school())).toMatchObject({
      code: 78,
      err: expect.stringMatching(/^ENCRYPTION_KEY: the key file is damaged.*\n$/),
    });
    await writeFile(file, `${Buffer.alloc(32).toString('base64')}\n`);
    expect(await run(['start'], school())).toMatchObject({
      code: 78,
      err: expect.stringMatching(/^ENCRYPTION_KEY: .*another key.*\n$/),
    });
    await writeFile(file, kept);
    expect((await run(['admin-code'])).code).toBe(0);
  });

  inPlace('a private Redis whose files are damaged', async ({ folder, run }) => {
    expect((await run(['admin-code'])).code).toBe(0);
    const files = path.join(folder, 'data/redis/appendonlydir');
    await writeFile(path.join(files, 'appendonly.aof.manifest'), 'not a manifest\n');
    const { code, err } = await run(['start'], school());
    expect([code, err]).toEqual([78, expect.stringMatching(/^DATA_DIR: the private Redis .*redis\.log\n$/)]);
    expect((await run(['doctor'], school())).out).toMatch(/^✗ Redis – свой сервер не запускается/m);
  });
});

describe('a start that waits', () => {
  inPlace('for a given Redis, says so, and goes on when it comes', async ({ folder, start }) => {
    const port = await freePort();
    const bot = start(['start'], { ...school(), REDIS_URL: `redis://127.0.0.1:${port}` });
    await bot.says('redis does not answer; waiting for it');
    const redis = await redisAt(port, folder);
    try {
      await bot.says('is running');
      bot.child.kill('SIGTERM');
      expect([await bot.ended(), bot.err()]).toEqual([0, '']);
    } finally {
      redis.kill('SIGKILL');
      await until('redis has ended', () => redis.exitCode !== null || redis.signalCode !== null);
    }
  });

  inPlace('ends at a signal: for Redis', async ({ start }) => {
    const bot = start(['start'], { ...school(), REDIS_URL: 'redis://127.0.0.1:1' });
    await bot.says('waiting for it');
    bot.child.kill('SIGINT');
    expect([await bot.ended(), bot.err()]).toEqual([0, '']);
  });

  inPlace('ends at a signal: for VK; its private Redis ends with it', async ({ start }) => {
    const bot = start(['start'], { ...school(), VK_API_URL: 'http://127.0.0.1:1/method' });
    await bot.says('ECONNREFUSED');
    bot.child.kill('SIGTERM');
    expect([await bot.ended(), bot.err()]).toEqual([0, '']);
  });
});

describe('a bot that runs', () => {
  inPlace('is not ended by a token that was revoked', async ({ start }) => {
    const own = await listenSandbox({ definition });
    try {
      const bot = start(['start'], { VK_TOKEN: TOKEN, VK_API_URL: own.apiUrl });
      await bot.says('is running');
      Object.assign(own.vk.world.state.community, { token: 'vk1.a.another-one-altogether' });
      own.vk.faults.add({ kind: 'poll', failed: 2 });
      await bot.says('"kind":"locked"');
      expect(bot.child.exitCode).toBeNull();
      bot.child.kill('SIGTERM');
      expect([await bot.ended(), bot.err()]).toEqual([0, '']);
    } finally {
      await own.close();
    }
  });

  inPlace('brings its private Redis back', async ({ folder, start }) => {
    const bot = start(['start'], school());
    await bot.says('is running');
    const pid = Number(/process_id:(\d+)/.exec(await infoOf(path.join(folder, 'data/redis/redis.sock')))?.[1]);
    process.kill(pid, 'SIGKILL');
    await until(
      'a new server runs',
      async () =>
        !(await infoOf(path.join(folder, 'data/redis/redis.sock')).catch(() => `process_id:${pid}`)).includes(
          `process_id:${pid}\r`,
        ),
    );
    bot.child.kill('SIGTERM');
    expect([await bot.ended(), bot.err()]).toEqual([0, '']);
  });
});

const infoOf = async (socket: string): Promise<string> => {
  const { createClient } = await import('redis');
  const client = createClient({ socket: { path: socket, reconnectStrategy: false } });
  client.on('error', () => {});
  await client.connect();
  try {
    return await client.info('server');
  } finally {
    client.destroy();
  }
};
