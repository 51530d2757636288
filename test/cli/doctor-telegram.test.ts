import { chatRef } from '../../src/domain/refs.js';
import { listenTelegram, type RunningTelegram } from '../../src/sandbox/telegram/index.js';
import type { Definition } from '../../src/sandbox/telegram/state.js';
import { inSchool, type School } from './world.js';

const TOKEN = '700021:token-of-a-fictional-school';

/** Everybody here is fictional. */
const definition: Definition = {
  bot: { id: 700_021, token: TOKEN, username: 'dezhurny_bot', title: 'Дежурный' },
  people: [{ id: 101, name: 'Ключева Мария Петровна', about: 'классный руководитель, 5А' }],
  chats: [
    { title: '5А родители', owner: 101, members: [], bot: { admin: true } },
    { title: 'Поход', owner: 101, members: [], bot: {} },
  ],
};
const [PARENTS, HIKE] = [1, 2].map((n) => chatRef('telegram', -1_001_000_000_000 - n));

const withTelegram = (words: string, story: (school: School, telegram: RunningTelegram) => Promise<void>) =>
  inSchool(words, async (school) => {
    const telegram = await listenTelegram({ definition });
    school.with({ TELEGRAM_TOKEN: TOKEN, TELEGRAM_API_URL: telegram.apiUrl });
    try {
      await story(school, telegram);
    } finally {
      await telegram.close();
    }
  });

const register = (school: School, ref: typeof PARENTS) =>
  school.inside(async ({ stores }) => {
    if (ref === undefined) throw new Error('no chat');
    const registered = { by: 'k01', at: 0 };
    await stores.chats.put({ ref, kind: 'class_parents', class: '5А', mode: 'act', registered });
  });

describe('dezhurny doctor, with Telegram', () => {
  withTelegram('finds a good bot well', async (school) => {
    await register(school, PARENTS);

    const { code, out } = await school.run('doctor');

    expect(out.split('\n').filter((line) => !line.startsWith('✓'))).toEqual(['']);
    expect(code).toBe(0);
    expect(out).toMatch(/^✓ Telegram: ключ бота – @dezhurny_bot$/m);
    expect(out).toMatch(/^✓ Чат «5А – родители» – бот – администратор$/m);
  });

  withTelegram('says what is wrong with a chat, and with a token', async (school, { telegram }) => {
    await register(school, HIKE);
    const chat = await school.run('doctor');
    telegram.world.state.bot.token = '700021:another-one';
    const token = await school.run('doctor');

    expect([chat.code, token.code]).toEqual([1, 1]);
    expect(chat.out).toMatch(/^✗ Чат «5А – родители» – .* Что сделать: Откройте в группе «Администраторы»/m);
    expect(token.out).toMatch(/^✗ Telegram: ключ бота – .*401.* Что сделать: Откройте в Telegram @BotFather/m);
  });

  withTelegram('asks for the address that Telegram is to push to', async (school) => {
    await register(school, PARENTS);
    school.with({ TELEGRAM_TRANSPORT: 'webhook', TELEGRAM_WEBHOOK_SECRET: 'a-secret-of-nobody' });

    expect((await school.run('doctor')).out).toMatch(/^✗ Telegram: адрес, на который приходят события/m);
  });
});
