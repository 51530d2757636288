import { killBroadcast } from './broadcast.js';

describe('a broadcast reaches everybody once, and the list agrees with the messenger', () => {
  it(
    'of 400 dialogs and 12 chats, though the bot is killed twice',
    () => killBroadcast({ parents: 400, chats: 12 }, 2, 7),
    180_000,
  );

  it(
    'of 5,000 dialogs and 120 chats, though the bot is killed 50 times',
    () => killBroadcast({ parents: 5_000, chats: 120 }, 50, 11),
    900_000,
  );
});
