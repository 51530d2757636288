import { LIMITS } from '../../src/domain/limits.js';
import { DAY, HOUR, MINUTE } from '../../src/domain/time.js';
import { cardFor, chatWith, claims, doorOf, inviteOf, inviting, issues, parentsChat } from './invites.js';
import { accountOf, scene, TEACHER } from './world.js';

describe.each([
  ['school-21', 'п. 2.7 Положения', 'п. 4.2 Положения'],
  ['oosh-19', 'п. 2.5 Положения', 'п. 1 Правил общения в чатах'],
] as const)('SC-02 by the regulation of %s: the class teacher invites the parents', (policy, student, polite) => {
  scene(
    'steps 1–2: the exact number, then a card each; no code lies in the store in clear',
    async (school) => {
      await parentsChat(school);
      const dialog = school.dialog(TEACHER);

      await school.says(TEACHER, dialog, '/приглашения 5А родители');
      expect(school.hears(dialog).at(-1)).toBe(
        'Будет выпущено 3 личных приглашения в чат «5А – родители»; срок до 09.09.2026 10:00. Выпустить?',
      );
      expect(school.buttons(dialog)).toEqual(['Выпустить', 'Отмена']);

      await school.presses(TEACHER, dialog, 'Выпустить');
      for (const name of ['Иванова Ольга Николаевна', 'Петров Денис Олегович', 'Сидорова Елена Викторовна']) {
        const { words, code, link } = cardFor(school, name);
        expect(words).toContain(
          'Уважаемый родитель! Вы приглашены в чат родителей 5А класса. Ссылка личная, действует до 09.09.2026, просим никому её не передавать. Участие бесплатное; если Вам удобнее получать информацию иначе – сообщите классному руководителю.',
        );
        expect(link).toBe(`https://memory.example/bot?ref=${code.replace('-', '')}`);
      }
      expect(school.files(dialog)).toHaveLength(3);
      const kept = JSON.stringify(await school.stores.records.all('invite'));
      expect(kept).not.toContain(cardFor(school, 'Петров').code.replace('-', ''));
      expect((await inviteOf(school, 'p01'))?.state).toBe('issued');
    },
    inviting(policy),
  );

  scene(
    'step 3: of another class she is told whom to turn to',
    async (school) => {
      await parentsChat(school);
      await school.says(TEACHER, school.dialog(TEACHER), '/приглашения 5Б родители');
      expect(school.hears(school.dialog(TEACHER)).at(-1)).toBe(
        'Вы можете приглашать родителей своего класса (5А). Для 5Б обратитесь к классному руководителю Лугову О. С.',
      );
    },
    inviting(policy),
  );

  scene(
    'steps 4 and 7: whoever claims gets the link, comes in and is welcomed; newcomers are greeted once a day',
    async (school) => {
      const chat = await parentsChat(school);
      await issues(school);
      await school.passes(8 * HOUR + 5 * MINUTE);

      expect(await claims(school, 'p01', 'Иванова')).toBe(true);
      expect((await inviteOf(school, 'p01'))?.state).toBe('joined');
      const heard = school.hears(school.dialog('p01'));
      expect(heard).toContain('Здравствуйте, Ольга Николаевна! Вы теперь в чате «5А – родители». Что я умею: /помощь.');
      expect(school.buttons(school.dialog('p01'))).toEqual([expect.stringMatching(/^Ознакомлен\(а\)/)]);
      expect(school.mayWrite('p01', chat)).toBe(true);

      await school.passes(15 * MINUTE);
      const hello = expect.stringMatching(/^Уважаемые родители! Это чат родителей 5А класса\. .* \/положение\.$/s);
      const rules = expect.stringMatching(/^Правила нашего чата: 1\) уважаем друг друга \(.*5\) без рекламы/s);
      expect(school.hears(chat)).toEqual([rules, hello]);
      expect(school.hears(chat)[0]).toContain(`(${polite})`);
      for (const words of school.hears(chat)) expect(words.length).toBeLessThanOrEqual(LIMITS.groupText);
      const pinned = school.platform.world.chats.get(chat)?.pinned;
      expect(pinned && school.platform.world.message(pinned)?.text).toBe(school.hears(chat)[0]);

      expect(await claims(school, 'p03', 'Сидорова')).toBe(true);
      await school.passes(15 * MINUTE);
      expect(school.hears(chat)).toHaveLength(2);

      await school.passes(DAY);
      expect(await claims(school, 'p02', 'Петров')).toBe(true);
      await school.passes(15 * MINUTE);
      expect(school.hears(chat)).toEqual([rules, hello, hello]);
    },
    inviting(policy),
  );

  scene(
    "step 5: a pupil who uses a parent's link is told kindly, the teacher hears of it, and nothing is spent",
    async (school) => {
      const chat = await parentsChat(school);
      await issues(school);
      const { code } = cardFor(school, 'Петров');

      await school.says('s02', school.dialog('s02'), `/код ${code}`);

      expect(school.hears(school.dialog('s02')).at(-1)).toBe(
        'Эта ссылка предназначена родителю. Попроси, пожалуйста, маму или папу открыть её на своём телефоне.',
      );
      expect(school.hears(school.dialog(TEACHER)).at(-1)).toContain(
        'Ссылка родителя использована с профиля ученика, вход не подтверждён.',
      );
      expect((await inviteOf(school, 'p02'))?.state).toBe('issued');
      expect(school.members(chat)).not.toContain(accountOf('s02'));
      expect(doorOf(school, 's02')).toBe('');

      expect(await claims(school, 'p02', 'Петров')).toBe(true);
    },
    inviting(policy),
  );

  scene(
    'step 6: a pupil who wants to invite somebody is sent to the class teacher, who gets the wish',
    async (school) => {
      const chat = await chatWith(school, [TEACHER, 's03'], 'class_students');
      await school.allows('s03');
      await school.allows(TEACHER);
      const refused = `Пригласить одноклассника может учитель или классный руководитель – по ссылке-приглашению (${student}). Передать просьбу Ключевой М. П.?`;

      await school.says('s03', chat, 'как добавить Кирилла из 5Б?');
      expect(school.hears(school.dialog('s03')).at(-1)).toBe(refused);

      await school.presses('s03', school.dialog('s03'), 'Передать');
      expect(school.hears(school.dialog(TEACHER)).at(-1)).toContain('Сидоров И. (5А) просит пригласить');

      await school.joins('s05', chat, 's03');
      expect(school.hears(school.dialog('s03')).at(-1)).toBe(refused);
      expect(school.mayWrite('s05', chat)).toBe(false);
    },
    inviting(policy),
  );
});

describe('newcomers', () => {
  scene(
    'of the evening are greeted in the morning; where the bot only watches, not at all',
    async (school) => {
      const chat = await parentsChat(school);
      const watched = await chatWith(school, [TEACHER], 'class_students', { mode: 'observe' });
      await issues(school);
      await school.passes(11 * HOUR);
      await claims(school, 'p01', 'Иванова');
      await school.joins('s02', watched);
      await school.passes(10 * HOUR);
      expect(school.hears(chat)).toEqual([]);

      await school.passes(2 * HOUR);
      expect(school.hears(chat)).toEqual([
        expect.stringContaining('Правила нашего чата'),
        expect.stringContaining('Уважаемые родители!'),
      ]);
      expect(school.hears(watched)).toEqual([]);
    },
    inviting(),
  );
});
