import type { ChatRef } from '../../../src/domain/refs.js';
import { serverAt } from '../../../src/platforms/vk/poll.js';
import { Locked } from '../../../src/ports/platform.js';
import { heard, listen, perform, textsOf, written } from '../../contracts/platform/harness.js';
import { GROUP, memoryCursors, openWorld, type VkWorld } from './world.js';

let world: VkWorld;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const say = (text: string, chat: ChatRef = world.places.parents) => written(world.write(world.people.anna, chat, text));
const saved = () => world.cursors.load('vk');
const head = () => String(world.sandbox.vk.events.head);

/** Hears so much and stops, everything acknowledged. */
const hear = async (...texts: readonly string[]) => {
  const ear = listen(world.again());
  const all = await ear.until(heard(...texts));
  await ear.stop();
  return all;
};

describe('the address of the long poll', () => {
  it.each([
    ['https://lp.vk.com/wh1', 'https://lp.vk.com/wh1'],
    ['http://127.0.0.1:81/lp', 'http://127.0.0.1:81/lp'],
    ['lp.vk.com/wh1', 'http://lp.vk.com/wh1'],
    ['/lp/1', 'http://127.0.0.1:8080/lp/1'],
  ])('told as %s is %s', (told, address) => expect(serverAt(told, 'http://127.0.0.1:8080/method')).toBe(address));
});

describe('the place where listening stands', () => {
  it('is kept from the first contact on, so that a first message is not lost to a crash', async () => {
    const cursors = memoryCursors();
    let polled = () => {};
    const polling = new Promise<void>((resolve) => {
      polled = resolve;
    });
    world.sandbox.vk.faults.add({ kind: 'poll', failed: 2 });
    const first = listen(world.again({ cursors, watch: { onPoll: () => polled() } }));
    const waiting = first.wait();
    await polling;
    first.abort();
    await waiting;

    say('первое слово');

    const second = listen(world.again({ cursors }));
    expect(textsOf(await second.until(heard('первое слово')))).toEqual(['первое слово']);
    await second.stop();
  });

  it('is kept when VK is told as heard, long before anybody writes', async () => {
    const cursors = memoryCursors();
    let told = (_at: number) => {};
    const heardFirst = new Promise<number>((resolve) => {
      told = resolve;
    });
    const ear = listen(world.again({ cursors, watch: { onPoll: (at) => told(at) } }));
    const waiting = ear.wait();

    await heardFirst;
    expect(await cursors.load('vk')).toBe(head());

    ear.abort();
    await waiting;
  });

  it('moves only when a batch was taken', async () => {
    const before = await saved();
    say('раз');
    const ear = listen(world.platform);
    await ear.until(heard('раз'));

    expect(await saved()).toBe(before);
    await ear.stop();
    expect(await saved()).toBe(head());
  });

  it('moves past what is nothing for us', async () => {
    await perform(world.platform, [{ do: 'send', to: world.places.parents, text: 'я бот' }]);
    world.sandbox.vk.faults.add({ kind: 'unknown' });
    say('раз');
    await hear('раз');

    expect(world.told).toContain('skip unknown');
    expect(await saved()).toBe(head());
  });

  it('remembers that lost events are still to be fetched', async () => {
    say('раз');
    await hear('раз');
    say('два');
    world.sandbox.vk.faults.add({ kind: 'poll', failed: 3 });
    // Every try to fetch fails, until this life ends.
    world.sandbox.vk.faults.add({ kind: 'call', method: 'messages.getConversationsById', answer: 10, times: 'every' });
    let failed = () => {};
    const failing = new Promise<void>((resolve) => {
      failed = resolve;
    });
    const ear = listen(world.again({ watch: { onWeather: () => failed() } }));
    const waiting = ear.wait();
    await failing;
    ear.abort();
    await waiting;
    expect(await saved()).toMatch(/^!\d+$/);
    world.sandbox.vk.faults.clear();

    expect(textsOf(await hear('два'))).toEqual(['два']);
    expect(await saved()).toMatch(/^\d+$/);
  });

  it('is no place of before the last edit', async () => {
    const first = say('раз');
    say('два');
    await hear('раз', 'два');
    world.rewrite(world.people.anna, first, 'раз!');
    await hear('раз!');

    expect(await world.cursors.seen('vk')).toEqual(new Map([[world.places.parents, 2]]));
  });
});

describe('a backlog', () => {
  it('of a thousand messages comes whole and in order', async () => {
    const texts = Array.from({ length: 1_000 }, (_, n) => `слово ${n}`);
    for (const text of texts) say(text);

    expect(textsOf(await hear('слово 999'))).toEqual(texts);
  });

  it('that VK kept only in part is fetched by numbers, page after page', async () => {
    say('раз');
    await hear('раз');
    const texts = Array.from({ length: 250 }, (_, n) => `слово ${n}`);
    for (const text of texts) say(text);
    world.befall('history');

    expect(textsOf(await hear('слово 249'))).toEqual(texts);
  });

  it('is fetched from a chat VK tells us nothing about', async () => {
    const { bare } = world.places;
    say('раз', bare);
    await hear('раз');
    for (const text of ['два', 'три']) say(text, bare);
    world.befall('everything');

    expect(textsOf(await hear('два', 'три'))).toEqual(['два', 'три']);
  });

  it('of a chat the bot was put out of is a gap at most', async () => {
    say('раз');
    say('один', world.places.pupils);
    await hear('раз', 'один');
    say('два');
    world.leave(`vk:account:-${GROUP}`, world.places.parents);
    say('двое', world.places.pupils);
    world.befall('history');

    expect(textsOf(await hear('двое'))).toEqual(['двое']);
  });
});

describe('bad times', () => {
  it('end, and cost nothing', async () => {
    const { faults } = world.sandbox.vk;
    const ear = listen(world.platform);
    const waiting = ear.until(heard('раз', 'два', 'три', 'четыре'));
    say('раз');
    faults.add({ kind: 'outage', answer: 'html-502', times: 3 });
    say('два');
    faults.add({ kind: 'poll', failed: 2 });
    say('три');
    faults.add({ kind: 'outage', answer: 'drop' });
    say('четыре');

    expect(textsOf(await waiting)).toEqual(['раз', 'два', 'три', 'четыре']);
    await ear.stop();
  });

  it('end at once when the bot is told to stop', async () => {
    world.sandbox.vk.faults.add({ kind: 'outage', answer: 'hang', times: 'every' });
    const ear = listen(world.again({ random: () => 1 }));
    const waiting = ear.wait();

    ear.abort();

    expect(await waiting).toMatchObject({ done: true });
  });

  it('that only a person can end are said so', async () => {
    world.sandbox.vk.world.state.community.longPoll.enabled = false;

    await expect(listen(world.again()).wait()).rejects.toThrow(Locked);
  });
});
