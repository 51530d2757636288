import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { projectRoot } from '../project-root.js';
import { Denied, deny } from './denied.js';
import { Doing, perform } from './play/doing.js';
import { stream } from './play/stream.js';
import { membersView, messagesView, placesView } from './play/view.js';
import { WHY } from './play/words.js';
import { readMultipart } from './uploaded.js';
import { Fault } from './vk/faults.js';
import type { SandboxVk } from './vk/index.js';
import { peerFor } from './vk/people.js';
import { sendFile } from './vk/routes.js';
import { store } from './vk/uploads.js';
import { isChat, memberOf, type World } from './vk/world.js';

export interface PlayOptions {
  readonly prefix?: string;
  /** What the bot's journal says of a message; `peer` as the bot sees it, a dialog by the person's number. */
  readonly explain?: (peer: number, cmid: number) => Promise<unknown>;
  /** How the bot's announcements go; none where nobody says. */
  readonly broadcasts?: () => Promise<readonly object[]>;
  /** Which welcome the page gives: to a school at work, or to one that begins with nothing. */
  readonly school?: 'demo' | 'empty';
}

const LARGEST = 32 * 1024 * 1024;

const number = z.coerce.number().int();
const As = z.object({ as: number });
const AsPeer = z.object({ as: number, peer: number });
const Page = AsPeer.extend({
  before: number.default(Number.MAX_SAFE_INTEGER),
  limit: number.min(1).max(1000).default(50),
});
const AsMessage = AsPeer.extend({ cmid: number });
const Address = z.object({
  url: z.url().nullable(),
  secret: z.string().optional(),
  pauses: z.array(z.number().int().nonnegative()).optional(),
});
const FaultOrder = z.union([z.object({ clear: z.literal(true) }), z.object({ add: z.union([Fault, z.array(Fault)]) })]);

const person = (world: World, as: number): number => (world.person(as) ? as : deny('no-such-person'));

/** A place this person may look into, as the community numbers it. */
const lookInto = (world: World, as: number, place: number): number => {
  const peer = peerFor(world, person(world, as), place);
  const chat = world.chat(peer);
  const allowed = isChat(peer) ? chat && memberOf(chat, as) : peer === as;
  return allowed ? peer : deny('not-a-member');
};

const looking =
  ({ world }: SandboxVk, { explain, broadcasts, school = 'demo' }: PlayOptions) =>
  async (app: FastifyInstance) => {
    app.get('/school', async () => ({ school }));
    app.get('/roster.csv', async (_, reply) =>
      reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="roster.csv"')
        .send(await readFile(path.join(projectRoot(), 'src/sandbox/demo/roster.csv'))),
    );
    app.get('/people', async () => world.state.people.map(({ id, name, about }) => ({ id, name, about })));
    app.get('/neighbours', async () => world.state.neighbours ?? []);
    app.get('/places', async ({ query }) => placesView(world, person(world, As.parse(query).as)));
    app.get('/members', async ({ query }) => {
      const { as, peer } = AsPeer.parse(query);
      return membersView(world, world.chat(lookInto(world, as, peer)) ?? deny('not-a-member'));
    });
    app.get('/messages', async ({ query }) => {
      const { as, peer, before, limit } = Page.parse(query);
      return messagesView(world, lookInto(world, as, peer), before, limit);
    });
    app.get('/journal', async ({ query }) => {
      const { as, peer, cmid } = AsMessage.parse(query);
      return (await explain?.(lookInto(world, as, peer), cmid)) ?? null;
    });
    app.get('/broadcasts', async () => (await broadcasts?.()) ?? []);
  };

const doing =
  ({ world }: SandboxVk) =>
  async (app: FastifyInstance) => {
    app.addContentTypeParser<Buffer>(
      'multipart/form-data',
      { parseAs: 'buffer', bodyLimit: LARGEST },
      (_, body, done) => done(null, body),
    );
    app.post('/do', { bodyLimit: LARGEST }, async (request) => {
      const as = person(world, As.parse(request.body).as);
      return { ok: true, ...perform(world, as, Doing.parse(request.body), `http://${request.host}/vk`) };
    });
    app.post<{ Body: Buffer }>('/upload', async (request, reply) => {
      const as = person(world, As.parse(request.query).as);
      const file = await readMultipart(request.body, request.headers['content-type'] ?? '').catch(() => undefined);
      if (!file) return reply.code(400).send({ ok: false, why: WHY['no-such-file'], code: 'no-such-file' });
      const { id, kind, name, size } = store(world, as, file);
      return { id, kind: kind === 'doc' ? 'file' : kind, name, size };
    });
    app.get<{ Params: { id: string } }>('/file/:id', async (request, reply) => {
      const file = world.state.files[request.params.id];
      return file ? sendFile(reply, file) : reply.code(404).send();
    });
  };

const watching =
  ({ world, faults, callback }: SandboxVk) =>
  async (app: FastifyInstance) => {
    const streams = new Set<() => void>();
    app.addHook('preClose', async () => {
      for (const end of streams) end();
    });
    app.get('/events', async ({ query }, reply) => {
      const end = stream(world, person(world, As.parse(query).as), reply);
      streams.add(end);
      reply.raw.on('close', () => streams.delete(end));
    });
    app.post('/callback', async ({ body }) => {
      const { url, ...rest } = Address.parse(body);
      if (url === null) callback.disconnect();
      return { ok: url === null || (await callback.connect({ url, ...rest })) };
    });
    app.get('/faults', async () => ({ faults: faults.list() }));
    app.post('/faults', async ({ body }) => {
      const order = FaultOrder.parse(body);
      if ('clear' in order) faults.clear();
      else for (const fault of [order.add].flat()) faults.add(fault);
      return { ok: true, faults: faults.list() };
    });
  };

/** The people's side of the sandbox, for its page and for tests: JSON under `/play`. */
export const registerPlay = async (
  app: FastifyInstance,
  sandbox: SandboxVk,
  options: PlayOptions = {},
): Promise<void> => {
  const play = async (inner: FastifyInstance) => {
    inner.setErrorHandler((error, request, reply) => {
      if (error instanceof Denied)
        return reply
          .code(request.method === 'GET' ? 403 : 200)
          .send({ ok: false, why: WHY[error.why], code: error.why });
      if (error instanceof z.ZodError) return reply.code(400).send({ ok: false, why: z.prettifyError(error) });
      throw error;
    });
    await inner.register(looking(sandbox, options));
    await inner.register(doing(sandbox));
    await inner.register(watching(sandbox));
  };
  await app.register(play, { prefix: options.prefix ?? '/play' });
};
