import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Broken } from './faults.js';
import type { SandboxVk } from './index.js';
import type { PollQuery } from './long-poll.js';
import { readMultipart, receiptOf, store } from './uploads.js';

const LARGEST = 32 * 1024 * 1024;
const PAGE_502 = '<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>';

/** Where the caller reaches us, prefix included. */
const siteOf = (request: FastifyRequest, prefix: string): string => `http://${request.host}${prefix}`;

const breakOff = (request: FastifyRequest, reply: FastifyReply, how: Broken): FastifyReply => {
  switch (how) {
    case 'html-502':
      return reply.code(502).type('text/html').send(PAGE_502);
    case 'hang':
      return reply.hijack();
    case 'drop':
      request.raw.socket.destroy();
      return reply.hijack();
  }
};

const parseBodies = (app: FastifyInstance): void => {
  app.addContentTypeParser<string>(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: LARGEST },
    (_, body, done) => done(null, Object.fromEntries(new URLSearchParams(body))),
  );
  app.addContentTypeParser<Buffer>('multipart/form-data', { parseAs: 'buffer', bodyLimit: LARGEST }, (_, body, done) =>
    done(null, body),
  );
};

/** `POST method/<name>`, `GET longpoll`, `POST upload/<kind>`, `GET file/<id>`. */
export const vkRoutes = (sandbox: SandboxVk) => async (app: FastifyInstance) => {
  const { world, calls, poll, faults, callback } = sandbox;
  parseBodies(app);
  app.addHook('preClose', async () => {
    callback.disconnect();
    poll.wake();
  });
  app.addHook('onRequest', async (request, reply) => {
    const outage = faults.take('outage');
    return outage && breakOff(request, reply, outage.answer);
  });

  app.post<{
    Params: { name: string };
    Body: Readonly<Record<string, string>> | null;
    Querystring: Record<string, string>;
  }>('/method/:name', async (request, reply) => {
    const form = { ...request.query, ...request.body };
    const answer = calls.serve(request.params.name, form, siteOf(request, app.prefix));
    return typeof answer === 'string' ? breakOff(request, reply, answer) : reply.send(answer);
  });

  app.get<{ Querystring: PollQuery }>('/longpoll', async (request) => {
    const gone = new AbortController();
    request.raw.on('close', () => gone.abort());
    return poll.check(request.query, gone.signal);
  });

  app.post<{ Params: { kind: string }; Body: Buffer }>('/upload/:kind', async (request, reply) => {
    const file = await readMultipart(request.body, request.headers['content-type'] ?? '').catch(() => undefined);
    if (!file) return reply.send({ error: 'no file' });
    const photo = request.params.kind === 'photo';
    const type = photo ? file.type : 'application/octet-stream';
    const stored = store(world, world.bot, { ...file, type });
    return photo ? { server: 1, photo: receiptOf(stored), hash: stored.key } : { file: receiptOf(stored) };
  });

  app.get<{ Params: { id: string }; Querystring: { key?: string } }>('/file/:id', async (request, reply) => {
    const file = world.state.files[request.params.id];
    if (!file || file.key !== request.query.key) return reply.code(404).send();
    return sendFile(reply, file);
  });
};

/** Pictures are shown, anything else is downloaded: what people upload must never run in the page. */
export const sendFile = (
  reply: FastifyReply,
  { type, name, body }: { readonly type: string; readonly name: string; readonly body: string },
): FastifyReply => {
  const shown = /^image\/(png|jpeg|gif|webp)$/.test(type);
  return reply
    .header('x-content-type-options', 'nosniff')
    .header('content-disposition', `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name)}`)
    .type(shown ? type : 'application/octet-stream')
    .send(Buffer.from(body, 'base64'));
};
