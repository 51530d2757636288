import { Weather } from '../../src/ports/platform.js';
import type { Ledger } from '../../src/ports/stores.js';
import { heard, limit, night, on, strikes, until } from './case-night.js';
import { openSchool, type School } from './world.js';

/** The whole way of a measure: found, asked about, handed on, looked at, confirmed. */
const play = async (school: School): Promise<void> => {
  await night(school);
  await until(school, on(10, 8, 10));
  await school.presses('k01', school.dialog('k01'), 'Я сторона конфликта…');
  await until(school, on(10, 9));
  await school.presses('z01', school.dialog('z01'), 'Показать фрагмент');
  await school.presses('z01', school.dialog('z01'), 'Для решения по делу');
  await school.presses('z01', school.dialog('z01'), 'Подтвердить');
  await school.says('z01', school.dialog('z01'), 'Тон недопустим');
  await until(school, on(10, 23, 41));
};

/** What is left of it: what stands against whom, who was told what, who looked. */
const left = async (school: School) => ({
  strikes: await strikes(school),
  measure: (await limit(school)).measure?.state,
  cases: (await school.stores.records.all('case')).length,
  looked: (await school.stores.records.all('evidence')).map(({ value }) => value.opened.length).sort(),
  told: ['p02', 'k01', 'z01', 'd01', 'a01'].map((who) => heard(school, who)),
});

/** The process dies at this write, before it or right after: what was in hand is taken up again. */
const dying = (school: School, at: number, after: boolean): { readonly writes: () => number } => {
  const { ledger } = school.stores;
  const settle = ledger.settle.bind(ledger);
  let writes = 0;
  const settling: Ledger['settle'] = async (settlement) => {
    writes += 1;
    if (writes !== at) return settle(settlement);
    if (after) await settle(settlement);
    throw new Weather('gone in the middle');
  };
  Object.assign(ledger, { settle: settling });
  return { writes: () => writes };
};

const played = async (at: number, after: boolean) => {
  const school = await openSchool({ at: on(9, 22, 40) });
  try {
    const { writes } = dying(school, at, after);
    await play(school);
    return { writes: writes(), left: await left(school) };
  } finally {
    await school.close();
  }
};

describe('the process dies between any two writes of a case', () => {
  it('and it comes to the same end', async () => {
    const whole = await played(0, false);
    expect(whole.left).toMatchObject({ strikes: ['counts', 'counts'], measure: 'confirmed', cases: 2, looked: [0, 1] });
    expect(whole.writes).toBeGreaterThan(20);
    for (let at = 1; at <= whole.writes; at += 1)
      for (const after of [false, true])
        expect({ at, after, ...(await played(at, after)).left }).toEqual({ at, after, ...whole.left });
  }, 120_000);
});
