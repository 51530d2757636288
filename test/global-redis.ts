import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createClient } from 'redis';
import { findServer, privateServer } from '../src/storage/redis/server.js';

/** One private Redis for the whole run; every test uses a school of its own in it. */
export default async (): Promise<() => Promise<void>> => {
  const program = await findServer(process.env);
  if (program === undefined)
    throw new Error('no redis-server on PATH; `npm test` installs one, see scripts/install-tools.mjs');
  const folder = await mkdtemp(path.join(tmpdir(), 'dz-test-'));
  const server = await privateServer(program, folder);
  await server.ensure();
  process.env.TEST_REDIS_URL = server.url;
  return async () => {
    const client = createClient({ socket: { path: new URL(server.url).pathname, reconnectStrategy: false } });
    client.on('error', () => {});
    await client.connect();
    await client.sendCommand(['SHUTDOWN', 'NOSAVE']).catch(() => {});
    client.destroy();
    await rm(folder, { recursive: true, force: true });
  };
};
