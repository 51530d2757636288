import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import type { RunningSandbox } from '../../src/sandbox/listen.js';
import { act, closeSchool, openSchool, PARENTS, PETROV } from './school.js';

interface Delivery {
  readonly type: string;
  readonly event_id: string;
  readonly group_id: number;
  readonly secret?: string;
  readonly retry: string | undefined;
}

describe('the Callback API', () => {
  let sandbox: RunningSandbox;
  let receiver: FastifyInstance;
  let address: string;
  let deliveries: Delivery[];
  let reply: (delivery: Delivery, answer: FastifyReply) => unknown;
  let arrived: () => void;

  /** Resolves when so many events were delivered. */
  const delivered = (many: number) =>
    new Promise<readonly Delivery[]>((resolve) => {
      arrived = () => {
        if (deliveries.length >= many) resolve(deliveries);
      };
      arrived();
    });
  const connect = (more: object = {}) =>
    fetch(`${sandbox.url}/play/callback`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ url: address, secret: 'тайна', pauses: [1, 1], ...more }),
    }).then((answer) => answer.json());
  const says = (text: string) => act(sandbox)(PETROV, { do: 'send', peer: PARENTS, text });

  beforeEach(async () => {
    sandbox = await openSchool();
    deliveries = [];
    arrived = () => {};
    reply = () => 'ok';
    receiver = Fastify();
    receiver.post<{ Body: Delivery }>('/', async (request, answer) => {
      if (request.body.type === 'confirmation') return sandbox.vk.world.state.community.confirmationCode;
      const delivery = { ...request.body, retry: request.headers['x-retry-counter']?.toString() };
      deliveries.push(delivery);
      arrived();
      return reply(delivery, answer);
    });
    address = await receiver.listen({ port: 0, host: '127.0.0.1' });
  });
  afterEach(async () => {
    await receiver.close();
    await closeSchool(sandbox);
  });

  it('asks for the confirmation string before anything', async () => {
    expect(await connect({ url: `${address}/elsewhere` })).toEqual({ ok: false });
    expect(await connect()).toEqual({ ok: true });
  });

  it('brings events in order, with the secret in the body', async () => {
    await connect();
    await says('раз');
    await says('два');
    expect(await delivered(2)).toMatchObject([
      { type: 'message_new', secret: 'тайна', group_id: 123456, object: { message: { text: 'раз' } } },
      { object: { message: { text: 'два' } } },
    ]);
  });

  it('brings what was not taken again, under the same id, and counts', async () => {
    await connect();
    reply = ({ retry }, answer) => (retry === '2' ? 'ok' : answer.code(503).send());
    await says('раз');
    const all = await delivered(3);
    expect(all.map(({ retry }) => retry)).toEqual([undefined, '1', '2']);
    expect(new Set(all.map(({ event_id }) => event_id)).size).toBe(1);
  });

  it('gives up in the end, and goes on with the next event', async () => {
    await connect();
    reply = (_, answer) => answer.code(500).send();
    await says('раз');
    await delivered(3);
    reply = () => 'ok';
    await says('два');
    const all = await delivered(4);
    expect(all[3]).toMatchObject({ retry: undefined, object: { message: { text: 'два' } } });
  });
});
