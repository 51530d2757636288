import type { FastifyInstance } from 'fastify';
import type { Metrics } from './metrics.js';

/** Why this process cannot serve at the moment; undefined when it can. */
export type Readiness = () => Promise<string | undefined>;

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/** What the messengers call from outside; each proves by a secret who it is. */
const WEBHOOKS: readonly string[] = ['/vk/callback', '/telegram/webhook'];

/** Off loopback nothing but the webhooks is served: to others the rest does not exist. */
export const onlyWebhooksOutside = (app: FastifyInstance): void => {
  app.addHook('onRequest', async (request, reply) => {
    const [path = ''] = request.url.split('?');
    if (WEBHOOKS.includes(path) || LOOPBACK.test(request.socket.remoteAddress ?? '')) return;
    await reply.code(404).send({ error: 'not found' });
  });
};

export const registerHealth = (app: FastifyInstance, readiness: Readiness, metrics: Metrics): void => {
  app.get('/health/live', async () => ({ live: true }));
  app.get('/health/ready', async (_, reply) => {
    const why = await readiness();
    if (why !== undefined) reply.code(503);
    return why === undefined ? { ready: true } : { ready: false, why };
  });
  app.get('/metrics', async (_, reply) => {
    reply.type(metrics.contentType);
    return metrics.text();
  });
};
