import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Metrics } from './metrics.js';

/** Why this process cannot serve at the moment; undefined when it can. */
export type Readiness = () => Promise<string | undefined>;

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/** Only the machine itself may look: off loopback nothing but the webhooks is served. */
export const onlyLoopback = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
  if (!LOOPBACK.test(request.socket.remoteAddress ?? '')) await reply.code(404).send({ error: 'not found' });
};

export const registerHealth = (app: FastifyInstance, readiness: Readiness, metrics: Metrics): void => {
  const options = { preHandler: onlyLoopback };
  app.get('/health/live', options, async () => ({ live: true }));
  app.get('/health/ready', options, async (_, reply) => {
    const why = await readiness();
    if (why !== undefined) reply.code(503);
    return why === undefined ? { ready: true } : { ready: false, why };
  });
  app.get('/metrics', options, async (_, reply) => {
    reply.type(metrics.contentType);
    return metrics.text();
  });
};
