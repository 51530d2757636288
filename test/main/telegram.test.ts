import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { readConfig } from '../../src/config.js';
import type { Person } from '../../src/domain/person.js';
import { chatRef } from '../../src/domain/refs.js';
import { DAY } from '../../src/domain/time.js';
import { stack } from '../../src/main/stack.js';
import { startBot } from '../../src/main.js';
import { listenTelegram } from '../../src/sandbox/telegram/index.js';
import * as side from '../../src/sandbox/telegram/people.js';
import type { Definition } from '../../src/sandbox/telegram/state.js';
import { freshSchool, redisUrl } from '../world/redis.js';
import { until } from '../world/until.js';

const ADMINISTRATOR = 101;
const PARENT = 201;
const FOUL = 'да пошло оно всё на хуй';
const TOKEN = '123456:token-of-a-fictional-school';

const definition: Definition = {
  bot: { id: 123_456, token: TOKEN, username: 'dezhurny_bot', title: 'Дежурный' },
  people: [
    { id: ADMINISTRATOR, name: 'Ключева Мария', about: 'администратор' },
    { id: PARENT, name: 'Петров Денис', about: 'родитель' },
  ],
  chats: [{ title: '5А – родители', type: 'group', owner: ADMINISTRATOR, members: [PARENT], bot: { admin: true } }],
};
const administrator: Person = {
  id: 'a01',
  role: 'administrator',
  surname: 'Ключева',
  name: 'Мария',
  patronymic: 'Петровна',
  classes: [],
  subject: '',
  children: [],
  basis: '',
};

const built = stack();
afterEach(() => built.unwind());

/** The whole program beside a Telegram of its own. */
const openSchool = async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'dz-telegram-'));
  built.push(() => rm(dataDir, { recursive: true, force: true }));
  const sandbox = await listenTelegram({ definition });
  built.push(() => sandbox.close());
  const config = readConfig({
    ...{ DATA_DIR: dataDir, TELEGRAM_TOKEN: TOKEN, TELEGRAM_API_URL: sandbox.apiUrl, MODE: 'act' },
    ...{ HTTP_PORT: '0', REDIS_URL: redisUrl(), SCHOOL: freshSchool() },
    ENCRYPTION_KEY: randomBytes(32).toString('base64'),
  });
  const bot = await startBot(config, { log: pino({ level: 'silent' }) });
  built.push(() => bot.stop());
  const { world } = sandbox.telegram;
  return {
    world,
    bot,
    stores: bot.open.stores,
    reads: (place: number) =>
      world.messagesOf(place).flatMap(({ deleted, raw, text }) => (deleted || raw ? [] : [text])),
  };
};

it('keeps order in Telegram, also when a group becomes a supergroup', async () => {
  const { world, bot, stores, reads } = await openSchool();
  const [group] = Object.values(world.state.chats);
  if (group === undefined) throw new Error('no chat');
  await stores.people.put([administrator]);
  const code = bot.open.vault.code('a01', 1);
  await stores.codes.issue([{ code, person: 'a01', issue: 1, until: Date.now() + DAY }]);

  side.start(world, ADMINISTRATOR, code);
  await until('the administrator is known', async () => (await stores.people.accountsOf('a01')).length === 1);
  side.write(world, ADMINISTRATOR, group.id, { text: '/чат родители 5А' });
  await until('the chat is registered', async () => (await stores.chats.all()).length === 1);
  side.write(world, PARENT, group.id, { text: FOUL });
  await until('the foul message is gone', () => !reads(group.id).includes(FOUL));
  await until('and why is said, with the clause', () => reads(group.id).some((text) => /п\.\s*\d/.test(text)));

  await until('menus hang', () => Object.keys(world.state.menus).includes('{"type":"all_chat_administrators"}'));

  const { id } = side.makeSupergroup(world, ADMINISTRATOR, group.id);
  await until('it is registered under its new name', async () => {
    const [chat] = await stores.chats.all();
    return chat?.ref === chatRef('telegram', id);
  });
  side.write(world, PARENT, id, { text: FOUL });
  await until('order is kept there', () => !reads(id).includes(FOUL));

  expect((await stores.chats.all()).map(({ ref, class: of }) => [ref, of])).toEqual([[chatRef('telegram', id), '5А']]);
  expect(await (await fetch(`${bot.url}/health/ready`)).json()).toEqual({ ready: true });
}, 60_000);
