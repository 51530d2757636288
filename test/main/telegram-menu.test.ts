import { commands } from '../../commands/index.js';
import { createSay } from '../../src/app/say.js';
import type { Person } from '../../src/domain/person.js';
import { accountRef } from '../../src/domain/refs.js';
import { createMenus } from '../../src/main/telegram-menu.js';
import type { MenuItem, MenuScope } from '../../src/platforms/telegram/index.js';
import { Refused } from '../../src/ports/platform.js';
import { inProject } from '../../src/project-root.js';
import { createMemoryStores } from '../../src/storage/memory/stores.js';
import { loadPolicy } from '../../src/storage/policy.js';
import { createVault } from '../../src/storage/vault.js';

const [ADMINISTRATOR, PARENT] = [accountRef('telegram', 1), accountRef('telegram', 2)];
const nobody = { surname: 'Ключева', name: 'Мария', patronymic: 'Петровна', classes: [], subject: '', basis: '' };
const people: readonly Person[] = [
  { ...nobody, id: 'a01', role: 'administrator', children: [] },
  { ...nobody, id: 'p01', role: 'parent', children: [] },
];

const open = async () => {
  const stores = createMemoryStores(createVault(Buffer.alloc(32, 9)));
  await stores.people.put(people);
  const at = Date.now();
  const entry = { id: 'n:links', at, kind: 'note', detail: 'test' } as const;
  await stores.ledger.settle({
    ...{ key: 'links', entry, rows: [], chain: 'test' },
    changes: [
      { put: 'link', account: ADMINISTRATOR, person: 'a01', at },
      { put: 'link', account: PARENT, person: 'p01', at },
    ],
  });
  const defects: string[] = [];
  const say = createSay('ru', (defect) => defects.push(defect));
  return { stores, say, defects, policy: await loadPolicy(inProject('policies/school-21'), 'Europe/Moscow') };
};

it('menus of Telegram hold what each may do, in Latin names with Russian words, and hang once', async () => {
  const school = await open();
  const hung: (readonly [MenuScope, readonly MenuItem[]])[] = [];
  const hang = createMenus({ setMenu: async (...menu) => void hung.push(menu) }, school, commands);

  await hang();
  const namesIn = (scope: MenuScope) => hung.find(([one]) => one === scope)?.[1].map(({ name }) => name) ?? [];

  expect(namesIn('dialogs')).toEqual(expect.arrayContaining(['help', 'code', 'regulation']));
  expect(namesIn('dialogs')).not.toContain('roster');
  expect(namesIn(ADMINISTRATOR)).toEqual(expect.arrayContaining(['help', 'roster', 'setup']));
  expect(namesIn(PARENT)).toEqual([]);
  expect(namesIn('chat-administrators')).toContain('chat');
  for (const { name, words } of hung.flatMap(([, items]) => items)) {
    expect(name).toMatch(/^[a-z0-9_]{1,32}$/);
    expect(words).toMatch(/^[А-ЯЁ]/);
  }
  expect(school.defects).toEqual([]);

  const first = hung.length;
  await hang();
  expect(hung).toHaveLength(first);
});

it('somebody who has left the bot keeps nobody from the menus', async () => {
  const school = await open();
  const scopes: MenuScope[] = [];
  const setMenu = async (scope: MenuScope) => {
    scopes.push(scope);
    if (scope === 'dialogs') throw new Refused('not-allowed-to-write', '403', 'telegram setMyCommands: 403');
  };

  await createMenus({ setMenu }, school, commands)();

  expect(scopes).toContain(ADMINISTRATOR);
});
