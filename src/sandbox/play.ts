import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { AccountRef, PlaceRef } from '../domain/refs.js';
import { accountRef } from '../domain/refs.js';
import { projectRoot } from '../project-root.js';
import { Denied, deny } from './denied.js';
import type { Faults, Ordered } from './faults.js';
import { Doing } from './play/doing.js';
import type { PlaceView } from './play/shapes.js';
import type { Side } from './play/side.js';
import { stream } from './play/stream.js';
import { telegramSide } from './play/telegram/index.js';
import { vkSide } from './play/vk/index.js';
import { WHY } from './play/words.js';
import * as telegramFaults from './telegram/faults.js';
import type { SandboxTelegram } from './telegram/index.js';
import { readMultipart } from './uploaded.js';
import * as vkFaults from './vk/faults.js';
import type { SandboxVk } from './vk/index.js';
import { sendFile } from './vk/routes.js';

/** The messengers that are played; the people are VK's. */
export interface Played {
  readonly vk: SandboxVk;
  readonly telegram?: SandboxTelegram;
}

export interface PlayOptions {
  readonly prefix?: string;
  /** What the bot's journal says of a message. */
  readonly explain?: (place: PlaceRef, cmid: number) => Promise<unknown>;
  /** Whether the bot knows whose account this is. */
  readonly knows?: (account: AccountRef) => Promise<boolean>;
  /** How the bot's announcements go; none where nobody says. */
  readonly broadcasts?: () => Promise<readonly object[]>;
  /** How the school's old chats are moved; none where nobody says. */
  readonly moves?: () => Promise<readonly object[]>;
  /** Which welcome the page gives: to a school at work, or to one that begins with nothing. */
  readonly school?: 'demo' | 'empty';
}

const LARGEST = 32 * 1024 * 1024;

const number = z.coerce.number().int();
const As = z.object({ as: number });
const Where = z.object({ peer: number.optional() });
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
const Named = z.object({ messenger: z.enum(['vk', 'telegram']).default('vk') });
const orderOf = <T extends z.ZodType>(fault: T) =>
  z.union([z.object({ clear: z.literal(true) }), z.object({ add: z.union([fault, z.array(fault)]) })]);

/** What ordering faults needs of a messenger. */
const ordering = <F extends Ordered>(faults: Faults<F>, fault: z.ZodType<F>) => {
  const Order = orderOf(fault);
  return {
    list: () => faults.list(),
    take: (body: unknown): void => {
      const order = Order.parse(body);
      if ('clear' in order) faults.clear();
      else for (const one of [order.add].flat()) faults.add(one as F);
    },
  };
};

/** Everything that is played, and whose a number is. */
const playground = ({ vk, telegram }: Played) => {
  const first = vkSide(vk);
  const sides: readonly Side[] = [first, ...(telegram ? [telegramSide(telegram)] : [])];
  const at = (place: number | undefined): Side =>
    sides.find((side) => place !== undefined && side.owns(place)) ?? first;
  return {
    sides,
    at,
    people: vk.world.state.people,
    person: (as: number): number => (vk.world.person(as) ? as : deny('no-such-person')),
    /** Where something is done: at the place, along the link, in the messenger named; else in VK. */
    where: (what: Doing): Side => {
      if ('link' in what) return sides.find((side) => side.leads(what.link)) ?? deny('no-such-link');
      if ('messenger' in what) return sides.find(({ messenger }) => messenger === what.messenger) ?? first;
      return at(what.peer);
    },
  };
};
type Playground = ReturnType<typeof playground>;

const placesOf = async ({ sides }: Playground, as: number, knows: PlayOptions['knows']): Promise<readonly object[]> => {
  const told = async (place: PlaceView): Promise<object> =>
    place.kind === 'dialog' && knows
      ? { ...place, linked: await knows(accountRef(place.messenger, as)).catch(() => undefined) }
      : place;
  const all = sides.flatMap((side) => side.places(as)).sort((a, b) => (b.last?.at ?? 0) - (a.last?.at ?? 0));
  return Promise.all(all.map(told));
};

const looking =
  (ground: Playground, { explain, knows, broadcasts, moves, school = 'demo' }: PlayOptions) =>
  async (app: FastifyInstance) => {
    const { at, people, person } = ground;
    app.get('/school', async () => ({ school, messengers: ground.sides.map(({ messenger }) => messenger) }));
    app.get('/roster.csv', async (_, reply) =>
      reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="roster.csv"')
        .send(await readFile(path.join(projectRoot(), 'src/sandbox/demo/roster.csv'))),
    );
    app.get('/people', async () => people.map(({ id, name, about }) => ({ id, name, about })));
    app.get('/neighbours', async ({ query }) => at(Where.parse(query).peer).neighbours());
    app.get('/places', async ({ query }) => placesOf(ground, person(As.parse(query).as), knows));
    app.get('/members', async ({ query }) => {
      const { as, peer } = AsPeer.parse(query);
      return at(peer).members(person(as), peer);
    });
    app.get('/messages', async ({ query }) => {
      const { as, peer, before, limit } = Page.parse(query);
      return at(peer).messages(person(as), peer, { before, limit });
    });
    app.get('/journal', async ({ query }) => {
      const { as, peer, cmid } = AsMessage.parse(query);
      return (await explain?.(at(peer).placeRef(person(as), peer), cmid)) ?? null;
    });
    app.get('/broadcasts', async () => (await broadcasts?.()) ?? []);
    app.get('/moves', async () => (await moves?.()) ?? []);
  };

const doing =
  ({ sides, at, person, where }: Playground) =>
  async (app: FastifyInstance) => {
    app.addContentTypeParser<Buffer>(
      'multipart/form-data',
      { parseAs: 'buffer', bodyLimit: LARGEST },
      (_, body, done) => done(null, body),
    );
    app.post('/do', { bodyLimit: LARGEST }, async (request) => {
      const as = person(As.parse(request.body).as);
      const what = Doing.parse(request.body);
      return { ok: true, ...where(what).perform(as, what, `http://${request.host}`) };
    });
    app.post<{ Body: Buffer }>('/upload', async (request, reply) => {
      const as = person(As.parse(request.query).as);
      const file = await readMultipart(request.body, request.headers['content-type'] ?? '').catch(() => undefined);
      if (!file) return reply.code(400).send({ ok: false, why: WHY['no-such-file'], code: 'no-such-file' });
      return at(Where.parse(request.query).peer).upload(as, file);
    });
    app.get<{ Params: { id: string } }>('/file/:id', async (request, reply) => {
      const [file] = sides.flatMap((side) => side.file(request.params.id) ?? []);
      return file ? sendFile(reply, file) : reply.code(404).send();
    });
  };

const watching =
  ({ sides, person }: Playground, { vk, telegram }: Played) =>
  async (app: FastifyInstance) => {
    const streams = new Set<() => void>();
    app.addHook('preClose', async () => {
      for (const end of streams) end();
    });
    app.get('/events', async ({ query }, reply) => {
      const end = stream(sides, person(As.parse(query).as), reply);
      streams.add(end);
      reply.raw.on('close', () => streams.delete(end));
    });
    app.post('/callback', async ({ body }) => {
      const { url, ...rest } = Address.parse(body);
      if (url === null) vk.callback.disconnect();
      return { ok: url === null || (await vk.callback.connect({ url, ...rest })) };
    });
    const ordered = {
      vk: ordering(vk.faults, vkFaults.Fault),
      telegram: telegram && ordering(telegram.faults, telegramFaults.Fault),
    };
    const of = (given: unknown) => ordered[Named.parse(given).messenger] ?? ordered.vk;
    app.get('/faults', async ({ query }) => ({ faults: of(query).list() }));
    app.post('/faults', async ({ body }) => {
      of(body).take(body);
      return { ok: true, faults: of(body).list() };
    });
  };

/** The people's side of the sandbox, for its page and for tests: JSON under `/play`. */
export const registerPlay = async (app: FastifyInstance, played: Played, options: PlayOptions = {}): Promise<void> => {
  const ground = playground(played);
  const play = async (inner: FastifyInstance) => {
    inner.setErrorHandler((error, request, reply) => {
      if (error instanceof Denied)
        return reply
          .code(request.method === 'GET' ? 403 : 200)
          .send({ ok: false, why: WHY[error.why], code: error.why });
      if (error instanceof z.ZodError) return reply.code(400).send({ ok: false, why: z.prettifyError(error) });
      throw error;
    });
    await inner.register(looking(ground, options));
    await inner.register(doing(ground));
    await inner.register(watching(ground, played));
  };
  await app.register(play, { prefix: options.prefix ?? '/play' });
};
