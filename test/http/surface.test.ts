import { networkInterfaces } from 'node:os';
import Fastify, { type FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { onlyWebhooksOutside, registerHealth } from '../../src/http/health.js';
import { createMetrics } from '../../src/http/metrics.js';
import { registerVkCallback } from '../../src/http/vk-callback.js';
import { whereThereIs } from '../where-there-is.js';

let app: FastifyInstance;
let port: number;
let why: string | undefined;
const heard: string[] = [];
beforeEach(async () => {
  app = Fastify();
  onlyWebhooksOutside(app);
  registerHealth(app, async () => why, createMetrics(pino({ level: 'silent' })));
  registerVkCallback(app, () => ({
    callback: async (body) => {
      heard.push(body);
      return { status: 200, body: 'ok' };
    },
  }));
  app.get('/play/people', async () => []);
  await app.listen({ host: '0.0.0.0', port: 0 });
  const address = app.server.address();
  port = typeof address === 'object' && address ? address.port : 0;
});
afterEach(() => app.close());

const at = (host: string) => async (path: string, init?: RequestInit) => {
  const answer = await fetch(`http://${host}:${port}${path}`, init);
  return [answer.status, await answer.text()] as const;
};
const inside = at('127.0.0.1');
/** An address of this machine that is not loopback, as a neighbour would use it. */
const outer = Object.values(networkInterfaces())
  .flat()
  .find((one) => one?.family === 'IPv4' && !one.internal)?.address;

describe('what is served', () => {
  it('to the machine itself: health, readiness with its reason, metrics', async () => {
    why = undefined;
    expect(await inside('/health/live')).toEqual([200, '{"live":true}']);
    expect(await inside('/health/ready')).toEqual([200, '{"ready":true}']);
    why = 'redis is away';
    expect(await inside('/health/ready')).toEqual([503, '{"ready":false,"why":"redis is away"}']);
    expect((await inside('/metrics'))[1]).toContain('dezhurny_updates_total');
  });

  it('hands the body of the Callback API over as it came, broken JSON too', async () => {
    expect(await inside('/vk/callback', { method: 'POST', body: '{"type":' })).toEqual([200, 'ok']);
    expect(heard.at(-1)).toBe('{"type":');
  });

  it('does not read what is larger than any message', async () => {
    const [status] = await inside('/vk/callback', { method: 'POST', body: 'a'.repeat(5 * 1024 * 1024) });
    expect(status).toBe(413);
  });

  const outside = whereThereIs(outer === undefined ? 'this machine has no address but loopback' : undefined);
  outside('to others: the webhook alone', async () => {
    const from = at(outer ?? '');
    for (const path of ['/health/live', '/health/ready', '/metrics', '/play/people', '/nothing'])
      expect((await from(path))[0]).toBe(404);
    expect(await from('/vk/callback', { method: 'POST', body: '{}' })).toEqual([200, 'ok']);
  });
});
