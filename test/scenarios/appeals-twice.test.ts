import { dialogOf } from '../../src/domain/refs.js';
import { people } from '../../src/platforms/memory/index.js';
import { AGAIN, at, evidence, last, latest, limited, objects, SORRY, until } from './appeals.js';
import { accountOf, openSchool, type School, scene } from './world.js';

type Step = (school: School) => Promise<unknown>;

/** From two rude messages to a decision, step by step. */
const toCards: readonly Step[] = [
  (school) => limited(school),
  (school) => school.presses('p02', school.dialog('p02'), 'Не согласен(на)'),
  (school) => school.says('p02', school.dialog('p02'), SORRY),
  (school) => until(school, at(1, 8)),
];
const granted: readonly Step[] = [
  ...toCards,
  (school) => school.presses('z01', school.dialog('z01'), 'Показать фрагмент'),
  (school) => school.says('z01', school.dialog('z01'), 'Чтобы решить'),
  (school) => school.presses('z01', school.dialog('z01'), 'Удовлетворить'),
  (school) => school.says('z01', school.dialog('z01'), 'Это была цитата'),
  (school) => school.presses('p02', school.dialog('p02'), 'Вернуть с моим именем'),
  (school) => until(school, at(3, 8)),
];
const handedOn: readonly Step[] = [
  ...toCards,
  (school) => school.presses('z01', school.dialog('z01'), 'Я сторона конфликта…'),
  (school) => until(school, at(1, 9)),
  (school) => school.presses('d01', school.dialog('d01'), 'Отклонить'),
  (school) => school.says('d01', school.dialog('d01'), 'Тон недопустим'),
  (school) => until(school, at(3, 8)),
];

/** What is left of it all, and what people have read. */
const played = async (steps: readonly Step[], after: Step) => {
  const school = await openSchool({ at: at(0, 18) });
  try {
    for (const step of steps) {
      await step(school);
      await after(school);
    }
    const { chat } = await latest(school);
    const kept = await Promise.all(
      (['case', 'evidence', 'conduct', 'counter', 'approved'] as const).map((kind) => school.stores.records.all(kind)),
    );
    return {
      kept: kept.flat().map(({ id, value }) => [id, value]),
      read: ['p02', 'k01', 'z01', 'd01', 'a01'].map((who) => school.hears(school.dialog(who))),
      chat: school.sees(chat),
    };
  } finally {
    await school.close();
  }
};

/** Minutes and seconds differ by how often it was stopped; what came of it does not. */
const timeless = (found: unknown): unknown =>
  JSON.parse(
    JSON.stringify(found, (key, value) =>
      ['at', 'closed', 'opened', 'written', 'from', 'until', 'due'].includes(key) && typeof value === 'number'
        ? 0
        : value,
    ),
  );

describe('whatever happens twice, or is broken off, comes to the same end', () => {
  it.each([
    ['granted and given back', granted],
    ['handed on and declined', handedOn],
  ])('%s: the program is stopped after every step', async (_, steps) => {
    const whole = await played(steps, async () => undefined);
    const stopped = await played(steps, (school) => school.restarts());

    expect(timeless(stopped)).toEqual(timeless(whole));
  });

  scene('the messenger tells of every press and every word twice: one objection, one decision', async (school) => {
    await limited(school);
    school.platform.repeatNext();
    await school.presses('p02', school.dialog('p02'), 'Не согласен(на)');
    school.platform.repeatNext();
    await school.says('p02', school.dialog('p02'), SORRY);
    school.platform.repeatNext();
    await school.presses('z01', school.dialog('z01'), 'Удовлетворить');
    school.platform.repeatNext();
    await school.says('z01', school.dialog('z01'), 'Это была цитата');
    school.platform.repeatNext();
    await school.presses('p02', school.dialog('p02'), 'Вернуть в чат');

    const one = await latest(school);
    expect([one.appeal?.number, one.appeal?.decided?.as]).toEqual([1, 'cancelled']);
    expect(school.hears(school.dialog('p02')).filter((words) => words.includes('удовлетворено'))).toHaveLength(1);
    expect(school.sees(one.chat).filter((words) => words.includes(AGAIN))).toHaveLength(1);
  });

  scene(
    'two who may decide write their reasons at the same moment: one of them the other learns so',
    async (school) => {
      await limited(school);
      await objects(school, 'p02', SORRY);
      // The last day: the next in order has the card too.
      await until(school, at(5, 9, 1));
      await school.presses('z01', school.dialog('z01'), 'Удовлетворить');
      await school.presses('d01', school.dialog('d01'), 'Отклонить');

      for (const [who, words] of [
        ['d01', 'Тон недопустим'],
        ['z01', 'Это была цитата'],
      ] as const)
        people.post(school.platform.world, accountOf(who), dialogOf(accountOf(who)), words);
      await school.quiet();

      const { appeal } = await latest(school);
      expect(appeal?.decided).toMatchObject({ by: 'd01', as: 'confirmed' });
      expect(last(school, 'z01')).toContain('Возражение № 1 уже отклонено');
      expect(school.hears(school.dialog('p02')).filter((words) => words.startsWith('Возражение № 1'))).toHaveLength(1);
      // The other case's is undisputed until evening.
      expect((await evidence(school)).filter(({ whole }) => whole !== undefined)).toHaveLength(1);
    },
    { at: at(0, 18) },
  );

  scene(
    'the measure is confirmed and the objection granted at the same moment: what was taken back stays so',
    async (school) => {
      await limited(school);
      await objects(school, 'p02', SORRY);
      await school.presses('k01', school.dialog('k01'), 'Подтвердить');
      await school.presses('z01', school.dialog('z01'), 'Удовлетворить');

      for (const [who, words] of [
        ['z01', 'Это была цитата'],
        ['k01', 'Тон недопустим'],
      ] as const)
        people.post(school.platform.world, accountOf(who), dialogOf(accountOf(who)), words);
      await school.quiet();

      const one = await latest(school);
      expect([one.measure?.state, one.wrong]).toEqual(['cancelled', true]);
      expect(school.mayWrite('p02', one.chat)).toBe(true);
      expect((await school.stores.records.get('conduct', 'p02'))?.value.strikes.at(-1)?.state).toBe('void');
    },
  );
});
