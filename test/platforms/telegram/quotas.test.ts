import { chatRef, dialogRef } from '../../../src/domain/refs.js';
import { MINUTE, SECOND } from '../../../src/domain/time.js';
import { createQuotas } from '../../../src/platforms/telegram/quotas.js';

const chat = (n: number) => chatRef('telegram', -n);
const person = dialogRef('telegram', 201);

const open = () => {
  let now = 1_000_000_000;
  const quotas = createQuotas(() => now);
  const pass = (ms: number): void => {
    now += ms;
  };
  return { quotas, pass };
};

describe('the pace of a place', () => {
  it('lets a few messages go at once, then one a second', () => {
    const { quotas, pass } = open();

    expect([1, 2, 3].map(() => quotas.wait(person))).toEqual([0, 0, 0]);
    expect(quotas.wait(person)).toBe(3 * SECOND);
    pass(3 * SECOND);
    expect(quotas.wait(person)).toBe(0);
  });

  it('lets twenty a minute into a group, however they are spread, and more to a person', () => {
    const spread = (place: typeof person | ReturnType<typeof chat>) => {
      const { quotas, pass } = open();
      return Array.from({ length: 25 }, () => {
        pass(1_500);
        return quotas.wait(place);
      }).filter((wait) => wait === 0).length;
    };

    expect(spread(chat(1))).toBe(20);
    expect(spread(person)).toBe(25);
  });

  it('is each place’s own', () => {
    const { quotas } = open();
    for (let n = 0; n < 4; n += 1) quotas.wait(chat(1));

    expect(quotas.wait(chat(1))).toBeGreaterThan(0);
    expect(quotas.wait(chat(2))).toBe(0);
  });

  it('rests as long as Telegram says, there; of three places everywhere', () => {
    const { quotas, pass } = open();
    quotas.hold(chat(1), MINUTE);
    expect([quotas.wait(chat(1)), quotas.wait(chat(4))]).toEqual([MINUTE, 0]);
    quotas.hold(chat(2), MINUTE);
    quotas.hold(chat(3), 30 * SECOND);

    expect(quotas.wait(chat(4))).toBe(MINUTE);
    pass(30 * SECOND);
    expect(quotas.wait(chat(4))).toBe(0);
  });

  it('forgets places that are quiet', () => {
    const { quotas, pass } = open();
    for (let n = 0; n < 3_000; n += 1) {
      quotas.wait(chat(n));
      pass(SECOND);
    }

    expect(quotas.wait(chat(0))).toBe(0);
  });
});
