import type { FastifyInstance } from 'fastify';
import type { Telegram } from '../platforms/telegram/index.js';

/** Bytes; whoever is outside may send no more. */
const LARGEST = 4 * 1024 * 1024;

/** Telegram's webhook: the body goes to the adapter as it came, and its answer back. Served off loopback too. */
export const registerTelegramWebhook = (
  app: FastifyInstance,
  telegram: () => Pick<Telegram, 'webhook'> | undefined,
): void => {
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'string' }, (_, body, done) => done(null, body));
    scope.post('/telegram/webhook', { bodyLimit: LARGEST }, async (request, reply) => {
      const secret = request.headers['x-telegram-bot-api-secret-token'];
      const answer = await telegram()?.webhook(
        String(request.body ?? ''),
        typeof secret === 'string' ? secret : undefined,
      );
      if (answer === undefined) return reply.code(503).header('retry-after', '10').send('starting');
      return reply.code(answer.status).type('text/plain').send(answer.body);
    });
  });
};
