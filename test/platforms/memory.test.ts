import { accountRef, chatRef, dialogOf } from '../../src/domain/refs.js';
import { BOT, createMemoryPlatform, people as side } from '../../src/platforms/memory/index.js';
import { type Make, type Misfortune, platformContract, type World } from '../contracts/platform.js';

const people = {
  teacher: accountRef('memory', 101),
  anna: accountRef('memory', 201),
  boris: accountRef('memory', 202),
  stranger: accountRef('memory', 301),
  neighbour: accountRef('memory', 'quiz'),
};
const places = {
  parents: chatRef('memory', 1),
  pupils: chatRef('memory', 2),
  bare: chatRef('memory', 3),
  foreign: chatRef('memory', 4),
};

const make: Make = async () => {
  const platform = createMemoryPlatform();
  const { world } = platform;
  const { teacher, anna, boris } = people;
  const everybody = [teacher, anna, boris];
  world.chat({ id: 1, title: '5А – родители', members: [...everybody, BOT], admins: [teacher, BOT] });
  world.chat({ id: 2, title: '5А – ученики', members: [...everybody, BOT], admins: [teacher, BOT] });
  world.chat({ id: 3, title: '5А – тихий', members: [...everybody, BOT], admins: [teacher] });
  world.chat({ id: 4, title: '5А – чужой', members: everybody, admins: [teacher] });
  world.dialogs.add(anna);

  const befall = (what: Misfortune): void => {
    switch (what) {
      case 'call':
      case 'download':
        platform.storm(1);
        break;
      case 'token':
        platform.lock(true);
        break;
      case 'twice':
        platform.repeatNext();
        break;
      case 'listening':
      case 'history':
      case 'key':
      case 'everything':
      case 'garbled':
      case 'news':
        throw new Error(`the memory platform knows no such misfortune: ${what}`);
    }
  };

  return {
    platform,
    people,
    places,
    again: () => platform,
    write: (who, place, text) => side.post(world, who, place, text),
    rewrite: (who, message, text) => side.edit(world, who, message, text),
    erase: (_, message) => world.rewrite(message, { deleted: true, text: '' }),
    press: (who, message) => void side.press(world, who, message, { row: 0, column: 0 }),
    share: (who, place, text, { name, contents, photo }) =>
      side.post(world, who, place, text, { attachments: [photo ? world.photo(contents) : world.file(name, contents)] }),
    come: (who, _, parameter, text) => void side.post(world, who, dialogOf(who), text, { openedWith: parameter }),
    follow: (who, link) => side.follow(world, who, link),
    add: (by, who, chat) => side.join(world, who, chat, by),
    admit: (by, who, chat) => side.joinByRequest(world, who, chat, by),
    join: (who, chat) => side.join(world, who, chat),
    leave: (who, chat) => side.leave(world, who, chat),
    allow: (who, open) => side.allow(world, who, open),
    visible: (place) => world.visible(place).filter((text) => text !== ''),
    enclosed: (message) =>
      (world.message(message)?.files ?? []).map(({ name, kind, base64 }) => ({
        name,
        kind,
        contents: Buffer.from(base64, 'base64'),
      })),
    members: (chat) => world.chats.get(chat)?.members ?? [],
    pinned: (chat) => world.chats.get(chat)?.pinned,
    answered: (message) => world.message(message)?.replyTo?.id,
    shown: (who) =>
      [...world.presses.values()].flatMap(({ account, answered }) => (account === who && answered ? [answered] : [])),
    befall,
    close: async () => {},
  } satisfies World;
};

platformContract('memory', make, [
  {
    reason: 'it is its own messenger: there is no wire on which something could be lost or garbled',
    promises: [
      'loses nothing beside an event it cannot read',
      'goes on after an outage where it was',
      'loses nothing and doubles nothing when the messenger loses its history',
      'loses nothing and doubles nothing when the messenger loses its key',
      'loses nothing and doubles nothing when the messenger loses its everything',
      'says which messages cannot be had any more',
      'finds again what it was fetching when it died',
    ],
  },
]);

it('dialogs of the memory platform are open to those who write first', async () => {
  const { world } = createMemoryPlatform();
  expect(world.dialogs.has(people.boris)).toBe(false);

  side.post(world, people.boris, dialogOf(people.boris), 'Здравствуйте');

  expect(world.dialogs.has(people.boris)).toBe(true);
});
