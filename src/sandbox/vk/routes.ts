import type { FastifyInstance, FastifyReply } from 'fastify';
import { type Break, breaking } from '../breaking.js';
import { pictureType, readMultipart } from '../uploaded.js';
import type { PollQuery } from './long-poll.js';
import type { SandboxVk } from './sandbox.js';
import { receiptOf, store } from './uploads.js';

const LARGEST = 32 * 1024 * 1024;

type Fields = Readonly<Record<string, string>>;
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

const serveApi = (app: FastifyInstance, { calls, poll }: SandboxVk, breakOff: Break): void => {
  app.post<{ Params: { name: string }; Body: Fields | null; Querystring: Fields }>(
    '/method/:name',
    async (request, reply) => {
      const form = { ...request.query, ...request.body };
      const answer = calls.serve(request.params.name, form, `http://${request.host}${app.prefix}`);
      return typeof answer === 'string' ? breakOff(request, reply, answer) : reply.send(answer);
    },
  );
  app.get<{ Querystring: PollQuery }>('/longpoll', async (request) => {
    const gone = new AbortController();
    request.raw.on('close', () => gone.abort());
    return poll.check(request.query, gone.signal);
  });
};

const serveFiles = (app: FastifyInstance, { world }: SandboxVk): void => {
  app.post<{ Params: { kind: string }; Body: Buffer }>('/upload/:kind', async (request, reply) => {
    const file = await readMultipart(request.body, request.headers['content-type'] ?? '').catch(() => undefined);
    if (!file) return reply.send({ error: 'no file' });
    if (request.params.kind !== 'photo')
      return { file: receiptOf(store(world, world.bot, { ...file, type: 'application/octet-stream' })) };
    const type = pictureType(file.body);
    if (type === undefined) return { server: 1, photo: '[]', hash: '' };
    const stored = store(world, world.bot, { ...file, type });
    return { server: 1, photo: receiptOf(stored), hash: stored.key };
  });
  app.get<{ Params: { id: string }; Querystring: { key?: string } }>('/file/:id', async (request, reply) => {
    const file = world.state.files[request.params.id];
    return file?.key === request.query.key && file ? sendFile(reply, file) : reply.code(404).send();
  });
};

/** `POST method/<name>`, `GET longpoll`, `POST upload/<kind>`, `GET file/<id>`. */
export const vkRoutes = (sandbox: SandboxVk) => async (app: FastifyInstance) => {
  const breakOff = breaking(app);
  parseBodies(app);
  app.addHook('preClose', async () => {
    sandbox.callback.disconnect();
    sandbox.poll.wake();
  });
  app.addHook('onRequest', async (request, reply) => {
    const outage = sandbox.faults.take('outage');
    return outage && breakOff(request, reply, outage.answer);
  });
  serveApi(app, sandbox, breakOff);
  serveFiles(app, sandbox);
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
