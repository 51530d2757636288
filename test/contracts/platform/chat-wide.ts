import type { Worded } from '../../../src/domain/action.js';
import type { ChatRef } from '../../../src/domain/refs.js';
import { type Promising, perform, type World } from './harness.js';

const DONE = { is: 'done' };
const NO_RIGHT = { is: 'refused', why: 'no-right' };

const one = async ({ platform }: World, action: Worded) => (await perform(platform, [action]))[0];

const titleOf = async ({ platform }: World, chat: ChatRef): Promise<string | undefined> =>
  (await platform.ask({ ask: 'rights', chats: [chat] })).get(chat)?.title;

/** What every platform promises about a chat as a whole. */
export const chatWide = (promise: Promising): void => {
  promise('closes a chat to all but its administrators, itself among them, and opens it again', async (world) => {
    const { people, places, write, visible } = world;
    const close: Worded = { do: 'read-only', chat: places.parents, on: true };

    expect(await one(world, close)).toEqual(DONE);
    expect(write(people.anna, places.parents, 'ещё вопрос')).toBeUndefined();
    expect(write(people.teacher, places.parents, 'до встречи')).toBeDefined();
    expect(await one(world, { do: 'send', to: places.parents, text: 'Чат закрыт' })).toMatchObject(DONE);
    expect(visible(places.parents)).toEqual(['до встречи', 'Чат закрыт']);

    expect(await one(world, close)).toEqual(DONE);
    expect(await one(world, { do: 'read-only', chat: places.parents, on: false })).toEqual(DONE);
    expect(write(people.anna, places.parents, 'спасибо')).toBeDefined();
  });

  promise('says where it may not close a chat', async (world) => {
    const { bare, foreign } = world.places;

    expect(await one(world, { do: 'read-only', chat: bare, on: true })).toMatchObject(NO_RIGHT);
    expect(await one(world, { do: 'read-only', chat: foreign, on: true })).toMatchObject({ is: 'refused' });
  });

  promise('ends the link of a chat, as often as it is told to', async (world) => {
    const { platform, people, places, follow, members } = world;
    const link = await platform.ask({ ask: 'invite-link', chat: places.parents, reset: false });
    const end: Worded = { do: 'end-links', chat: places.parents, links: [] };

    expect(await one(world, end)).toEqual(DONE);
    expect(await one(world, end)).toEqual(DONE);

    expect(follow(people.stranger, link)).toBe(false);
    expect(members(places.parents)).not.toContain(people.stranger);
  });

  promise('ends links for one purpose with it, those that are over too', async (world) => {
    const { platform, people, places, follow } = world;
    const link = await platform.ask({ ask: 'new-invite-link', chat: places.parents, name: 'приглашение 11' });
    const over = await platform.ask({ ask: 'new-invite-link', chat: places.parents, name: 'приглашение 12' });
    await platform.ask({ ask: 'end-invite-link', chat: places.parents, link: over });

    expect(await one(world, { do: 'end-links', chat: places.parents, links: [over, link] })).toEqual(DONE);

    expect(follow(people.stranger, link)).toBe(false);
  });

  promise('says where it may not end a link', async (world) =>
    expect(await one(world, { do: 'end-links', chat: world.places.bare, links: [] })).toMatchObject(NO_RIGHT),
  );

  promise('calls a chat by another name, as often as it is told to', async (world) => {
    const rename: Worded = { do: 'rename', chat: world.places.parents, title: '6А – родители' };

    expect(await one(world, rename)).toEqual(DONE);
    expect(await one(world, rename)).toEqual(DONE);

    expect(await titleOf(world, world.places.parents)).toBe('6А – родители');
  });

  promise('says where it may not rename', async (world) =>
    expect(await one(world, { do: 'rename', chat: world.places.bare, title: '6А' })).toMatchObject(NO_RIGHT),
  );
};
