import { heard, listen, textsOf } from '../../contracts/platform/harness.js';
import { platformContract } from '../../contracts/platform.js';
import { ANNA, GROUP, LINKS, openWorld, SECRET, type VkWorld } from './world.js';

platformContract('VK by the Callback API', () => openWorld({ transport: 'callback' }), [
  ...LINKS,
  {
    reason: 'VK brings its events itself and repeats them: there is no history to lose and no outage to outlast',
    promises: [
      'goes on after an outage where it was',
      'loses nothing and doubles nothing when the messenger loses its history',
      'loses nothing and doubles nothing when the messenger loses its key',
      'loses nothing and doubles nothing when the messenger loses its everything',
      'says which messages cannot be had any more',
      'finds again what it was fetching when it died',
    ],
  },
  {
    reason: 'the sandbox server does not know its own Callback servers, which the self-check asks about',
    promises: ['finds nothing wrong with itself when nothing is'],
  },
]);

describe('a request of the Callback API', () => {
  let world: VkWorld;
  beforeEach(async () => {
    world = await openWorld({ transport: 'callback' });
  });
  afterEach(() => world.close());

  const event = (more: object = {}) =>
    JSON.stringify({ type: 'group_join', event_id: 'e1', group_id: GROUP, secret: SECRET, object: {}, ...more });

  it('is told the confirmation string, asked of VK or given', async () => {
    const asking = JSON.stringify({ type: 'confirmation', group_id: GROUP });

    expect(await world.platform.callback(asking)).toEqual({
      status: 200,
      body: world.sandbox.vk.world.state.community.confirmationCode,
    });
    expect(await world.again({ confirmation: 'abc123' }).callback(asking)).toEqual({ status: 200, body: 'abc123' });
  });

  it('for the confirmation costs one call of VK, however often strangers ask', async () => {
    const asking = JSON.stringify({ type: 'confirmation', group_id: GROUP });
    await Promise.all(Array.from({ length: 30 }, () => world.platform.callback(asking)));

    const asked = world.sandbox.vk.requests.filter(({ method }) => method === 'groups.getCallbackConfirmationCode');
    expect(asked).toHaveLength(1);
  });

  it.each([
    ['no JSON', '{"type":', 400],
    ['no event', '[]', 400],
    ['nothing', '', 400],
  ])('that is %s is refused', async (_, body, status) => {
    expect((await world.platform.callback(body)).status).toBe(status);
  });

  it.each([
    ['the wrong secret', event({ secret: 'guessed' })],
    ['no secret', event({ secret: undefined })],
    ['another community', event({ group_id: GROUP + 1 })],
    ['the confirmation of another community', JSON.stringify({ type: 'confirmation', group_id: GROUP + 1 })],
  ])('with %s is forbidden', async (_, body) => {
    expect((await world.platform.callback(body)).status).toBe(403);
  });

  it('about what the bot does not know is taken and counted', async () => {
    expect(await world.platform.callback(event())).toEqual({ status: 200, body: 'ok' });
    expect(world.told).toEqual(['skip unknown']);
  });

  it('is put off while nobody listens', async () => {
    const press = event({ type: 'message_allow', object: { user_id: ANNA } });
    expect((await world.platform.callback(press)).status).toBe(503);
  });

  it('is nothing for a bot that listens by long poll', async () => {
    expect((await world.again({ transport: 'longpoll' }).callback(event())).status).toBe(404);
  });

  it('is answered only when the next batch was asked for', async () => {
    const ear = listen(world.platform);
    const waiting = ear.until((all) => all.length > 0);
    let answered = false;
    const reply = world.platform.callback(event({ type: 'message_allow', object: { user_id: ANNA } })).finally(() => {
      answered = true;
    });
    await waiting;
    await world.platform.ask({ ask: 'may-write', account: world.people.anna });

    expect(answered).toBe(false);
    await ear.stop();
    expect(await reply).toEqual({ status: 200, body: 'ok' });
  });

  it('that VK gave up repeating is fetched at the next start', async () => {
    const { people, places, sandbox } = world;
    const ear = listen(world.platform);
    const first = ear.until(heard('раз'));
    world.write(people.anna, places.parents, 'раз');
    await first;
    await ear.stop();
    sandbox.vk.callback.disconnect();
    world.write(people.anna, places.parents, 'два');

    const second = listen(world.again());

    expect(textsOf(await second.until(heard('два')))).toEqual(['два']);
    await second.stop();
  });
});
