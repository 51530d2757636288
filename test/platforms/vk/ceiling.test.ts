import fc from 'fast-check';
import { createCeiling } from '../../../src/platforms/vk/ceiling.js';

/** A request of ours: how long it is on its way, and how long VK works on it. */
const requests = fc.array(fc.record({ way: fc.integer({ min: 0, max: 99 }), work: fc.nat(3_000) }), {
  minLength: 30,
  maxLength: 80,
});

/** Sends them all at once; virtual time passes while the ceiling waits. Returns when each was sent and arrived. */
const flood = async (sent: readonly { readonly way: number; readonly work: number }[]) => {
  let now = 1_000;
  const answers: { readonly at: number; readonly tell: () => void }[] = [];
  const passes = (until: number): void => {
    for (const answer of answers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)) {
      now = Math.max(now, answer.at);
      answer.tell();
      answers.splice(answers.indexOf(answer), 1);
    }
    now = until;
  };
  const ceiling = createCeiling({ now: () => now, wait: async (ms) => passes(now + ms) });
  const seen: { readonly left: number; readonly arrived: number }[] = [];
  for (const { way, work } of sent) {
    const answered = await ceiling.enter();
    seen.push({ left: now, arrived: now + way });
    answers.push({ at: now + way + work, tell: answered });
  }
  return seen;
};

describe('the ceiling of a process', () => {
  it('lets no more than twenty requests arrive in any second, however long each is on its way', () =>
    fc.assert(
      fc.asyncProperty(requests, async (sent) => {
        const arrived = (await flood(sent)).map(({ arrived: at }) => at).sort((a, b) => a - b);
        for (const [n, at] of arrived.entries())
          expect((arrived[n + 20] ?? Number.POSITIVE_INFINITY) - at).toBeGreaterThan(1_000);
      }),
    ));

  it('does not wait for what VK works on: of its rate nine tenths are left though an answer takes three seconds', async () => {
    const seen = await flood(Array.from({ length: 200 }, () => ({ way: 50, work: 3_000 })));
    const seconds = ((seen.at(-1)?.left ?? 0) - (seen[0]?.left ?? 0)) / 1_000;

    expect(180 / seconds / 20).toBeGreaterThan(0.9);
  });
});
