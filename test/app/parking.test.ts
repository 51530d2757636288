import { takeBack } from '../../src/app/ingest.js';
import { MINUTE, SECOND } from '../../src/domain/time.js';
import { memoryIntake } from '../../src/queue/memory/index.js';
import { decided, failing, message, NOON, open, storm } from './handler.js';

describe('an update in bad weather', () => {
  it('waits weather out in hand, so that its chat stays in order', async () => {
    const first = open();
    const { handle, seen, journal } = open({
      decide: failing(8, storm, async () => decided),
      ledger: first.stores.ledger,
    });

    await handle(message);

    expect(seen.pauses).toHaveLength(8);
    expect((await first.journal()).map(({ kind }) => kind)).toEqual(['verdict']);
    expect(await journal()).toEqual([]);
  });

  it('is put aside after five seconds of weather, journaled, and tried later', async () => {
    let bad = true;
    const { handle, seen, journal, stores, clock } = open({
      decide: async () => {
        if (bad) throw storm;
        return decided;
      },
    });

    await handle(message);

    expect(clock.now() - NOON).toBeGreaterThan(5 * SECOND);
    expect(clock.now() - NOON).toBeLessThanOrEqual(6 * SECOND);
    expect(await journal()).toMatchObject([{ kind: 'parked', detail: 'weather' }]);
    const intake = memoryIntake();
    await intake.work(handle);
    expect(await takeBack(stores.ledger, intake, clock.now() + 29 * SECOND)).toBe(0);

    bad = false;
    clock.set(clock.now() + 30 * SECOND);
    expect(await takeBack(stores.ledger, intake, clock.now())).toBe(1);
    await intake.drain();

    const [, verdict] = await journal();
    expect(verdict).toMatchObject({ kind: 'verdict', times: { received: NOON } });
    expect(await takeBack(stores.ledger, intake, clock.now() + 60 * MINUTE)).toBe(0);
    expect(seen.bugs).toBe(0);
  });

  it('is put aside for longer and longer while the weather lasts, and never given up', async () => {
    const { handle, journal, stores, clock } = open({
      decide: async () => {
        throw storm;
      },
    });
    const intake = memoryIntake();
    await intake.work(handle);
    await intake.put([message]);
    await intake.drain();

    const waits: number[] = [];
    for (let before = clock.now(); waits.length < 4; ) {
      clock.set(clock.now() + SECOND);
      if ((await takeBack(stores.ledger, intake, clock.now())) === 0) continue;
      waits.push(Math.round((clock.now() - before) / SECOND));
      await intake.drain();
      before = clock.now();
    }

    expect(waits).toEqual([30, 60, 120, 240]);
    expect((await journal()).map(({ kind }) => kind)).toEqual(Array.from({ length: 5 }, () => 'parked'));
  });

  it('that meets a mistake of ours is put aside at once: five seconds would not mend it', async () => {
    const { handle, seen, journal } = open({
      decide: async () => {
        throw new TypeError('not a function');
      },
    });

    await handle(message);

    expect(seen).toMatchObject({ bugs: 1, pauses: [] });
    expect(await journal()).toMatchObject([{ kind: 'parked', detail: 'bug' }]);
  });

  it('that the store would not take was put aside for the weather, not for a mistake', async () => {
    const { stores, journal } = open();
    const settle = failing(100, new Error('Connection timeout'), stores.ledger.settle);
    const { handle } = open({ ledger: { ...stores.ledger, settle } });

    await handle(message);

    expect(await journal()).toMatchObject([{ kind: 'parked', detail: 'weather' }]);
  });
});
