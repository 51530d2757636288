import type { Worded } from '../../../src/domain/action.js';
import { dialogOf, type MessageRef } from '../../../src/domain/refs.js';
import { HOUR } from '../../../src/domain/time.js';
import { heard, listen, messageOf, type Promising, perform, type World, written } from './harness.js';

const DONE = { is: 'done' };
const GONE = { is: 'gone' };

const deleting = (message: MessageRef): Worded => ({ do: 'delete', message });

/** One action, its answer. */
const one = async ({ platform }: Pick<World, 'platform'>, action: Worded, id = 'vk/test/1#0') =>
  (await perform(platform, [action], () => id))[0];

const deletes = (promise: Promising): void => {
  promise('deletes what others wrote', async (world) => {
    const { people, places, write, visible } = world;
    const bad = written(write(people.anna, places.parents, 'плохое'));
    write(people.boris, places.parents, 'хорошее');

    expect(await one(world, deleting(bad))).toEqual(DONE);
    expect(visible(places.parents)).toEqual(['хорошее']);
  });

  promise('calls a message gone that is deleted already', async (world) => {
    const bad = written(world.write(world.people.anna, world.places.parents, 'плохое'));
    await one(world, deleting(bad));

    expect(await one(world, deleting(bad), 'vk/test/2#0')).toEqual(GONE);
  });

  promise('says that it lacks the right to delete', async (world) => {
    const { people, places, write, visible } = world;
    const bare = written(write(people.anna, places.bare, 'плохое'));

    expect(await one(world, deleting(bare))).toMatchObject({ is: 'refused', why: 'no-right' });
    expect(visible(places.bare)).toEqual(['плохое']);
  });

  promise('deletes nothing of an administrator above it', async (world) => {
    const { people, places, write, visible } = world;
    const above = written(write(people.teacher, places.parents, 'строгое'));

    expect(await one(world, deleting(above))).toMatchObject({ is: 'refused', why: 'no-right' });
    expect(visible(places.parents)).toEqual(['строгое']);
  });

  promise('says that it is not in a chat', async (world) => {
    const there = written(world.write(world.people.anna, world.places.foreign, 'плохое'));

    expect(await one(world, deleting(there))).toMatchObject({ is: 'refused', why: 'detached' });
  });

  promise('answers for each of a batch, over several chats, in order', async (world) => {
    const { people, places, write } = world;
    const first = written(write(people.anna, places.parents, 'раз'));
    const second = written(write(people.anna, places.pupils, 'два'));
    const bare = written(write(people.anna, places.bare, 'три'));
    const away = written(write(people.anna, places.foreign, 'четыре'));
    const more = Array.from({ length: 40 }, (_, n) => written(write(people.boris, places.parents, `ещё ${n}`)));

    const answers = await perform(world.platform, [first, second, away, bare, first, ...more].map(deleting));

    expect(answers.slice(0, 5)).toMatchObject([
      DONE,
      DONE,
      { is: 'refused', why: 'detached' },
      { is: 'refused', why: 'no-right' },
      { is: expect.stringMatching(/done|gone/) },
    ]);
    expect(answers.slice(5)).toEqual(more.map(() => DONE));
    expect(world.visible(places.parents)).toEqual([]);
  });
};

const sends = (promise: Promising): void => {
  promise('sends and names what it sent', async (world) => {
    const sent = messageOf(await one(world, { do: 'send', to: world.places.parents, text: 'Здравствуйте' }));

    expect(sent.place).toBe(world.places.parents);
    expect(await one(world, deleting(sent))).toEqual(DONE);
    expect(world.visible(world.places.parents)).toEqual([]);
  });

  promise('sends once what is sent again under the same id', async (world) => {
    const action: Worded = { do: 'send', to: world.places.parents, text: 'Один раз' };

    const first = await one(world, action, 'vk/test/9#0');
    const again = await one({ platform: world.again() }, action, 'vk/test/9#0');
    await one(world, action, 'vk/test/9#1');

    expect(messageOf(again)).toEqual(messageOf(first));
    expect(world.visible(world.places.parents)).toEqual(['Один раз', 'Один раз']);
  });

  promise('sends one text to many places, once to each, whatever the batch of a retry', async (world) => {
    const { parents, pupils, bare } = world.places;
    const to = (place: typeof parents): Worded => ({ do: 'send', to: place, text: 'Завтра собрание' });
    const name = (action: Worded) => (action.do === 'send' ? `announcement-7/v1@${action.to}` : '');

    await perform(world.platform, [to(parents), to(pupils)], name);
    const answers = await perform(world.platform, [to(pupils), to(bare)], name);
    await perform(world.platform, [to(parents)], name);

    expect(answers.map(messageOf).map(({ place }) => place)).toEqual([pupils, bare]);
    for (const place of [parents, pupils, bare]) expect(world.visible(place)).toEqual(['Завтра собрание']);
  });

  promise('sends each its own words in one batch', async (world) => {
    const { parents, pupils } = world.places;
    const sending = [parents, pupils, parents].map((to, n): Worded => ({ do: 'send', to, text: `слово ${n}` }));

    const answers = await perform(world.platform, sending);

    expect(answers.map(messageOf).map(({ place }) => place)).toEqual([parents, pupils, parents]);
    expect(world.visible(parents)).toEqual(['слово 0', 'слово 2']);
    expect(world.visible(pupils)).toEqual(['слово 1']);
  });

  promise('says whom it may not write to, beside those it may', async (world) => {
    const { anna, boris } = world.people;
    const sending = [boris, anna].map((who): Worded => ({ do: 'send', to: dialogOf(who), text: 'Добрый день' }));

    const answers = await perform(world.platform, sending, (_, n) => `announcement-8/v1@${n}`);

    expect(answers).toMatchObject([{ is: 'refused', why: 'not-allowed-to-write' }, DONE]);
    expect(world.visible(dialogOf(anna))).toEqual(['Добрый день']);
  });

  promise('answers a message so that people see which', async (world) => {
    const { people, places, write, answered } = world;
    const replyTo = written(write(people.anna, places.parents, 'Когда собрание?'));

    const sent = messageOf(await one(world, { do: 'send', to: places.parents, text: 'Завтра', replyTo }));

    expect(answered(sent)).toBe(replyTo.id);
  });

  promise('rewrites and pins its own message', async (world) => {
    const { parents } = world.places;
    const message = messageOf(await one(world, { do: 'send', to: parents, text: 'Завтра в 18:00' }));

    expect(await one(world, { do: 'edit', message, text: 'Завтра в 19:00' })).toEqual(DONE);
    expect(await one(world, { do: 'pin', message })).toEqual(DONE);

    expect(world.visible(parents)).toContain('Завтра в 19:00');
    expect(world.visible(parents)).not.toContain('Завтра в 18:00');
    expect(world.pinned(parents)).toEqual(message);
  });

  promise('shows a note to the one who pressed, once', async (world) => {
    const { people, places, press, shown, platform } = world;
    const asking: Worded = {
      do: 'send',
      to: places.parents,
      text: 'Идёте?',
      buttons: [[{ label: 'Иду', payload: {} }]],
    };
    const message = messageOf(await one(world, asking));
    const ear = listen(platform);
    const waiting = ear.until((all) => all.some(({ kind }) => kind === 'pressed'));
    press(people.anna, message);
    const pressed = (await waiting).find((update) => update.kind === 'pressed');
    await ear.stop();
    if (pressed?.kind !== 'pressed') throw new Error('no press was told');
    const { press: name, account, place } = pressed;
    const action: Worded = { do: 'answer', press: name, account, place, text: `Записано. ${'Спасибо! '.repeat(20)}` };

    expect(await one(world, action)).toEqual(DONE);
    expect(await one(world, action)).toEqual(GONE);
    expect(shown(people.anna)).toHaveLength(1);
    expect(shown(people.anna)[0]).toMatch(/^Записано\. Спасибо!/);
  });
};

const restricts = (promise: Promising): void => {
  promise('mutes, and lifts it', async (world) => {
    const { people, places, write } = world;
    const of = { chat: places.parents, account: people.anna };

    expect(await one(world, { do: 'mute', ...of, until: Date.now() + HOUR })).toEqual(DONE);
    expect(write(people.anna, places.parents, 'но я')).toBeUndefined();
    expect(await one(world, { do: 'unmute', ...of })).toEqual(DONE);
    expect(write(people.anna, places.parents, 'спасибо')).toBeDefined();
  });

  promise('has nothing to do for a mute that is over', async (world) => {
    const { people, places, write } = world;
    const mute: Worded = { do: 'mute', chat: places.parents, account: people.anna, until: Date.now() - 1 };

    expect(await one(world, mute)).toEqual(GONE);
    expect(write(people.anna, places.parents, 'я здесь')).toBeDefined();
  });

  promise('says whom it cannot mute', async (world) => {
    const { people, places } = world;
    const until = Date.now() + HOUR;

    const above = await one(world, { do: 'mute', chat: places.parents, account: people.teacher, until });
    const bare = await one(world, { do: 'mute', chat: places.bare, account: people.anna, until });

    expect([above, bare]).toMatchObject([
      { is: 'refused', why: 'no-right' },
      { is: 'refused', why: 'no-right' },
    ]);
  });

  promise('removes, and calls gone who is not there', async (world) => {
    const { people, places, members } = world;
    const remove: Worded = { do: 'remove', chat: places.parents, account: people.anna };

    expect(await one(world, remove)).toEqual(DONE);
    expect(members(places.parents)).not.toContain(people.anna);
    expect(await one(world, remove)).toEqual(GONE);
  });

  promise('does not take its own doings for news of others', async (world) => {
    const { people, places, write, platform } = world;
    const ear = listen(platform);
    const waiting = ear.until(heard('дальше'));
    await one(world, { do: 'remove', chat: places.parents, account: people.anna });
    write(people.boris, places.parents, 'дальше');

    expect((await waiting).map(({ kind }) => kind)).toEqual(['message']);
    await ear.stop();
  });
};

/** What every platform promises about actions. */
export const acting = (promise: Promising): void => {
  for (const part of [deletes, sends, restricts]) part(promise);
};
