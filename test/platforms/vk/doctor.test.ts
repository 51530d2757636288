import { DAY } from '../../../src/domain/time.js';
import { check } from '../../../src/platforms/vk/doctor.js';
import type { Question } from '../../../src/platforms/vk/questions.js';
import { openWorld, type VkWorld } from './world.js';

let world: VkWorld;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

/** What is wrong, as name and detail. */
const wrong = async (platform = world.platform) =>
  (await platform.ask({ ask: 'check' })).filter(({ ok }) => !ok).map(({ name, detail }) => [name, detail]);
const community = () => world.sandbox.vk.world.state.community;

describe('the self-check', () => {
  it('says line by line what it looked at', async () => {
    const lines = await world.platform.ask({ ask: 'check' });

    expect(lines.map(({ name }) => name)).toEqual(
      ['token', 'permissions', 'longpoll', 'events', 'version', 'clock'].map((name) => `vk-check-${name}`),
    );
    expect(lines.every(({ ok, mend }) => ok && mend === '')).toBe(true);
  });

  it('names the rights the key lacks', async () => {
    community().permissions = ['messages', 'manage'];
    expect(await wrong()).toEqual([['vk-check-permissions', 'docs, photos']]);
  });

  it('names the events that are not ticked', async () => {
    Object.assign(community().longPoll.events, { message_event: 0, message_edit: 0 });
    expect(await wrong()).toEqual([['vk-check-events', 'message_edit, message_event']]);
  });

  it('sees that Long Poll is off, or old', async () => {
    community().longPoll.enabled = false;
    community().longPoll.apiVersion = '5.80';
    expect(await wrong()).toEqual([
      ['vk-check-longpoll', ''],
      ['vk-check-version', '5.80'],
    ]);
  });

  it('says so when it may not look', async () => {
    community().permissions = ['messages', 'docs', 'photos'];
    expect(await wrong()).toEqual([
      ['vk-check-permissions', 'manage'],
      ['vk-check-longpoll', 'vk groups.getLongPollSettings: 15'],
    ]);
  });

  it('sees a clock that is wrong', async () => {
    const [line] = await wrong(world.again({ now: () => Date.now() + DAY }));
    expect(line?.[0]).toBe('vk-check-clock');
  });

  it('has one line for a token that is worth nothing', async () => {
    world.befall('token');
    expect(await wrong(world.again())).toEqual([
      ['vk-check-token', expect.stringContaining('the community token is wrong')],
    ]);
  });

  it('says how to mend what is wrong', async () => {
    community().longPoll.enabled = false;
    const lines = await world.platform.ask({ ask: 'check' });
    expect(lines.find(({ ok }) => !ok)?.mend).toBe('vk-check-longpoll-mend');
  });
});

/** The sandbox server does not know its Callback servers; VK's documented answers stand in. */
describe('the self-check of the Callback API', () => {
  const looking = (answers: Readonly<Record<string, unknown>>) => {
    const question: Question = async (method, _, schema) => schema.parse(answers[method]);
    const known = { 'groups.getTokenPermissions': { permissions: [] }, 'utils.getServerTime': 0 };
    return check({
      question: (method, params, schema) =>
        method in answers
          ? question(method, params, schema)
          : Promise.resolve(schema.parse(Reflect.get(known, method))),
      community: async () => ({ group: 1, title: 'Дежурный', screenName: 'club1' }),
      transport: 'callback',
      say: ({ key }) => key,
      now: () => 0,
    });
  };

  it('looks for a server that answers, and for its events', async () => {
    const lines = await looking({
      'groups.getCallbackServers': { items: [{ id: 3, status: 'ok' }] },
      'groups.getCallbackSettings': { api_version: '5.199', events: { message_new: 1 } },
    });

    expect(lines.map(({ name, ok }) => [name, ok])).toContainEqual(['vk-check-callback', true]);
    expect(lines.find(({ name }) => name === 'vk-check-events')?.detail).toBe(
      'message_edit, message_event, message_allow, message_deny',
    );
  });

  it('says in what state the servers are when none answers', async () => {
    const lines = await looking({ 'groups.getCallbackServers': { items: [{ id: 3, status: 'unconfigured' }] } });
    expect(lines.find(({ name }) => name === 'vk-check-callback')).toMatchObject({ ok: false, detail: 'unconfigured' });
  });
});
