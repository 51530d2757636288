import { createOutbox } from '../../src/app/outbox.js';
import type { Row, Settlement } from '../../src/ports/stores.js';
import { del, NOON, open, send } from './outbox.js';

const never = new AbortController().signal;
const row = (id: string, action: Row['action']): Row => ({
  ...{ id, action, platform: 'memory', via: 'messenger', queued: NOON, attempts: 0, due: NOON },
});
const [first, second, third] = [row('d1', del(1)), row('d2', del(2)), row('d3', del(3))];
const notice = row('s1', send('102'));

const world = () => {
  const all = open();
  let settlements = 100;
  const settle = (rows: readonly Row[], lease?: Settlement['lease']) => {
    settlements += 1;
    return all.stores.ledger.settle({
      ...{ key: `k${settlements}`, rows, changes: [], chain: 'p0' },
      entry: { id: `n:${settlements}`, kind: 'note', at: NOON, detail: 'test' },
      ...(lease ? { lease } : {}),
    });
  };
  return { ...all, settle };
};

describe('rows that the process which decides on them carries out itself', () => {
  it('go to the messenger without a look into the outbox, the most urgent only; the rest follows', async () => {
    const { outbox, settle, run, calls, outcomes } = world();

    const straight = outbox.straight([notice, first], never);
    expect(straight?.lease.ids).toEqual(['d1']);
    expect(await settle([notice, first], straight?.lease)).toBe('leased');
    straight?.leased('yes');
    await run();

    expect(calls).toEqual([['d1'], ['s1']]);
    expect(await outcomes()).toEqual(['d1: done', 's1: done']);
  });

  it('are none while the outbox is busy: then they share calls', async () => {
    const { outbox, settle, run, calls } = world();
    const straight = outbox.straight([first], never);

    expect(outbox.straight([second], never)).toBeUndefined();
    await settle([second]);
    await settle([third]);
    expect(await settle([first], straight?.lease)).toBe('settled');
    straight?.leased('no');
    await run();

    expect(calls).toEqual([['d2', 'd3', 'd1']]);
  });

  it('are none of a kind that the messenger asked to rest', async () => {
    const { outbox, queue, run } = open((deeds) =>
      deeds.map(() => ({ is: 'later', after: 60_000, why: 'flood control', rest: true })),
    );
    await queue(['s0', send('103')]);
    await run();

    expect(outbox.straight([notice], never)).toBeUndefined();
    expect(outbox.straight([notice, first], never)?.lease.ids).toEqual(['d1']);
  });

  it('are found again when nobody knows whether they were written', async () => {
    const { outbox, settle, run, calls, outcomes } = world();
    const straight = outbox.straight([first], never);
    await settle([first], straight?.lease);
    straight?.leased('unknown');

    expect(await outbox.overdue()).toBe(true);
    await run();

    expect(calls).toEqual([['d1']]);
    expect(await outcomes()).toEqual(['d1: done']);
  });

  it('are given back when the program stops before their turn', async () => {
    const stopping = new AbortController();
    const { platform, deps, settle, calls, stores } = world();
    const turn = (signal?: AbortSignal) =>
      new Promise<void>((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
    const slow = { ...platform, turn };
    const outbox = createOutbox({ ...deps, platforms: { memory: { messenger: slow, simulation: slow } } });
    const straight = outbox.straight([first], stopping.signal);
    await settle([first], straight?.lease);
    straight?.leased('yes');

    stopping.abort();
    await outbox.close();

    expect(calls).toEqual([]);
    expect(await stores.ledger.nextDue()).toBe(NOON);
  });
});
