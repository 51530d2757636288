import { accountRef } from '../../src/domain/refs.js';
import { DAY, HOUR, MINUTE } from '../../src/domain/time.js';
import { accountOf, type School, scene, TEACHER } from './world.js';

const RUDE = 'Вы все идиоты';
const CURT = 'Отстаньте уже все от меня со своими поделками';
/** Where the parent p02 writes from besides the first account. */
const SECOND = 'p02-second';

const strikesOf = async ({ stores }: School, whose: string) =>
  ((await stores.records.get('conduct', whose))?.value.strikes ?? []).map(({ state }) => state);

const inside = (school: School, chat: Awaited<ReturnType<School['chat']>>, who: string): void =>
  school.platform.world.change(chat, { members: [...school.members(chat), accountOf(who)] });

describe('somebody with two accounts is one person', () => {
  scene('a breach by each is the first and the second of one ladder', async (school) => {
    const parents = await school.chat('class_parents');
    for (const who of ['p02', SECOND, TEACHER]) await school.allows(who);
    inside(school, parents, SECOND);
    await school.says(SECOND, school.dialog(SECOND), `/код ${await school.codeFor('p02')}`);
    await school.says('p02', parents, RUDE);
    expect(school.hears(school.dialog('p02')).at(-1)).toContain('Это предупреждение');

    await school.passes(HOUR);
    await school.says(SECOND, parents, RUDE);

    expect(await strikesOf(school, 'p02')).toHaveLength(2);
    expect(await school.stores.records.all('conduct')).toHaveLength(1);
    for (const who of ['p02', SECOND]) expect(school.mayWrite(who, parents)).toBe(false);
  });

  scene('a limit holds for an account that is linked meanwhile', async (school) => {
    const parents = await school.chat('class_parents');
    for (const who of ['p02', SECOND, TEACHER]) await school.allows(who);
    inside(school, parents, SECOND);
    await school.says('p02', parents, RUDE);
    await school.passes(HOUR);
    await school.says('p02', parents, RUDE);
    expect(school.mayWrite(SECOND, parents)).toBe(true);

    await school.says(SECOND, school.dialog(SECOND), `/код ${await school.codeFor('p02')}`);
    expect(school.mayWrite(SECOND, parents)).toBe(false);
    await school.passes(2 * DAY);
    for (const who of ['p02', SECOND]) expect(school.mayWrite(who, parents)).toBe(true);
  });

  scene(
    'what stood against an account that nobody knew stands against the person once it is linked',
    async (school) => {
      const parents = await school.chat('class_parents');
      for (const who of ['p02', SECOND, TEACHER]) await school.allows(who);
      inside(school, parents, SECOND);
      await school.says(SECOND, parents, CURT);
      const at = school.clock.now();
      const quoted = { author: accountOf(SECOND), at, text: CURT, attachments: [], forwarded: [] };
      await school.says(TEACHER, school.dialog(TEACHER), 'Пусть остынет', { forwarded: [quoted] });
      await school.presses(TEACHER, school.dialog(TEACHER), 'Грубость (п. 4.2)');
      const unknown = accountRef('memory', `of-${SECOND}`);
      expect([await strikesOf(school, unknown), await strikesOf(school, 'p02')]).toEqual([['counts'], []]);
      expect(school.mayWrite(SECOND, parents)).toBe(false);

      const link = `/код ${await school.codeFor('p02')}`;
      await school.passes(MINUTE);
      await school.says(SECOND, school.dialog(SECOND), link);
      await school.passes(MINUTE);
      expect([await strikesOf(school, unknown), await strikesOf(school, 'p02')]).toEqual([[], ['counts']]);
      expect((await school.stores.records.all('case')).map(({ value }) => value.person)).toEqual(['p02']);
      expect((await school.stores.records.all('evidence')).map(({ value }) => value.of)).toEqual(['p02']);
      // The limit that a person has decided is no shorter for it, and holds for all accounts.
      for (const who of ['p02', SECOND]) expect(school.mayWrite(who, parents)).toBe(false);
      await school.says(SECOND, school.dialog(SECOND), link);
      expect(await strikesOf(school, 'p02')).toEqual(['counts']);

      await school.passes(2 * DAY);
      for (const who of ['p02', SECOND]) expect(school.mayWrite(who, parents)).toBe(true);
      await school.says('p02', parents, RUDE);
      expect(await strikesOf(school, 'p02')).toHaveLength(2);
      expect(school.mayWrite(SECOND, parents)).toBe(false);
    },
  );
});
