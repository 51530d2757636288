import { createServer } from 'node:net';
import { TelegramServer } from 'telegram-test-api/lib/telegramServer.js';
import { chatRef } from '../../../src/domain/refs.js';
import { createTelegram } from '../../../src/platforms/telegram/index.js';
import { memoryPace } from '../../../src/storage/memory/pace.js';
import { heard, listen, messageOf, perform } from '../../contracts/platform/harness.js';
import { memoryCursors, TOKEN } from './world.js';

const CHAT = -1_001_000_000_777;

/** A port that was free a moment ago: that server takes no zero. */
const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

/**
 * A server of other people's making, which knows a few methods only. It answers `getUpdates` at once and gives times in
 * milliseconds; what it cannot do is tried against our own.
 */
it('hears, deletes and answers against a Telegram that is not ours', async () => {
  const server = new TelegramServer({ port: await freePort(), host: '127.0.0.1' });
  await server.start();
  const telegram = createTelegram({
    token: TOKEN,
    apiUrl: server.config.apiURL,
    transport: 'polling',
    cursors: memoryCursors(),
    pace: memoryPace({ limit: 1_000 }),
    say: ({ key }) => key,
  });
  const client = server.getClient(TOKEN, { chatId: CHAT, userId: 201, type: 'supergroup' });
  try {
    const ear = listen(telegram);
    const waiting = ear.until(heard('плохое'));
    await client.sendMessage(client.makeMessage('плохое'));
    const [update] = (await waiting).filter(({ kind }) => kind === 'message');
    await ear.stop();
    if (update?.kind !== 'message') throw new Error('nothing was heard');
    expect(update.message).toMatchObject({ author: 'telegram:account:201', ref: { place: chatRef('telegram', CHAT) } });

    const answers = await perform(telegram, [
      { do: 'delete', message: update.message.ref },
      { do: 'send', to: chatRef('telegram', CHAT), text: 'Сообщение удалено' },
    ]);

    expect(answers[0]).toEqual({ is: 'done' });
    expect(messageOf(answers[1]).id).toMatch(/^\d+$/);
    expect(server.storage.userMessages).toEqual([]);
    const { result } = await client.getUpdates();
    expect(result).toMatchObject([{ message: { text: 'Сообщение удалено' } }]);
  } finally {
    telegram.close();
    await server.stop();
  }
}, 30_000);
