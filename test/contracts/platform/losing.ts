import type { Update } from '../../../src/domain/update.js';
import { heard, listen, type Misfortune, type Promising, textsOf, type World, written } from './harness.js';

/** Hears one message, stops; two more are written, and then the messenger forgets. */
const forget = async ({ platform, people, places, write, befall }: World, what: Misfortune): Promise<void> => {
  const ear = listen(platform);
  const waiting = ear.until(heard('раз', 'один'));
  write(people.anna, places.parents, 'раз');
  write(people.boris, places.pupils, 'один');
  await waiting;
  await ear.stop();
  write(people.anna, places.parents, 'два');
  write(people.boris, places.pupils, 'двое');
  write(people.boris, places.parents, 'три');
  befall(what);
};

const keysOf = (updates: readonly Update[]): readonly string[] => updates.map(({ key }) => key);

/** What a platform promises when the messenger loses its own memory. */
export const losing = (promise: Promising): void => {
  for (const what of ['history', 'key', 'everything'] as const)
    promise(`loses nothing and doubles nothing when the messenger loses its ${what}`, async (world) => {
      await forget(world, what);

      const ear = listen(world.again());
      await ear.until(heard('два', 'три', 'двое'));
      world.write(world.people.anna, world.places.parents, 'четыре');
      const all = await ear.until(heard('четыре'));

      expect([...textsOf(all)].sort()).toEqual(['два', 'двое', 'три', 'четыре']);
      expect(textsOf(all).filter((text) => !['двое'].includes(text))).toEqual(['два', 'три', 'четыре']);
      expect(new Set(keysOf(all)).size).toBe(all.length);
      await ear.stop();
    });

  promise('says which messages cannot be had any more', async (world) => {
    const { people, places } = world;
    const ear = listen(world.platform);
    const waiting = ear.until(heard('раз'));
    world.write(people.anna, places.parents, 'раз');
    await waiting;
    await ear.stop();
    const lost = written(world.write(people.anna, places.parents, 'два'));
    world.write(people.anna, places.parents, 'три');
    world.erase(people.anna, lost);
    world.befall('history');

    const second = listen(world.again());
    const all = await second.until((updates) => heard('три')(updates) && updates.some(({ kind }) => kind === 'gap'));

    const number = Number(lost.id);
    expect(all.filter(({ kind }) => kind === 'gap')).toMatchObject([
      { chat: places.parents, from: number, to: number },
    ]);
    expect(textsOf(all)).toEqual(['три']);
    await second.stop();
  });

  promise('finds again what it was fetching when it died', async (world) => {
    await forget(world, 'history');
    const ear = listen(world.again());
    await ear.until(heard('два', 'три', 'двое'));
    await ear.die();

    const second = listen(world.again());

    expect([...textsOf(await second.until(heard('два', 'три', 'двое')))].sort()).toEqual(['два', 'двое', 'три']);
    await second.stop();
  });
};
