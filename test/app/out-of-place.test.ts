import { on, stands, until } from '../scenarios/case-night.js';
import { PARENT, type School, type SchoolOptions, STRANGER, scene, TEACHER } from '../scenarios/world.js';

/** A messenger that cannot take anybody's right to write. */
const muteless: SchoolOptions = { at: on(9, 12), can: { mute: false } };
const NOTHING: readonly string[] = [];

/** A chat the bot has looked at, into which somebody comes by a link. */
const comes = async (school: School, who: string) => {
  const parents = await school.chat('class_parents');
  for (const one of [STRANGER, TEACHER, 'a01', PARENT]) await school.allows(one);
  await until(school, on(10, 9));
  await school.leaves(who, parents);
  await school.joins(who, parents);
  return parents;
};

describe('where a messenger cannot silence anybody', () => {
  scene(
    'whoever may not write there is not read, and nothing is said of it again',
    async (school) => {
      const parents = await comes(school, STRANGER);
      const before = school.hears(school.dialog(STRANGER)).length;

      await school.says(STRANGER, parents, 'Здравствуйте');
      await school.says(STRANGER, parents, 'Ау');

      expect(stands(school, parents)).toEqual(NOTHING);
      expect(school.hears(school.dialog(STRANGER))).toHaveLength(before);
      expect(await school.stores.records.all('case')).toEqual([]);
    },
    muteless,
  );

  scene(
    'is read again once a person has admitted them',
    async (school) => {
      const parents = await comes(school, 'p04');
      await school.says('p04', parents, 'Здравствуйте');
      expect(stands(school, parents)).toEqual(NOTHING);

      await school.leaves('p04', parents);
      await school.joins('p04', parents, 'a01');
      await school.says('p04', parents, 'Добрый день');

      expect(stands(school, parents)).toEqual(['Добрый день']);
    },
    muteless,
  );

  scene(
    'a personal code shown there is heard all the same: it is seen to, and whoever it is for may write',
    async (school) => {
      const parents = await comes(school, PARENT);
      await school.says(PARENT, parents, 'Здравствуйте');
      expect(stands(school, parents)).toEqual(NOTHING);

      await school.says(PARENT, school.dialog(PARENT), `/код ${await school.codeFor(PARENT)}`);
      await school.says(PARENT, parents, 'Добрый день');

      expect(stands(school, parents)).toEqual(['Добрый день']);
    },
    { ...muteless, unlinked: [PARENT] },
  );

  scene(
    'who went as a stranger and comes back as somebody of the list may write',
    async (school) => {
      const parents = await comes(school, PARENT);
      await school.leaves(PARENT, parents);
      await school.says(PARENT, school.dialog(PARENT), `/код ${await school.codeFor(PARENT)}`);
      await school.joins(PARENT, parents);

      await school.says(PARENT, parents, 'Добрый день');

      expect(stands(school, parents)).toEqual(['Добрый день']);
    },
    { ...muteless, unlinked: [PARENT] },
  );

  scene(
    'a code in the chat itself never stands there, whoever wrote it',
    async (school) => {
      const parents = await comes(school, PARENT);

      await school.says(PARENT, parents, await school.codeFor(PARENT));

      expect(stands(school, parents)).toEqual(NOTHING);
      expect(school.hears(school.dialog(PARENT)).at(-1)).toContain('Код, показанный в общем чате');
    },
    { ...muteless, unlinked: [PARENT] },
  );
});
