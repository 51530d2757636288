import { withoutFamily } from '../../src/app/meetings-forget.js';
import type { AppointmentBoard } from '../../src/domain/meeting.js';
import { keep } from '../../src/domain/records.js';
import { chatRef } from '../../src/domain/refs.js';
import { createMemoryStores } from '../../src/storage/memory/stores.js';
import { createVault } from '../../src/storage/vault.js';

const board: AppointmentBoard = {
  ...{ state: 'open', class: '5А', organiser: 'k01', chats: [chatRef('memory', 1)], created: 0, lasts: 15 },
  slots: [
    { at: 1_000, taken: { child: 's02', person: 'p02' } },
    { at: 2_000, taken: { child: 's03', person: 'p03' } },
    { at: 3_000, offered: { child: 's02', until: 5_000 } },
  ],
  waiting: [
    { child: 's02', person: 'p02' },
    { child: 's01', person: 'p01' },
  ],
};

const opened = async () => {
  const stores = createMemoryStores(createVault(Buffer.alloc(32, 9)));
  const entry = { id: 'n:1', at: 0, kind: 'note', detail: 'test' } as const;
  const changes = [keep('appointments', 'board', board, undefined)];
  await stores.ledger.settle({ key: 'k1', entry, changes, rows: [], chain: 'p0' });
  return stores;
};

describe('appointments of whoever is forgotten', () => {
  it.each(['s02', 'p02'])('%s: the time is free, the place in line is gone, the others keep theirs', async (gone) => {
    const [change] = await withoutFamily(gone, await opened());
    const value = (change?.put === 'record' && change.value) as unknown as AppointmentBoard;
    expect(value.slots.map(({ taken }) => taken?.person)).toEqual([undefined, 'p03', undefined]);
    expect(value.waiting.map(({ person }) => person)).toEqual(['p01']);
    expect(JSON.stringify({ ...value, slots: value.slots.map(({ taken }) => taken) })).not.toContain(gone);
  });

  it('nothing changes for whoever has none', async () => {
    expect(await withoutFamily('p04', await opened())).toEqual([]);
  });
});
