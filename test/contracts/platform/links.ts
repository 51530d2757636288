import type { Worded } from '../../../src/domain/action.js';
import { dialogOf } from '../../../src/domain/refs.js';
import type { Update } from '../../../src/domain/update.js';
import { Refused } from '../../../src/ports/platform.js';
import { heard, listen, type Promising, perform, type World } from './harness.js';

/** What the bot hears of comings while something is done. */
const joined = async ({ platform }: World, doing: () => void, times = 1): Promise<readonly Update[]> => {
  const ear = listen(platform);
  const waiting = ear.until((all) => all.filter(({ kind }) => kind === 'joined').length >= times);
  doing();
  const all = await waiting;
  await ear.stop();
  return all.filter(({ kind }) => kind === 'joined');
};

/** What every platform promises about links and about who comes by which way. */
export const links = (promise: Promising): void => {
  promise('has an address, and tells by which deep link a person came', async ({ platform, people, ...world }) => {
    const address = await platform.ask({ ask: 'address' });
    if (address === undefined) throw new Error('the messenger has no address for the bot');
    expect(address).toMatch(/^https:\/\/[^/]+\/[^?#]+$/);
    const ear = listen(platform);
    const waiting = ear.until(heard('Здравствуйте', 'Я снова здесь'));

    world.come(people.boris, address, 'c-ABC_123', 'Здравствуйте');
    world.write(people.boris, dialogOf(people.boris), 'Я снова здесь');

    const messages = (await waiting).flatMap((update) => (update.kind === 'message' ? [update.message] : []));
    expect(messages[0]).toMatchObject({ author: people.boris, openedWith: 'c-ABC_123' });
    expect(messages.at(-1)).toMatchObject({ text: 'Я снова здесь' });
    expect(messages.at(-1)).not.toHaveProperty('openedWith');
    await ear.stop();
  });

  promise('lets people in by the link of a chat, and tells of it', async (world) => {
    const { platform, people, places, follow, members } = world;
    const link = await platform.ask({ ask: 'invite-link', chat: places.parents, reset: false });

    const news = await joined(world, () => expect(follow(people.stranger, link)).toBe(true));

    expect(members(places.parents)).toContain(people.stranger);
    expect(news).toMatchObject([{ how: 'link', chat: places.parents, account: people.stranger }]);
    expect(news[0]).not.toHaveProperty('by');
  });

  promise('lets nobody in by a link that was reset', async (world) => {
    const { platform, people, places, follow, members } = world;
    const ask = (reset: boolean) => platform.ask({ ask: 'invite-link', chat: places.parents, reset });
    const old = await ask(false);
    const fresh = await ask(true);

    expect(follow(people.stranger, old)).toBe(false);
    expect(members(places.parents)).not.toContain(people.stranger);
    expect(follow(people.stranger, fresh)).toBe(true);
    expect(members(places.parents)).toContain(people.stranger);
  });

  promise('lets in by a link for one purpose, and tells that it was this one', async (world) => {
    const { platform, people, places, follow, leave } = world;
    leave(people.boris, places.parents);
    const link = await platform.ask({ ask: 'new-invite-link', chat: places.parents, name: 'приглашение 7', most: 1 });

    const news = await joined(world, () => expect(follow(people.stranger, link)).toBe(true));

    expect(news).toMatchObject([{ how: 'link', chat: places.parents, account: people.stranger, link }]);
    expect(follow(people.boris, link)).toBe(false);
  });

  promise('ends a link for one purpose, and leaves the chat’s own', async (world) => {
    const { platform, people, places, follow, leave } = world;
    leave(people.boris, places.parents);
    const own = await platform.ask({ ask: 'invite-link', chat: places.parents, reset: false });
    const link = await platform.ask({ ask: 'new-invite-link', chat: places.parents, name: 'приглашение 8' });

    expect(await platform.ask({ ask: 'end-invite-link', chat: places.parents, link })).toBe(true);

    expect(follow(people.stranger, link)).toBe(false);
    expect(follow(people.boris, own)).toBe(true);
  });

  for (const granted of [true, false])
    promise(`tells who asks to be let in, and answers him: ${granted ? 'in' : 'not in'}`, async (world) => {
      const { platform, people, places, follow, members } = world;
      const asked = { ask: 'new-invite-link', chat: places.parents, name: 'по заявке', byRequest: true } as const;
      const link = await platform.ask(asked);
      const ear = listen(platform);
      const waiting = ear.until((all) => all.some(({ kind }) => kind === 'knocked'));
      follow(people.stranger, link);

      const knocked = (await waiting).find(({ kind }) => kind === 'knocked');
      expect(knocked).toMatchObject({ chat: places.parents, account: people.stranger, link });
      expect(members(places.parents)).not.toContain(people.stranger);
      const answer: Worded = { do: 'admit', chat: places.parents, account: people.stranger, granted };
      expect(await perform(platform, [answer])).toEqual([{ is: 'done' }]);
      expect(members(places.parents).includes(people.stranger)).toBe(granted);
      expect(await perform(platform, [answer])).toEqual([{ is: 'gone' }]);
      await ear.stop();
    });

  promise('makes no link where it may not', async ({ platform, places }) => {
    const asked = platform.ask({ ask: 'new-invite-link', chat: places.bare, name: 'приглашение 9' });

    await expect(asked).rejects.toThrow(Refused);
  });

  promise('tells who was let in at his own request', async (world) => {
    const { people, places, admit } = world;

    const news = await joined(world, () => admit(people.teacher, people.stranger, places.parents));

    expect(news).toMatchObject([{ how: 'request', chat: places.parents, account: people.stranger }]);
  });

  promise('tells who added whom: a person, another bot, the bot itself', async (world) => {
    const { platform, people, places, add } = world;
    const { account: self } = await platform.ask({ ask: 'self' });
    const { teacher, stranger, neighbour } = people;

    const news = await joined(
      world,
      () => {
        add(teacher, stranger, places.parents);
        add(teacher, neighbour, places.parents);
        add(teacher, self, places.foreign);
      },
      3,
    );

    expect(news).toMatchObject([
      { how: 'added', by: teacher, account: stranger, chat: places.parents },
      { how: 'added', by: teacher, account: neighbour, chat: places.parents },
      { how: 'added', by: teacher, account: self, chat: places.foreign },
    ]);
  });

  promise('removes another bot like anybody else', async (world) => {
    const { platform, people, places, add, members } = world;
    add(people.teacher, people.neighbour, places.parents);

    const answers = await perform(platform, [{ do: 'remove', chat: places.parents, account: people.neighbour }]);

    expect(answers).toEqual([{ is: 'done' }]);
    expect(members(places.parents)).not.toContain(people.neighbour);
  });
};
