import type { PlaceRef } from '../../src/domain/refs.js';
import { NOON } from './appeals.js';
import { openTelegram } from './telegram-wire.js';
import { type School, scene } from './world.js';

/** Tuesday, 1 September 2026, 09:00 in Moscow. */
const TUESDAY = Date.UTC(2026, 8, 1, 6, 0);
const last = (school: School, where: PlaceRef) => school.hears(where).at(-1);

/** An old chat of the school's own messenger that becomes «6А – родители»; the bot may act in it. */
const opened = async (school: School) => {
  for (const who of ['z01', 'k01', 'k02', 'a01', 'p01']) await school.allows(who);
  const old = await school.chat('class_parents', { class: '5А' });
  const [z01, k01, k02, a01] = ['z01', 'k01', 'k02', 'a01'].map(school.dialog) as [
    PlaceRef,
    PlaceRef,
    PlaceRef,
    PlaceRef,
  ];
  await school.says('a01', a01, '/настройка объявление о переносе бот');
  await school.says('z01', z01, '/миграция добавить VK «5А родители» в «6А родители», ответственный k01, срок 15.09');
  const move = async () => (await school.stores.records.get('old-chat', '1'))?.value;
  return { old, z01, k01, k02, a01, move };
};

describe('SC-10: the old chat is closed by the bot', () => {
  it('in Telegram: a farewell, pinned, nobody writes there, its own link revoked; links of others are left to a person', async () => {
    const wire = await openTelegram(NOON);
    try {
      wire.starts('k01');
      await wire.opens(true);
      await wire.settles({ oldChatNotice: 'bot' });
      wire.says('k01', '/миграция добавить Telegram «5А родители», срок 30.09');
      await wire.hearing('k01', 'Вам поручен перенос чата');
      wire.says('k01', '/миграция закрыть');
      await wire.hearing('k01', 'Закрываем перенос');
      wire.presses('k01', 'Сделать за меня');
      await wire.hearing('k01', 'Сообщение будет таким:');
      expect(wire.hears('chat')).toEqual([]);
      wire.presses('k01', 'Разместить и закрыть');
      await wire.hearing(
        'chat',
        'Этот чат завершает работу (п. 3.1 Положения). Общение продолжается в чате «5А – родители» на платформе «Сферум»',
      );
      await wire.hearing('k01', '☑ старый чат переведён в «только чтение» или удалён: перевёл');
      expect(wire.hears('k01').at(-1)).toContain(
        '☐ ссылка отозвана: свою ссылку я отозвал; ссылки других администраторов мне не видны, проверьте их, пожалуйста',
      );
      expect(() => wire.writes('p02', 'а можно ещё вопрос?')).toThrow();
      // Once more comes to the same.
      const words = wire.hears('chat').length;
      wire.says('k01', '/миграция закрыть');
      await wire.sees(
        'the checklist again',
        () => wire.hears('k01').filter((one) => one.startsWith('Закрываем')).length >= 3,
      );
      expect(wire.hears('chat')).toHaveLength(words);
      wire.presses('k01', 'Ссылка отозвана');
      await wire.hearing('k01', 'Справка сформирована. За старым чатом я больше не слежу.');
    } finally {
      await wire.close();
    }
  }, 30_000);

  scene(
    'pressed twice it is done once; the certificate tells what the bot did; it can be opened again',
    async (school) => {
      const { old, k01, move } = await opened(school);
      expect((await move())?.from).toBe(old);
      await school.says('k01', k01, '/миграция закрыть');
      expect(school.buttons(k01)).toContain('Сделать за меня');
      await school.presses('k01', k01, 'Сделать за меня');
      await school.presses('k01', k01, 'Разместить и закрыть');
      expect(last(school, k01)).toContain('☑ прощальное сообщение: разместил');
      const farewells = () => school.hears(old).filter((words) => words.includes('завершает работу'));
      expect(farewells()).toEqual([
        'Уважаемые родители! Этот чат завершает работу (п. 3.1 Положения). Общение продолжается в чате «6А – родители»: личную ссылку даёт классный руководитель. Если Вам удобнее получать информацию иначе, сообщите ему, пожалуйста. Прежние сообщения остаются здесь для чтения. Спасибо всем!',
      ]);
      expect(school.mayWrite('p02', old)).toBe(false);
      await school.says('k01', k01, '/миграция закрыть');
      expect(school.buttons(k01)).not.toContain('Сделать за меня');
      expect(farewells()).toHaveLength(1);

      await school.presses('k01', k01, 'Ссылка отозвана');
      expect(last(school, k01)).toContain('За старым чатом я больше не слежу.');
      expect(await school.stores.chats.find(old)).toBeUndefined();

      await school.says('k01', k01, '/миграция открыть 1');
      expect(last(school, k01)).toContain('снова открыт');
      expect(school.mayWrite('p02', old)).toBe(true);
      expect((await school.stores.chats.find(old))?.class).toBe('5А');
      await school.says('k01', k01, '/миграция открыть 1');
      expect(last(school, k01)).toContain('и так открыт');
    },
    { at: TUESDAY },
  );

  scene(
    'what the bot may not do stays on the list, with the reason, and can be tried again',
    async (school) => {
      const { old, k01, move } = await opened(school);
      const chat = school.platform.world.chats.get(old);
      school.platform.world.change(old, { admins: chat?.admins.slice(1) ?? [] });
      await school.says('k01', k01, '/миграция закрыть');
      await school.presses('k01', k01, 'Сделать за меня');
      await school.presses('k01', k01, 'Разместить и закрыть');
      expect(last(school, k01)).toContain(
        '☐ старый чат переведён в «только чтение» или удалён: у меня нет такого права в старом чате, сделайте, пожалуйста, сами',
      );
      expect((await move())?.ticked).toEqual(['farewell']);
      school.platform.world.change(old, { admins: chat?.admins ?? [] });
      await school.presses('k01', k01, 'Сделать за меня');
      await school.presses('k01', k01, 'Разместить и закрыть');
      expect((await move())?.ticked).toEqual(['farewell', 'read-only']);
      expect(school.hears(old).filter((words) => words.includes('завершает работу'))).toHaveLength(1);
    },
    { at: TUESDAY },
  );

  scene(
    'the bot does nothing in the old chat where the school has not allowed it, or is not there',
    async (school) => {
      const { old, k01, a01 } = await opened(school);
      await school.says('k01', k01, '/миграция закрыть');
      await school.presses('k01', k01, 'Сделать за меня');
      await school.says('a01', a01, '/настройка объявление о переносе человек');
      await school.presses('k01', k01, 'Разместить и закрыть');
      expect(last(school, k01)).toMatch(/^В старом чате меня уже нет или школа не разрешила/u);
      expect(school.hears(old)).toEqual([]);
      await school.says('k01', k01, '/миграция закрыть');
      expect(school.buttons(k01)).not.toContain('Сделать за меня');
    },
    { at: TUESDAY },
  );
});

describe('a row of the register', () => {
  scene(
    'gives nobody a right over the chat of another class: neither to close it nor to leave it without the bot',
    async (school) => {
      const { old, k02 } = await opened(school);
      await school.says(
        'k02',
        k02,
        '/миграция добавить VK «5А родители» в «5Б родители», ответственный k02, срок 15.09',
      );
      expect((await school.stores.records.get('old-chat', '2'))?.value.from).toBe(old);
      await school.says('k02', k02, '/миграция закрыть 2');
      await school.presses('k02', k02, 'Сделать за меня');
      expect(last(school, k02)).toMatch(/^Закрываем перенос/u);
      await school.says('k02', k02, '/миграция текст 2');
      expect(school.buttons(k02)).not.toContain('Разместить');
      await school.says('k02', k02, '/миграция закрыть 2');
      for (const said of ['Прощальное сообщение есть', 'Только чтение или удалён', 'Ссылка отозвана'])
        await school.presses('k02', k02, said);
      expect(last(school, k02)).toMatch(/Справка сформирована\.$/u);
      expect(school.hears(old)).toEqual([]);
      expect(school.mayWrite('p02', old)).toBe(true);
      expect((await school.stores.chats.find(old))?.class).toBe('5А');
    },
    { at: TUESDAY },
  );
});

describe('the register of moves', () => {
  scene(
    'is handed over: by the administration with a word, among equals with consent',
    async (school) => {
      const { z01, k01, k02, move } = await opened(school);
      await school.says('k01', k01, '/миграция передать 1 Лугов');
      expect(last(school, k01)).toBe('Спросил: Лугов О. С. Пока согласия нет, ответственный прежний.');
      expect((await move())?.responsible).toBe('k01');
      await school.presses('k02', k02, 'Возьму');
      expect((await move())?.responsible).toBe('k02');
      expect(last(school, k01)).toContain('ответственный теперь Лугов О. С.');
      expect(school.buttons(k02)).toContain('Закрыть перенос');
      // An old question decides nothing any more.
      await school.says('z01', z01, '/миграция передать 1 Ключева');
      expect((await move())?.responsible).toBe('k01');
      expect(school.hears(k02).join('\n')).toContain('ответственный теперь Ключева М. П.');
      await school.says('k02', k02, '/миграция передать 1 Лугов');
      expect((await move())?.responsible).toBe('k01');
      await school.says('z01', z01, '/миграция передать 1 Иванова');
      expect(last(school, z01)).toMatch(/^Кому передать перенос/u);
    },
    { at: TUESDAY },
  );

  scene(
    'who was asked and declines leaves it where it is; an answer to what has changed meanwhile does nothing',
    async (school) => {
      const { z01, k01, k02, move } = await opened(school);
      await school.says('k01', k01, '/миграция передать Лугов');
      await school.presses('k02', k02, 'Не могу');
      expect(last(school, k01)).toContain('Лугов О. С. взять не может');
      await school.says('k01', k01, '/миграция передать Лугов');
      await school.says('z01', z01, '/миграция передать 1 Физиков');
      await school.presses('k02', k02, 'Возьму');
      expect(last(school, k02)).toBe('Этого переноса уже нет. Все: /миграция.');
      expect((await move())?.responsible).toBe('u01');
    },
    { at: TUESDAY },
  );

  scene(
    'is corrected, and struck off with a reason that stands in the journal without a word of anybody’s',
    async (school) => {
      const { z01, k01, k02, move } = await opened(school);
      await school.says('k01', k01, '/миграция исправить 1 Viber «5Б родители»');
      expect(last(school, k01)).toBe('Исправлено: перенос № 1, Viber «5Б родители», срок 15.09.2026.');
      expect(await move()).toMatchObject({ messenger: 'viber', kind: 'class_parents', class: '5Б' });
      expect((await move())?.from).toBeUndefined();
      await school.says('k02', k02, '/миграция убрать 1');
      expect((await move())?.name).toBe('5Б родители');
      await school.says('z01', z01, '/миграция убрать 1');
      expect(school.buttons(z01)).toEqual(['Записан дважды', 'Такого чата уже нет', 'Записан по ошибке', 'Оставить']);
      await school.presses('z01', z01, 'Записан дважды');
      expect(await move()).toBeUndefined();
      expect(last(school, k01)).toContain('убран из списка');
      expect(JSON.stringify(await school.journal())).toContain('removed:twice');
      await school.says('z01', z01, '/миграция доска');
      expect(last(school, z01)).toMatch(/^Переносов пока не записано/u);
    },
    { at: TUESDAY },
  );

  scene(
    'invites go from the card to those who have not moved, into the new chat and not the old one',
    async (school) => {
      const { k01, z01 } = await opened(school);
      // The class has the same name in the new chat: merged into another room of the same messenger.
      await school.says('z01', z01, '/миграция добавить VK «5А ученики», ответственный k01, срок 20.09');
      const fresh = await school.chat('class_students', { class: '5А' });
      for (const who of ['s01', 's02', 's03', 's04']) await school.leaves(who, fresh);
      await school.says('k01', k01, '/миграция 2');
      await school.presses('k01', k01, 'Пригласить');
      expect(last(school, k01)).toContain('4');
      expect(school.buttons(k01)[0]).toBe('Выпустить');
    },
    { at: TUESDAY },
  );

  scene(
    'the board is a picture and a table, for those who lead the school; few people are not told by their number',
    async (school) => {
      const { z01, k01 } = await opened(school);
      await school.says('z01', z01, '/миграция доска');
      expect(last(school, z01)).toBe(
        'Доска переносов: всего 1, завершено 0, срок прошёл у 0. Та же таблица – в файле.',
      );
      const [picture, table] = school.files(z01).slice(-2);
      expect([picture?.name, table?.name]).toEqual(['Переносы 01.09.2026.png', 'Переносы 01.09.2026.csv']);
      expect(Buffer.from(table?.base64 ?? '', 'base64').toString()).toContain(
        '1;VK «5А родители»;6А;Ключева М. П.;15.09.2026;без подсчёта;идёт',
      );
      await school.says('k01', k01, '/миграция доска');
      expect(school.files(k01)).toEqual([]);
      expect(last(school, k01)).toContain('только там, где начали сами');
    },
    { at: TUESDAY },
  );
});
