import type { Change } from '../../src/domain/change.js';
import { keep } from '../../src/domain/records.js';
import { accountRef } from '../../src/domain/refs.js';
import { DAY, HOUR, MINUTE } from '../../src/domain/time.js';
import { people } from '../../src/platforms/memory/index.js';
import { cardFor, chatWith, doorOf, inviting, issues, parentsChat } from './invites.js';
import { ADMINISTRATOR, accountOf, type School, STRANGER, scene, TEACHER, TELEGRAM } from './world.js';

/** What was settled before the scene begins. */
const settled = (school: School, ...changes: readonly Change[]) =>
  school.stores.ledger.settle({
    key: 'settled before',
    entry: { id: 'n:settled', at: school.clock.now(), kind: 'note', detail: 'test' },
    changes,
    rows: [],
    chain: 'cli',
  });

const membership = async (school: School) => (await school.stores.records.all('membership')).map(({ value }) => value);
const last = (school: School, who: string): string => school.hears(school.dialog(who)).at(-1) ?? '';

const GROUP =
  'Этот чат закрытый: писать в нём могут те, кого пригласила школа. Если Вас пригласили, напишите личный код сообществу школы в личные сообщения. Если кода нет, попросите его у классного руководителя.';

describe.each([
  ['school-21', 'п. 2.3 Положения'],
  ['oosh-19', 'п. 1.5 Положения'],
] as const)('SC-15 by the regulation of %s: an outsider', (policy, clause) => {
  scene(
    'comes in by a leaked link: cannot write, is told privately, the link dies, teacher and administrator know',
    async (school) => {
      const chat = await parentsChat(school);
      await school.allows(ADMINISTRATOR);
      await school.allows(STRANGER);
      await issues(school);
      await school.says('p01', school.dialog('p01'), `/код ${cardFor(school, 'Иванова').code}`);
      const leaked = doorOf(school, 'p01');

      expect(await school.follows(STRANGER, leaked)).toBe(true);

      expect(school.mayWrite(STRANGER, chat)).toBe(false);
      expect(school.members(chat)).toContain(accountOf(STRANGER));
      expect(school.hears(school.dialog(STRANGER))[0]).toBe(
        `Этот чат закрытый: в нём участвуют только работники школы, обучающиеся и их родители (${clause}). Если Вы родитель – попросите классного руководителя прислать личную ссылку.`,
      );
      for (const who of [TEACHER, ADMINISTRATOR]) {
        expect(last(school, who)).toContain('вошёл участник, которого школа не знает. Писать он не может.');
        expect(last(school, who)).not.toContain(STRANGER);
      }
      expect(school.buttons(school.dialog(TEACHER))).toEqual([
        'Исключить',
        'Это свой, пришлю код',
        'Пусть только читает',
      ]);
      expect(school.hears(chat)).toEqual([]);

      const fresh = doorOf(school, 'p01');
      expect(fresh).not.toBe(leaked);
      expect(await school.follows('p04', leaked)).toBe(false);
      expect(await school.follows('p01', fresh)).toBe(true);
    },
    inviting(policy),
  );

  scene(
    'without a dialog hears it in the chat, where nobody is named; told once, however often the event comes',
    async (school) => {
      const chat = await parentsChat(school);
      await school.allows(TEACHER);
      school.platform.repeatNext();
      await school.joins(STRANGER, chat);
      await school.leaves(STRANGER, chat);

      expect(school.hears(chat)).toEqual([GROUP]);
      expect(school.hears(school.dialog(TEACHER))).toHaveLength(1);
    },
    inviting(policy),
  );

  scene(
    'is somebody of the school after all: the code opens the mouth at once',
    async (school) => {
      const chat = await parentsChat(school);
      await issues(school);
      await school.joins('p02', chat);
      expect(school.mayWrite('p02', chat)).toBe(false);

      await school.says('p02', school.dialog('p02'), `/код ${cardFor(school, 'Петров').code}`);

      expect(school.mayWrite('p02', chat)).toBe(true);
      expect(school.hears(school.dialog('p02')).join('\n')).toContain(
        'Спасибо, теперь Вы можете писать в чате «5А – родители».',
      );
      expect(await membership(school)).toEqual([]);
    },
    inviting(policy),
  );

  scene(
    'is taken out when the teacher says so, and does not come back',
    async (school) => {
      const chat = await parentsChat(school);
      await school.allows(TEACHER);
      await school.joins(STRANGER, chat);
      await school.presses(TEACHER, school.dialog(TEACHER), 'Исключить');
      expect(school.members(chat)).not.toContain(accountOf(STRANGER));

      await school.joins(STRANGER, chat);
      expect(school.members(chat)).not.toContain(accountOf(STRANGER));
      expect(school.hears(chat)).toEqual([GROUP]);
    },
    inviting(policy),
  );

  scene(
    'who has the name of a parent is let in by nobody for that: the administrator sees a name that proves nothing',
    async (school) => {
      const chat = await parentsChat(school);
      await school.allows(ADMINISTRATOR);
      await school.allows(TEACHER);
      await school.allows(STRANGER);
      await school.joins(STRANGER, chat);
      await school.presses(STRANGER, school.dialog(STRANGER), 'Попросить войти');
      await school.says(STRANGER, school.dialog(STRANGER), 'Петров Денис');

      expect(school.mayWrite(STRANGER, chat)).toBe(false);
      expect(last(school, ADMINISTRATOR)).toContain('совпадение ФИО: 1, связь не подтверждена');
      expect(school.buttons(school.dialog(ADMINISTRATOR))).toEqual([
        'Принять',
        'Отклонить',
        'Спросить классного руководителя',
      ]);
      expect(JSON.stringify(await school.stores.records.all('request'))).not.toContain('Петров');

      await school.presses(ADMINISTRATOR, school.dialog(ADMINISTRATOR), 'Принять');
      expect(school.mayWrite(STRANGER, chat)).toBe(false);
      const { code } = cardFor(school, 'Петров', ADMINISTRATOR);
      expect(await school.stores.people.accountsOf('p02')).toEqual([]);

      await school.says(STRANGER, school.dialog(STRANGER), `/код ${code}`);
      expect(school.mayWrite(STRANGER, chat)).toBe(true);
      expect(await school.stores.people.accountsOf('p02')).toEqual([accountOf(STRANGER)]);
    },
    inviting(policy),
  );

  scene(
    'of no known name cannot be accepted; the administrator declines, or asks the class teacher first',
    async (school) => {
      const chat = await parentsChat(school);
      for (const who of [ADMINISTRATOR, TEACHER, STRANGER]) await school.allows(who);
      await school.joins(STRANGER, chat);
      await school.presses(STRANGER, school.dialog(STRANGER), 'Попросить войти');
      await school.says(STRANGER, school.dialog(STRANGER), 'Чужой Аноним');

      expect(school.buttons(school.dialog(ADMINISTRATOR))).toEqual(['Отклонить', 'Спросить классного руководителя']);
      await school.says(ADMINISTRATOR, school.dialog(ADMINISTRATOR), '/заявки');
      await school.presses(ADMINISTRATOR, school.dialog(ADMINISTRATOR), 'Спросить классного руководителя');
      expect(last(school, TEACHER)).toContain('По списку школы такого человека нет.');

      await school.says(ADMINISTRATOR, school.dialog(ADMINISTRATOR), '/заявки');
      await school.presses(ADMINISTRATOR, school.dialog(ADMINISTRATOR), 'Отклонить');
      expect(last(school, STRANGER)).toContain('администратор отклонил');
      expect(school.mayWrite(STRANGER, chat)).toBe(false);
    },
    inviting(policy),
  );

  scene(
    'which is a community or a bot, brought by a parent: removed, and she is told why',
    async (school) => {
      const chat = await chatWith(school, [TEACHER, 'p01'], 'class_parents');
      for (const who of ['p01', TEACHER]) await school.allows(who);
      const shop = accountRef('memory', -55);

      people.join(school.platform.world, shop, chat, accountOf('p01'));
      await school.quiet();

      expect(school.members(chat)).not.toContain(shop);
      expect(last(school, 'p01')).toContain('Другие сообщества и боты в чате «5А – родители» не участвуют');
      expect(last(school, TEACHER)).toContain('Кто добавил: Иванова О. Н.');

      people.join(school.platform.world, shop, chat, accountOf(TEACHER));
      await school.quiet();
      expect(school.members(chat)).toContain(shop);
    },
    { at: inviting(policy).at ?? 0, policy },
  );
});

describe('who belongs where', () => {
  scene('a pupil in the chat of the parents cannot write and is told kindly; the teacher decides', async (school) => {
    const chat = await parentsChat(school);
    for (const who of ['s02', TEACHER]) await school.allows(who);
    await school.joins('s02', chat);

    expect(school.mayWrite('s02', chat)).toBe(false);
    expect(last(school, 's02')).toContain('Попроси, пожалуйста, маму или папу открыть ссылку на своём телефоне.');
    expect(last(school, TEACHER)).toContain('вошёл обучающийся (Петрова Д.)');
    expect(school.members(chat)).toContain(accountOf('s02'));
  });

  scene('somebody who has left the school is taken out at once: that was decided', async (school) => {
    const chat = await parentsChat(school);
    await settled(
      school,
      keep('standing', 'p03', { left: { at: 0, act: 'приказ 03-05-18', purge: 10 * DAY } }, undefined),
    );
    await school.joins('p03', chat);
    expect(school.members(chat)).not.toContain(accountOf('p03'));
  });

  scene(
    'a parent whom a court restricts is stopped like anybody who is not on the list: nobody sees why',
    async (school) => {
      const chat = await parentsChat(school);
      for (const who of ['p03', TEACHER, ADMINISTRATOR]) await school.allows(who);
      await settled(school, keep('standing', 'p03', { restricted: { since: 0, act: 'решение 2-17' } }, undefined));
      await school.joins('p03', chat);

      expect(school.mayWrite('p03', chat)).toBe(false);
      expect(last(school, 'p03')).toBe(
        'По списку школы Вы не участвуете в чате «5А – родители», поэтому писать в нём пока нельзя. Если это ошибка, сообщите классному руководителю.',
      );
      expect(last(school, TEACHER)).toBe(
        'Чат «5А – родители»: вошёл участник, который по списку здесь не значится (Сидорова Е. В.).',
      );
      await school.says(TEACHER, school.dialog(TEACHER), '/приглашения Сидорова');
      expect(last(school, TEACHER)).not.toMatch(/суд|огранич|решени/i);
    },
  );

  scene('a grandmother is among the parents until the day that was said', async (school) => {
    const chat = await parentsChat(school);
    const until = school.clock.now() + DAY;
    await settled(school, keep('standing', 'p03', { delegate: { by: 'p01', until } }, undefined));
    await school.joins('p03', chat);
    expect(school.mayWrite('p03', chat)).toBe(true);

    await school.passes(DAY + 16 * HOUR);
    expect(school.members(chat)).not.toContain(accountOf('p03'));
  });

  scene('a teacher whose child learns in the class is a parent among the parents', async (school) => {
    const chat = await parentsChat(school);
    const [teacher] = (await school.stores.people.all()).filter(({ id }) => id === 'u01');
    await school.joins('u01', chat);
    expect((await membership(school)).map(({ finding }) => finding)).toEqual(['misplaced']);
    // Staff are never restricted by the bot itself.
    expect(school.mayWrite('u01', chat)).toBe(true);

    await school.leaves('u01', chat);
    if (teacher) await school.stores.people.put([{ ...teacher, children: ['s03'] }]);
    await school.joins('u01', chat);
    expect(await membership(school)).toEqual([]);
  });

  scene('in a chat that is only watched nothing is done and nobody is told', async (school) => {
    const chat = await chatWith(school, [TEACHER], 'class_parents', { mode: 'observe' });
    for (const who of [TEACHER, STRANGER]) await school.allows(who);
    await school.joins(STRANGER, chat);

    expect(school.mayWrite(STRANGER, chat)).toBe(true);
    expect(school.hears(school.dialog(TEACHER))).toEqual([]);
    expect(await membership(school)).toEqual([]);
    const acts = (await school.journal()).flatMap((entry) => (entry.kind === 'verdict' ? entry.actions : []));
    expect(acts).toContainEqual(expect.objectContaining({ do: 'mute', via: 'simulation' }));
  });

  scene('a message in a channel by somebody who does not publish there is hidden and explained', async (school) => {
    const channel = await school.chat('channel_school');
    await school.allows('p01');
    await school.says('p01', channel, 'Всем привет!');
    await school.says('p01', channel, 'Ещё раз привет!');
    await school.says(ADMINISTRATOR, channel, 'Завтра в школе праздник');

    expect(school.sees(channel)).toEqual(['Завтра в школе праздник']);
    expect(school.hears(school.dialog('p01'))).toHaveLength(1);
    expect(last(school, 'p01')).toContain('пишут только бот и администраторы');
  });
});

describe('the nightly comparison', () => {
  const unlisted = 'Telegram lists nobody: whom the school does not know is seen when he writes or comes in';

  scene.vk(
    unlisted,
    'who came while the bot was away is silenced at night and told of in the morning, once',
    async (school) => {
      const chat = await chatWith(school, [TEACHER, 'p01', 'p02'], 'class_parents');
      await school.allows(TEACHER);
      // From noon until nine in the morning: the bot has seen who is there.
      await school.passes(21 * HOUR);
      expect(school.hears(school.dialog(TEACHER))).toEqual([
        'Сверка чата «5А – родители» со списком школы:\n– не присоединились: 1. Кого пригласить, подскажет команда /приглашения.',
      ]);
      school.platform.world.change(chat, { members: [...school.members(chat), accountOf(STRANGER), accountOf('s02')] });

      await school.passes(18 * HOUR + 40 * MINUTE);
      expect(school.mayWrite(STRANGER, chat)).toBe(false);
      expect(school.mayWrite('s02', chat)).toBe(false);
      expect(school.hears(school.dialog(TEACHER))).toHaveLength(1);

      await school.passes(5 * HOUR);
      expect(school.hears(school.dialog(TEACHER)).slice(1)).toEqual([
        [
          'Сверка чата «5А – родители» со списком школы:',
          '– не присоединились: 1. Кого пригласить, подскажет команда /приглашения.',
          '– школа не знает: 1. Писать они не могут.',
          '– обучающиеся в чате родителей: 1. Писать они не могут.',
        ].join('\n'),
      ]);
      await school.presses(TEACHER, school.dialog(TEACHER), 'Исключить');
      expect(school.members(chat)).not.toContain(accountOf(STRANGER));
      expect(school.members(chat)).not.toContain(accountOf('s02'));

      const heard = school.hears(school.dialog(TEACHER)).length;
      await school.passes(2 * DAY);
      expect(school.hears(school.dialog(TEACHER))).toHaveLength(heard);
    },
  );

  scene(
    'where the messenger lists nobody: whom the school knows is found at night, a stranger when he writes, and the teacher is told of it',
    async (school) => {
      const chat = await chatWith(school, [TEACHER, 'p01', 'p02'], 'class_parents');
      await school.allows(TEACHER);
      await school.passes(21 * HOUR);
      expect(school.hears(school.dialog(TEACHER))).toEqual([
        [
          'Сверка чата «5А – родители» со списком школы:',
          '– не присоединились: 1. Кого пригласить, подскажет команда /приглашения.',
          '– вижу не всех: этот мессенджер не показывает боту список участников. Сверены те, кого знает школа и кто здесь писал или входил при мне; остальных, пожалуйста, просмотрите сами.',
        ].join('\n'),
      ]);
      school.platform.world.change(chat, { members: [...school.members(chat), accountOf(STRANGER), accountOf('s02')] });

      await school.passes(DAY);
      expect(school.mayWrite('s02', chat)).toBe(false);
      expect(school.mayWrite(STRANGER, chat)).toBe(true);
      expect(last(school, TEACHER)).toBe(
        [
          'Сверка чата «5А – родители» со списком школы:',
          '– не присоединились: 1. Кого пригласить, подскажет команда /приглашения.',
          '– обучающиеся в чате родителей: 1. Писать они не могут.',
        ].join('\n'),
      );

      await school.says(STRANGER, chat, 'Всем привет!');
      await school.says(STRANGER, chat, 'Ещё раз привет!');
      expect(school.mayWrite(STRANGER, chat)).toBe(true);
      const heard = school.hears(school.dialog(TEACHER)).length;
      await school.passes(DAY);
      expect(school.hears(school.dialog(TEACHER)).slice(heard)).toEqual([
        [
          'Сверка чата «5А – родители» со списком школы:',
          '– не присоединились: 1. Кого пригласить, подскажет команда /приглашения.',
          '– ещё не представились мне по личному коду: 1. Писать они могут, новые без кода – нет. Коды: /приглашения.',
        ].join('\n'),
      ]);
    },
    TELEGRAM,
  );

  scene.vk(
    unlisted,
    'a chat that lived before the bot came goes on living: nobody is silenced who was there, the teacher hears how many have no code',
    async (school) => {
      const chat = school.newChat();
      const inside = [TEACHER, 'p01', 'p02', STRANGER, 's02'].map(accountOf);
      school.platform.world.change(chat, {
        members: school.members(chat).filter((one) => one.endsWith(':bot') || inside.includes(one)),
      });
      await school.allows(TEACHER);
      await school.says(TEACHER, chat, '/чат родители 5А');

      expect(last(school, TEACHER)).toBe(
        [
          'Сверка чата «5А – родители» со списком школы:',
          '– не присоединились: 3. Кого пригласить, подскажет команда /приглашения.',
          '– ещё не представились мне по личному коду: 3. Писать они могут, новые без кода – нет. Коды: /приглашения.',
          '– обучающиеся в чате родителей: 1.',
        ].join('\n'),
      );
      await school.passes(3 * DAY);
      for (const who of ['p01', 'p02', STRANGER, 's02']) expect(school.mayWrite(who, chat)).toBe(true);

      await issues(school);
      await school.says('p01', school.dialog('p01'), `/код ${cardFor(school, 'Иванова').code}`);
      expect((await membership(school)).map(({ account }) => account)).not.toContain(accountOf('p01'));
    },
    inviting(),
  );

  scene('who comes at night is silenced at once; the teacher sleeps until the morning', async (school) => {
    const chat = await chatWith(school, [TEACHER, 'p01', 'p02', 'p03'], 'class_parents');
    await school.allows(TEACHER);
    await school.passes(9 * HOUR);
    await school.joins(STRANGER, chat);
    expect(school.mayWrite(STRANGER, chat)).toBe(false);
    expect(school.hears(school.dialog(TEACHER))).toEqual([]);

    await school.passes(12 * HOUR);
    expect(school.hears(school.dialog(TEACHER))).toEqual([expect.stringContaining('школа не знает: 1')]);
  });

  scene('a chat the bot cannot see into is never called well: the teacher is told once a week', async (school) => {
    const chat = await parentsChat(school);
    await school.allows(TEACHER);
    school.platform.world.change(chat, { admins: [] });
    await school.passes(3 * DAY);
    const heard = school.hears(school.dialog(TEACHER));
    expect(heard).toHaveLength(1);
    expect(heard[0]).toContain('наблюдение невозможно');
  });
});
