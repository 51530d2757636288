import type { Worker } from 'bullmq';
import { promptly } from '../../src/queue/bullmq/prompt.js';

type Found = Awaited<ReturnType<Worker['backend']['waitForJob']>>;
const marker: Found = { member: '0', score: 0 };

/** A worker whose waits for Redis are answered by hand. */
const waiting = () => {
  const asked: { readonly answer: (found: Found) => void; readonly fail: (error: Error) => void }[] = [];
  const backend = {
    waitForJob: (_: number) => new Promise<Found>((answer, fail) => void asked.push({ answer, fail })),
  } as Worker['backend'];
  const nudge = promptly({ backend });
  return { asked, nudge, wait: () => backend.waitForJob(5) };
};

describe('a worker that can be nudged', () => {
  it('is told by Redis as before', async () => {
    const { asked, wait } = waiting();
    const found = wait();
    asked[0]?.answer(marker);

    expect(await found).toEqual(marker);
  });

  it('looks at once when it is nudged, without a second question to Redis', async () => {
    const { asked, nudge, wait } = waiting();
    const first = wait();
    nudge();
    expect(await first).toBeNull();

    const second = wait();
    expect(asked).toHaveLength(1);
    asked[0]?.answer(null);
    expect(await second).toBeNull();
  });

  it('overlooks nothing that Redis told while it was at work', async () => {
    const { asked, nudge, wait } = waiting();
    const first = wait();
    nudge();
    await first;
    asked[0]?.answer(marker);

    expect(await wait()).toEqual(marker);
    expect(asked).toHaveLength(1);
  });

  it('hears of a lost connection once, and asks anew', async () => {
    const { asked, nudge, wait } = waiting();
    const first = wait();
    nudge();
    await first;
    asked[0]?.fail(new Error('the connection is lost'));

    await expect(wait()).rejects.toThrow('lost');
    const next = wait();
    asked[1]?.answer(marker);
    expect(await next).toEqual(marker);
  });
});
