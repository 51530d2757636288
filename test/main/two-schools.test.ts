import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { readConfig } from '../../src/config.js';
import { printCode } from '../../src/domain/code.js';
import type { Person } from '../../src/domain/person.js';
import { chatRef } from '../../src/domain/refs.js';
import { DAY, HOUR } from '../../src/domain/time.js';
import { stack } from '../../src/main/stack.js';
import { startBot } from '../../src/main.js';
import { listenSandbox } from '../../src/sandbox/listen.js';
import type { Definition } from '../../src/sandbox/vk/state.js';
import { connect, freshSchool, redisUrl } from '../world/redis.js';
import { until } from '../world/until.js';

const TEACHER = 101;
const PARENT = 201;
const CHAT = 2_000_000_001;
const FOUL = 'да пошло оно всё на хуй';

/** Both schools have the same numbers for everything: only the name of the school tells them apart. */
const definition: Definition = {
  community: { id: 123, token: 'vk1.a.two-schools', title: 'Школа (вымышленная)' },
  people: [
    { id: TEACHER, name: 'Ключева Мария', about: 'классный руководитель' },
    { id: PARENT, name: 'Петров Денис', about: 'родитель' },
  ],
  chats: [{ title: '5А – родители', owner: TEACHER, members: [PARENT], bot: { fullAccess: true, admin: true } }],
};
const teacher: Person = {
  id: 'k01',
  role: 'class-teacher',
  surname: 'Ключева',
  name: 'Мария',
  patronymic: 'Петровна',
  classes: ['5А'],
  subject: '',
  children: [],
  basis: '',
};

const built = stack();
afterEach(() => built.unwind());

const openSchool = async (key: string) => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'dz-two-'));
  built.push(() => rm(dataDir, { recursive: true, force: true }));
  const sandbox = await listenSandbox({ definition, now: Date.now });
  built.push(() => sandbox.close());
  const name = freshSchool();
  const config = readConfig({
    ...{ DATA_DIR: dataDir, VK_TOKEN: definition.community.token, VK_API_URL: sandbox.apiUrl, MODE: 'act' },
    ...{ HTTP_PORT: '0', REDIS_URL: redisUrl(), SCHOOL: name, ENCRYPTION_KEY: key },
  });
  const bot = await startBot(config, { log: pino({ level: 'silent' }) });
  built.push(() => bot.stop());
  const { world } = sandbox.vk;
  return {
    name,
    stores: bot.open.stores,
    vault: bot.open.vault,
    writes: async (as: number, peer: number, text: string): Promise<void> => {
      await fetch(`${sandbox.url}/play/do`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ as, do: 'send', peer, text }),
      });
    },
    reads: (peer: number) =>
      (world.state.messages[String(peer)] ?? []).flatMap(({ deleted, text }) => (deleted ? [] : [text])),
  };
};

it('two schools on one Redis do not see each other, even under one key and with the same numbers', async () => {
  const key = randomBytes(32).toString('base64');
  const [first, second] = [await openSchool(key), await openSchool(key)];
  await first.stores.people.put([teacher]);
  await first.stores.chats.put({
    ...{ ref: chatRef('vk', CHAT), kind: 'class_parents', class: '5А', mode: 'act' },
    registered: { by: 'k01', at: Date.now() },
  });
  const code = first.vault.code('k01', 1);
  await first.stores.codes.issue([{ code, person: 'k01', issue: 1, until: Date.now() + DAY }]);
  const waits = { key: 'waits', at: Date.now() + HOUR, job: 'forget-questions', data: {} };
  const entry = { id: 'n:waits', at: Date.now(), kind: 'note', detail: 'test' } as const;
  await first.stores.ledger.settle({
    ...{ key: 'waits', entry, rows: [], chain: 'cli' },
    changes: [{ put: 'timer', timer: waits }],
  });

  await second.writes(TEACHER, -definition.community.id, `/код ${printCode(code)}`);
  await until('the other school does not know the code', () => second.reads(TEACHER).length >= 2);
  await second.writes(PARENT, CHAT, FOUL);
  await first.writes(PARENT, CHAT, FOUL);
  await until('the first school keeps order', () => !first.reads(CHAT).includes(FOUL));
  await until('the other one has looked', async () => {
    for await (const { entry: one } of second.stores.journal.read({}))
      if (one.kind === 'verdict' && one.because === 'unregistered') return true;
    return false;
  });

  expect(second.reads(CHAT)).toContain(FOUL);
  expect(await second.stores.people.all()).toEqual([]);
  expect(await second.stores.chats.all()).toEqual([]);
  expect(await second.stores.timers.find('waits')).toBeUndefined();
  expect(await first.stores.codes.whose(code, Date.now())).toBe('k01');

  const redis = await connect();
  built.push(() => redis.destroy());
  const mine = (name: string) => redis.keys(`dz:{${name}}:*`);
  const [own, others] = [await mine(first.name), await mine(second.name)];
  expect(own.length).toBeGreaterThan(10);
  expect(others.length).toBeGreaterThan(10);
  expect(own.filter((name) => others.includes(name))).toEqual([]);
}, 60_000);
