import type { Socket } from 'node:net';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Broken } from './faults.js';

const PAGE_502 = '<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>';

export type Break = (request: FastifyRequest, reply: FastifyReply, how: Broken) => FastifyReply;

/** Answers in a broken way; connections left hanging end with the server. */
export const breaking = (app: FastifyInstance): Break => {
  const hanging = new Set<Socket>();
  app.addHook('preClose', async () => {
    for (const socket of hanging) socket.destroy();
  });
  return ({ raw: { socket } }, reply, how) => {
    switch (how) {
      case 'html-502':
        return reply.code(502).type('text/html').send(PAGE_502);
      case 'hang':
        hanging.add(socket);
        socket.on('close', () => hanging.delete(socket));
        return reply.hijack();
      case 'drop':
        socket.destroy();
        return reply.hijack();
    }
  };
};
