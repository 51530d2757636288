import type { Call } from '../../src/app/command.js';
import { createMay } from '../../src/app/may.js';
import { measure, remembered } from '../../src/app/membership-measures.js';
import { outOfPlace } from '../../src/app/out-of-place.js';
import type { Chat } from '../../src/domain/chat.js';
import { keep } from '../../src/domain/records.js';
import { createMemoryPlatform } from '../../src/platforms/memory/index.js';
import { accountOf, openSchool, STRANGER } from '../scenarios/world.js';

/** A messenger that cannot take anybody's right to write. */
const muteless = () => {
  const platform = createMemoryPlatform();
  return { ...platform, capabilities: { ...platform.capabilities, mute: false } };
};

describe('where a messenger cannot silence anybody', () => {
  it('whoever may not write there is not read, and nothing is said of it again', async () => {
    const school = await openSchool();
    const ref = await school.chat('class_parents');
    const chat = (await school.stores.chats.find(ref)) as Chat;
    const account = accountOf(STRANGER);
    const message = { ref: { place: ref, id: '5' }, author: account, at: 0, text: 'Здравствуйте' };
    const platform = muteless();
    const call = {
      ...{ now: 0, chat, account, message, messenger: () => platform, records: school.stores.records },
      may: createMay({ policy: { editions: [], zone: 'Europe/Moscow' }, people: school.stores.people, now: 0 }),
    } as unknown as Call;
    expect(await outOfPlace(0, call)).toBeUndefined();

    const place = { chat, account, finding: 'alien' } as const;
    expect(measure(place, call)).toEqual([]);
    const changes = remembered(place, true, call);
    const entry = { id: 'n:found', at: 0, kind: 'note', detail: 'test' } as const;
    await school.stores.ledger.settle({ key: 'found', entry, changes, rows: [], chain: 'cli' });

    expect(await outOfPlace(0, call)).toEqual({
      actions: [{ do: 'delete', message: message.ref }],
      changes: [],
      because: 'silenced',
    });

    const [held] = await school.stores.records.all('membership');
    const decided = { as: 'admitted', by: 'a01', at: 1 } as const;
    if (held)
      await school.stores.ledger.settle({
        ...{ key: 'admitted', entry: { ...entry, id: 'n:admitted' }, rows: [], chain: 'cli' },
        changes: [keep('membership', held.id, { ...held.value, decided }, held)],
      });
    expect(await outOfPlace(0, call)).toBeUndefined();
    await school.close();
  });
});
