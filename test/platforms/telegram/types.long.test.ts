import type { Worded } from '../../../src/domain/action.js';
import { dialogOf } from '../../../src/domain/refs.js';
import { HOUR } from '../../../src/domain/time.js';
import { heard, listen, messageOf, perform, written } from '../../contracts/platform/harness.js';
import { typeDefects, updateDefects } from '../../contracts/telegram-types.js';
import { openWorld } from './world.js';

it('all that is said between the bot and this Telegram fits grammY’s own types', async () => {
  const world = await openWorld();
  const { telegram } = world.sandbox;
  const exchanges: (readonly [string, Record<string, unknown>, Record<string, unknown>])[] = [];
  const serve = telegram.calls.serve.bind(telegram.calls);
  telegram.calls.serve = async (token, method, given) => {
    const answer = await serve(token, method, given);
    if (typeof answer !== 'string') exchanges.push([method, { ...given.params }, { ...answer }]);
    return answer;
  };
  const { people, places, platform } = world;
  const one = async (action: Worded) => (await perform(platform, [action]))[0];
  try {
    const ear = listen(platform);
    const waiting = ear.until(heard('раз', 'два', 'список'));
    const bad = written(world.write(people.anna, places.parents, 'раз'));
    world.rewrite(people.anna, bad, 'два');
    world.join(people.stranger, places.parents);
    world.leave(people.stranger, places.parents);
    world.allow(people.boris, true);
    world.share(people.anna, dialogOf(people.anna), 'список', { name: 'список.csv', contents: Buffer.from('1') });
    const asking: Worded = {
      ...{ do: 'send', to: places.parents, text: 'Идёте?', replyTo: bad },
      buttons: [[{ label: 'Иду', payload: { go: 1 } }]],
    };
    const asked = messageOf(await one(asking));
    world.press(people.anna, asked);
    const all = await waiting;
    await ear.stop();

    await one({ do: 'edit', message: asked, text: 'Идём?' });
    await one({ do: 'pin', message: asked });
    await one({ do: 'mute', chat: places.parents, account: people.anna, until: Date.now() + HOUR });
    await one({ do: 'unmute', chat: places.parents, account: people.anna });
    await one({ do: 'delete', message: bad });
    await perform(
      platform,
      [1, 2].map(
        (n): Worded => ({
          do: 'delete',
          message: written(world.write(people.boris, places.parents, `слово ${n}`)),
        }),
      ),
    );
    for (const on of [true, false]) await one({ do: 'read-only', chat: places.parents, on });
    await one({ do: 'end-links', chat: places.parents, links: [] });
    await one({ do: 'rename', chat: places.parents, title: '6А – родители' });
    await one({ do: 'remove', chat: places.parents, account: people.boris });
    const press = all.find(({ kind }) => kind === 'pressed');
    if (press?.kind === 'pressed')
      await one({ do: 'answer', press: press.press, account: press.account, place: press.place, text: 'Записано' });
    await platform.ask({ ask: 'rights', chats: [places.parents, places.foreign] });
    await platform.ask({ ask: 'members', chat: places.parents, among: [people.anna] });
    await platform.ask({ ask: 'may-write', account: people.anna });
    await platform.ask({ ask: 'invite-link', chat: places.parents, reset: true });
    const link = await platform.ask({ ask: 'new-invite-link', chat: places.parents, name: 'один', most: 1 });
    await platform.ask({ ask: 'end-invite-link', chat: places.parents, link });
    await platform.ask({ ask: 'check' });
    await platform.setMenu('dialogs', [{ name: 'help', words: 'Помощь' }]);
    await platform.setMenu(people.anna, [{ name: 'help', words: 'Помощь' }]);

    const updates = exchanges.flatMap(([method, , { result }]) =>
      method === 'getUpdates' && Array.isArray(result) ? (result as Record<string, unknown>[]) : [],
    );
    expect(updates.length).toBeGreaterThan(6);
    expect(new Set(exchanges.map(([method]) => method)).size).toBeGreaterThan(20);
    expect(exchanges.flatMap((exchange) => typeDefects(...exchange))).toEqual([]);
    expect(updates.flatMap(updateDefects)).toEqual([]);
  } finally {
    await world.close();
  }
}, 120_000);
