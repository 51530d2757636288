import type { FastifyInstance } from 'fastify';
import type { Vk } from '../platforms/vk/index.js';

/** Bytes: a message with a hundred forwarded ones fits; whoever is outside may send no more. */
const LARGEST = 4 * 1024 * 1024;

/** VK's Callback API: the body goes to the adapter as it came, and its answer back. Served off loopback too. */
export const registerVkCallback = (app: FastifyInstance, vk: () => Pick<Vk, 'callback'> | undefined): void => {
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'string' }, (_, body, done) => done(null, body));
    scope.post('/vk/callback', { bodyLimit: LARGEST }, async (request, reply) => {
      const answer = await vk()?.callback(String(request.body ?? ''));
      if (answer === undefined) return reply.code(503).header('retry-after', '10').send('starting');
      return reply.code(answer.status).type('text/plain').send(answer.body);
    });
  });
};
