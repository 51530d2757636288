import { chatMoved } from '../../src/app/chat-moved.js';
import type { Change } from '../../src/domain/change.js';
import type { Chat } from '../../src/domain/chat.js';
import { keep } from '../../src/domain/records.js';
import { chatRef } from '../../src/domain/refs.js';
import { createMemoryStores } from '../../src/storage/memory/stores.js';
import { createVault } from '../../src/storage/vault.js';

const [OLD, OLDER, NEW] = [chatRef('telegram', -5), chatRef('telegram', -56), chatRef('telegram', -1_001)];
const NOW = 1_000;

const registered: Chat = {
  ref: OLD,
  kind: 'class_parents',
  class: '5А',
  mode: 'act',
  registered: { by: 'k01', at: 0 },
};
const greeting = { locked: 5 };
const membership = {
  chat: OLD,
  account: 'telegram:account:7',
  finding: 'alien',
  since: 1,
  muted: true,
  told: true,
} as const;
const waits = { key: `greet:${OLD}`, at: 9_000, job: 'greet', data: { chat: OLD } };
const elsewhere = { key: `greet:${OLDER}`, at: 9_000, job: 'greet', data: { chat: OLDER } };

const open = async (...changes: readonly Change[]) => {
  const stores = createMemoryStores(createVault(Buffer.alloc(32, 9)));
  let count = 0;
  const settle = (settled: readonly Change[]) => {
    count += 1;
    const entry = { id: `n:${count}`, at: NOW, kind: 'note', detail: 'test' } as const;
    return stores.ledger.settle({ key: `${count}`, entry, changes: settled, rows: [], chain: 'test' });
  };
  await settle([{ put: 'chat', chat: registered }, { put: 'timer', timer: waits }, ...changes]);
  const move = async () => settle(await chatMoved({ from: OLD, chat: NEW, at: NOW }, stores));
  return { stores, move };
};

describe('a chat that goes on under another name', () => {
  it('takes along its registration, what is kept of it and what waits for it', async () => {
    const { stores, move } = await open(
      keep('greeting', OLD, greeting, undefined),
      keep('membership', `${OLD} telegram:account:7`, membership, undefined),
    );

    expect(await move()).toBe('settled');

    expect(await stores.chats.all()).toEqual([{ ...registered, ref: NEW }]);
    expect(await stores.chats.present()).toEqual([NEW]);
    expect(await stores.records.get('greeting', OLD)).toBeUndefined();
    expect((await stores.records.get('greeting', NEW))?.value).toEqual(greeting);
    const [found] = await stores.records.all('membership');
    expect(found).toMatchObject({ id: `${NEW} telegram:account:7`, value: { chat: NEW } });
    expect(await stores.timers.find(`greet:${OLD}`)).toBeUndefined();
    expect(await stores.timers.find(`greet:${NEW}`)).toEqual({ ...waits, key: `greet:${NEW}`, data: { chat: NEW } });
  });

  it('takes along copies of an announcement that are still to come, and not the numbers of those that have', async () => {
    const sent = { place: OLD, state: 'sent', message: '17' } as const;
    const planned = { place: OLD, state: 'planned' } as const;
    const { stores, move } = await open(
      keep('recipients', '1/0', { announcement: '1', lines: { [OLD]: sent } }, undefined),
      keep('recipients', '2/0', { announcement: '2', lines: { [OLD]: planned } }, undefined),
    );

    await move();

    expect((await stores.records.get('recipients', '1/0'))?.value.lines).toEqual({ [OLD]: sent });
    expect((await stores.records.get('recipients', '2/0'))?.value.lines).toEqual({ [OLD]: { ...planned, place: NEW } });
  });

  it('leaves alone a chat whose name only begins like it', async () => {
    const { stores, move } = await open(
      { put: 'timer', timer: elsewhere },
      keep('greeting', OLDER, greeting, undefined),
    );

    await move();

    expect(await stores.timers.find(elsewhere.key)).toEqual(elsewhere);
    expect((await stores.records.get('greeting', OLDER))?.value).toEqual(greeting);
  });

  it('keeps what the old name knew before what the new one has gathered meanwhile', async () => {
    const { stores, move } = await open(
      keep('greeting', OLD, greeting, undefined),
      keep('greeting', NEW, { locked: 900 }, undefined),
    );

    expect(await move()).toBe('settled');
    expect((await stores.records.get('greeting', NEW))?.value).toEqual(greeting);
  });

  it('may be told of again', async () => {
    const { stores, move } = await open(keep('greeting', OLD, greeting, undefined));
    await move();

    expect(await move()).toBe('settled');
    expect(await stores.chats.all()).toEqual([{ ...registered, ref: NEW }]);
    expect((await stores.records.get('greeting', NEW))?.value).toEqual(greeting);
  });
});
