import type { FastifyInstance } from 'fastify';
import { breaking } from '../breaking.js';
import type { Params } from './calls.js';
import { readMultipart } from './multipart.js';
import { store } from './people.js';
import type { SandboxTelegram } from './sandbox.js';
import type { StoredFile } from './state.js';

/** Bytes: what Telegram takes from a bot. */
const LARGEST = 50 * 1024 * 1024;

interface Body {
  readonly params: Params;
  readonly files: ReadonlyMap<string, StoredFile>;
}

const NOTHING: Body = { params: {}, files: new Map() };

const readForm = (sandbox: SandboxTelegram, body: Buffer, contentType: string): Body => {
  const files = new Map<string, StoredFile>();
  const params: Record<string, unknown> = {};
  for (const { name, file, body: contents } of readMultipart(body, contentType)) {
    if (file === undefined) params[name] = contents.toString('utf8');
    else files.set(name, store(sandbox.world, file, 'application/octet-stream', contents));
  }
  return { params, files };
};

/** `POST bot<token>/<method>` as JSON or a form, `GET file/bot<token>/<path>`. */
export const telegramRoutes = (sandbox: SandboxTelegram) => async (app: FastifyInstance) => {
  const breakOff = breaking(app);
  app.addContentTypeParser<Buffer>('multipart/form-data', { parseAs: 'buffer', bodyLimit: LARGEST }, (_, body, done) =>
    done(null, body),
  );
  app.addHook('preClose', async () => sandbox.updates.close());
  app.addHook('onRequest', async (request, reply) => {
    const outage = sandbox.faults.take('outage');
    return outage && breakOff(request, reply, outage.answer);
  });

  app.post<{ Params: { bot: string; method: string } }>('/bot:bot/:method', async (request, reply) => {
    const gone = new AbortController();
    reply.raw.once('close', () => gone.abort());
    const { body } = request;
    const { params, files } = Buffer.isBuffer(body)
      ? readForm(sandbox, body, request.headers['content-type'] ?? '')
      : { ...NOTHING, params: (body ?? {}) as Params };
    const { bot, method } = request.params;
    const answer = await sandbox.calls.serve(bot, method, { params, files, gone: gone.signal });
    if (typeof answer === 'string') return breakOff(request, reply, answer);
    const wait = answer.ok ? undefined : answer.parameters?.retry_after;
    if (wait !== undefined) reply.header('retry-after', String(wait));
    return reply.code(answer.ok ? 200 : answer.error_code).send(answer);
  });

  app.get<{ Params: { bot: string; '*': string } }>('/file/bot:bot/*', async (request, reply) => {
    if (sandbox.faults.take('download')) return breakOff(request, reply, 'html-502');
    const { bot } = request.params;
    const file = Object.values(sandbox.world.state.files).find(({ path }) => path === request.params['*']);
    if (bot !== sandbox.world.state.bot.token || file === undefined) return reply.code(404).send();
    return reply.type('application/octet-stream').send(Buffer.from(file.body, 'base64'));
  });
};
