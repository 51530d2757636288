import { DAY, HOUR } from '../../src/domain/time.js';
import { people } from '../../src/platforms/memory/index.js';
import { cardFor, chatWith, inviting, issues, parentsChat } from './invites.js';
import { ADMINISTRATOR, accountOf, PARENT, PUPIL, type School, STRANGER, scene, TEACHER } from './world.js';

const hears = (school: School, who: string): readonly string[] => school.hears(school.dialog(who));
const last = (school: School, who: string): string => hears(school, who).at(-1) ?? '';
const says = (school: School, who: string, words: string) => school.says(who, school.dialog(who), words);
const presses = (school: School, who: string, label: string) => school.presses(who, school.dialog(who), label);
const links = async (school: School, who: string, by: string): Promise<void> => {
  await says(school, by, `/код ${await school.codeFor(who)}`);
};
const accountsOf = (school: School, who: string) => school.stores.people.accountsOf(who);
const confirmedAt = async (school: School, who: string) => (await school.stores.people.find(who))?.standing?.confirmed;

describe('a teacher’s card in wrong hands', () => {
  scene('makes nobody a member before the administrator has said whose account it is', async (school) => {
    const staff = await chatWith(school, [ADMINISTRATOR, TEACHER], 'staff');
    await school.allows(ADMINISTRATOR);
    await links(school, TEACHER, STRANGER);
    await school.joins(STRANGER, staff);
    expect(school.mayWrite(STRANGER, staff)).toBe(false);
    expect(last(school, STRANGER)).toContain('ещё не подтвердил');
    await school.passes(DAY);
    expect(school.mayWrite(STRANGER, staff)).toBe(false);
    await presses(school, ADMINISTRATOR, 'Подтвердить');
    expect(school.mayWrite(STRANGER, staff)).toBe(true);
  });

  scene('takes no right from the teacher once the administrator has said it was not she', async (school) => {
    await school.allows(ADMINISTRATOR);
    const before = await confirmedAt(school, TEACHER);
    await links(school, TEACHER, STRANGER);
    await presses(school, ADMINISTRATOR, 'Это не она');
    expect(await accountsOf(school, TEACHER)).toEqual([accountOf(TEACHER)]);
    expect(await confirmedAt(school, TEACHER)).toBe(before);
  });

  scene('and the card about the old account does no more when the new one is gone', async (school) => {
    await school.allows(ADMINISTRATOR);
    await links(school, TEACHER, STRANGER);
    await presses(school, ADMINISTRATOR, 'Это не она');
    await presses(school, ADMINISTRATOR, 'Отключить прежний');
    expect(await accountsOf(school, TEACHER)).toEqual([accountOf(TEACHER)]);
  });

  scene('opens nothing once the teacher herself comes with another card', async (school) => {
    await school.allows(ADMINISTRATOR);
    await links(school, TEACHER, STRANGER);
    await links(school, TEACHER, 'new-phone');
    expect(await accountsOf(school, TEACHER)).toEqual([accountOf(TEACHER), accountOf('new-phone')]);
    expect(last(school, STRANGER)).toContain('больше не подключён');
    await presses(school, ADMINISTRATOR, 'Подтвердить');
    await says(school, STRANGER, '/найти s01');
    expect(last(school, STRANGER)).not.toContain('Иванов');
    await says(school, 'new-phone', '/найти s01');
    expect(last(school, 'new-phone')).toContain('Иванов Павел');
  });

  scene('the new account put out, nothing waits for a word any more', async (school) => {
    await school.allows(ADMINISTRATOR);
    await links(school, TEACHER, STRANGER);
    await presses(school, ADMINISTRATOR, 'Отключить новый');
    expect(await accountsOf(school, TEACHER)).toEqual([accountOf(TEACHER)]);
    await says(school, TEACHER, '/найти s01');
    expect(last(school, TEACHER)).toContain('Иванов Павел');
    await says(school, ADMINISTRATOR, '/заявки');
    expect(last(school, ADMINISTRATOR)).toBe('Заявок, которые ждут Вашего решения, нет.');
  });
});

scene('a new card used from the account that is hers already changes nothing of her rights', async (school) => {
  const before = await confirmedAt(school, TEACHER);
  await links(school, TEACHER, TEACHER);
  expect(await confirmedAt(school, TEACHER)).toBe(before);
  expect(hears(school, ADMINISTRATOR)).toEqual([]);
});

describe('who leads a class', () => {
  for (const colleague of ['u01', ADMINISTRATOR])
    scene(
      `has no say about the accounts of a colleague, ${colleague}, though he teaches or has a child there`,
      async (school) => {
        const found = await school.stores.people.find(colleague);
        if (found) await school.stores.people.put([{ ...found, children: ['s02'] }]);
        await says(school, TEACHER, `/найти ${colleague}`);
        expect(school.buttons(school.dialog(TEACHER))).not.toContain('Отключить аккаунты');
      },
    );
});

describe('a chat the bot cannot look into', () => {
  scene('stops neither an order nor the parting with a lost phone', async (school) => {
    const open = await school.chat('class_students');
    const shut = await school.chat('class_parents');
    school.platform.world.change(shut, { admins: [] });
    await says(school, ADMINISTRATOR, '/движение отчисление s02 приказ 03-05-18 от 05.09.2026');
    await presses(school, ADMINISTRATOR, 'Выполнить');
    expect(last(school, ADMINISTRATOR)).toContain('Выполнено');
    expect(school.members(open)).not.toContain(accountOf(PUPIL));

    await says(school, ADMINISTRATOR, '/найти p03');
    await presses(school, ADMINISTRATOR, 'Отключить аккаунты');
    expect(await accountsOf(school, 'p03')).toEqual([]);
  });
});

describe('invites', () => {
  scene(
    'a pupil moved with an unused card in hand gets one that works',
    async (school) => {
      await chatWith(school, [TEACHER], 'class_students', { basis: 'приказ 1' });
      await chatWith(school, ['k02'], 'class_students', { class: '5Б', basis: 'приказ 1' });
      await school.allows('k02');
      await issues(school, '/приглашения s02');
      const old = cardFor(school, 'Петрова Дарья').code;
      await says(school, ADMINISTRATOR, '/движение перевод s02 5А 5Б приказ 03-05-17 от 02.09.2026');
      await presses(school, ADMINISTRATOR, 'Выполнить');
      const fresh = cardFor(school, 'Петрова Дарья', 'k02').code;
      expect(fresh).not.toBe('');
      expect(fresh).not.toBe(old);
      await says(school, PUPIL, `/код ${old}`);
      expect(await accountsOf(school, PUPIL)).toEqual([]);
      await says(school, PUPIL, `/код ${fresh}`);
      expect(await accountsOf(school, PUPIL)).toEqual([accountOf(PUPIL)]);
    },
    { ...inviting(), unlinked: [PUPIL] },
  );

  scene(
    'the new link of a chat does not go to a phone that is lost',
    async (school) => {
      const chat = await parentsChat(school);
      await issues(school);
      await says(school, PARENT, `/код ${cardFor(school, 'Петров Денис Олегович').code}`);
      await says(school, ADMINISTRATOR, '/найти p02');
      await presses(school, ADMINISTRATOR, 'Отключить аккаунты');
      const before = hears(school, PARENT).length;
      await school.joins(STRANGER, chat);
      expect(hears(school, PARENT).slice(before)).toEqual([]);
    },
    inviting(),
  );

  scene(
    'are not issued anew to whom a court restricts meanwhile, or who has left',
    async (school) => {
      const chat = await parentsChat(school);
      await issues(school);
      await school.passes(8 * DAY);
      await says(school, ADMINISTRATOR, '/найти p02');
      await presses(school, ADMINISTRATOR, 'Ограничение по решению суда');
      await says(school, ADMINISTRATOR, 'решение 2-145 от 01.09.2026');
      const before = hears(school, TEACHER).length;
      await presses(school, TEACHER, 'Выпустить заново');
      const cards = hears(school, TEACHER).slice(before).join('\n');
      expect(cards).toContain('Сидорова Елена Викторовна');
      expect(cards).not.toContain('Петров Денис');
      expect(school.members(chat)).toContain(accountOf(TEACHER));
    },
    inviting(),
  );
});

describe('a parent whom a court restricts', () => {
  const restrict = async (school: School): Promise<void> => {
    await says(school, ADMINISTRATOR, '/найти p02');
    await presses(school, ADMINISTRATOR, 'Ограничение по решению суда');
    await says(school, ADMINISTRATOR, 'решение 2-145 от 01.09.2026');
  };

  scene('is not let in by being added, even by the administrator, before the restriction is lifted', async (school) => {
    const chat = await chatWith(school, [TEACHER, PARENT], 'class_parents');
    await restrict(school);
    expect(school.members(chat)).not.toContain(accountOf(PARENT));
    await school.joins(PARENT, chat, ADMINISTRATOR);
    expect(school.mayWrite(PARENT, chat)).toBe(false);
    expect(hears(school, TEACHER).join('\n')).not.toMatch(/суд|ограничен/i);
    expect(school.sees(chat).join('\n')).not.toMatch(/суд|ограничен/i);
  });
});

describe('a decision about somebody who was found in a chat', () => {
  scene('is over when he belongs there by now', async (school) => {
    const chat = await chatWith(school, [TEACHER], 'class_parents');
    await school.allows(TEACHER);
    await school.joins('p04', chat);
    const child = await school.stores.people.find('s05');
    if (child) await school.stores.people.put([{ ...child, classes: ['5А'] }]);
    await presses(school, TEACHER, 'Исключить');
    expect(school.members(chat)).toContain(accountOf('p04'));
  });

  scene('what is found at night does not swallow what the morning was to tell', async (school) => {
    const chat = await chatWith(school, [TEACHER], 'class_parents');
    await school.allows(TEACHER);
    await school.passes(16 * HOUR);
    people.join(school.platform.world, accountOf(STRANGER), chat);
    await school.quiet();
    await school.passes(8 * HOUR);
    const told = hears(school, TEACHER).join('\n');
    expect(told).toMatch(/школа не знает: 1/);
    expect(told).toMatch(/не присоединились: 3/);
  });
});

scene(
  'a movement that was done is not reported as refused because another administrator cancels his card',
  async (school) => {
    const second = await school.stores.people.find(ADMINISTRATOR);
    if (second) {
      const { standing: _, ...row } = second;
      await school.stores.people.put([{ ...row, id: 'a02', surname: 'Другова' }]);
    }
    await links(school, 'a02', STRANGER);
    await school.allows(ADMINISTRATOR);
    await says(school, ADMINISTRATOR, '/заявки');
    await presses(school, ADMINISTRATOR, 'Подтвердить');
    await says(school, TEACHER, '/движение отчисление s02 приказ 03-05-18 от 05.09.2026');
    await presses(school, ADMINISTRATOR, 'Выполнить');
    expect(last(school, TEACHER)).not.toContain('не оформлено');
    await presses(school, STRANGER, 'Отмена');
    expect(hears(school, TEACHER).join('\n')).not.toContain('не оформлено');
  },
);

scene('a personal code in the middle of a message to all is taken away and spent', async (school) => {
  const chat = await school.chat('class_parents');
  const code = await school.codeFor(PARENT);
  await school.says(PARENT, chat, `Подскажите, код ${code} у меня не подходит`);
  expect(school.sees(chat).join('\n')).not.toContain(code);
  await says(school, STRANGER, `/код ${code}`);
  expect(await accountsOf(school, PARENT)).toEqual([accountOf(PARENT)]);
});

scene(
  'whoever’s code all have seen is counted among those to be invited again',
  async (school) => {
    const chat = await parentsChat(school);
    await issues(school);
    await school.says(TEACHER, chat, `Елена Викторовна, ваш код ${cardFor(school, 'Сидорова Елена Викторовна').code}`);
    await says(school, TEACHER, '/приглашения 5А родители');
    expect(last(school, TEACHER)).toContain('Будет выпущено 1 личное приглашение');
  },
  inviting(),
);
