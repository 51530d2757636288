import { DAY } from '../../src/domain/time.js';
import { PARENT, scene, TEACHER } from './world.js';

const RUDE = 'Вы все идиоты';

describe('what is kept of a breach (§4.1)', () => {
  scene(
    'a strike stands for thirty days, the whole message for three working days, the rest goes thirty days after',
    async (school) => {
      const parents = await school.chat('class_parents');
      for (const who of [PARENT, TEACHER]) await school.allows(who);
      const { records } = school.stores;
      await school.says(PARENT, parents, RUDE);
      const [evidence] = await records.all('evidence');
      expect(evidence?.value.whole?.text).toBe(RUDE);

      await school.passes(6 * DAY);
      expect((await records.all('evidence'))[0]?.value).toMatchObject({ fragment: expect.any(String) });
      expect((await records.all('evidence'))[0]?.value.whole).toBeUndefined();
      expect((await records.get('conduct', PARENT))?.value.strikes).toHaveLength(1);

      await school.passes(24 * DAY);
      expect(await records.get('conduct', PARENT)).toBeUndefined();
      const expired = (await school.journal()).filter(
        (entry) => entry.kind === 'verdict' && entry.because === 'timer:strike-end:strike.expired',
      );
      expect(expired).toHaveLength(1);

      await school.passes(7 * DAY);
      expect(await records.all('evidence')).toEqual([]);
      expect(await records.all('case')).toEqual([]);
    },
  );
});
