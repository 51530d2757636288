import { setTimeout as pause } from 'node:timers/promises';
import { chatRef, dialogRef } from '../../../src/domain/refs.js';
import { MINUTE, SECOND } from '../../../src/domain/time.js';
import { PLACE_RATE } from '../../../src/platforms/telegram/index.js';
import { createQuotas } from '../../../src/platforms/telegram/quotas.js';
import type { Quotas } from '../../../src/ports/pace.js';
import { redisQuotas } from '../../../src/storage/redis/quotas.js';
import { freshShelf } from '../../world/redis.js';

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

const several = async (quotas: Quotas, place: typeof person | ReturnType<typeof chat>, times: number) => {
  const waits: number[] = [];
  for (let n = 0; n < times; n += 1) waits.push(await quotas.wait(place));
  return waits;
};

describe('the pace of a place', () => {
  it('lets a few messages go at once, then one a second', async () => {
    const { quotas, pass } = open();

    expect(await several(quotas, person, 4)).toEqual([0, 0, 0, 3 * SECOND]);
    pass(3 * SECOND);
    expect(await quotas.wait(person)).toBe(0);
  });

  it('lets twenty a minute into a group, however they are spread, and more to a person', async () => {
    const spread = async (place: typeof person | ReturnType<typeof chat>) => {
      const { quotas, pass } = open();
      const waits: number[] = [];
      for (let n = 0; n < 25; n += 1) {
        pass(1_500);
        waits.push(await quotas.wait(place));
      }
      return waits.filter((wait) => wait === 0).length;
    };

    expect(await spread(chat(1))).toBe(20);
    expect(await spread(person)).toBe(25);
  });

  it('is each place’s own', async () => {
    const { quotas } = open();
    await several(quotas, chat(1), 4);

    expect(await quotas.wait(chat(1))).toBeGreaterThan(0);
    expect(await quotas.wait(chat(2))).toBe(0);
  });

  it('rests as long as Telegram says, there; of three places everywhere', async () => {
    const { quotas, pass } = open();
    await quotas.hold(chat(1), MINUTE);
    expect([await quotas.wait(chat(1)), await quotas.wait(chat(4))]).toEqual([MINUTE, 0]);
    await quotas.hold(chat(2), MINUTE);
    await quotas.hold(chat(3), 30 * SECOND);

    expect(await quotas.wait(chat(4))).toBe(MINUTE);
    pass(30 * SECOND);
    expect(await quotas.wait(chat(4))).toBe(0);
  });

  it('forgets places that are quiet', async () => {
    const { quotas, pass } = open();
    for (let n = 0; n < 3_000; n += 1) {
      await quotas.wait(chat(n));
      pass(SECOND);
    }

    expect(await quotas.wait(chat(0))).toBe(0);
  });
});

describe('the pace of a place, shared by the processes of a school', () => {
  const shared = async (rate = PLACE_RATE) => {
    const shelf = await freshShelf();
    const [one, other] = [1, 2].map(() => redisQuotas(shelf, 'token', rate));
    if (one === undefined || other === undefined) throw new Error('no quotas');
    return { one, other, shelf };
  };

  it('counts what another process has said there', async () => {
    const { one, other, shelf } = await shared({ ...PLACE_RATE, between: MINUTE });
    expect([await one.wait(person), await other.wait(person), await one.wait(person)]).toEqual([0, 0, 0]);
    for (const quotas of [one, other]) expect(await quotas.wait(person)).toBeGreaterThan(2 * MINUTE);
    expect(await other.wait(chat(1))).toBe(0);
    shelf.redis.destroy();
  });

  it('lets so many into a group, and more to a person', async () => {
    const { one, other, shelf } = await shared({ ...PLACE_RATE, atOnce: 50 });
    const inGroup = [...(await several(one, chat(1), 15)), ...(await several(other, chat(1), 10))];
    expect(inGroup.filter((wait) => wait === 0)).toHaveLength(20);
    expect((await several(one, person, 25)).filter((wait) => wait === 0)).toHaveLength(25);
    shelf.redis.destroy();
  });

  it('rests for both as long as Telegram has told one, and goes on by itself', async () => {
    const { one, other, shelf } = await shared();
    await one.hold(chat(1), MINUTE);
    expect(await other.wait(chat(1))).toBeGreaterThan(MINUTE - SECOND);
    expect(await other.wait(chat(4))).toBe(0);
    for (const n of [2, 3]) await other.hold(chat(n), MINUTE);
    expect(await one.wait(chat(4))).toBeGreaterThan(MINUTE - SECOND);

    const next = await shared();
    await next.one.hold(chat(1), 20);
    while ((await next.other.wait(chat(1))) > 0) await pause(5);
    for (const each of [shelf, next.shelf]) each.redis.destroy();
  });
});
