import type { MessageRef } from '../../src/domain/refs.js';
import { DAY, HOUR, MINUTE } from '../../src/domain/time.js';
import { accountOf, NOON, type School, scene, TEACHER } from './world.js';

/** Thursday, 10 September 2026, 13:00 in Moscow. */
const ONE = NOON + 25 * HOUR;
const PHOTO = [{ kind: 'photo', words: [], handle: 'photo-1_7' }] as const;
const GONE = 'Фотография убрана по просьбе участника. Спасибо за понимание (п. 4.2 Положения).';

const posts = (school: School, who: string, chat: Awaited<ReturnType<School['chat']>>) =>
  school.says(who, chat, 'Это мы вчера', { attachments: PHOTO });

/** «Прошу убрать: на фото я», said to the bot with the photo forwarded. */
const asks = (school: School, who: string, author: string, at: number, words = 'Прошу убрать: на фото я') =>
  school.says(who, school.dialog(who), words, {
    forwarded: [{ author: accountOf(author), at, text: 'Это мы вчера', attachments: PHOTO, forwarded: [] }],
  });

const answer = (school: School, message: MessageRef) => ({
  replyTo: {
    author: accountOf('s03'),
    id: message.id,
    place: message.place,
    at: school.clock.now(),
    text: 'Это мы вчера',
    attachments: PHOTO,
    forwarded: [],
  },
});

describe('SC-05, d: a photograph', () => {
  scene(
    'd2: goes at once at the wish of whoever is in it, without names; d3: the same file waits, and is held against nobody',
    async (school) => {
      const pupils = await school.chat('class_students');
      for (const who of ['s02', 's03', TEACHER]) await school.allows(who);
      await posts(school, 's03', pupils);
      const written = school.clock.now();
      await school.passes(2 * MINUTE);

      await asks(school, 's02', 's03', written);

      expect(school.sees(pupils)).toEqual([GONE]);
      expect(school.hears(school.dialog('s02')).at(-1)).toContain('Фотография в чате «5А – ученики» убрана');
      expect(school.hears(school.dialog('s03')).at(-1)).toContain('Это не нарушение. Решит классный руководитель.');
      expect(school.hears(school.dialog(TEACHER)).at(-1)).toContain('Участник просит убрать фотографию');
      expect(await school.stores.records.get('conduct', 's03')).toBeUndefined();

      await school.passes(3 * MINUTE);
      await posts(school, 's03', pupils);
      expect(school.sees(pupils)).toEqual([GONE]);
      expect(await school.stores.records.get('conduct', 's03')).toBeUndefined();
    },
    { at: ONE },
  );

  scene(
    'the class teacher leaves it hidden: from then on sending it again is a breach',
    async (school) => {
      const pupils = await school.chat('class_students');
      for (const who of ['s02', 's03', TEACHER]) await school.allows(who);
      await posts(school, 's03', pupils);
      await asks(school, 's02', 's03', school.clock.now(), '/убрать_фото');

      await school.presses(TEACHER, school.dialog(TEACHER), 'Оставить скрытым');
      await school.presses(TEACHER, school.dialog(TEACHER), 'Без пояснений');
      await school.passes(HOUR);
      await posts(school, 's03', pupils);

      expect(school.sees(pupils)).toEqual([GONE]);
      expect((await school.stores.records.get('conduct', 's03'))?.value.strikes).toHaveLength(1);
    },
    { at: ONE },
  );

  scene(
    'the class teacher gives it back: its author is asked to send it again, and it stays',
    async (school) => {
      const pupils = await school.chat('class_students');
      for (const who of ['s02', 's03', TEACHER]) await school.allows(who);
      await posts(school, 's03', pupils);
      await asks(school, 's02', 's03', school.clock.now());

      await school.presses(TEACHER, school.dialog(TEACHER), 'Вернуть в чат');
      await posts(school, 's03', pupils);

      expect(school.sees(pupils)).toContain('Это мы вчера');
    },
    { at: ONE },
  );

  scene(
    'asked for in the chat as an answer: the command goes too; of a message without a picture it is said so',
    async (school) => {
      const pupils = await school.chat('class_students');
      for (const who of ['s02', 's03']) await school.allows(who);
      const message = await posts(school, 's03', pupils);

      await school.says('s02', pupils, '/убрать_фото', answer(school, message));
      expect(school.sees(pupils)).toEqual([GONE]);

      const words = await school.says('s03', pupils, 'Кто дежурный?');
      const quoted = { ...answer(school, words).replyTo, text: 'Кто дежурный?', attachments: [] };
      await school.says('s02', pupils, '/убрать_фото', { replyTo: quoted });
      expect(school.hears(school.dialog('s02')).at(-1)).toContain('нет фотографии, видео или файла');
    },
    { at: ONE },
  );
});

describe('a complaint', () => {
  const WORDS = 'Опять эти с пятого этажа всё испортили';

  const complains = (school: School, who: string, author: string, at: number) =>
    school.says(who, school.dialog(who), '/жалоба', {
      forwarded: [{ author: accountOf(author), at, text: WORDS, attachments: [], forwarded: [] }],
    });

  scene('of two people about one message is one case, nobody is named, and both hear how it ended', async (school) => {
    const parents = await school.chat('class_parents');
    for (const who of ['p01', 'p02', 'p03', TEACHER]) await school.allows(who);
    await school.says('p03', parents, WORDS);
    const written = school.clock.now();

    await complains(school, 'p01', 'p03', written);
    await complains(school, 'p02', 'p03', written);
    await complains(school, 'p02', 'p03', written);
    expect(school.hears(school.dialog('p01'))).toEqual([
      'Спасибо, Ваша жалоба передана тому, кто отвечает за чат. Решение сообщу сюда. Ваше имя не называется.',
    ]);
    expect(school.hears(school.dialog('p02')).at(-1)).toContain('уже передана');
    expect(school.sees(parents)).toEqual([WORDS]);
    expect(await school.stores.records.all('case')).toHaveLength(1);
    const card = school.hears(school.dialog(TEACHER)).at(-1) ?? '';
    expect(card).toContain('На сообщение пожаловался 1 участник чата');
    expect(card).not.toContain('Петров');

    await school.presses(TEACHER, school.dialog(TEACHER), 'Скрыть сообщение');

    expect(school.sees(parents)).toEqual([]);
    for (const who of ['p01', 'p02'])
      expect(school.hears(school.dialog(who)).at(-1)).toBe(
        'Ваша жалоба на сообщение в чате «5А – родители» рассмотрена: оно скрыто. Спасибо, что сообщили.',
      );
    expect(school.hears(school.dialog('p03')).at(-1)).toContain('скрыто, так решил классный руководитель');
    expect(await school.stores.records.get('conduct', 'p03')).toBeUndefined();
  });

  scene('that is not granted leaves the message, and its author never hears of it', async (school) => {
    const parents = await school.chat('class_parents');
    for (const who of ['p01', 'p03', TEACHER]) await school.allows(who);
    await school.says('p03', parents, WORDS);
    await complains(school, 'p01', 'p03', school.clock.now());

    await school.presses(TEACHER, school.dialog(TEACHER), 'Оставить');

    expect(school.sees(parents)).toEqual([WORDS]);
    expect(school.hears(school.dialog('p03'))).toEqual([]);
    expect(school.hears(school.dialog('p01')).at(-1)).toContain('решено его оставить');
  });

  scene('about the class teacher goes to the deputy, in the morning when it is night', async (school) => {
    const parents = await school.chat('class_parents');
    for (const who of ['p01', TEACHER, 'z01']) await school.allows(who);
    await school.passes(11 * HOUR);
    await school.says(TEACHER, parents, WORDS);

    await complains(school, 'p01', TEACHER, school.clock.now());
    expect(school.hears(school.dialog('z01'))).toEqual([]);
    await school.passes(DAY / 2);

    expect(school.hears(school.dialog('z01')).at(-1)).toContain('На сообщение пожаловался 1 участник чата');
    expect(school.hears(school.dialog(TEACHER)).join()).not.toContain('пожаловался');
  });
});
