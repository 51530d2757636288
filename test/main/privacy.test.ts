import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { confirmAhead } from '../../src/app/people-role.js';
import { readConfig } from '../../src/config.js';
import { printCode } from '../../src/domain/code.js';
import { chatRef } from '../../src/domain/refs.js';
import { DAY } from '../../src/domain/time.js';
import { stack } from '../../src/main/stack.js';
import { startBot } from '../../src/main.js';
import { listenSandbox } from '../../src/sandbox/listen.js';
import type { Definition } from '../../src/sandbox/vk/state.js';
import { keysOf } from '../../src/storage/redis/keys.js';
import { connect, freshSchool, redisUrl } from '../world/redis.js';
import { until } from '../world/until.js';
import { dump } from './dump.js';

const TOKEN = 'vk1.a.privacy-test-token';
const PARENT = 700_123_456;
const TEACHER = 700_654_321;
const CHAT = 2_000_000_001;

/** Invented people. */
const definition: Definition = {
  community: { id: 777_321_000, token: TOKEN, title: 'Школа (вымышленная)' },
  people: [
    { id: TEACHER, name: 'Учителева Аглая Фроловна', about: 'классный руководитель' },
    { id: PARENT, name: 'Родителев Прохор Кузьмич', about: 'родитель' },
  ],
  chats: [{ title: 'Ромашка', owner: TEACHER, members: [PARENT], bot: { fullAccess: true, admin: true } }],
};
const person = { classes: ['5А'], subject: 'литература', children: [], basis: 'приказ 77' };
const roster = [
  { id: 'k77', role: 'class-teacher', surname: 'Учителева', name: 'Аглая', patronymic: 'Фроловна', ...person },
  { id: 'p77', role: 'parent', surname: 'Родителев', name: 'Прохор', patronymic: 'Кузьмич', ...person },
] as const;

const FOUL = 'Охуели совсем с этим кактусом';
const CLEAN = 'Принесите завтра баклажаны';
const SECRETS = [
  ...['Охуели', 'кактус', 'баклажан', 'Чепуха'],
  ...['Учителев', 'Аглая', 'Фроловн', 'Родителев', 'Прохор', 'Кузьмич', 'Ромашка', 'литература'],
  ...[PARENT, TEACHER, CHAT, definition.community.id].map(String),
  ...[TOKEN, 'privacy-test-token'],
];

/** What of these words stands in these lines, also as JSON or a URL would write it. */
const leaks = (lines: readonly string[], secrets: readonly string[]): readonly string[] => {
  const escaped = (word: string) =>
    JSON.stringify(word)
      .replace(/[\u0080-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .slice(1, -1);
  return secrets.filter((word) =>
    [word, escaped(word), encodeURIComponent(word), Buffer.from(word).toString('base64').replace(/=+$/, '')].some(
      (form) => lines.some((line) => line.toLowerCase().includes(form.toLowerCase())),
    ),
  );
};

const built = stack();
afterEach(() => built.unwind());

it('neither Redis nor the log ever holds a word, a name, a messenger’s number or a token', async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'dz-privacy-'));
  built.push(() => rm(dataDir, { recursive: true, force: true }));
  const sandbox = await listenSandbox({ definition, now: Date.now });
  built.push(() => sandbox.close());
  const logged: string[] = [];
  const sink = new Writable({
    write: (line, _, done) => {
      logged.push(String(line));
      done();
    },
  });
  const school = freshSchool();
  const config = readConfig({
    ...{ DATA_DIR: dataDir, VK_TOKEN: TOKEN, VK_API_URL: sandbox.apiUrl, MODE: 'act', HTTP_PORT: '0' },
    ...{
      REDIS_URL: redisUrl(),
      SCHOOL: school,
      ENCRYPTION_KEY: randomBytes(32).toString('base64'),
      LOG_LEVEL: 'trace',
    },
  });
  const redis = await connect();
  built.push(() => redis.destroy());
  const { dailyKeys } = keysOf(school);
  await redis.hSet(dailyKeys, '2026-01-01', 'a key that should have been destroyed long ago');
  const bot = await startBot(config, { log: pino({ level: 'trace' }, sink) });
  built.push(() => bot.stop());
  const { stores, vault } = bot.open;

  // Whatever lies in Redis between two moments, not only at the end.
  const seen = new Set<string>();
  let looking = true;
  built.push(() => {
    looking = false;
  });
  const look = (async () => {
    while (looking) for (const line of await dump(redis, school)) seen.add(line);
  })();

  const type = async (as: number, peer: number, text: string) =>
    fetch(`${sandbox.url}/play/do`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ as, do: 'send', peer, text }),
    });
  const { world } = sandbox.vk;
  const visible = (peer: number) =>
    (world.state.messages[String(peer)] ?? []).flatMap(({ deleted, text }) => (deleted ? [] : [text]));
  const says = (peer: number, words: string) =>
    until(`«${words}» is read`, () => visible(peer).some((text) => text.includes(words)));

  await stores.people.put(roster);
  const code = async (id: string): Promise<string> => {
    const made = vault.code(id, 1);
    await stores.codes.issue([{ code: made, person: id, issue: 1, until: Date.now() + DAY }]);
    return printCode(made);
  };
  const codes = [await code('k77'), await code('p77')] as const;
  await confirmAhead(stores, 'k77', 1, Date.now());
  const bots = -definition.community.id;

  await type(TEACHER, bots, `/код ${codes[0]}`);
  await says(TEACHER, 'Аглая Фроловна');
  await type(TEACHER, CHAT, '/чат родители 5А');
  await until('the chat is registered', async () => (await stores.chats.find(chatRef('vk', CHAT))) !== undefined);
  await type(PARENT, CHAT, CLEAN);
  // The messenger fails in every way while there is something to do.
  sandbox.vk.faults.add({ kind: 'call', method: '*', answer: 'html-502', times: 2 });
  sandbox.vk.faults.add({ kind: 'call', method: 'messages.delete', answer: 10, times: 1 });
  sandbox.vk.faults.add({ kind: 'payload', times: 1 });
  await type(PARENT, CHAT, FOUL);
  await until('it is gone', () => !visible(CHAT).some((text) => text.includes('кактус')));
  await type(PARENT, bots, `/код ${codes[1]}`);
  await says(PARENT, 'Прохор Кузьмич');
  await type(PARENT, bots, '/я');
  await says(PARENT, 'Родителев Прохор');
  await type(PARENT, bots, '/Чепуха кактус');
  await says(PARENT, 'Такой команды я не знаю');
  await until('the outbox is empty', async () => (await stores.ledger.nextDue()) === undefined);

  await until('the old key is gone', async () => (await redis.hExists(dailyKeys, '2026-01-01')) === 0);

  looking = false;
  await look;
  for (const line of await dump(redis, school)) seen.add(line);

  await bot.stop();

  const secrets = [...SECRETS, ...codes, ...codes.map((printed) => printed.replace('-', ''))];
  expect([...seen].some((line) => line.includes(':outbox:rows'))).toBe(true);
  expect([...seen].some((line) => /:queue:intake-\d:m_/.test(line))).toBe(true);
  expect(leaks([...seen], secrets)).toEqual([]);
  expect(logged.length).toBeGreaterThan(5);
  expect(logged.some((line) => line.includes('weather'))).toBe(true);
  expect(leaks(logged, secrets)).toEqual([]);
}, 60_000);
