import { del, NOON, open } from './outbox.js';

describe('the outbox in a flood', () => {
  const wave = (number: number, rows: number) =>
    Array.from({ length: rows }, (_, at) => [`d${number}-${at}`, del(number * 10 + at)] as const);

  it('sends the first calls off at once, and lets further ones wait a little for company', async () => {
    const { queue, run, calls, clock } = open();
    const say = async (number: number): Promise<number> => {
      const before = clock.now();
      await queue(...wave(number, 2));
      await run();
      return clock.now() - before;
    };

    for (const number of [1, 2, 3, 4]) expect(await say(number)).toBe(0);
    await say(5);
    expect(await say(6)).toBeGreaterThanOrEqual(100);
    expect(calls.map((call) => call.length)).toEqual([2, 2, 2, 2, 2, 2]);
  });

  it('never lets single messages wait', async () => {
    const { queue, run, calls, clock } = open();
    for (const number of [1, 2, 3, 4, 5, 6, 7, 8]) {
      await queue(...wave(number, 1));
      await run();
    }

    expect(calls).toHaveLength(8);
    expect(clock.now()).toBe(NOON);
  });
});
