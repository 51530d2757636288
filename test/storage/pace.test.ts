import fc from 'fast-check';
import { memoryPace } from '../../src/storage/memory/pace.js';

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
