import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { Pace, Rate } from '../../src/ports/pace.js';
import { memoryPace } from '../../src/storage/memory/pace.js';
import { redisPace, VK_PACE } from '../../src/storage/redis/pace.js';
import { freshShelf } from '../world/redis.js';

/** Time that passes only while somebody waits. */
const virtual = () => {
  let now = 1_000;
  return {
    now: () => now,
    wait: async (ms: number, signal?: AbortSignal) => {
      signal?.throwIfAborted();
      now += ms;
    },
    pass: (ms: number) => {
      now += ms;
    },
  };
};

describe('the pace of one process', () => {
  it('lets no more than its limit into any window', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(400), { minLength: 1, maxLength: 120 }), async (gaps) => {
        const time = virtual();
        const pace = memoryPace({ limit: 19, window: 1_050, ...time });
        const turns: number[] = [];
        for (const gap of gaps) {
          time.pass(gap % 3 === 0 ? 0 : gap);
          await pace.turn();
          turns.push(time.now());
        }
        for (const [n, at] of turns.entries())
          expect((turns[n + 19] ?? Number.POSITIVE_INFINITY) - at).toBeGreaterThanOrEqual(1_050);
      }),
      { numRuns: 50 },
    );
  });

  it('makes nobody wait while there is room', async () => {
    const time = virtual();
    const pace = memoryPace({ limit: 19, window: 1_050, ...time });

    await Promise.all(Array.from({ length: 19 }, () => pace.turn()));
    expect(time.now()).toBe(1_000);

    await pace.turn();
    expect(time.now()).toBe(2_050);
  });

  it('serves in the order of asking', async () => {
    const pace = memoryPace({ limit: 1, window: 10, ...virtual() });
    const served: number[] = [];

    await Promise.all([1, 2, 3].map((n) => pace.turn().then(() => served.push(n))));

    expect(served).toEqual([1, 2, 3]);
  });

  it('lets one who gives up hold nobody else', async () => {
    const pace = memoryPace({ limit: 1, window: 10, ...virtual() });
    await pace.turn();

    const given = pace.turn(AbortSignal.abort());
    const next = pace.turn();

    await expect(given).rejects.toThrow();
    await expect(next).resolves.toBeUndefined();
  });
});

describe('calls that can wait', () => {
  it('are spread, so that what cannot wait never waits longer than a call takes at that rate', async () => {
    const time = virtual();
    const pace = memoryPace({ ...VK_PACE, ...time });
    const turns: number[] = [];
    for (let call = 0; call < 60; call += 1) {
      await pace.turn(undefined, 'patient');
      turns.push(time.now());
    }
    for (const [n, at] of turns.entries()) {
      expect((turns[n + 1] ?? Number.POSITIVE_INFINITY) - at).toBeGreaterThanOrEqual(48);
      expect((turns[n + 19] ?? Number.POSITIVE_INFINITY) - at).toBeGreaterThanOrEqual(1_010);
    }

    const before = time.now();
    await pace.turn();
    expect(time.now() - before).toBeLessThanOrEqual(50);
  });

  it('keep more than nine tenths of what the messenger allows', async () => {
    const time = virtual();
    const pace = memoryPace({ ...VK_PACE, ...time });
    const began = time.now();
    for (let call = 0; call < 200; call += 1) await pace.turn(undefined, 'patient');

    expect(200 / 20 / ((time.now() - began) / 1_000)).toBeGreaterThan(0.9);
  });

  const SLOW: Rate = { limit: 2, window: 60_000, patient: { limit: 1, window: 60_000, gap: 0 } };
  it.each<readonly [string, () => Promise<{ readonly pace: Pace; close(): void }>]>([
    ['one process', async () => ({ pace: memoryPace(SLOW), close: () => {} })],
    [
      'all processes',
      async () => {
        const shelf = await freshShelf();
        return { pace: redisPace(shelf, randomUUID(), SLOW), close: () => shelf.redis.destroy() };
      },
    ],
  ])('are overtaken while they wait, and spend nothing when they are given up: the pace of %s', async (_of, make) => {
    const { pace, close } = await make();
    await pace.turn(undefined, 'patient');
    const given = new AbortController();
    const waiting = pace.turn(given.signal, 'patient');

    await expect(pace.turn()).resolves.toBeUndefined();
    given.abort();
    await expect(waiting).rejects.toThrow();
    close();
  });
});
