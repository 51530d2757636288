import type { PlaceRef } from '../../src/domain/refs.js';
import { type School, scene } from './world.js';

/** Monday, 14 September 2026, 10:00 in Moscow. */
const MONDAY = Date.UTC(2026, 8, 14, 7, 0);
const HOUR = 3_600_000;
const last = (school: School, where: PlaceRef) => school.hears(where).at(-1);
const asked = async (school: School) => {
  for (const who of ['p02', 'k01']) await school.allows(who);
  const [p02, k01] = [school.dialog('p02'), school.dialog('k01')];
  await school.says('p02', p02, '/обращение Можно ли прийти в среду?');
  expect(last(school, p02)).toBe('Передать Ключевой М. П.?\n\nМожно ли прийти в среду?');
  await school.presses('p02', p02, 'Передать');
  return { p02, k01 };
};

describe('a question to a person', () => {
  scene(
    'reaches the class teacher, and the answer comes back',
    async (school) => {
      const { p02, k01 } = await asked(school);
      expect(last(school, p02)).toBe('Обращение № 1 передано. Ответ придёт сюда.');
      expect(last(school, k01)).toBe('Обращение № 1. Петров Д. О., 5А:\n\nМожно ли прийти в среду?');
      await school.presses('k01', k01, 'Ответить');
      await school.says('k01', k01, 'Да, после трёх.');
      expect(last(school, p02)).toBe('Ответ на обращение № 1. Ключева М. П.:\n\nДа, после трёх.');
      expect((await school.stores.records.get('enquiry', '1'))?.value.state).toBe('answered');
    },
    { at: MONDAY },
  );

  scene(
    'waits for the morning when it is asked at night',
    async (school) => {
      const { p02, k01 } = await asked(school);
      expect(last(school, p02)).toContain('передам утром');
      expect(school.hears(k01)).toEqual([]);
      await school.passes(10 * HOUR);
      expect(school.hears(k01).some((words) => words.includes('Можно ли прийти в среду?'))).toBe(true);
    },
    { at: MONDAY + 12 * HOUR },
  );
});
