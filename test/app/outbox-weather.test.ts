import { createOutbox } from '../../src/app/outbox.js';
import type { Answer } from '../../src/domain/outcome.js';
import { MINUTE, SECOND } from '../../src/domain/time.js';
import { createMemoryPlatform } from '../../src/platforms/memory/index.js';
import { Locked, type Platform, Weather } from '../../src/ports/platform.js';
import { DONE, del, NOON, open, send } from './outbox.js';

describe('the outbox, when something goes wrong', () => {
  it('leaves to another worker what a dead one had taken, when its lease is over', async () => {
    const { queue, deps, clock, calls, run } = open();
    await queue(['d1', del(1)]);
    await deps.ledger.take({
      ...{ owner: 'dead', now: clock.now(), lease: 30 * SECOND, resting: [] },
      batch: { deletes: 100, calls: 25, places: 100 },
    });
    await run();
    expect(calls).toEqual([]);

    clock.set(NOON + 30 * SECOND);
    await run();

    expect(calls).toEqual([['d1']]);
  });

  it('lets one kind of action rest, and goes on deleting', async () => {
    let tired = true;
    const { queue, run, passes, calls, outcomes } = open((deeds) =>
      deeds.map(({ action }) =>
        action.do === 'send' && tired ? { is: 'later', after: 5 * MINUTE, why: 'flood control', rest: true } : DONE,
      ),
    );
    await queue(['s1', send('102', 'а')], ['d1', del(1)]);
    await run();
    await queue(['s2', send('103', 'б')], ['d2', del(2)]);
    await run();
    expect(await outcomes()).toEqual(['d1: done', 'd2: done']);
    expect(calls).toEqual([['d1'], ['s1'], ['d2']]);

    tired = false;
    await passes(5 * MINUTE);

    expect([...(await outcomes())].sort()).toEqual(['d1: done', 'd2: done', 's1: done', 's2: done']);
  });

  it('lets a kind of action rest in the messenger that asked for it, and nowhere else', async () => {
    const tired: Answer = { is: 'later', after: 5 * MINUTE, why: 'flood control', rest: true };
    const door = (answer: Answer): { readonly messenger: Platform; readonly simulation: Platform } => {
      const messenger: Platform = {
        ...createMemoryPlatform({ now: () => NOON }),
        perform: async (deeds) => deeds.map(() => answer),
      };
      return { messenger, simulation: messenger };
    };
    const { queue, run, outcomes } = open(undefined, { platforms: { vk: door(tired), telegram: door(DONE) } });
    await queue(['v1', send('102', 'а'), { platform: 'vk' }]);
    await run();

    await queue(['v2', send('103', 'б'), { platform: 'vk' }], ['t1', send('104', 'в'), { platform: 'telegram' }]);
    await run();

    expect(await outcomes()).toEqual(['t1: done']);
  });

  it('repeats what may have happened, while the messenger would know a repetition', async () => {
    let storms = 4;
    const { queue, run, passes, receipts } = open((deeds) => {
      storms -= 1;
      if (storms >= 0) throw new Weather('no answer');
      return deeds.map(() => DONE);
    });
    await queue(['s1', send('102')]);
    await run();

    await passes(2 * MINUTE);

    expect(await receipts()).toMatchObject([{ action: 's1', outcome: 'done', attempts: 5 }]);
  });

  it('does not repeat a send after fifty minutes without an answer: its end is uncertain', async () => {
    const { queue, run, passes, calls, outcomes } = open(() => {
      throw new Weather('no answer');
    });
    await queue(['s1', send('102')], ['d1', del(1)]);
    await run();
    await passes(56 * MINUTE);

    expect(await outcomes()).toEqual(['s1: uncertain']);
    const sends = calls.filter((call) => call.includes('s1')).length;
    await passes(10 * MINUTE);
    expect(calls.filter((call) => call.includes('s1'))).toHaveLength(sends);
  });

  it('does not repeat a send at all where the messenger would not know a repetition', async () => {
    const { queue, passes, calls, outcomes, platform, deps, clock } = open(() => {
      throw new Weather('no answer');
    });
    const forgetful: Platform = { ...platform, capabilities: { ...platform.capabilities, sendsOnce: false } };
    const other = createOutbox({ ...deps, platforms: { memory: { messenger: forgetful, simulation: forgetful } } });
    await queue(['s1', send('102')]);
    await other.run(new AbortController().signal);
    await other.settled();
    clock.set(clock.now() + SECOND);
    await passes(MINUTE, other);

    expect(calls).toEqual([['s1']]);
    expect(await outcomes()).toEqual(['s1: uncertain']);
  });

  it('writes a receipt once, though the store lost the answer to the first write', async () => {
    const { queue, run, deps, stores, outcomes, calls } = open();
    let lost = true;
    const end: typeof stores.ledger.end = async (endings) => {
      await stores.ledger.end(endings);
      if (!lost) return;
      lost = false;
      throw new Error('Connection timeout');
    };
    const unlucky = createOutbox({ ...deps, ledger: { ...stores.ledger, end } });
    await queue(['d1', del(1)]);

    await run(unlucky);

    expect(await outcomes()).toEqual(['d1: done']);
    expect(calls).toEqual([['d1']]);
  });

  it('gives an action of ours up after five failures, and says so', async () => {
    const { queue, run, passes, receipts, seen } = open(() => {
      throw new TypeError('a mistake of ours');
    });
    await queue(['d1', del(1)]);
    await run();

    await passes(2 * MINUTE);

    expect(await receipts()).toMatchObject([{ outcome: 'refused', detail: 'bad-request bug', attempts: 5 }]);
    expect(seen.bugs).toBe(5);
  });

  it('tries again an action of which the messenger said nothing', async () => {
    let silent = true;
    const { queue, run, passes, outcomes } = open((deeds) => {
      const answers = deeds.map(() => DONE).slice(0, silent ? 1 : deeds.length);
      silent = false;
      return answers;
    });
    await queue(['d1', del(1)], ['d2', del(2)]);
    await run();
    expect(await outcomes()).toEqual(['d1: done']);

    await passes(10 * SECOND);

    expect(await outcomes()).toEqual(['d1: done', 'd2: done']);
  });

  it('waits while the messenger is locked, and loses nothing', async () => {
    let locked = true;
    const { queue, run, passes, outcomes, seen } = open((deeds) => {
      if (locked) throw new Locked('the token was revoked');
      return deeds.map(() => DONE);
    });
    await queue(['d1', del(1)], ['s1', send('102')]);
    await run();
    await passes(10 * MINUTE);
    expect(await outcomes()).toEqual([]);
    expect(seen).toMatchObject({ bugs: 0 });
    expect(seen.locked).toBeGreaterThan(5);

    locked = false;
    await passes(2 * MINUTE);

    expect([...(await outcomes())].sort()).toEqual(['d1: done', 's1: done']);
  });

  it('is not held up by rows of a messenger that is no longer configured; they wait', async () => {
    const { queue, run, outcomes, stores, seen } = open();
    await queue(['t1', del(1), { platform: 'telegram', queued: NOON - MINUTE }], ['d1', del(2)], ['s1', send('102')]);

    await run();

    expect(await outcomes()).toEqual(['d1: done', 's1: done']);
    expect(await stores.ledger.nextDue()).toBeGreaterThan(NOON);
    expect(seen).toMatchObject({ bugs: 0, locked: 1 });
  });

  it('gives back what it had taken when it is stopped before its turn', async () => {
    const { queue, deps, platform, stores, calls } = open();
    const stopping = new AbortController();
    const turn = async (signal?: AbortSignal) => {
      stopping.abort();
      signal?.throwIfAborted();
    };
    const stopped = createOutbox({
      ...deps,
      platforms: { memory: { messenger: { ...platform, turn }, simulation: platform } },
    });
    await queue(['d1', del(1)]);
    await stopped.run(stopping.signal).catch(() => {});
    await stopped.close();

    expect(calls).toEqual([]);
    expect(await stores.ledger.nextDue()).toBe(NOON);
  });

  it('waits at the end for what is just being sent off', async () => {
    const { queue, deps, platform, calls, outcomes } = open();
    let ring = () => {};
    const bell = new Promise<void>((resolve) => {
      ring = resolve;
    });
    const slow = createOutbox({
      ...deps,
      platforms: { memory: { messenger: { ...platform, turn: () => bell }, simulation: platform } },
    });
    await queue(['d1', del(1)]);
    void slow.run(new AbortController().signal);
    const closed = slow.close();
    ring();
    await closed;

    expect(calls).toEqual([['d1']]);
    expect(await outcomes()).toEqual(['d1: done']);
  });
});
