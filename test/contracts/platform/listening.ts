import { dialogOf } from '../../../src/domain/refs.js';
import type { Update } from '../../../src/domain/update.js';
import { heard, listen, messageOf, type Promising, perform, textsOf, written } from './harness.js';

/** What every platform promises about updates. */
export const listening = (promise: Promising): void => {
  promise('hands over what was written, in order', async ({ platform, people, places, write }) => {
    const ear = listen(platform);
    const waiting = ear.until(heard('раз', 'два', 'три'));

    for (const text of ['раз', 'два', 'три']) write(people.anna, places.parents, text);

    expect(textsOf(await waiting)).toEqual(['раз', 'два', 'три']);
    await ear.stop();
  });

  promise(
    'tells who wrote, where and when, in the words of the author',
    async ({ platform, people, places, write }) => {
      const ear = listen(platform);
      const waiting = ear.until((all) => all.length > 0);
      const ref = written(write(people.anna, places.parents, 'мама & папа <3 "да" &amp;'));

      const [update] = await waiting;

      expect(update).toMatchObject({
        kind: 'message',
        edited: false,
        message: { ref, author: people.anna, text: 'мама & папа <3 "да" &amp;', forwarded: [], attachments: [] },
      });
      expect(Math.abs((update?.at ?? 0) - Date.now())).toBeLessThan(60_000);
      await ear.stop();
    },
  );

  promise('tells of an edit by a new key for the same message', async ({ platform, people, places, ...world }) => {
    const ear = listen(platform);
    const waiting = ear.until(heard('раз', 'два'));
    const ref = written(world.write(people.anna, places.parents, 'раз'));
    world.rewrite(people.anna, ref, 'два');

    const [first, second] = await waiting;

    expect(first).toMatchObject({ edited: false, message: { ref } });
    expect(second).toMatchObject({ edited: true, message: { ref, text: 'два' } });
    expect(second?.key).not.toBe(first?.key);
    await ear.stop();
  });

  promise('tells who came and who went', async ({ platform, people, places, join, leave }) => {
    const ear = listen(platform);
    const waiting = ear.until((all) => all.length >= 2);
    join(people.stranger, places.parents);
    leave(people.stranger, places.parents);

    const [joined, left] = await waiting;

    expect(joined).toMatchObject({ kind: 'joined', how: 'link', chat: places.parents, account: people.stranger });
    expect(left).toMatchObject({ kind: 'left', chat: places.parents, account: people.stranger });
    await ear.stop();
  });

  promise('tells of a dialog opened and closed', async ({ platform, people, allow }) => {
    const ear = listen(platform);
    const dialogs = (all: readonly Update[]) => all.filter(({ kind }) => kind.startsWith('dialog-'));
    const waiting = ear.until((all) => dialogs(all).length >= 2);
    allow(people.boris, true);
    allow(people.boris, false);

    expect(dialogs(await waiting)).toMatchObject([
      { kind: 'dialog-opened', account: people.boris, dialog: dialogOf(people.boris) },
      { kind: 'dialog-closed', account: people.boris, dialog: dialogOf(people.boris) },
    ]);
    await ear.stop();
  });

  promise('tells which button was pressed', async ({ platform, people, places, press }) => {
    const [answer] = await perform(platform, [
      { do: 'send', to: places.parents, text: 'Идёте?', buttons: [[{ label: 'Иду', payload: { go: 1 } }]] },
    ]);
    const ear = listen(platform);
    const waiting = ear.until((all) => all.some(({ kind }) => kind === 'pressed'));
    press(people.anna, messageOf(answer));

    const pressed = (await waiting).find(({ kind }) => kind === 'pressed');

    expect(pressed).toMatchObject({
      account: people.anna,
      place: places.parents,
      payload: { go: 1 },
      message: messageOf(answer),
    });
    await ear.stop();
  });

  promise('does not tell the bot of its own words', async ({ platform, people, places, write }) => {
    const ear = listen(platform);
    const waiting = ear.until(heard('а я человек'));
    await perform(platform, [{ do: 'send', to: places.parents, text: 'я бот' }]);
    write(people.anna, places.parents, 'а я человек');

    expect(textsOf(await waiting)).toEqual(['а я человек']);
    await ear.stop();
  });

  promise('hands over again what was not acknowledged', async ({ platform, again, people, places, write }) => {
    const ear = listen(platform);
    const waiting = ear.until(heard('раз'));
    write(people.anna, places.parents, 'раз');
    await waiting;
    await ear.die();

    const second = listen(again());

    expect(textsOf(await second.until(heard('раз')))).toEqual(['раз']);
    await second.stop();
  });

  promise('keeps what was written while nobody listened', async ({ platform, again, people, places, write }) => {
    const ear = listen(platform);
    const waiting = ear.until(heard('раз'));
    write(people.anna, places.parents, 'раз');
    await waiting;
    await ear.stop();
    write(people.anna, places.parents, 'два');
    write(people.boris, places.pupils, 'три');

    const second = listen(again());

    expect(textsOf(await second.until(heard('два', 'три')))).toEqual(['два', 'три']);
    await second.stop();
  });

  promise('names a repeated event as before', async ({ platform, people, places, write, befall }) => {
    const ear = listen(platform);
    const waiting = ear.until(heard('два'));
    befall('twice');
    write(people.anna, places.parents, 'раз');
    write(people.anna, places.parents, 'два');

    const told = (await waiting).filter((update) => update.kind === 'message' && update.message.text === 'раз');

    expect(told.length).toBe(2);
    expect(new Set(told.map(({ id }) => id)).size).toBe(1);
    expect(new Set(told.map(({ key }) => key)).size).toBe(1);
    await ear.stop();
  });

  promise('loses nothing beside an event it cannot read', async ({ platform, people, places, write, befall }) => {
    const ear = listen(platform);
    const waiting = ear.until(heard('раз', 'два', 'три'));
    write(people.anna, places.parents, 'раз');
    befall('garbled');
    befall('news');
    write(people.anna, places.parents, 'два');
    write(people.anna, places.parents, 'три');

    expect(textsOf(await waiting)).toEqual(['раз', 'два', 'три']);
    await ear.stop();
  });

  promise('goes on after an outage where it was', async ({ platform, people, places, write, befall }) => {
    const ear = listen(platform);
    const first = ear.until(heard('раз'));
    write(people.anna, places.parents, 'раз');
    await first;

    befall('listening');
    const waiting = ear.until(heard('два', 'три'));
    write(people.anna, places.parents, 'два');
    write(people.boris, places.parents, 'три');

    expect(textsOf(await waiting)).toEqual(['раз', 'два', 'три']);
    await ear.stop();
  });

  promise('stops at once', async ({ platform, people, places, write }) => {
    const ear = listen(platform);
    const first = ear.until(heard('раз'));
    write(people.anna, places.parents, 'раз');
    await first;
    const waiting = ear.wait();

    ear.abort();

    expect(await waiting).toMatchObject({ done: true });
  });
};
