import { DAY } from '../../../src/domain/time.js';
import { memoryPost } from '../../../src/storage/memory/post.js';
import { heard, listen, perform, textsOf, written } from '../../contracts/platform/harness.js';
import { memoryCursors, openWorld, SECRET, type TelegramWorld } from './world.js';

let world: TelegramWorld;
afterEach(() => world.close());

const say = (text: string) => written(world.write(world.people.anna, world.places.parents, text));
const polls = () => world.sandbox.telegram.calls.requests.filter(({ method }) => method === 'getUpdates');
const head = () => world.sandbox.telegram.updates.head;

/** Hears so much and stops, everything acknowledged. */
const hear = async (platform = world.again(), ...texts: readonly string[]) => {
  const ear = listen(platform);
  const all = await ear.until(heard(...texts));
  await ear.stop();
  return all;
};

describe('polling Telegram', () => {
  beforeEach(async () => {
    world = await openWorld();
  });

  it('asks by name for who comes and goes, and takes a left-over webhook away', async () => {
    world.sandbox.telegram.updates.webhook = { url: 'http://127.0.0.1:1' };
    say('раз');

    expect(textsOf(await hear(undefined, 'раз'))).toEqual(['раз']);
    expect(polls()[0]?.params.allowed_updates).toEqual(expect.arrayContaining(['chat_member', 'my_chat_member']));
  });

  it('keeps its place from the first contact on, and moves it only when a batch was taken', async () => {
    const cursors = memoryCursors();
    say('раз');
    const ear = listen(world.again({ cursors }));
    await ear.until(heard('раз'));

    expect(await cursors.load('telegram')).toMatch(/^0@\d+$/);
    await ear.stop();
    expect(await cursors.load('telegram')).toMatch(new RegExp(`^${head()}@`));
  });

  it('moves past what is nothing for us', async () => {
    await perform(world.platform, [{ do: 'send', to: world.places.parents, text: 'я бот' }]);
    world.befall('news');
    say('раз');
    await hear(undefined, 'раз');

    expect(world.told).toContain('skip unknown');
    expect(await world.cursors.load('telegram')).toMatch(new RegExp(`^${head()}@`));
  });

  it('acknowledges nothing by a place of last week: Telegram may have begun to count anew', async () => {
    await world.cursors.save('telegram', `9000000@${Date.now() - 7 * DAY}`, new Map());
    say('раз');

    expect(textsOf(await hear(undefined, 'раз'))).toEqual(['раз']);
    expect(polls()[0]?.params.offset).toBeUndefined();
  });

  it('is done by one process of several; another follows when it is gone, and nothing is lost', async () => {
    const post = memoryPost();
    const first = listen(world.again({ post }));
    say('раз');
    await first.until(heard('раз'));
    const second = listen(world.again({ post }));
    const hearing = second.until(heard('три'));
    say('два');
    await first.until(heard('два'));
    await first.stop();
    say('три');

    expect(textsOf(await hearing)).toEqual(expect.arrayContaining(['три']));
    await second.stop();
    expect(world.told.filter((told) => told.startsWith('weather'))).toEqual([]);
  });

  it('lets a newer process have its turn, and loses nothing when both listen', async () => {
    const first = listen(world.platform);
    const waiting = first.wait();
    const second = listen(world.again());
    const hearing = second.until(heard('раз'));
    say('раз');

    const one = await Promise.race([hearing, waiting.then(({ value }) => value ?? [])]);
    expect(textsOf(one)).toEqual(['раз']);
    first.abort();
    second.abort();
    await Promise.allSettled([waiting, hearing]);
  });

  it('does not answer pushes', async () => {
    expect(await world.platform.webhook('{}', SECRET)).toMatchObject({ status: 404 });
  });
});

describe('a Telegram that pushes', () => {
  beforeEach(async () => {
    world = await openWorld({ transport: 'webhook' });
  });

  const update = (text: string) =>
    JSON.stringify({
      update_id: 7,
      message: {
        message_id: 1,
        date: 1_700_000_000,
        chat: { id: -1_001_000_000_001, type: 'supergroup', title: '5А' },
        from: { id: 201, is_bot: false, first_name: 'Анна' },
        text,
      },
    });

  it.each([
    ['no secret', undefined],
    ['another secret', 'a-guess'],
    ['half of the secret', SECRET.slice(0, 5)],
  ])('is nobody with %s', async (_, secret) => {
    const ear = listen(world.platform);
    const waiting = ear.wait();

    expect(await world.platform.webhook(update('чужое'), secret)).toEqual({ status: 403, body: 'forbidden' });
    ear.abort();
    expect(await waiting).toMatchObject({ done: true });
  });

  it('hears «ok» only when the update was taken', async () => {
    const ear = listen(world.platform);
    const first = ear.wait();
    const answer = world.platform.webhook(update('раз'), SECRET);
    await first;
    let told = false;
    void answer.then(() => {
      told = true;
    });
    expect(told).toBe(false);

    await ear.stop();
    expect(await answer).toEqual({ status: 200, body: 'ok' });
  });

  it('is told to come again while nobody listens, and that nonsense is no update', async () => {
    expect(await world.again().webhook(update('раз'), SECRET)).toMatchObject({ status: 503 });
    expect(await world.platform.webhook('не то', SECRET)).toMatchObject({ status: 400 });
    expect(await world.platform.webhook('{"update_id":8,"poll":{}}', SECRET)).toMatchObject({ status: 200 });
  });

  it('is told where to, with the secret and what is wanted', async () => {
    const { updates } = world.sandbox.telegram;
    updates.webhook = undefined;
    const ear = listen(world.again({ webhookUrl: 'https://bot.school.example/telegram/webhook' }));
    const waiting = ear.wait();
    while (updates.webhook === undefined) await new Promise((resolve) => setImmediate(resolve));
    ear.abort();
    await waiting;

    expect(updates.webhook).toEqual({ url: 'https://bot.school.example/telegram/webhook', secret: SECRET });
    expect(updates.allowed).toContain('chat_member');
    updates.webhook = undefined;
  });
});
