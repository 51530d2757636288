import { PARENT, PUPIL, scene } from './world.js';

const NOTHING: readonly string[] = [];

/** What acts today: whatever is to be deleted. What waits for a person, or calls one, is journaled and left to the cases. */
describe('SC-05: dangerous content', () => {
  scene('a. somebody’s telephone number disappears, and nobody repeats it', async (school) => {
    const pupils = await school.chat('class_students');
    await school.allows(PUPIL);

    const message = await school.says(PUPIL, pupils, 'Номер Дашки Петровой 8 900 555-12-34, звоните ей все');

    expect(school.sees(pupils)).toEqual(NOTHING);
    const [notice, ...more] = school.hears(school.dialog(PUPIL));
    expect(notice).toContain('личные данные другого человека (п. 4.2 Положения)');
    expect(more).toEqual(NOTHING);
    expect(JSON.stringify([notice, await school.journal(message)])).not.toContain('555-12-34');
  });

  scene('c. a look-alike of the state’s site disappears', async (school) => {
    const parents = await school.chat('class_parents');
    await school.allows(PARENT);

    await school.says(PARENT, parents, 'Подтвердите вход до 20:00: http://gosusIugi-dnevnik.example/login');

    expect(school.sees(parents)).toEqual(NOTHING);
    expect(school.hears(school.dialog(PARENT))).toHaveLength(1);
  });

  scene('f. marks of a named pupil disappear, a teacher’s message too', async (school) => {
    const pupils = await school.chat('class_students');
    await school.allows('u01');

    await school.says('u01', pupils, 'Сидоров опять двойка, позор');

    expect(school.sees(pupils)).toEqual(NOTHING);
    expect(school.hears(school.dialog('u01'))).toHaveLength(1);
  });

  scene('i. an innocent message edited into a bad one disappears, once', async (school) => {
    const pupils = await school.chat('class_students');
    await school.allows(PUPIL);
    const message = await school.says(PUPIL, pupils, 'Кто дежурный?');

    await school.edits(PUPIL, message, 'Ты идиот');

    expect(school.sees(pupils)).toEqual(NOTHING);
    expect(school.hears(school.dialog(PUPIL))).toHaveLength(1);
  });

  scene(
    'b, e, h. a call for help, an offer of drugs, a foreign messenger: never deleted as a breach',
    async (school) => {
      const pupils = await school.chat('class_students');
      await school.allows(PUPIL);
      const said = [
        ['Не хочу больше жить, всем пока', 'unserved:alert'],
        ['Нужны курьеры, закладки, 5000 в день', 'unserved:alert'],
        ['го в телегу https://t.me/+abc', 'unserved:hold'],
      ] as const;

      for (const [words, because] of said) {
        const [entry] = await school.journal(await school.says(PUPIL, pupils, words));
        expect(entry).toMatchObject({ because });
      }

      expect(school.hears(school.dialog(PUPIL))).toEqual(NOTHING);
    },
  );

  scene('d. a photo without words stays', async (school) => {
    const pupils = await school.chat('class_students');

    await school.says(PUPIL, pupils, 'Экскурсия', { attachments: [{ kind: 'photo', words: [], handle: 'photo-1_7' }] });

    expect(school.sees(pupils)).toEqual(['Экскурсия']);
  });
});
