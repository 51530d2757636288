import type { Worded } from '../../../src/domain/action.js';
import { accountRef, chatRef } from '../../../src/domain/refs.js';
import { HOUR } from '../../../src/domain/time.js';
import { VK_CAPABILITIES } from '../../../src/platforms/vk/index.js';
import { Locked, Weather } from '../../../src/ports/platform.js';
import { memoryPace } from '../../../src/storage/memory/pace.js';
import { messageOf, perform, written } from '../../contracts/platform/harness.js';
import { ANNA, GROUP, openWorld, TOKEN, type VkWorld } from './world.js';

let world: VkWorld;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const write = (chat = world.places.parents, text = 'плохое') => written(world.write(world.people.anna, chat, text));
const deleting = (...messages: readonly ReturnType<typeof write>[]): readonly Worded[] =>
  messages.map((message) => ({ do: 'delete', message }));
const saying = (text: string): Worded => ({ do: 'send', to: world.places.parents, text });
/** Methods that reached VK. */
const asked = () => world.sandbox.vk.requests.map(({ method }) => method);
const fault = (answer: number | 'html-502' | 'hang' | 'drop', method = '*', when: 'before' | 'after' = 'before') =>
  world.sandbox.vk.faults.add({ kind: 'call', method, answer, when });

describe('one request', () => {
  it('deletes a hundred messages of one chat', async () => {
    const messages = Array.from({ length: 100 }, () => write());

    await perform(world.platform, deleting(...messages));

    expect(asked()).toEqual(['messages.delete']);
    expect(world.visible(world.places.parents)).toEqual([]);
  });

  it('deletes in several chats', async () => {
    await perform(world.platform, deleting(write(), write(world.places.pupils), write()));

    expect(asked()).toEqual(['execute']);
  });

  it('says the same in many places', async () => {
    const { parents, pupils, bare } = world.places;
    const sending = [parents, pupils, bare].map((to): Worded => ({ do: 'send', to, text: 'Собрание' }));

    await perform(world.platform, sending, (_, n) => `announcement-1/v1@${n}`);

    expect(asked()).toEqual(['messages.send']);
  });

  it('never is a mute with anything else', async () => {
    const until = Date.now() + HOUR;
    const { parents, pupils } = world.places;
    const mutes = [parents, pupils].map((chat): Worded => ({ do: 'mute', chat, account: world.people.anna, until }));

    expect(await perform(world.platform, mutes)).toEqual([{ is: 'done' }, { is: 'done' }]);
    expect(asked().filter((method) => method === 'execute')).toEqual([]);
  });
});

describe('an answer that is an error', () => {
  it.each([
    [6, { is: 'later', after: 1_000 }],
    [10, { is: 'later', unknown: true }],
    [9, { is: 'later', rest: true }],
    [29, { is: 'later', rest: true }],
    [14, { is: 'later', rest: true }],
    [925, { is: 'refused', why: 'no-right', code: '925' }],
  ])('%d of a whole call is the answer for each of its deeds', async (code, answer) => {
    const actions = deleting(write(), write(world.places.pupils));
    fault(code, 'execute');

    expect(await perform(world.platform, actions)).toMatchObject([answer, answer]);
  });

  it('of one call inside an `execute` is the answer for its deeds only', async () => {
    const actions = deleting(write(), write(world.places.foreign), write(world.places.pupils));

    expect(await perform(world.platform, actions)).toMatchObject([
      { is: 'done' },
      { is: 'refused', why: 'detached' },
      { is: 'done' },
    ]);
  });

  it.each([3, 8, 12, 13, 100])('%d of an `execute` makes its calls go one by one', async (code) => {
    const actions = deleting(write(), write(world.places.pupils));
    fault(code, 'execute');

    expect(await perform(world.platform, actions)).toEqual([{ is: 'done' }, { is: 'done' }]);
    expect(asked()).toEqual(['execute', 'messages.delete', 'messages.delete']);
  });

  it('6 is repeated by nobody but the outbox', async () => {
    fault(6);

    await perform(world.platform, deleting(write()));

    expect(asked()).toHaveLength(1);
  });
});

describe('no answer', () => {
  it.each(['html-502', 'drop', 'hang'] as const)('(%s) is weather', async (how) => {
    const platform = world.again({ timeout: 200 });
    const actions = deleting(write());
    fault(how);

    await expect(perform(platform, actions)).rejects.toThrow(Weather);
    expect(await perform(platform, actions)).toEqual([{ is: 'done' }]);
  });

  it('to a send that was done makes no second message', async () => {
    const platform = world.again({ timeout: 200 });
    fault('drop', 'messages.send', 'after');
    await expect(perform(platform, [saying('Один раз')])).rejects.toThrow(Weather);

    const [answer] = await perform(platform, [saying('Один раз')]);

    expect(world.visible(world.places.parents)).toEqual(['Один раз']);
    expect(messageOf(answer).place).toBe(world.places.parents);
  });

  it('to a removal that was done is found out', async () => {
    const remove: Worded = { do: 'remove', chat: world.places.parents, account: world.people.anna };
    fault('drop', 'messages.removeChatUser', 'after');
    await expect(perform(world.platform, [remove])).rejects.toThrow(Weather);

    expect(await perform(world.platform, [remove])).toEqual([{ is: 'gone' }]);
  });

  it('to a later request does not waste the answers before it', async () => {
    const sends = Array.from({ length: 30 }, (_, n) => saying(`слово ${n}`));
    await perform(world.platform, [saying('до')]);
    const { faults } = world.sandbox.vk;
    const turn = memoryPace();
    let turns = 0;
    const platform = world.again({
      pace: {
        turn: async (signal) => {
          turns += 1;
          if (turns === 2) faults.add({ kind: 'call', method: '*', answer: 'html-502' });
          return turn.turn(signal);
        },
      },
    });

    const answers = await perform(platform, sends, (_, n) => `vk/test/2#${n}`);

    expect(answers.slice(0, 25).every(({ is }) => is === 'done')).toBe(true);
    expect(answers.slice(25)).toEqual(
      sends.slice(25).map(() => expect.objectContaining({ is: 'later', unknown: true })),
    );
  });

  it('quotes neither the token nor what was sent', async () => {
    const platform = world.again({ timeout: 100 });
    for (const how of ['html-502', 'drop', 'hang'] as const) {
      fault(how);
      const error: unknown = await perform(platform, [saying('тайное слово')]).catch((thrown: unknown) => thrown);
      expect(`${error} ${JSON.stringify(error)}`).not.toMatch(new RegExp(`${TOKEN}|тайное|${ANNA}|127\\.0\\.0\\.1`));
    }
  });
});

describe('the pace', () => {
  it('lets a thousand deletions in ten chats need ten requests or fewer', async () => {
    const chats = [world.places.parents, world.places.pupils];
    const messages = Array.from({ length: 1_000 }, (_, n) => write(chats[n % 2]));

    const answers = await perform(world.platform, deleting(...messages));

    expect(answers.every(({ is }) => is === 'done')).toBe(true);
    expect(asked().length).toBeLessThanOrEqual(10);
    expect(messages.length).toBeLessThanOrEqual(VK_CAPABILITIES.batch.calls * VK_CAPABILITIES.batch.deletes);
  });

  it('is waited for by every request but the first of an action', async () => {
    let turns = 0;
    const platform = world.again({
      pace: {
        turn: async () => {
          turns += 1;
        },
      },
    });
    await perform(
      platform,
      Array.from({ length: 60 }, (_, n) => saying(`${n}`)),
    );
    await platform.ask({ ask: 'self' });
    await platform.ask({ ask: 'may-write', account: accountRef('vk', ANNA) });

    expect(turns).toBe(world.sandbox.vk.requests.length);
  });
});

describe('questions', () => {
  it('about the rights in many chats are a hundred to a request', async () => {
    const chats = Array.from({ length: 250 }, (_, n) => chatRef('vk', 2_000_000_001 + n));

    const rights = await world.platform.ask({ ask: 'rights', chats });

    expect(rights.size).toBe(250);
    expect([...rights.values()].filter(({ present }) => present)).toHaveLength(2);
    expect(asked()).toHaveLength(3);
  });

  it('about a chat of more than a thousand are asked page by page', async () => {
    const chat = world.sandbox.vk.world.chat(2_000_000_001);
    if (!chat) throw new Error('no chat');
    chat.members = [
      ...chat.members,
      ...Array.from({ length: 1_500 }, (_, n) => ({ id: 10_000 + n, joined: 0, invitedBy: 101 })),
    ];

    const members = await world.platform.ask({ ask: 'members', chat: world.places.parents });

    expect(new Set(members.map(({ account }) => account)).size).toBe(1_504);
  });

  it('find out when the community is not the one that was meant', async () => {
    await expect(world.again({ groupId: GROUP + 1 }).ask({ ask: 'self' })).rejects.toThrow(Locked);
    await expect(world.again({ groupId: GROUP }).ask({ ask: 'self' })).resolves.toMatchObject({
      account: accountRef('vk', -GROUP),
    });
  });
});
