import type { Standing } from '../../src/domain/person.js';
import { keep } from '../../src/domain/records.js';
import { accountRef } from '../../src/domain/refs.js';
import { DAY, HOUR, MINUTE } from '../../src/domain/time.js';
import { cases, FIRST, heard, last, limit, night, on, SECOND, stands, strikes, until } from './case-night.js';
import { accountOf, roster, type School, type SchoolOptions, scene } from './world.js';

const NOTHING: readonly string[] = [];
const noon: SchoolOptions = { at: on(9, 12) };
/** Minutes of a quarter of an hour, and what is said. */
const EPISODE = [
  [0, SECOND],
  [3, 'Ты ИДИОТ'],
  [6, 'Вы все такие придурки!'],
] as const;
const late: SchoolOptions = { at: on(9, 22, 40) };

/** 5А, with everybody the bot may write to. */
const opened = async (school: School, ...others: readonly string[]) => {
  for (const who of ['p02', 'k01', 'z01', 'd01', 'a01', ...others]) await school.allows(who);
  return school.chat('class_parents');
};

/** As the school's own records would have it by an order. */
const settles = async (school: School, who: string, over: Partial<Standing>): Promise<void> => {
  const held = await school.stores.records.get('standing', who);
  await school.stores.ledger.settle({
    key: `settles ${who}`,
    entry: { id: `n:${who}`, at: school.clock.now(), kind: 'note', detail: 'an order' },
    changes: [keep('standing', who, { ...held?.value, ...over }, held)],
    rows: [],
    chain: 'cli',
  });
};

/** The second breach of p02, confirmed without words by the class teacher; the chat may be written in again. */
const twice = async (school: School) => {
  const { parents } = await night(school);
  await until(school, on(10, 9));
  await school.presses('k01', school.dialog('k01'), 'Подтвердить');
  await school.presses('k01', school.dialog('k01'), 'Без пояснений');
  await until(school, on(11, 12));
  return parents;
};

describe('by day', () => {
  scene(
    'the card comes at once, and a whole quarter of an hour is one episode with one card',
    async (school) => {
      const parents = await opened(school);
      for (const [minute, words] of EPISODE) {
        await until(school, on(9, 12, minute));
        await school.says('p02', parents, words);
      }

      expect(heard(school, 'k01')).toHaveLength(1);
      expect(await strikes(school)).toEqual(['counts']);
      await school.says('k01', school.dialog('k01'), '/дела 1');
      expect(last(school, 'k01')).toContain('Скрытых сообщений за эти 15 минут: 3. Решение одно на все.');
    },
    noon,
  );

  scene(
    'at night the same is one card in the morning',
    async (school) => {
      const parents = await opened(school);
      for (const [minute, words] of EPISODE) {
        await until(school, on(9, 22, 40 + minute));
        await school.says('p02', parents, words);
      }
      await until(school, on(10, 8));

      expect(heard(school, 'k01')).toEqual([expect.stringContaining('Скрытых сообщений за эти 15 минут: 3.')]);
    },
    late,
  );

  scene(
    'a warning needs no confirmation and may be taken back',
    async (school) => {
      const parents = await opened(school);
      await school.says('p02', parents, FIRST);
      expect(school.buttons(school.dialog('k01'))).toEqual(['Показать фрагмент', 'Отменить']);

      await school.presses('k01', school.dialog('k01'), 'Отменить');
      await school.presses('k01', school.dialog('k01'), 'Достаточно разговора');

      expect(last(school, 'p02')).toBe('Предупреждение в чате «5А – родители» снято, запись о нарушении отменена.');
      expect(await strikes(school)).toEqual(['void']);
    },
    noon,
  );

  scene(
    'what is only held waits for a person: left hidden it is no breach, given back its author is asked how',
    async (school) => {
      const parents = await opened(school, 'p01');
      await school.says('p02', parents, 'Петров дебил');
      await school.says('p01', parents, 'Сидоров дебил');
      expect(school.buttons(school.dialog('k01'))).toEqual([
        'Показать фрагмент',
        'Вернуть в чат',
        'Оставить скрытым',
        'Я сторона конфликта…',
      ]);

      await school.presses('k01', school.dialog('k01'), 'Вернуть в чат');
      await school.says('k01', school.dialog('k01'), '/дела');
      await school.presses('k01', school.dialog('k01'), 'Оставить скрытым');
      await school.says('k01', school.dialog('k01'), 'Обсудим лично');

      expect(last(school, 'p02')).toBe(
        'Ваше сообщение в чате «5А – родители» от 09.09.2026 12:00 останется скрытым (классный руководитель). Пояснение: «Обсудим лично». Нарушением это не считается.',
      );
      expect(school.buttons(school.dialog('p01'))).toContain('Вернуть в чат');
      expect(await strikes(school)).toEqual(NOTHING);
      expect((await cases(school)).map(({ decided }) => decided?.as)).toEqual(['confirmed', 'cancelled']);
    },
    noon,
  );

  scene(
    'of what staff wrote nobody is asked; the administration sees a number',
    async (school) => {
      await opened(school, 'u01');
      const subject = await school.chat('subject', { subject: 'информатика', registered: { by: 'u01', at: 0 } });

      await school.says('u01', subject, 'Сидоров опять двойка, позор');
      await school.passes(DAY);

      expect(await cases(school)).toHaveLength(1);
      for (const who of ['k01', 'z01', 'd01', 'a01']) expect(heard(school, who)).toEqual(NOTHING);
      await school.says('z01', school.dialog('z01'), '/дела');
      expect(last(school, 'z01')).toBe(
        'Дел, которые ждут Вашего решения, нет.\nЗа последние 30 дней:\n– сообщений работников скрыто за 7 дней: 1',
      );
      for (const who of ['k01', 'a01']) {
        await school.says(who, school.dialog(who), '/дела');
        expect(last(school, who)).toContain('показать тоже нечего');
        await school.says(who, school.dialog(who), '/дела 1');
        expect(last(school, who)).toContain('Дела № 1 среди тех, которые Вы можете видеть, нет');
      }
    },
    noon,
  );

  scene(
    'without adopted rules nobody is warned or limited: what the regulation grounds is hidden, however often',
    async (school) => {
      const parents = await opened(school);
      for (const [hour, words] of [
        [12, FIRST],
        [13, SECOND],
        [14, 'Ты ИДИОТ'],
      ] as const) {
        await until(school, on(9, hour));
        await school.says('p02', parents, words);
      }

      expect(stands(school, parents)).toEqual(NOTHING);
      expect((await cases(school)).map(({ measure }) => measure)).toEqual([undefined, undefined, undefined]);
      expect(await strikes(school)).toEqual(NOTHING);
      expect(school.mayWrite('p02', parents)).toBe(true);
      expect(last(school, 'k01')).toContain('Сообщение скрыто, других мер нет.');
      expect(school.buttons(school.dialog('k01'))).toEqual(['Показать фрагмент', 'Отменить']);
    },
    { ...noon, rules: false },
  );

  scene(
    'a school whose regulation says nothing of it hides nothing either until it has adopted rules',
    async (school) => {
      const parents = await opened(school);
      await school.says('p02', parents, SECOND);

      expect(stands(school, parents)).toEqual([SECOND]);
      expect(await cases(school)).toEqual([]);
      expect(heard(school, 'k01')).toEqual(NOTHING);
    },
    { ...noon, policy: 'oosh-19', rules: false },
  );

  scene(
    'with adopted rules the other school goes by its own points',
    async (school) => {
      await night(school);
      await until(school, on(10, 8));

      expect(last(school, 'k01')).toContain('Бот увидел оскорбление (п. 1 Правил общения в чатах).');
      await school.presses('k01', school.dialog('k01'), 'Подтвердить');
      await school.presses('k01', school.dialog('k01'), 'Без пояснений');
      expect(await strikes(school)).toEqual(['counts', 'counts']);
    },
    { ...late, policy: 'oosh-19' },
  );
});

describe('who is asked', () => {
  scene(
    'whoever stands in for the class teacher by an order',
    async (school) => {
      await school.allows('k02');
      await settles(school, 'k02', { substitutes: [{ class: '5А', since: on(9, 0), act: 'приказ 5' }] });
      await night(school);
      await until(school, on(10, 8));

      expect(heard(school, 'k02').at(-1)).toContain('Дело № 2.');
      expect(heard(school, 'k01')).toEqual(NOTHING);
      await school.presses('k02', school.dialog('k02'), 'Подтвердить');
      await school.presses('k02', school.dialog('k02'), 'Без пояснений');
      expect(await strikes(school)).toEqual(['counts', 'counts']);
      expect(last(school, 'p02')).toContain('(классный руководитель). Если Вы не согласны');
    },
    late,
  );

  scene(
    'of a class without a teacher the deputy, who is not told whom it is about',
    async (school) => {
      await opened(school);
      await school.says('p02', await school.chat('class_parents', { class: '5В' }), SECOND);

      expect(heard(school, 'k01')).toEqual(NOTHING);
      expect(last(school, 'z01')).toContain('Автор: родитель обучающегося 5В класса.');
      expect(last(school, 'z01')).not.toContain('Петров');
    },
    noon,
  );

  scene(
    'a class teacher who cannot be written to is passed over',
    async (school) => {
      const parents = await opened(school);
      await school.says('p02', parents, FIRST);

      expect(last(school, 'z01')).toContain('Дело № 1.');
      expect((await cases(school))[0]?.asked?.who).toBe('z01');
    },
    { ...noon, unlinked: ['k01'] },
  );

  scene(
    'nobody is linked who may decide: the administrator hears of it once, and it is asked again every morning',
    async (school) => {
      const parents = await opened(school);
      await school.says('p02', parents, FIRST);

      const told =
        'Дело № 1, чат «5А – родители»: решить его некому – ни классный руководитель, ни администрация не подключены к боту. Я спрошу снова утром. Пожалуйста, вручите им личные коды.';
      expect(heard(school, 'a01')).toEqual([told]);
      await until(school, on(11, 9));
      expect(heard(school, 'a01')).toEqual([told]);

      await school.says('k01', school.dialog('k01'), `/код ${await school.codeFor('k01')}`);
      await school.presses('a01', school.dialog('a01'), 'Подтвердить');
      await until(school, on(12, 8));
      expect(last(school, 'k01')).toContain('Дело № 1.');
    },
    { ...noon, unlinked: ['k01', 'z01', 'd01'] },
  );

  scene(
    'the deputy is in the conflict too: the director; and nobody is asked about himself',
    async (school) => {
      await night(school);
      await until(school, on(10, 8, 10));
      await school.presses('k01', school.dialog('k01'), 'Я сторона конфликта…');
      await school.passes(MINUTE);
      await school.presses('z01', school.dialog('z01'), 'Я сторона конфликта…');
      await school.passes(MINUTE);

      expect(last(school, 'd01')).toContain('Дело № 2.');
      await school.presses('d01', school.dialog('d01'), 'Я сторона конфликта…');
      expect(last(school, 'd01')).toBe(
        'Дело № 2 передано, но решить его пока некому: никто из тех, кто вправе, не подключён к боту. Администратор платформы узнает об этом.',
      );
      await school.passes(MINUTE);
      expect(last(school, 'a01')).toContain('решить его некому');
      await until(school, on(10, 23, 40));
      expect(await strikes(school)).toEqual(['counts', 'void']);
    },
    late,
  );
});

describe('twice, at once, and after a restart', () => {
  scene(
    'two people decide at the same moment: the first holds, the second hears of it',
    async (school) => {
      const { parents } = await night(school);
      await until(school, on(10, 14));
      await school.presses('k01', school.dialog('k01'), 'Отменить');
      await school.presses('z01', school.dialog('z01'), 'Подтвердить');

      await Promise.all([
        school.presses('k01', school.dialog('k01'), 'Достаточно разговора'),
        school.presses('z01', school.dialog('z01'), 'Без пояснений'),
      ]);

      const late = ['k01', 'z01'].filter((who) => last(school, who).startsWith('По делу № 2 решать уже нечего'));
      expect(late).toHaveLength(1);
      const won = late[0] === 'z01' ? 'void' : 'counts';
      expect(await strikes(school)).toEqual(['counts', won]);
      expect(school.mayWrite('p02', parents)).toBe(won === 'void');
      expect(heard(school, 'p02').filter((words) => words.startsWith('Ограничение'))).toHaveLength(1);
    },
    late,
  );

  scene(
    'pressed twice it is decided once',
    async (school) => {
      await night(school);
      await until(school, on(10, 9));
      await school.presses('k01', school.dialog('k01'), 'Подтвердить');
      await Promise.all([
        school.presses('k01', school.dialog('k01'), 'Без пояснений'),
        school.presses('k01', school.dialog('k01'), 'Без пояснений'),
      ]);

      expect(await school.presses('k01', school.dialog('k01'), 'Отменить')).toBe('Уже решено');
      expect(heard(school, 'p02').filter((words) => words.startsWith('Ограничение'))).toHaveLength(1);
      expect((await limit(school)).measure?.state).toBe('confirmed');
    },
    late,
  );

  scene(
    'a restart between any two steps changes nothing',
    async (school) => {
      const { parents } = await night(school);
      await school.restarts();
      await until(school, on(10, 8));
      await school.restarts();
      await school.presses('k01', school.dialog('k01'), 'Подтвердить');
      await school.restarts();
      await school.says('k01', school.dialog('k01'), 'Тон недопустим');
      await school.restarts();

      expect(heard(school, 'k01').filter((words) => words.startsWith('Дело № 2. Чат'))).toHaveLength(1);
      expect(await strikes(school)).toEqual(['counts', 'counts']);
      expect(school.mayWrite('p02', parents)).toBe(false);
      await until(school, on(10, 23, 40));
      expect(school.mayWrite('p02', parents)).toBe(true);
    },
    late,
  );

  scene(
    'the bot was away over the morning: the card comes when it is back, never in quiet hours',
    async (school) => {
      await night(school);
      school.clock.set(on(10, 21));
      await school.quiet();
      expect(heard(school, 'k01')).toEqual(NOTHING);

      await until(school, on(11, 8));

      expect(heard(school, 'k01').map((words) => words.slice(0, 9))).toEqual(['Дело № 1.']);
      expect(await strikes(school)).toEqual(['counts', 'void']);
    },
    late,
  );
});

describe('a card that comes too late', () => {
  scene(
    'after an objection was granted says when, and changes nothing',
    async (school) => {
      await night(school);
      await until(school, on(10, 9));
      await school.presses('p02', school.dialog('p02'), 'Не согласен(на)');
      await school.presses('p02', school.dialog('p02'), 'Без пояснений');
      await school.presses('z01', school.dialog('z01'), 'Удовлетворить');
      await school.says('z01', school.dialog('z01'), 'Погорячились обе стороны');
      expect(await strikes(school)).toEqual(['counts', 'void']);

      await school.presses('k01', school.dialog('k01'), 'Подтвердить');

      expect(last(school, 'k01')).toBe('По делу № 2 решать уже нечего: решение принято 10.09.2026 в 09:00 – отменено.');
      expect(await strikes(school)).toEqual(['counts', 'void']);
    },
    late,
  );
});

describe('several accounts of one person', () => {
  scene(
    'all of them may only read, and all may write again; a new one does not help',
    async (school) => {
      const tablet = accountRef('memory', 'of-tablet');
      const { world } = school.platform;
      const link = async (who: string) =>
        school.stores.ledger.settle({
          key: `links ${who}`,
          entry: { id: `n:links ${who}`, at: school.clock.now(), kind: 'note', detail: 'a link' },
          changes: [{ put: 'link', account: accountOf(who), person: 'p02', at: school.clock.now() }],
          rows: [],
          chain: 'cli',
        });
      await link('tablet');
      const parents = await opened(school);
      world.change(parents, { members: [...(world.chats.get(parents)?.members ?? []), tablet] });
      await school.says('p02', parents, FIRST);
      await school.passes(20 * MINUTE);
      await school.says('tablet', parents, SECOND);

      expect(await strikes(school)).toEqual(['counts', 'pending']);
      expect([school.mayWrite('p02', parents), school.mayWrite('tablet', parents)]).toEqual([false, false]);

      await link('phone');
      await school.joins('phone', parents);
      expect(school.mayWrite('phone', parents)).toBe(false);

      await school.presses('k01', school.dialog('k01'), 'Отменить');
      await school.presses('k01', school.dialog('k01'), 'Достаточно разговора');
      for (const who of ['p02', 'tablet', 'phone']) expect(school.mayWrite(who, parents)).toBe(true);
    },
    noon,
  );
});

describe('looking at what was hidden', () => {
  scene(
    'is asked for with a reason, written beside it and in the journal; then it can be decided at once',
    async (school) => {
      await night(school);
      await until(school, on(10, 9));
      await school.presses('k01', school.dialog('k01'), 'Показать фрагмент');
      expect(last(school, 'k01')).toBe(
        'Дело № 2. Зачем нужен фрагмент? Нажмите кнопку или напишите причину: просмотр записывается.',
      );
      await school.says('k01', school.dialog('k01'), 'Разговор с родителем');

      expect(last(school, 'k01')).toMatch(/^Дело № 2\. Просмотр записан\.\n«.+»$/);
      expect(school.buttons(school.dialog('k01'))).toEqual(['Подтвердить', 'Отменить', 'Я сторона конфликта…']);
      const opened = (await school.stores.records.all('evidence')).flatMap(({ value }) => value.opened);
      expect(opened).toEqual([{ by: 'k01', at: on(10, 9), why: 'Разговор с родителем' }]);
      const entries = await school.journal();
      expect(entries.map((entry) => ('because' in entry ? entry.because : ''))).toContain(
        'command:дела:evidence-opened',
      );
      expect(JSON.stringify(entries)).not.toContain('Разговор');
    },
    late,
  );

  scene(
    'is not for the administration to which nobody has brought it, nor for the administrator',
    async (school) => {
      await night(school);
      await until(school, on(10, 9));

      await school.says('z01', school.dialog('z01'), '/дела 1');
      await school.presses('z01', school.dialog('z01'), 'Показать фрагмент');
      expect(last(school, 'z01')).toBe(
        'Сам фрагмент администрация видит, когда по делу есть возражение или жалоба либо когда решать поручено ей.',
      );
      await school.says('a01', school.dialog('a01'), '/дела 1');
      await school.presses('a01', school.dialog('a01'), 'Показать фрагмент');
      expect(last(school, 'a01')).toMatch(/^Этого я сделать не могу: видеть обстоятельства нарушения может/);
      expect((await school.stores.records.all('evidence')).flatMap(({ value }) => value.opened)).toEqual([]);
    },
    late,
  );

  scene(
    'a parent sees how the own case stands, and nobody else’s',
    async (school) => {
      await night(school);
      await school.allows('p01');

      await school.says('p02', school.dialog('p02'), '/дела');
      expect(last(school, 'p02')).toBe(
        'Дел, которые ждут Вашего решения, нет.\nЗа последние 30 дней:\n' +
          '– № 2, 09.09.2026 23:40, «5А – родители»: бот увидел оскорбление (п. 4.2 Положения); режим «только чтение»\n' +
          '– № 1, 09.09.2026 23:14, «5А – родители»: бот увидел оскорбление (п. 4.2 Положения); предупреждение',
      );
      await school.says('p02', school.dialog('p02'), '/дела 2');
      expect(school.buttons(school.dialog('p02'))).toEqual(NOTHING);
      await school.says('p01', school.dialog('p01'), '/дела 2');
      expect(last(school, 'p01')).toContain('Дела № 2 среди тех, которые Вы можете видеть, нет');
    },
    late,
  );
});

describe('the third breach and the fourth', () => {
  scene(
    'the third: the class teacher chooses one, three or seven days, and the messenger keeps to it',
    async (school) => {
      const parents = await twice(school);
      await school.says('p02', parents, 'Ты ИДИОТ');
      expect(school.buttons(school.dialog('k01'))).toEqual([
        'Показать фрагмент',
        'Подтвердить: 1 день',
        'Подтвердить: 3 дня',
        'Подтвердить: 7 дней',
        'Отменить',
        'Я сторона конфликта…',
      ]);
      expect((await limit(school)).measure?.until).toBe(on(12, 12));

      await school.presses('k01', school.dialog('k01'), 'Подтвердить: 3 дня');
      expect(last(school, 'k01')).toContain('Подтверждаю ограничение на 3 дня.');
      await school.presses('k01', school.dialog('k01'), 'Без пояснений');

      expect(last(school, 'p02')).toContain('подтверждено до 14.09.2026 12:00 (классный руководитель)');
      await until(school, on(14, 12) - 1);
      expect(school.mayWrite('p02', parents)).toBe(false);
      await until(school, on(14, 12));
      expect(school.mayWrite('p02', parents)).toBe(true);
      expect(await strikes(school)).toEqual(['counts', 'counts', 'counts']);
    },
    late,
  );

  scene(
    'the fourth: the administration may exclude, with a reason and another way of informing; the link lets nobody back',
    async (school) => {
      const parents = await twice(school);
      await school.says('p02', parents, 'Ты ИДИОТ');
      await school.presses('k01', school.dialog('k01'), 'Подтвердить: 1 день');
      await school.presses('k01', school.dialog('k01'), 'Без пояснений');
      await until(school, on(14, 12));
      await school.says('p02', parents, 'Вы все такие придурки!');
      expect(heard(school, 'k01').at(-1)).toContain('Дело № 4.');
      expect(last(school, 'z01')).toContain('Правила чата позволяют администрации исключить автора из чата.');

      await school.presses('z01', school.dialog('z01'), 'Исключить из чата');
      await school.says('z01', school.dialog('z01'), 'Оскорбления после трёх предупреждений.');
      await school.says('z01', school.dialog('z01'), 'Записка через дневник.');
      expect(last(school, 'z01')).toBe(
        'Дело № 4. Участник будет исключён из чата «5А – родители».\nПричина: Оскорбления после трёх предупреждений.\nКак информировать: Записка через дневник.\nИсключить?',
      );
      expect(school.members(parents)).toContain(accountOf('p02'));
      await school.presses('z01', school.dialog('z01'), 'Да, исключить');

      expect(school.members(parents)).not.toContain(accountOf('p02'));
      expect(last(school, 'p02')).toBe(
        'Администрация школы приняла решение исключить Вас из чата «5А – родители» (п. 6 Правил общения в чатах). Причина: Оскорбления после трёх предупреждений. Новости класса Вы будете получать так: Записка через дневник. Это мера чата, а не дисциплинарное взыскание. Если Вы не согласны, можно обратиться в комиссию школы по урегулированию споров.',
      );
      expect(last(school, 'k01')).toBe(
        'Петров Д. О.: администрация исключила из чата «5А – родители» (дело № 4). Причина: Оскорбления после трёх предупреждений. Как информировать: Записка через дневник.',
      );
      const standing = await school.stores.records.get('standing', 'p02');
      expect(standing?.value).toMatchObject({ otherWay: { how: 'Записка через дневник.' }, excluded: [parents] });
      expect(await limit(school)).toMatchObject({ measure: { state: 'confirmed' }, excluded: { by: 'z01' } });

      await school.says('a01', school.dialog('a01'), '/найти Петров');
      expect(last(school, 'a01')).toContain('Исключение по решению администрации, чатов: 1.');

      await school.joins('p02', parents);
      expect(school.members(parents)).not.toContain(accountOf('p02'));
      await school.joins('p02', parents, 'a01');
      expect(school.members(parents)).toContain(accountOf('p02'));
    },
    late,
  );

  scene(
    'an administration that is the author’s own family is not asked, and excludes nobody by the list of cases either',
    async (school) => {
      const deputy = roster.find(({ id }) => id === 'z01');
      if (deputy)
        await school.stores.people.put([...roster.filter((one) => one !== deputy), { ...deputy, children: ['s02'] }]);
      for (const who of ['s02', 'k01', 'z01', 'd01']) await school.allows(who);
      const pupils = await school.chat('class_students');
      for (const [day, answer] of [
        [9, undefined],
        [10, 'Подтвердить'],
        [12, 'Подтвердить: 1 день'],
        [14, undefined],
      ] as const) {
        await until(school, on(day, 12));
        await school.says('s02', pupils, 'Ты ИДИОТ');
        if (answer) await school.presses('k01', school.dialog('k01'), answer);
        if (answer) await school.presses('k01', school.dialog('k01'), 'Без пояснений');
      }

      expect(last(school, 'd01')).toContain('Правила чата позволяют администрации исключить автора из чата.');
      expect(heard(school, 'z01').filter((words) => words.includes('исключить'))).toEqual(NOTHING);
      await school.says('z01', school.dialog('z01'), '/дела 4');
      expect(school.buttons(school.dialog('z01'))).not.toContain('Исключить из чата');
    },
    noon,
  );

  scene(
    'no exclusion without a reason: [Не исключать] at any step leaves the rest as it is',
    async (school) => {
      const parents = await twice(school);
      for (const [day, words] of [
        [11, 'Ты ИДИОТ'],
        [14, 'Вы все такие придурки!'],
      ] as const) {
        await until(school, on(day, 12));
        await school.says('p02', parents, words);
        await school.presses('k01', school.dialog('k01'), 'Подтвердить: 1 день');
        await school.presses('k01', school.dialog('k01'), 'Без пояснений');
      }
      await school.presses('z01', school.dialog('z01'), 'Исключить из чата');
      await school.presses('z01', school.dialog('z01'), 'Не исключать');

      expect(last(school, 'z01')).toBe('Дело № 4: исключения не будет. Остальные меры по делу остаются в силе.');
      expect(school.members(parents)).toContain(accountOf('p02'));
      expect((await limit(school)).excluded).toBeUndefined();
      await school.says('d01', school.dialog('d01'), '/дела 4');
      expect(school.buttons(school.dialog('d01'))).toEqual(['Исключить из чата', 'Не исключать']);
      await school.says('a01', school.dialog('a01'), '/дела 4');
      expect(school.buttons(school.dialog('a01'))).toEqual(['Показать фрагмент']);
    },
    late,
  );
});

describe('what the messenger does not let the bot take away', () => {
  scene(
    'its author is asked to, then the class teacher; the journal says that it stands, and nothing counts',
    async (school) => {
      const parents = await opened(school);
      const { world } = school.platform;
      world.change(parents, { admins: [...(world.chats.get(parents)?.admins ?? []), accountOf('p02')] });

      await school.says('p02', parents, FIRST);
      await school.passes(HOUR);

      expect(stands(school, parents)).toEqual([FIRST]);
      expect(last(school, 'p02')).toBe(
        'Здравствуйте! Ваше сообщение в чате «5А – родители» содержит оскорбление (п. 4.2 Положения). Мессенджер не позволяет мне скрыть его. Пожалуйста, удалите его сами.',
      );
      expect(heard(school, 'k01')).toContain(
        'Дело № 1: сообщение от 09.09.2026 12:00 в чате «5А – родители» бот удалить не смог – мессенджер этого не позволил (например, автор сам администратор чата). Автора я попросил убрать его. Пожалуйста, проверьте и удалите сообщение вручную.',
      );
      expect(await strikes(school)).toEqual(['void']);
      expect((await school.journal()).map((entry) => ('because' in entry ? entry.because : ''))).toContain(
        'timer:case-undeleted:not-deleted',
      );
    },
    noon,
  );
});
