import { strFromU8, unzipSync } from 'fflate';
import { keep } from '../../src/domain/records.js';
import type { PlaceRef } from '../../src/domain/refs.js';
import { HOUR } from '../../src/domain/time.js';
import { type School, scene } from './world.js';

/** Tuesday, 1 September 2026, 09:00 in Moscow. */
const TUESDAY = Date.UTC(2026, 8, 1, 6, 0);
const last = (school: School, where: PlaceRef) => school.hears(where).at(-1);
const ADD = '/миграция добавить Telegram «5А родители», ответственный k01, срок 15.09';
const TICKED = ['Прощальное сообщение есть', 'Ссылка отозвана', 'Только чтение или удалён'];

const opened = async (school: School) => {
  for (const who of ['z01', 'k01', 'k02', 'a01', 'd01', 'p01', 'u01']) await school.allows(who);
  const parents = await school.chat('class_parents', { class: '5А' });
  const [z01, k01, k02, a01, d01] = ['z01', 'k01', 'k02', 'a01', 'd01'].map(school.dialog) as [
    PlaceRef,
    PlaceRef,
    PlaceRef,
    PlaceRef,
    PlaceRef,
  ];
  const move = async (id = '1') => (await school.stores.records.get('old-chat', id))?.value;
  return { parents, z01, k01, k02, a01, d01, move };
};

const wordsOf = (base64: string): string =>
  strFromU8(unzipSync(Buffer.from(base64, 'base64'))['word/document.xml'] ?? new Uint8Array()).replace(
    /<[^>]+>/gu,
    ' ',
  );

describe('SC-10: few people', () => {
  scene(
    'are told by their number to the class teacher alone: not in a row, not in a checklist, a text, an act, or by a sum',
    async (school) => {
      const { z01, k01, d01, parents } = await opened(school);
      for (const who of ['p01', 'p02', 'p03']) await school.leaves(who, parents);
      await school.says('z01', z01, ADD);
      await school.says('d01', d01, '/миграция 1');
      expect(last(school, d01)).toBe(
        'Перенос «5А – родители»: срок 15.09.2026. Группа небольшая, числа видит только классный руководитель.',
      );
      await school.says('d01', d01, '/миграция текст 1');
      expect(last(school, d01)).not.toContain('Уже с нами');
      await school.says('d01', d01, '/миграция закрыть 1');
      expect(last(school, d01)).not.toContain('не охвачены');
      await school.says('k01', k01, '/миграция закрыть 1');
      expect(last(school, k01)).toContain('Пока не охвачены: 3.');

      // 5А has four pupils: together with the three parents that would be enough for a sum.
      await school.says('z01', z01, '/миграция добавить Telegram «5А ученики», ответственный k01, срок 15.09');
      await school.says('a01', school.dialog('a01'), '/настройка малые группы 4');
      await school.says('d01', d01, '/миграция');
      expect(last(school, d01)).toContain('охвачены 0 из 4 (0 %)');
      expect(last(school, d01)).not.toContain('из 7');
      await school.says('k01', k01, '/миграция');
      expect(last(school, k01)).toContain('Охвачены 0 из 7 (0 %).');

      await school.says('z01', z01, '/миграция закрыть 1');
      for (const said of TICKED) await school.presses('z01', z01, said);
      const act = wordsOf(school.files(z01).at(-1)?.base64 ?? '');
      expect(act).toContain('группа небольшая, числа не приводятся');
      expect(act).not.toContain('всего 3');
    },
    { at: TUESDAY },
  );
});

describe('SC-10: the old chat and the new one', () => {
  scene(
    'of one name in one messenger are not taken for each other: the new one is never closed',
    async (school) => {
      const { z01, k01, a01, parents, move } = await opened(school);
      await school.says('a01', a01, '/настройка объявление о переносе бот');
      await school.says('z01', z01, '/миграция добавить VK «5А родители», ответственный k01, срок 15.09');
      expect((await move())?.from).toBeUndefined();
      await school.says('k01', k01, '/миграция 1');
      expect(last(school, k01)).toContain('Охвачены 3 из 3');
      await school.says('k01', k01, '/миграция закрыть');
      expect(school.buttons(k01)).not.toContain('Сделать за меня');
      for (const said of TICKED) await school.presses('k01', k01, said);
      expect(last(school, k01)).toBe('Перенос завершён 01.09.2026. Справка сформирована.');
      expect((await school.stores.chats.find(parents))?.class).toBe('5А');
    },
    { at: TUESDAY },
  );

  scene(
    'somebody else’s row keeps nobody out of a chat of another class',
    async (school) => {
      const { k01, k02, parents } = await opened(school);
      await school.leaves('p03', parents);
      const add = '/миграция добавить VK «5А родители» в «5Б родители», ответственный k02, срок 15.09';
      await school.says('k02', k02, add);
      // By mistake a second one of the same name is there: people belong into the first one still.
      const second = await school.chat('class_parents', { class: '5А' });
      for (const who of ['p01', 'p02', 'p03']) await school.leaves(who, second);
      await school.says('k01', k01, '/приглашения 5А родители');
      expect(last(school, k01)).toContain('уже в чате: 2.');
    },
    { at: TUESDAY },
  );

  scene(
    'ticked to the last line and yet open it can be closed',
    async (school) => {
      const { z01, k01, move } = await opened(school);
      await school.says('z01', z01, ADD);
      const held = await school.stores.records.get('old-chat', '1');
      if (held === undefined) throw new Error('No row.');
      const value = { ...held.value, ticked: ['farewell', 'read-only', 'link'] as const };
      await school.stores.ledger.settle({
        key: 'ticked',
        entry: { id: 'n:ticked', at: TUESDAY, kind: 'note', detail: 'by the bot, for somebody who has left' },
        changes: [keep('old-chat', '1', { ...value, ticked: [...value.ticked] }, held)],
        rows: [],
        chain: 'cli',
      });
      await school.says('k01', k01, '/миграция закрыть');
      expect(last(school, k01)).toBe('Перенос завершён 01.09.2026. Справка сформирована.');
      expect((await move())?.closed?.by).toBe('k01');
    },
    { at: TUESDAY },
  );

  scene(
    'opened again in the new school year the old chat is of the class as it is called now',
    async (school) => {
      const { z01, k01, a01, parents, move } = await opened(school);
      await school.says('a01', a01, '/настройка объявление о переносе бот');
      const add = '/миграция добавить VK «5А родители» в «6А родители», ответственный k01, срок 15.09';
      await school.says('z01', z01, add);
      await school.says('k01', k01, '/миграция закрыть');
      for (const said of TICKED) await school.presses('k01', k01, said);
      expect(await school.stores.chats.find(parents)).toBeUndefined();
      await school.says('a01', a01, '/перевод_классов приказ 45 от 25.08.2026');
      await school.presses('a01', a01, 'Перевести');
      expect((await move())?.home?.class).toBe('6А');
      await school.says('k01', k01, '/миграция открыть 1');
      expect((await school.stores.chats.find(parents))?.class).toBe('6А');
    },
    { at: TUESDAY },
  );
});

describe('SC-10: words and hours', () => {
  scene(
    'at night nothing is written into the old chat; in the morning the same button does it',
    async (school) => {
      const { z01, k01, a01, parents } = await opened(school);
      await school.says('a01', a01, '/настройка объявление о переносе бот');
      const add = '/миграция добавить VK «5А родители» в «6А родители», ответственный k01, срок 15.09';
      await school.says('z01', z01, add);
      await school.says('k01', k01, '/миграция текст');
      await school.passes(14 * HOUR);
      const before = school.hears(parents).length;
      await school.presses('k01', k01, 'Разместить');
      expect(last(school, k01)).toBe(
        'Сейчас тихие часы, в чат я не пишу. Нажмите, пожалуйста, ещё раз 02.09.2026 после 08:00.',
      );
      await school.says('k01', k01, '/миграция закрыть');
      await school.presses('k01', k01, 'Сделать за меня');
      await school.presses('k01', k01, 'Разместить и закрыть');
      expect(last(school, k01)).toMatch(/^Сейчас тихие часы/u);
      expect(school.hears(parents)).toHaveLength(before);
      await school.passes(10 * HOUR);
      await school.presses('k01', k01, 'Разместить и закрыть');
      expect(school.hears(parents).slice(before).join('\n')).toContain('Этот чат завершает работу');
    },
    { at: TUESDAY },
  );

  scene(
    'a chat of no class has no class teacher; several late moves are several; a date may be written in words',
    async (school) => {
      const { z01 } = await opened(school);
      await school.says('z01', z01, '/миграция добавить другой «Педсовет», ответственный z01, срок 15.09');
      await school.says('z01', z01, '/миграция текст 1');
      expect(last(school, z01)).toContain('Личная ссылка придёт от администрации школы. ');
      expect(last(school, z01)).toContain('Прежний чат в прежнем мессенджере после 15.09.2026');
      await school.says('z01', z01, ADD);
      await school.says('z01', z01, '/миграция срок 2 до 14 сентября 2026');
      expect(last(school, z01)).toBe('Срок переноса № 2: 14.09.2026.');
      await school.passes(Date.UTC(2026, 8, 16, 5, 1) - school.clock.now());
      expect(last(school, z01)).toBe('Просрочено переносов: 2. Посмотреть и назначить новый срок: /миграция.');
    },
    { at: TUESDAY },
  );
});
