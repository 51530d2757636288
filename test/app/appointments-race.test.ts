import { setImmediate } from 'node:timers/promises';
import { commands } from '../../commands/index.js';
import { createDecide } from '../../src/app/decide-update.js';
import { createHandler } from '../../src/app/handle-update.js';
import { jobs } from '../../src/app/jobs/index.js';
import { createSay } from '../../src/app/say.js';
import { createDocuments } from '../../src/documents/index.js';
import type { Change } from '../../src/domain/change.js';
import type { Person } from '../../src/domain/person.js';
import { keep } from '../../src/domain/records.js';
import { accountRef, chatRef, dialogOf } from '../../src/domain/refs.js';
import { text } from '../../src/domain/text.js';
import { DAY, HOUR } from '../../src/domain/time.js';
import { createMemoryPlatform } from '../../src/platforms/memory/index.js';
import type { Stores } from '../../src/ports/stores.js';
import type { Vault } from '../../src/ports/vault.js';
import { createMemoryStores } from '../../src/storage/memory/stores.js';
import { redisStores } from '../../src/storage/redis/index.js';
import { createVault } from '../../src/storage/vault.js';
import { silence } from '../scenarios/engine.js';
import { shipped } from '../world/policy.js';
import { freshShelf } from '../world/redis.js';

const TAKERS = 200;
const NOW = Date.UTC(2026, 8, 23, 9);
const SLOT = NOW + 5 * DAY;
const ZONE = 'Europe/Moscow';
const say = createSay('ru');

const person = (id: string, over: Partial<Person>): Person => ({
  ...{ id, role: 'student', surname: `Фамилия ${id}`, name: 'Имя', patronymic: '', classes: [], subject: '' },
  ...{ children: [], basis: '' },
  ...over,
});
const numbers = Array.from({ length: TAKERS }, (_, at) => at);
const people: readonly Person[] = [
  person('k01', { role: 'class-teacher', classes: ['5А'] }),
  ...numbers.map((at) => person(`s${at}`, { classes: ['5А'] })),
  ...numbers.map((at) => person(`p${at}`, { role: 'parent', children: [`s${at}`] })),
];
const accountOf = (at: number) => accountRef('memory', `of-p${at}`);

const school = async (stores: Stores, vault: Vault) => {
  const { policy, ...beginning } = await shipped('school-21');
  await stores.people.put(people);
  const board = {
    ...{ state: 'open' as const, class: '5А', organiser: 'k01', created: NOW, lasts: 15 },
    chats: [chatRef('memory', 1)],
    slots: [{ at: SLOT }],
    waiting: [],
  };
  const asked = numbers.map((at): Change => {
    const data = { step: 'slot', board: 'board', child: `s${at}`, times: [SLOT] };
    const options = [{ id: '0', label: text('button-appointment-open') }];
    const question = { asks: 'собрание', data, options, free: false, whom: `p${at}`, until: NOW + DAY };
    return keep('question', `q${at}`, question, undefined);
  });
  const links = numbers.map((at): Change => ({ put: 'link', account: accountOf(at), person: `p${at}`, at: NOW }));
  const changes = [keep('appointments', 'board', board, undefined), ...asked, ...links];
  const entry = { id: 'n:begun', at: NOW, kind: 'note', detail: 'begun' } as const;
  await stores.ledger.settle({ key: 'begun', entry, changes, rows: [], chain: 'cli' });
  const decide = createDecide({
    ...{ stores, policy, ...beginning, commands, jobs, defaultMode: 'act', zone: ZONE, self: () => false, say },
    documents: createDocuments({ say, locale: 'ru', timeZone: ZONE }),
    code: vault.code,
    nameOf: (words) => vault.pseudonym('r', words),
    messenger: () => createMemoryPlatform({ now: () => NOW }),
  });
  return createHandler({
    ...{ decide, ledger: stores.ledger, wakeUps: { wake: async () => {} }, vault, say, watch: silence },
    clock: { now: () => NOW },
    pause: () => setImmediate(),
    chainOf: () => 'intake-0',
  });
};

const race = async (stores: Stores, vault: Vault): Promise<void> => {
  const handle = await school(stores, vault);
  await Promise.all(
    numbers.map((at) => {
      const account = accountOf(at);
      const id = `press-${at}`;
      const payload = { q: `q${at}`, o: '0' };
      const update = {
        kind: 'pressed',
        id,
        key: id,
        at: NOW,
        place: dialogOf(account),
        account,
        press: id,
        payload,
      } as const;
      return handle({ update, received: NOW });
    }),
  );
  const board = (await stores.records.get('appointments', 'board'))?.value;
  const winner = board?.slots[0]?.taken;
  expect(winner?.person.slice(1)).toBe(winner?.child.slice(1));
  expect(board?.slots).toHaveLength(1);
  expect(await stores.timers.due(SLOT, 10)).toEqual([
    expect.objectContaining({ job: 'appointment-remind', at: SLOT - HOUR }),
  ]);
  const asked = await stores.records.all('question');
  // Everybody else was shown what is left.
  const again = asked.filter(({ id, value }) => !id.startsWith('q') && value.asks === 'собрание');
  expect(again).toHaveLength(TAKERS - 1);
  expect(asked.filter(({ id, value }) => id.startsWith('q') && value.answered !== undefined)).toHaveLength(TAKERS);
  expect((await stores.journal.verify()).broken).toEqual([]);
};

describe('two hundred families want one time at once', () => {
  it('one has it, the others are told: in memory', async () => {
    const vault = createVault(Buffer.alloc(32, 9));
    await race(createMemoryStores(vault), vault);
  }, 60_000);

  it('one has it, the others are told: in Redis', async () => {
    const shelf = await freshShelf();
    await race(redisStores(shelf), shelf.vault);
    shelf.redis.destroy();
  }, 60_000);
});
