import { DAY, HOUR, MINUTE, SECOND } from '../../src/domain/time.js';
import { NOON, PARENT, scene, TEACHER } from './world.js';

const NOTHING: readonly string[] = [];

/** What stands there of what people wrote. */
const ofPeople = (seen: readonly string[]): readonly string[] =>
  seen.filter((words) => !words.startsWith('Сообщение скрыто'));
/** Wednesday, 9 September 2026, 22:40 in Moscow. */
const NIGHT = NOON + 10 * HOUR + 40 * MINUTE;
const QUESTION = 'Подскажите, что задали по математике?';
const QUIET =
  'Сообщение видно всем, ответят утром (тихие часы 20:00–08:00, п. 4 Правил общения в чатах). О срочном сообщите классному руководителю лично.';

describe('in quiet hours', () => {
  scene(
    'SC-04, 1: a question at 22:40 stays, its author hears one soft word that night, and one the next night',
    async (school) => {
      const parents = await school.chat('class_parents');
      await school.allows('p03');

      await school.says('p03', parents, QUESTION);
      await school.passes(20 * MINUTE);
      await school.says('p03', parents, 'И по русскому?');

      expect(school.sees(parents)).toEqual([QUESTION, 'И по русскому?']);
      expect(school.hears(school.dialog('p03'))).toEqual([QUIET]);
      expect(await school.stores.records.get('conduct', 'p03')).toBeUndefined();

      await school.passes(DAY);
      await school.says('p03', parents, 'А сегодня?');
      expect(school.hears(school.dialog('p03'))).toEqual([QUIET, QUIET]);
    },
    { at: NIGHT },
  );

  scene(
    'whoever wants no more of it hears no more of it, and may want it again',
    async (school) => {
      const parents = await school.chat('class_parents');
      const dialog = school.dialog('p03');
      await school.allows('p03');
      await school.says('p03', parents, QUESTION);

      await school.presses('p03', dialog, 'Больше не напоминать');
      await school.passes(DAY);
      await school.says('p03', parents, QUESTION);
      expect(school.hears(dialog).filter((words) => words === QUIET)).toHaveLength(1);

      await school.says('p03', dialog, '/напоминания вкл');
      await school.passes(DAY);
      await school.says('p03', parents, QUESTION);
      expect(school.hears(dialog).filter((words) => words === QUIET)).toHaveLength(2);
    },
    { at: NIGHT },
  );

  scene(
    'the class teacher, a command, and a chat that is only watched: no word',
    async (school) => {
      const parents = await school.chat('class_parents');
      const watched = await school.chat('class_students', { mode: 'observe' });
      for (const who of [TEACHER, 's02', PARENT]) await school.allows(who);

      await school.says(TEACHER, parents, 'Завтра без формы');
      await school.says('s02', watched, 'Что задали?');
      await school.says(PARENT, parents, '/словарь Сферум');

      expect(school.hears(school.dialog(TEACHER))).toEqual(NOTHING);
      expect(school.hears(school.dialog('s02'))).toEqual(NOTHING);
      expect(school.hears(school.dialog(PARENT)).filter((words) => words === QUIET)).toEqual(NOTHING);
    },
    { at: NIGHT },
  );

  scene(
    'before the school’s chat rules are in force there are no quiet hours, and nobody is told of any',
    async (school) => {
      const parents = await school.chat('class_parents');
      await school.allows('p03');

      await school.says('p03', parents, QUESTION);

      expect(school.sees(parents)).toEqual([QUESTION]);
      expect(school.hears(school.dialog('p03'))).toEqual(NOTHING);
    },
    { at: NIGHT - 30 * DAY },
  );
});

describe('by day', () => {
  scene(
    'six messages in a minute: one soft word in private, nothing is touched, nothing is counted',
    async (school) => {
      const parents = await school.chat('class_parents');
      await school.allows(PARENT);

      for (let at = 0; at < 8; at += 1) {
        await school.says(PARENT, parents, `и ещё вопрос ${at}`);
        await school.passes(5 * SECOND);
      }

      expect(school.sees(parents)).toHaveLength(8);
      expect(school.hears(school.dialog(PARENT))).toEqual([
        'В Вашем сообщении в чате «5А – родители» бот увидел много сообщений подряд (п. 3 Правил общения в чатах). Пожалуйста, соберите всё в одно сообщение: так всем проще читать. Сообщение осталось на месте, нарушением это не считается.',
      ]);
      expect(await school.stores.records.get('conduct', PARENT)).toBeUndefined();
    },
  );

  scene(
    'twenty-five «+» in a minute: nobody is reproached, the class teacher hears of the poll once',
    async (school) => {
      const parents = await school.chat('class_parents');
      await school.allows(TEACHER);
      await school.allows(PARENT);

      for (let at = 0; at < 25; at += 1) {
        await school.says(at % 2 === 0 ? PARENT : 'p03', parents, '+');
        await school.passes(2 * SECOND);
      }

      expect(school.sees(parents)).toHaveLength(25);
      expect(school.hears(school.dialog(PARENT))).toEqual(NOTHING);
      expect(school.hears(school.dialog(TEACHER))).toEqual([expect.stringContaining('Удобнее опрос')]);
    },
  );
});

describe('the bot’s own noise', () => {
  const FOUL = ['Ты идиот', 'Ты дура', 'Вы все идиоты', 'Заткнись, дебил', 'Сам ты идиот'];

  scene(
    'five rude messages of five people in a day: at most three words in the chat, and they go by evening',
    async (school) => {
      const parents = await school.chat('class_parents');
      const people = ['p01', 'p02', 'p03', 's01', 's02'];

      for (const [at, who] of people.entries()) {
        await school.says(who, parents, FOUL[at] ?? '');
        await school.passes(16 * MINUTE);
      }
      expect(school.sees(parents)).toHaveLength(3);

      await school.passes(7 * HOUR);
      expect(school.sees(parents)).toEqual(NOTHING);
    },
  );

  scene('three rude messages within a quarter of an hour: one word in the chat', async (school) => {
    const parents = await school.chat('class_parents');

    for (const [at, who] of ['p01', 'p02', 'p03'].entries()) await school.says(who, parents, FOUL[at] ?? '');

    expect(school.sees(parents)).toHaveLength(1);
  });
});

describe('a rule that the school lets only watch', () => {
  const SOFT = 'Ты идиот';

  scene('takes nothing away, and on Monday the class teacher hears how often it would have', async (school) => {
    const parents = await school.chat('class_parents');
    for (const who of [TEACHER, PARENT, 'a01']) await school.allows(who);
    await school.says('a01', school.dialog('a01'), '/настройка правила в наблюдении оскорбления');

    await school.says(PARENT, parents, SOFT);
    await school.says('p03', parents, SOFT);
    await school.says('p03', parents, 'Охуели совсем');

    expect(ofPeople(school.sees(parents))).toEqual([SOFT, SOFT]);
    await school.passes(5 * DAY);
    expect(school.hears(school.dialog(TEACHER)).filter((words) => words.startsWith('За неделю'))).toEqual([
      'За неделю в чате «5А – родители» скрыто сообщений: 1, возражений: 0, из них признано ошибкой бота: 0.\nПравила, которые только наблюдают или напоминают, скрыли бы ещё: 2.\n– оскорбления: 2\nВключить их может администратор платформы: /настройка правила в наблюдении нет.',
    ]);
  });

  scene('lets the others act, and one that only reminds reminds', async (school) => {
    const parents = await school.chat('class_parents');
    for (const who of [PARENT, 'a01']) await school.allows(who);
    await school.says('a01', school.dialog('a01'), '/настройка правила с напоминанием оскорбления');

    await school.says(PARENT, parents, SOFT);

    expect(school.sees(parents)).toEqual([SOFT]);
    expect(school.hears(school.dialog(PARENT))).toEqual([
      'В Вашем сообщении в чате «5А – родители» бот увидел оскорбление (п. 4.2 Положения). Пожалуйста, скажите то же самое о поступке, а не о человеке. Сообщение осталось на месте, нарушением это не считается.',
    ]);
  });

  scene('a rule that calls adults cannot be told to watch', async (school) => {
    await school.allows('a01');

    await school.says('a01', school.dialog('a01'), '/настройка правила в наблюдении угрозы');

    expect(school.hears(school.dialog('a01')).at(-1)).toContain('нельзя смягчить');
  });
});

scene(
  'a chat that is only watched: on Monday its class teacher hears what would have been hidden',
  async (school) => {
    const parents = await school.chat('class_parents');
    await school.allows(TEACHER);

    await school.says(PARENT, parents, 'Охуели совсем');
    await school.passes(5 * DAY);

    expect(school.sees(parents)).toEqual(['Охуели совсем']);
    expect(school.hears(school.dialog(TEACHER)).filter((words) => words.startsWith('За неделю'))).toEqual([
      'За неделю в чате «5А – родители» бот только наблюдал. Было бы скрыто сообщений: 1.\n– мат: 1\nПосмотреть, что и почему, поможет администратор платформы. Включить работу: /наблюдение выкл в этом чате.',
    ]);
  },
  { mode: 'observe' },
);
