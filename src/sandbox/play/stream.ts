import type { FastifyReply } from 'fastify';
import type { Side } from './side.js';

/** Server-sent events of one person in all messengers, until the connection ends. Returns how to end it. */
export const stream = (sides: readonly Side[], as: number, reply: FastifyReply): (() => void) => {
  reply.hijack();
  reply.raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  reply.raw.write(':\n\n');
  const stops = sides.map((side) =>
    side.listen(as, (sight) => void reply.raw.write(`data: ${JSON.stringify(sight)}\n\n`)),
  );
  reply.raw.on('close', () => {
    for (const stop of stops) stop();
  });
  return () => reply.raw.end();
};
