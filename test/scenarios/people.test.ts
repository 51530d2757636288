import { confirmAhead } from '../../src/app/people-role.js';
import type { Person } from '../../src/domain/person.js';
import { accountRef, dialogOf } from '../../src/domain/refs.js';
import { DAY, HOUR, MINUTE } from '../../src/domain/time.js';
import { people } from '../../src/platforms/memory/index.js';
import { ADMINISTRATOR, accountOf, DIRECTOR, PARENT, PUPIL, type School, STRANGER, scene, TEACHER } from './world.js';

/** Wednesday, 2 September 2026, 10:00 in Moscow. */
const START = Date.parse('2026-09-02T10:00:00+03:00');
const unlinked = { at: START, linked: false } as const;

const links = async (school: School, who: string, by = who): Promise<void> => {
  await school.says(by, school.dialog(by), `/код ${await school.codeFor(who)}`);
};
const hears = (school: School, who: string): readonly string[] => school.hears(school.dialog(who));
const last = (school: School, who: string): string => hears(school, who).at(-1) ?? '';
const says = (school: School, who: string, words: string) => school.says(who, school.dialog(who), words);
const presses = (school: School, who: string, label: string) => school.presses(who, school.dialog(who), label);
/** One more of the staff, whose role nobody has confirmed. */
const clerk = async (school: School): Promise<Person> => {
  const found = await school.stores.people.find('u01');
  if (found === undefined) throw new Error('no u01');
  const { standing: _none, ...row } = found;
  return row;
};
const confirmedAt = async (school: School, who: string) => (await school.stores.people.find(who))?.standing?.confirmed;

describe('whoever of the staff links an account', () => {
  scene(
    'waits for the administrator, who is asked once, and may invite from then on (SC-01 steps 9, 10)',
    async (school) => {
      await links(school, ADMINISTRATOR);
      expect(await confirmedAt(school, ADMINISTRATOR)).toBe(START);
      await links(school, TEACHER);
      expect(last(school, ADMINISTRATOR)).toMatch(
        /^Ключева М\. П\., классный руководитель, подключилась 02\.09\.2026 в 10:00\. Это действительно она\?/,
      );
      expect(school.buttons(school.dialog(ADMINISTRATOR))).toEqual(['Подтвердить', 'Это не она']);
      expect(await confirmedAt(school, TEACHER)).toBeUndefined();

      await says(school, TEACHER, '/приглашения 5А родители');
      expect(hears(school, TEACHER)).toContain(
        'Приглашать смогут работники с подтверждённой ролью «учитель» (п. 2.5 Положения). Я сообщил администратору.',
      );
      expect(hears(school, ADMINISTRATOR).filter((words) => words.startsWith('Ключева'))).toHaveLength(1);
      await school.passes(DAY + MINUTE);
      await says(school, TEACHER, '/приглашения 5А родители');
      await says(school, TEACHER, '/найти p03');
      expect(last(school, TEACHER)).toMatch(/^Администратор платформы ещё не подтвердил.*\(п\. 2\.5 Положения\)/);
      expect(hears(school, ADMINISTRATOR).filter((words) => words.startsWith('Ключева'))).toHaveLength(2);

      expect(await presses(school, ADMINISTRATOR, 'Подтвердить')).toBe('Подтверждено');
      expect(hears(school, TEACHER)).toContain('Ваша роль подтверждена. Что Вы можете: /помощь.');
      await says(school, TEACHER, '/приглашения 5А родители');
      expect(last(school, TEACHER)).not.toContain('подтверждённой ролью');
      await says(school, ADMINISTRATOR, '/заявки');
      expect(last(school, ADMINISTRATOR)).toBe('Заявок, которые ждут Вашего решения, нет.');
    },
    unlinked,
  );

  scene(
    'and was somebody else: the account is nobody’s again, and the code is spent',
    async (school) => {
      await links(school, ADMINISTRATOR);
      await links(school, TEACHER, STRANGER);
      await says(school, ADMINISTRATOR, '/заявки k01');
      expect(hears(school, ADMINISTRATOR).at(-2)).toBe('Ждёт решения 1 заявка.');

      await says(school, ADMINISTRATOR, 'Это не она');

      expect(last(school, STRANGER)).toContain('не подтвердил');
      expect(await school.stores.people.accountsOf(TEACHER)).toEqual([]);
      expect(last(school, ADMINISTRATOR)).toBe(
        'Ключева М. П.: аккаунт отключён, код больше не действует. Вручите новый код лично.',
      );
    },
    unlinked,
  );

  scene(
    'is not confirmed by herself, nor twice by two administrators',
    async (school) => {
      await school.stores.people.put([
        {
          ...{ id: 'a02', role: 'administrator', surname: 'Другова', name: 'Инна', patronymic: 'Ильинична' },
          ...{ classes: [], subject: '', children: [], basis: '' },
        },
      ]);
      await links(school, ADMINISTRATOR);
      await links(school, 'a02');
      await presses(school, ADMINISTRATOR, 'Подтвердить');
      await links(school, DIRECTOR);
      expect(await confirmedAt(school, DIRECTOR)).toBeUndefined();

      await presses(school, 'a02', 'Подтвердить');
      await presses(school, ADMINISTRATOR, 'Это не она');

      expect(await confirmedAt(school, DIRECTOR)).toBe(START);
      expect(last(school, ADMINISTRATOR)).toBe('Заявка уже рассмотрена 02.09.2026 в 10:00: подтверждено.');
    },
    unlinked,
  );
});

describe('a card that comes in the middle of something else', () => {
  scene('does not catch its words: the conversation goes on, and the card is answered by its own', async (school) => {
    await school.stores.people.put([{ ...(await clerk(school)), id: 'u77' }]);
    await says(school, ADMINISTRATOR, '/найти p03');
    await presses(school, ADMINISTRATOR, 'Иной способ связи');
    await links(school, 'u77');
    expect(last(school, ADMINISTRATOR)).toContain('Это действительно');

    await says(school, ADMINISTRATOR, 'бумажный дневник');
    expect((await school.stores.people.find('p03'))?.standing?.otherWay?.how).toBe('бумажный дневник');
    await says(school, ADMINISTRATOR, 'Подтвердить');
    expect(await confirmedAt(school, 'u77')).toBeDefined();
  });

  scene('of several cards each is answered by its own words', async (school) => {
    await school.allows(ADMINISTRATOR);
    for (const id of ['u77', 'u78']) {
      await school.stores.people.put([{ ...(await clerk(school)), id }]);
      await links(school, id);
    }
    await says(school, ADMINISTRATOR, 'Подтвердить');
    await says(school, ADMINISTRATOR, 'Подтвердить');
    expect([await confirmedAt(school, 'u77'), await confirmedAt(school, 'u78')]).not.toContain(undefined);
  });
});

describe('a personal code', () => {
  scene(
    'in a deep link links at the first word, whatever the word, and is never shown back',
    async (school) => {
      const code = await school.codeFor('p03');
      const dialog = school.dialog('p03');
      await school.says('p03', dialog, 'Начать', { openedWith: code.replace('-', '') });
      await school.says('p03', dialog, '/я', { openedWith: code.replace('-', '') });
      await school.says('p03', dialog, 'Спасибо', { openedWith: code.replace('-', '') });

      const [welcome, me, again] = school.hears(dialog).filter((words) => !words.includes('чат «'));
      expect(welcome).toContain('Здравствуйте, Елена Викторовна!');
      expect(me).toContain('Сидорова Елена Викторовна');
      expect(again).toBe(welcome);
      expect(school.hears(dialog).join()).not.toContain(code);
    },
    unlinked,
  );

  scene(
    'bare in a chat is taken away and annulled; a school year that only looks like one stays',
    async (school) => {
      const parents = await school.chat('class_parents');
      const code = await school.codeFor('p03');
      await school.allows('p03');

      await school.says(PARENT, parents, '2026-2027');
      await school.says('p03', parents, code);

      expect(school.sees(parents)).toEqual(['2026-2027']);
      expect(last(school, 'p03')).toContain('больше не действует');
      await says(school, 'p03', `/код ${code}`);
      expect(last(school, 'p03')).toContain('не подошёл');
    },
    unlinked,
  );

  scene(
    'guessed by many pauses all codes, and the administrator hears of it once an hour',
    async (school) => {
      await links(school, ADMINISTRATOR);
      const guess = async (round: number) => {
        for (let at = 0; at < 25; at += 1) {
          const account = accountRef('memory', `guess-${round}-${at}`);
          for (let once = 0; once < 4; once += 1)
            people.post(school.platform.world, account, dialogOf(account), '/код ZZZZ-ZZZ1');
        }
        await school.quiet();
      };
      await guess(1);
      const alarms = () => hears(school, ADMINISTRATOR).filter((words) => words.startsWith('За последний час'));
      expect(alarms()).toHaveLength(1);
      await guess(2);
      expect(alarms()).toHaveLength(1);
      await links(school, 'p03');
      expect(last(school, 'p03')).toContain('приостановлен');

      await school.passes(HOUR + MINUTE);
      await guess(3);
      expect(alarms()).toHaveLength(2);
    },
    unlinked,
  );
});

describe('a lost phone', () => {
  const OLD = 'p03';
  const NEW = 'new-phone';

  scene('the old account hears of the new one, and is out once the class teacher says so', async (school) => {
    const parents = await school.chat('class_parents');
    await school.allows(TEACHER);
    await school.allows(OLD);
    await links(school, OLD, NEW);

    expect(last(school, OLD)).toContain('подключён ещё один аккаунт');
    expect(last(school, TEACHER)).toMatch(/^Сидорова Е\. В\., родитель.*подключилась ещё с одного аккаунта/);
    expect(await school.stores.people.accountsOf('p03')).toHaveLength(2);

    await presses(school, TEACHER, 'Отключить прежний');

    expect(await school.stores.people.accountsOf('p03')).toEqual([accountOf(NEW)]);
    expect(school.members(parents)).not.toContain(accountOf(OLD));
    expect(last(school, OLD)).toContain('больше не подключён');
    await says(school, NEW, '/я');
    expect(last(school, NEW)).toContain('Сидорова Елена Викторовна');
  });

  scene('a stolen card: the new account is out, the old one stays', async (school) => {
    await school.allows(ADMINISTRATOR);
    await links(school, OLD, STRANGER);
    await presses(school, ADMINISTRATOR, 'Отключить новый');

    expect(await school.stores.people.accountsOf('p03')).toEqual([accountOf(OLD)]);
    await says(school, STRANGER, '/я');
    expect(last(school, STRANGER)).toContain('представьтесь');
  });

  scene('the only administrator comes with one more account by the server’s code alone', async (school) => {
    await links(school, ADMINISTRATOR, NEW);
    expect(last(school, NEW)).toContain('dezhurny admin-code');
    expect(await school.stores.people.accountsOf(ADMINISTRATOR)).toEqual([accountOf(ADMINISTRATOR)]);

    const code = await school.codeFor(ADMINISTRATOR);
    await confirmAhead(school.stores, ADMINISTRATOR, 2, school.clock.now());
    await says(school, NEW, `/код ${code}`);
    expect(await school.stores.people.accountsOf(ADMINISTRATOR)).toHaveLength(2);
    expect(await confirmedAt(school, ADMINISTRATOR)).toBe(school.clock.now());
  });

  scene('lost before there is a new one: the class teacher disconnects it', async (school) => {
    const parents = await school.chat('class_parents');
    await says(school, TEACHER, '/найти Сидорова');
    await presses(school, TEACHER, 'Отключить аккаунты');

    expect(await school.stores.people.accountsOf('p03')).toEqual([]);
    expect(school.members(parents)).not.toContain(accountOf('p03'));
  });

  scene('somebody of another class may not decide it', async (school) => {
    await school.allows('k02');
    await links(school, OLD, NEW);
    await says(school, 'k02', '/заявки');
    expect(last(school, 'k02')).toBe('Заявок, которые ждут Вашего решения, нет.');
  });
});

describe('what is settled about people', () => {
  scene('another way of contact, and back again when she asks', async (school) => {
    await says(school, TEACHER, '/найти p03');
    await says(school, TEACHER, 'Иной способ связи');
    await says(school, TEACHER, '@all бумажный');
    expect(last(school, TEACHER)).toContain('например: бумажный дневник');
    await says(school, TEACHER, 'бумажный дневник');
    expect((await school.stores.people.find('p03'))?.standing?.otherWay?.how).toBe('бумажный дневник');

    await says(school, 'p03', '/я');
    expect(last(school, 'p03')).toContain('Иной способ связи: бумажный дневник');
    await says(school, TEACHER, '/найти p03');
    await presses(school, TEACHER, 'Снова через чаты');
    expect((await school.stores.people.find('p03'))?.standing?.otherWay).toBeUndefined();
  });

  scene(
    'a grandmother is entrusted with the child until a day, and is nobody of the school after it',
    async (school) => {
      await says(school, ADMINISTRATOR, '/найти p03');
      await presses(school, ADMINISTRATOR, 'Доверенное лицо');
      await says(school, ADMINISTRATOR, 'до 31.12.2031, заявление');
      expect(last(school, ADMINISTRATOR)).toContain('не дольше года');
      await says(school, ADMINISTRATOR, 'до 30.09.2026, заявление Сидоровой Е. В. от 01.09.2026');
      await says(school, 'p03', '/я');
      expect(last(school, 'p03')).toContain('Доверенное лицо по 30.09.2026');

      await school.passes(Date.parse('2026-10-01T00:00:00+03:00') - school.clock.now());
      await says(school, 'p03', '/я');
      expect(last(school, 'p03')).toContain('представьтесь');
    },
  );

  scene('a court’s restriction is seen by the administrator alone, and nobody hears why', async (school) => {
    const parents = await school.chat('class_parents');
    await school.allows('p03');
    await says(school, ADMINISTRATOR, '/найти p03');
    await presses(school, ADMINISTRATOR, 'Ограничение по решению суда');
    await says(school, ADMINISTRATOR, 'решение 2-145 от 01.09.2026');

    expect(school.members(parents)).not.toContain(accountOf('p03'));
    await says(school, ADMINISTRATOR, '/найти p03');
    expect(last(school, ADMINISTRATOR)).toContain('решение 2-145');
    await says(school, TEACHER, '/найти p03');
    expect(school.buttons(school.dialog(TEACHER))).not.toContain('Снять ограничение');
    await says(school, 'p03', '/я');
    const told = [...hears(school, TEACHER), ...hears(school, 'p03'), ...hears(school, DIRECTOR)].join();
    expect(told).not.toMatch(/суд|огранич|2-145/iu);
  });

  scene('a parent of the committee, and a teacher whose child learns here', async (school) => {
    const teacher = await school.stores.people.find('u01');
    if (teacher) await school.stores.people.put([{ ...teacher, children: ['s05'] }]);
    await says(school, TEACHER, '/найти p02');
    await presses(school, TEACHER, 'В родительский комитет');
    await says(school, PARENT, '/я');
    expect(last(school, PARENT)).toContain('Родительский комитет: 5А');
    await school.chat('class_parents', { class: '5Б' });
    await says(school, 'u01', '/я');
    expect(last(school, 'u01')).toContain('Дети: Орлова Н. (5Б)');
    expect(last(school, 'u01')).toContain('– 5Б – родители');
  });

  scene('people of other classes are not there for a class teacher, nor anybody for a pupil', async (school) => {
    await says(school, TEACHER, '/найти Орлова');
    expect(last(school, TEACHER)).toBe('Не найдено.');
    await says(school, PUPIL, '/найти Иванова');
    expect(last(school, PUPIL)).toContain('Пожалуйста, обратитесь');
    await says(school, ADMINISTRATOR, '/найти Иванова');
    expect(last(school, ADMINISTRATOR)).toContain('/найти s04');
    expect(JSON.stringify(await school.journal())).not.toMatch(/Орлов|Иванов/);
  });
});

describe('duties with an end', () => {
  scene('a substitute leads the class from a day to a day, beside its teacher', async (school) => {
    const parents = await school.chat('class_parents');
    const view = async () => {
      await says(school, 'u01', '/найти p03');
      return last(school, 'u01').includes('Сидорова Елена');
    };
    await says(school, ADMINISTRATOR, '/движение замена k01 u01 с 14.09.2026 до 18.09.2026 приказ 9 от 09.09.2026');
    await presses(school, ADMINISTRATOR, 'Выполнить');
    await school.passes(Date.parse('2026-09-13T23:59:59+03:00') - school.clock.now());
    expect(await view()).toBe(false);
    await school.passes(1_000);
    expect(await view()).toBe(true);
    await school.passes(Date.parse('2026-09-18T23:59:59+03:00') - school.clock.now());
    expect(await view()).toBe(true);
    await school.passes(1_000);
    expect(await view()).toBe(false);
    expect(school.members(parents)).not.toContain(accountOf('u01'));
    expect(school.members(parents)).toContain(accountOf(TEACHER));
  });

  scene('a deputy asks, the administrator carries it out', async (school) => {
    await school.allows(ADMINISTRATOR);
    await says(school, 'z01', '/движение замена k01 u01 до 18.09.2026 приказ 9 от 09.09.2026');
    expect(last(school, 'z01')).toBe('Передано тому, кто оформляет движение. Ответ придёт сюда.');
    expect((await school.stores.people.find('u01'))?.standing?.substitutes).toBeUndefined();
    await presses(school, ADMINISTRATOR, 'Выполнить');
    expect(last(school, 'z01')).toBe('Движение, о котором Вы просили, оформлено.');
    expect((await school.stores.people.find('u01'))?.standing?.substitutes).toHaveLength(1);
  });

  scene('a class teacher reports the movement of the own class, and of no other', async (school) => {
    await school.allows(ADMINISTRATOR);
    await says(school, TEACHER, '/движение перевод s01 5А 5Б приказ 9 от 09.09.2026');
    expect(last(school, TEACHER)).toContain('Передано');
    expect(last(school, ADMINISTRATOR)).toMatch(/^Просит классный руководитель\. Иванов П\./);
    await presses(school, ADMINISTRATOR, 'Отмена');
    expect(last(school, TEACHER)).toContain('не оформлено');
    await says(school, TEACHER, '/движение отчисление s05 приказ 9 от 09.09.2026');
    expect(last(school, TEACHER)).toContain('Лугову О. С.');
    expect((await school.stores.people.find('s01'))?.classes).toEqual(['5А']);
  });

  scene('the only administrator cannot be dismissed', async (school) => {
    await says(school, ADMINISTRATOR, '/движение увольнение a01 приказ 9 от 09.09.2026');
    expect(last(school, ADMINISTRATOR)).toContain('единственный администратор');
  });
});

describe('an additional administrator', () => {
  const ASK = 'назначить дополнительным администратором p02';

  scene('is not in the regulation: the question goes to whoever governs the school (SC-01 step 10)', async (school) => {
    await school.allows(DIRECTOR);
    await says(school, ADMINISTRATOR, ASK);
    expect(last(school, ADMINISTRATOR)).toBe(
      'Этот вопрос Положением не урегулирован. Передать его администрации школы?',
    );
    await presses(school, ADMINISTRATOR, 'Передать');
    expect(last(school, DIRECTOR)).toContain('решение оформляется приказом');
  });

  scene(
    'is one of the teachers who have joined, until a day (SC-01 step 10)',
    async (school) => {
      await says(school, ADMINISTRATOR, ASK);
      expect(last(school, ADMINISTRATOR)).toBe(
        'Дополнительного администратора назначают из присоединившихся педагогических работников (п. 2.1 Положения).',
      );
      await says(school, ADMINISTRATOR, 'назначить дополнительным администратором u01 до 30.09.2026');
      expect(last(school, ADMINISTRATOR)).toContain('до 30.09.2026 включительно?');
      await presses(school, ADMINISTRATOR, 'Назначить');
      await says(school, 'u01', '/движение перевод s01 5А 5Б приказ 9 от 09.09.2026');
      expect(last(school, 'u01')).toContain('Иванов П.');

      await school.passes(Date.parse('2026-10-01T00:00:00+03:00') - school.clock.now());
      await says(school, 'u01', '/движение перевод s01 5А 5Б приказ 9 от 09.09.2026');
      expect(last(school, 'u01')).not.toContain('Иванов П.');
    },
    { policy: 'oosh-19' },
  );
});
