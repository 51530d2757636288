import { HOUR } from '../../src/domain/time.js';
import { NOON, PARENT, scene, TEACHER } from './world.js';

const ASKS = 'Считаю, что сборы на шторы незаконны, прошу ответить письменно';

scene(
  'SC-04, 9: criticism without insult stays, nothing is counted, the class teacher hears of the question once a day',
  async (school) => {
    const parents = await school.chat('class_parents');
    for (const who of [PARENT, TEACHER]) await school.allows(who);

    await school.says(PARENT, parents, ASKS);
    await school.passes(HOUR);
    await school.says(PARENT, parents, 'Жду ответа!');

    expect(school.sees(parents)).toEqual([ASKS, 'Жду ответа!']);
    expect(school.hears(school.dialog(TEACHER))).toEqual([
      'В чате «5А – родители» 11.09.2026 в 10:00 просят школу ответить. Вопрос без ответа: посмотрите, пожалуйста, чат. Сообщение осталось на месте, нарушением это не считается.',
    ]);
    expect(await school.stores.records.get('conduct', PARENT)).toBeUndefined();
  },
  { at: NOON + 46 * HOUR },
);
