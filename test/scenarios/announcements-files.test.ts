import { chatRef, type PlaceRef } from '../../src/domain/refs.js';
import { BOT } from '../../src/platforms/memory/index.js';
import { last, MONDAY } from './announcements.js';
import { wired } from './wire.js';
import { type School, scene } from './world.js';

const MINUTE = 60_000;
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const opened = async (school: School) => {
  for (const who of ['k01', 'p01', 'p02', 'p03']) await school.allows(who);
  const parents = await school.chat('class_parents', { class: '5А' });
  const places = [parents, ...['p01', 'p02', 'p03'].map((who) => school.dialog(who))];
  return { parents, places, k01: school.dialog('k01') };
};
/** What the bot has written in a place and not taken away, each message with the names of its files. */
const posts = (school: School, where: PlaceRef) =>
  school.platform.world
    .messages(where)
    .flatMap(({ author, deleted, text, files = [] }) =>
      author === BOT && !deleted ? [[text.split('\n')[0], files.map(({ name }) => name)]] : [],
    );

describe('a file', () => {
  scene(
    'goes with the very words, into the chat and the dialogs; it stays when they are mended and goes when they are taken back',
    async (school) => {
      const { places, k01 } = await opened(school);
      const photo = school.platform.world.photo(Buffer.from(PIXEL, 'base64'));
      await school.says('k01', k01, '/объявление родители 5А в чаты и лично: Вот наш поход', { attachments: [photo] });
      expect(last(school, k01)).toContain('К сообщению приложу: фото.png.');
      await school.presses('k01', k01, 'Опубликовать');
      await school.passes(MINUTE);
      for (const place of places) {
        expect(posts(school, place)).toEqual([['Вот наш поход', ['фото.png']]]);
        expect(school.files(place).map(({ base64, kind }) => [kind, base64])).toEqual([['picture', PIXEL]]);
        expect(school.buttons(place)).toEqual([]);
      }

      await school.says('k01', k01, '/объявление 1');
      expect(last(school, k01)).toContain('Доставлено 4 из 4');
      await school.presses('k01', k01, 'Изменить');
      await school.says('k01', k01, 'Вот наш осенний поход');
      await school.presses('k01', k01, 'Опечатка');
      await school.passes(MINUTE);
      for (const place of places) expect(posts(school, place)).toEqual([['Вот наш осенний поход', ['фото.png']]]);

      await school.says('k01', k01, '/объявление 1');
      await school.presses('k01', k01, 'Изменить');
      await school.says('k01', k01, 'Поход перенесён');
      await school.presses('k01', k01, 'Существенное изменение');
      await school.passes(MINUTE);
      for (const place of places)
        expect(posts(school, place)).toEqual([
          ['Вот наш осенний поход', ['фото.png']],
          ['УТОЧНЕНИЕ. Поход перенесён', ['фото.png']],
        ]);

      await school.says('k01', k01, '/объявление 1');
      await school.presses('k01', k01, 'Отозвать');
      await school.presses('k01', k01, 'Да, отозвать');
      await school.passes(MINUTE);
      for (const place of places) expect(posts(school, place)).toEqual([]);
    },
    { at: MONDAY },
  );

  scene(
    'is one of an announcement, and whoever brings more is told so',
    async (school) => {
      const { k01 } = await opened(school);
      const { world } = school.platform;
      const attachments = [
        world.file('план.docx', Buffer.from('план')),
        world.file('смета.xlsx', Buffer.from('смета')),
      ];
      await school.says('k01', k01, '/объявление родители 5А: План и смета', { attachments });
      expect(school.hears(k01).some((words) => words.includes('Остальные (1) не войдут'))).toBe(true);
      expect(last(school, k01)).toContain('К сообщению приложу: план.docx.');
    },
    { at: MONDAY },
  );

  scene(
    'is had by a button where the words do not fit below it, and the author is told once',
    async (school) => {
      const { places, k01 } = await opened(school);
      await school.says('k01', k01, `/объявление родители 5А в чаты и лично: ${'Очень длинный текст. '.repeat(10)}`, {
        attachments: [school.platform.world.file('план.docx', Buffer.from('план'))],
      });
      await school.presses('k01', k01, 'Опубликовать');
      await school.passes(MINUTE);
      for (const place of places) {
        expect(school.buttons(place)).toEqual(['Получить файл']);
        expect(last(school, place)).toContain('Файл: план.docx. Чтобы получить его лично, нажмите «Получить файл».');
      }
      expect(school.hears(k01).filter((words) => words.includes('слишком длинный'))).toHaveLength(1);
      await school.presses('p02', places[0] ?? k01, 'Получить файл');
      expect(school.files(school.dialog('p02')).map(({ name }) => name)).toEqual(['план.docx']);
    },
    { at: MONDAY, can: { captionLimit: 120 } },
  );

  scene(
    'that the messenger has no more does not keep the words back',
    async (school) => {
      const { places, k01 } = await opened(school);
      await school.says('k01', k01, '/объявление родители 5А в чаты и лично: План', {
        attachments: [school.platform.world.file('план.docx', Buffer.from('план'))],
      });
      await school.presses('k01', k01, 'Опубликовать');
      school.platform.world.kept.clear();
      await school.says('k01', k01, '/объявление 1');
      await school.presses('k01', k01, 'Изменить');
      await school.says('k01', k01, 'План Б');
      await school.presses('k01', k01, 'Существенное изменение');
      await school.passes(MINUTE);
      for (const place of places) {
        expect(posts(school, place)).toEqual([
          ['План', ['план.docx']],
          ['УТОЧНЕНИЕ. План Б', []],
        ]);
        expect(school.buttons(place)).toEqual(['Получить файл']);
      }
      expect(school.hears(k01).filter((words) => words.includes('мессенджер не принял файл'))).toHaveLength(1);
      expect((await school.stores.records.get('announcement', '1'))?.value.state).toBe('sent');
    },
    { at: MONDAY },
  );

  scene(
    'waits for nobody: when the first place is shut the next brings it',
    async (school) => {
      const { k01 } = await opened(school);
      // The bot is not in this chat: the messenger refuses.
      const gone = chatRef('memory', 999);
      const registered = { by: 'k01', at: MONDAY };
      await school.stores.chats.put({ ref: gone, kind: 'class_parents', class: '5А', mode: 'act', registered });
      await school.says('k01', k01, '/объявление родители 5А в чаты и лично: План', {
        attachments: [school.platform.world.file('план.docx', Buffer.from('план'))],
      });
      await school.presses('k01', k01, 'Опубликовать');
      await school.passes(MINUTE);
      for (const who of ['p01', 'p02', 'p03'])
        expect(posts(school, school.dialog(who))).toEqual([['План', ['план.docx']]]);
      expect(school.hears(k01).some((words) => words.includes('отправлено 4, не принято 1'))).toBe(true);
    },
    { at: MONDAY },
  );
});

describe("a file over VK's wire", () => {
  const options = { at: MONDAY, linked: ['k01', 'p01', 'p02', 'p03'] } as const;
  const places = ['chat', 'p01', 'p02', 'p03'] as const;

  wired('is uploaded once for all', options, async (wire) => {
    wire.sends('k01', 'план.csv', 'день;место', '/объявление родители 5А в чаты и лично: План экскурсии');
    await wire.hearing('k01', 'К сообщению приложу: план.csv.');
    wire.presses('k01', 'Опубликовать');
    for (const where of places) await wire.hearing(where, 'План экскурсии');
    const files = places.map((where) => wire.files(where));
    expect(files.map(([file]) => Buffer.from(file?.body ?? '', 'base64').toString())).toEqual(
      places.map(() => 'день;место'),
    );
    expect(new Set(files.flat().map(({ id }) => id)).size).toBe(1);
  });

  wired('that VK does not take is had by a button, and the author is told', options, async (wire) => {
    wire.faults.add({ kind: 'call', method: 'docs.save', answer: 100, times: 1 });
    wire.sends('k01', 'план.csv', 'день;место', '/объявление родители 5А в чаты и лично: План экскурсии');
    await wire.hearing('k01', 'К сообщению приложу: план.csv.');
    wire.presses('k01', 'Опубликовать');
    for (const where of places) await wire.hearing(where, 'нажмите «Получить файл»');
    await wire.hearing('k01', 'мессенджер не принял файл');
    for (const where of places)
      expect(wire.hears(where).filter((words) => words.includes('План экскурсии'))).toHaveLength(1);
    wire.presses('p02', 'Получить файл');
    await wire.hearing('p02', 'Файл к объявлению');
    expect(wire.files('p02')).toHaveLength(1);
  });
});
