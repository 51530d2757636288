import { MINUTE } from '../../src/domain/time.js';
import { BOT } from '../../src/platforms/memory/index.js';
import { ADMINISTRATOR, accountOf, NOON, PARENT, PUPIL, STRANGER, scene, TEACHER } from './world.js';

const FOUL = 'Охуели совсем со своими сборами';

describe('/код', () => {
  scene(
    'a parent introduces herself: the bot knows her by name, and knows her from then on',
    async (school) => {
      const dialog = school.dialog('p03');
      const code = await school.codeFor('p03');

      await school.says('p03', dialog, 'Здравствуйте');
      await school.says('p03', dialog, `/код ${code}`);
      await school.says('p03', dialog, '/я');

      const [hint, welcome, me] = school.hears(dialog);
      expect(hint).toContain('личный код');
      expect(welcome).toBe(
        'Здравствуйте, Елена Викторовна! Теперь я знаю Вас: родитель (законный представитель). Что Вы можете: /помощь.',
      );
      expect(me).toContain('Сидорова Елена Викторовна');
    },
    { linked: false },
  );

  scene(
    'the same card in two hands at the same moment: one is let in, the other one hears that it did not fit',
    async (school) => {
      const code = await school.codeFor('p03');
      await Promise.all([
        school.says('p03', school.dialog('p03'), `/код ${code}`),
        school.says(STRANGER, school.dialog(STRANGER), code),
      ]);

      const answers = [...school.hears(school.dialog('p03')), ...school.hears(school.dialog(STRANGER))];
      expect(answers.filter((words) => words.startsWith('Здравствуйте, Елена Викторовна!'))).toHaveLength(1);
      expect(answers.filter((words) => words.startsWith('Этот код не подошёл.'))).toHaveLength(1);
      expect(await school.stores.people.accountsOf('p03')).toHaveLength(1);
    },
    { linked: false },
  );

  scene(
    'shown in a chat: it is taken away and works no more',
    async (school) => {
      const parents = await school.chat('class_parents');
      const code = await school.codeFor('p03');
      await school.allows('p03');

      await school.says('p03', parents, `/код ${code}`);
      await school.says('p03', school.dialog('p03'), `/код ${code}`);

      expect(school.sees(parents)).toEqual([]);
      const [shown, again] = school.hears(school.dialog('p03'));
      expect(shown).toContain('больше не действует');
      expect(again).toContain('не подошёл');
    },
    { linked: false },
  );

  scene(
    'guessed: after five wrong ones codes are not looked at for an hour',
    async (school) => {
      const dialog = school.dialog(STRANGER);
      const code = await school.codeFor('p03');
      for (let at = 0; at < 5; at += 1) await school.says(STRANGER, dialog, `/код ZZZZ-ZZZ${at}`);
      await school.says(STRANGER, dialog, `/код ${code}`);
      expect(school.hears(dialog).at(-1)).toContain('приостановлен');

      await school.passes(61 * MINUTE);
      await school.says(STRANGER, dialog, `/код ${code}`);

      expect(school.hears(dialog).at(-1)).toContain('Елена Викторовна');
    },
    { linked: false },
  );

  scene('typed twice in a hurry is answered in the order of the questions', async (school) => {
    const dialog = school.dialog(PARENT);
    await Promise.all([
      school.says(PARENT, dialog, '/пункт 4.2'),
      school.says(PARENT, dialog, '/код 1234'),
      school.says(PARENT, dialog, '/пункт 99.9'),
    ]);

    expect(school.hears(dialog)).toEqual([
      expect.stringContaining('Пункт 4.2'),
      expect.stringContaining('восемь знаков'),
      expect.stringContaining('99.9'),
    ]);
  });
});

describe('/чат', () => {
  scene('a class teacher registers the chat of her parents: from then on it is looked after', async (school) => {
    const chat = school.newChat();
    await school.says(PARENT, chat, FOUL);
    expect(school.sees(chat)).toEqual([FOUL]);

    await school.says(TEACHER, chat, '/чат родители 5А');
    await school.says(PARENT, chat, `${FOUL}!`);

    expect(school.sees(chat)).toEqual([
      FOUL,
      '/чат родители 5А',
      'Чат зарегистрирован: «5А – родители». Слежу за порядком. Вопросы: /помощь.',
      expect.stringMatching(/^Правила нашего чата/),
      expect.stringMatching(/^Сообщение скрыто/),
    ]);
  });

  scene(
    'in a new school the chat is only watched at first, and says so',
    async (school) => {
      const chat = school.newChat();

      await school.says(TEACHER, chat, '/чат родители 5А');
      await school.says(PARENT, chat, FOUL);

      expect(school.hears(chat)).toEqual([
        'Чат зарегистрирован: «5А – родители». Пока только наблюдаю и ничего не удаляю. Вопросы: /помощь.',
      ]);
      expect(school.sees(chat)).toContain(FOUL);
    },
    { mode: 'observe' },
  );

  scene('taken off the list by the administrator with a reason, it is no longer looked after', async (school) => {
    const chat = await school.chat('class_parents');
    for (const who of [ADMINISTRATOR, TEACHER]) await school.allows(who);

    await school.says(ADMINISTRATOR, chat, '/чат снять: класс выпустился');
    await school.says(PARENT, chat, FOUL);

    expect(school.hears(chat)).toEqual([
      'Чат «5А – родители» снят с учёта: за порядком здесь я больше не слежу. Зарегистрировать снова: /чат.',
    ]);
    expect(school.sees(chat)).toContain(FOUL);
    expect(school.hears(school.dialog(TEACHER))).toEqual([
      'Чат «5А – родители» администратор снял с учёта: за порядком там я больше не слежу. Причина: класс выпустился',
    ]);
  });

  scene('it stays on the list while somebody waits for a decision there', async (school) => {
    const chat = await school.chat('class_parents');
    for (const who of [ADMINISTRATOR, TEACHER, PARENT]) await school.allows(who);
    await school.says(PARENT, chat, FOUL);
    await school.presses(PARENT, school.dialog(PARENT), 'Не согласен(на)');
    await school.presses(PARENT, school.dialog(PARENT), 'Без пояснений');

    await school.says(ADMINISTRATOR, chat, '/чат снять: класс выпустился');
    await school.says(TEACHER, chat, '/чат снять: надоело');
    await school.says(PARENT, chat, `${FOUL}!`);

    expect(school.hears(school.dialog(ADMINISTRATOR)).at(-1)).toBe(
      'Чат «5А – родители» пока нельзя снять с учёта: люди ждут решения. Не закончено дело № 1. Посмотреть: /дела.',
    );
    expect(school.sees(chat)).not.toContain(`${FOUL}!`);
  });

  scene('a parent may not: refused in private, with the clause and the right way', async (school) => {
    const chat = school.newChat();
    await school.allows(PARENT);

    await school.says(PARENT, chat, '/чат родители 5А');

    expect(school.hears(chat)).toEqual([]);
    expect(school.hears(school.dialog(PARENT))).toEqual([expect.stringMatching(/Положения.*классного руководителя/)]);
    expect(await school.stores.chats.all()).toEqual([]);
  });

  scene('pupils need the school’s ground, which the administrator records once', async (school) => {
    const first = school.newChat();
    const second = school.newChat();

    await school.says(TEACHER, first, '/чат ученики 5А');
    expect(school.hears(first)).toEqual([expect.stringContaining('нужно основание школы')]);
    await school.says(ADMINISTRATOR, second, '/чат предмет 5А информатика, основание: приказ 80 от 01.09.2026');
    await school.says(TEACHER, first, '/чат ученики 5А');

    expect(school.hears(first).at(-2)).toContain('5А – ученики');
    expect((await school.stores.chats.find(first))?.basis).toBe('приказ 80 от 01.09.2026');
  });

  scene('where the bot has no rights it says so', async (school) => {
    const chat = school.newChat();
    school.platform.world.change(chat, { admins: [accountOf(TEACHER)] });

    await school.says(TEACHER, chat, '/чат родители 5А');

    expect(school.hears(chat)).toEqual([expect.stringContaining('пока не администратор')]);
  });

  scene('an obscene registration is first of all obscene', async (school) => {
    const chat = await school.chat('class_parents');

    await school.says(PUPIL, chat, `/чат ${FOUL}`);

    expect(school.sees(chat)).toEqual([expect.stringMatching(/^Сообщение скрыто/)]);
  });

  scene('nobody can make the bot call everybody or carry a link', async (school) => {
    const chat = school.newChat();
    for (const purpose of [
      '@all сбор',
      '[id1|Директор]',
      'vk.com/club1',
      'https://fraud.example',
      'школа.рф',
      '{ $x }',
    ])
      await school.says(ADMINISTRATOR, chat, `/чат другое ${purpose}`);

    expect(school.hears(chat)).toHaveLength(6);
    for (const words of school.hears(chat)) expect(words).not.toMatch(/@|\[|club|fraud|школа\.рф|\$/);
    expect(await school.stores.chats.find(chat)).toBeUndefined();
  });
});

describe('after an absence', () => {
  const told = (place: string, at: number) =>
    ({ kind: 'message', id: `${place} ${at}`, key: `${place} ${at}`, at, edited: false }) as const;

  scene('a command that comes late is asked about, an obscene message is deleted all the same', async (school) => {
    const parents = await school.chat('class_parents');
    const fresh = school.newChat();
    await school.allows(TEACHER);
    const { world } = school.platform;
    const late = (who: string, place: typeof parents, text: string) => {
      const author = accountOf(who);
      const { ref } = world.write({ author, place, text });
      const at = NOON - 11 * MINUTE;
      const message = { ref, author, at, text, attachments: [], forwarded: [] };
      world.tell({ ...told(place, at), message });
    };
    late(TEACHER, fresh, '/чат родители 5А');
    late(PARENT, parents, FOUL);
    await school.quiet();

    expect(await school.stores.chats.find(fresh)).toBeUndefined();
    expect(school.hears(school.dialog(TEACHER))).toEqual([
      expect.stringContaining('с опозданием'),
      expect.stringContaining('Дело № 1'),
    ]);
    expect(school.sees(parents)).toEqual([expect.stringMatching(/^Сообщение скрыто/)]);
  });

  scene('a command that had to wait in the bot itself is asked about as well', async (school) => {
    const chat = school.newChat();
    await school.allows(TEACHER);
    school.platform.storm(Number.POSITIVE_INFINITY);
    await school.says(TEACHER, chat, '/чат родители 5А');
    await school.passes(20 * MINUTE);

    school.platform.storm(0);
    await school.passes(60 * MINUTE);

    expect(await school.stores.chats.find(chat)).toBeUndefined();
    expect(school.hears(school.dialog(TEACHER))).toEqual([expect.stringContaining('с опозданием')]);
  });

  scene('messages that the messenger no longer has are journaled as a gap', async (school) => {
    const chat = await school.chat('class_parents');

    school.platform.world.tell({ kind: 'gap', id: 'g1', key: 'g1', at: NOON, chat, from: 8, to: 12 });
    await school.quiet();

    expect((await school.journal()).filter(({ kind }) => kind === 'gap')).toMatchObject([{ from: 8, to: 12 }]);
    expect(school.hears(chat)).toEqual([]);
  });

  scene('what the bot itself wrote is nobody’s message', async (school) => {
    const parents = await school.chat('class_parents');
    const { world } = school.platform;
    const { ref } = world.write({ author: BOT, place: parents, text: FOUL });
    const message = { ref, author: BOT, at: NOON, text: FOUL, attachments: [], forwarded: [] };
    world.tell({ ...told(parents, NOON), message });
    await school.quiet();

    expect(school.sees(parents)).toEqual([FOUL]);
  });
});
