import { createOutbox } from '../../src/app/outbox.js';
import type { Platform } from '../../src/ports/platform.js';
import { chat, DONE, del, mute, note, open, reply, send } from './outbox.js';

describe('the outbox', () => {
  it('does what is urgent first: deletes, restrictions, answers, dialogs', async () => {
    const { queue, run, calls } = open();
    await queue(['dialog', send('102')], ['reply', reply(5)], ['mute', mute], ['delete', del(1)]);

    await run();

    expect(calls).toEqual([['delete'], ['mute'], ['reply', 'dialog']]);
  });

  it('takes a call’s worth, and writes one receipt for each action', async () => {
    const { queue, run, calls, outcomes } = open();
    await queue(...Array.from({ length: 30 }, (_, at) => [`d${at}`, del(at)] as const));

    await run();

    expect(calls.map((call) => call.length)).toEqual([30]);
    expect(await outcomes()).toEqual(Array.from({ length: 30 }, (_, at) => `d${at}: done`));
  });

  it('writes to the chat what a person may not be written, at once', async () => {
    const { queue, run, outcomes, seen } = open((deeds) =>
      deeds.map(({ action }) =>
        action.do === 'send' && action.to !== chat ? { is: 'refused', why: 'not-allowed-to-write', code: '901' } : DONE,
      ),
    );
    await queue(['s1', send('102', 'Здравствуйте!', note)]);

    await run();

    expect(await outcomes()).toEqual(['s1: refused', 's1/else: done']);
    expect(seen.wakes).toBe(1);
  });

  it('touches nothing in a simulation, and says so in the receipt', async () => {
    const { queue, run, calls, outcomes } = open();
    await queue(['d1', del(1), { via: 'simulation' }], ['s1', send('102'), { via: 'simulation' }]);

    await run();

    expect(calls).toEqual([]);
    expect(await outcomes()).toEqual(['d1: simulated', 's1: simulated']);
  });

  it('lets a delete go before an announcement that waits for its turn', async () => {
    const { platform, deps, queue, calls, stores } = open();
    const turns: ('urgent' | 'patient' | undefined)[] = [];
    let free = (): void => {};
    const turn: Platform['turn'] = (signal, hurry) => {
      turns.push(hurry);
      if (hurry !== 'patient' || turns.length > 1) return Promise.resolve();
      return new Promise((resolve, reject) => {
        free = resolve;
        signal?.addEventListener('abort', reject);
      });
    };
    const slow = { ...platform, turn };
    const outbox = createOutbox({ ...deps, platforms: { memory: { messenger: slow, simulation: slow } } });
    await queue(['s1', { ...send('102'), last: true }]);
    const running = outbox.run(new AbortController().signal);
    for (let tick = 0; tick < 20; tick += 1) await Promise.resolve();
    expect(turns).toEqual(['patient']);

    await queue(['d1', del(1)]);
    await outbox.run(new AbortController().signal);
    await running;
    await outbox.settled();

    free();
    expect(calls).toEqual([['d1'], ['s1']]);
    expect(turns).toEqual(['patient', undefined, 'patient']);
    expect(await stores.ledger.nextDue()).toBeUndefined();
  });
});
