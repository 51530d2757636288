import { keep } from '../../src/domain/records.js';
import { accountRef, chatRef, dialogOf, type PlaceRef } from '../../src/domain/refs.js';
import type { Platform } from '../../src/ports/platform.js';
import { first, last, MONDAY, opened, WHO } from './announcements.js';
import { accountOf, type School, scene } from './world.js';

const HOUR = 3_600_000;
const MINUTE = 60_000;

const settles = async (
  school: School,
  key: string,
  ...changes: Parameters<School['stores']['ledger']['settle']>[0]['changes']
) => {
  const entry = { id: `n:${key}`, at: school.clock.now(), kind: 'note', detail: 'test' } as const;
  await school.stores.ledger.settle({ key, entry, changes, rows: [], chain: 'cli' });
};

/** The messenger makes whatever goes there wait, until it is let go. */
const held = (school: School, place: PlaceRef): (() => void) => {
  const { platform } = school;
  const perform: Platform['perform'] = platform.perform;
  const waits = { is: 'later', after: 5 * MINUTE, why: 'held' } as const;
  platform.perform = async (deeds) => {
    const free = deeds.filter(({ action }) => action.do !== 'send' || action.to !== place);
    const answers = free.length > 0 ? await perform(free) : [];
    return deeds.map((deed) => answers[free.indexOf(deed)] ?? waits);
  };
  return () => {
    platform.perform = perform;
  };
};

describe('while copies are on their way', () => {
  const begun = async (school: School) => {
    const { k01 } = await opened(school);
    const [p02, p03] = [school.dialog('p02'), school.dialog('p03')];
    const release = held(school, p03);
    await school.says('k01', k01, '/объявление родители 5А лично: Ждём вас');
    await school.presses('k01', k01, 'Опубликовать');
    await school.passes(MINUTE);
    expect(first(school, p02)).toEqual(['Ждём вас']);
    expect(first(school, p03)).toEqual([]);
    await school.says('k01', k01, '/объявление 1');
    return { k01, p02, p03, release };
  };

  scene(
    'it is taken back: what arrives afterwards goes at once',
    async (school) => {
      const { k01, p02, p03, release } = await begun(school);
      await school.presses('k01', k01, 'Отозвать');
      await school.presses('k01', k01, 'Да, отозвать');
      expect(first(school, p02)).toEqual([]);
      release();
      await school.passes(30 * MINUTE);
      expect(first(school, p03)).toEqual([]);
      expect(school.platform.world.messages(p03).filter(({ deleted }) => deleted)).toHaveLength(1);
      expect((await school.stores.records.get('announcement', '1'))?.value.state).toBe('withdrawn');
    },
    { at: MONDAY },
  );

  scene(
    'the messenger makes some wait: the author sees it where it was said to be published, and when all are there',
    async (school) => {
      const { k01, p03, release } = await begun(school);
      await school.passes(2 * MINUTE);
      expect(school.hears(k01)).toContain(
        'Объявление № 1: мессенджер попросил подождать. Отправлено 2 из 3, остальное отправлю сам, как только он разрешит.',
      );
      release();
      await school.passes(30 * MINUTE);
      expect(first(school, p03)).toEqual(['Ждём вас']);
      expect(school.hears(k01)).toContain('Объявление № 1 отправлено: 3 из 3.');
      expect(school.hears(k01).some((words) => words.includes('подождать'))).toBe(false);
    },
    { at: MONDAY },
  );

  scene(
    'a misprint is mended: what arrives afterwards is mended too',
    async (school) => {
      const { k01, p02, p03, release } = await begun(school);
      await school.presses('k01', k01, 'Изменить');
      await school.says('k01', k01, 'Ждём Вас');
      await school.presses('k01', k01, 'Опечатка');
      expect(first(school, p02)).toEqual(['Ждём Вас']);
      release();
      await school.passes(30 * MINUTE);
      expect(first(school, p03)).toEqual(['Ждём Вас']);
      expect((await school.stores.records.get('announcement', '1'))?.value.state).toBe('sent');
    },
    { at: MONDAY },
  );

  scene(
    'it is changed: nobody is left with the version before beside the new one who had not read it yet',
    async (school) => {
      const { k01, p02, p03, release } = await begun(school);
      await school.presses('k01', k01, 'Изменить');
      await school.says('k01', k01, 'Ждём вас в пятницу');
      release();
      await school.presses('k01', k01, 'Существенное изменение');
      await school.passes(30 * MINUTE);
      expect(first(school, p02)).toEqual(['Ждём вас', 'УТОЧНЕНИЕ. Ждём вас в пятницу']);
      expect(first(school, p03)).toEqual(['УТОЧНЕНИЕ. Ждём вас в пятницу']);
      await school.says('k01', k01, '/объявление 1');
      expect(last(school, k01)).toContain('Доставлено 3 из 3');

      // Taken back, every version goes.
      await school.presses('k01', k01, 'Отозвать');
      await school.presses('k01', k01, 'Да, отозвать');
      await school.passes(MINUTE);
      for (const place of [p02, p03]) expect(first(school, place)).toEqual([]);
    },
    { at: MONDAY },
  );
});

describe('a new version', () => {
  scene(
    'is reminded of by itself: who had read the first is asked again, nobody of the first',
    async (school) => {
      const { k01, parents } = await opened(school);
      await school.says('k01', k01, '/объявление родители 5А до 16.09 18:00: Сбор в 8:30.');
      await school.presses('k01', k01, 'Опубликовать');
      await school.presses('p01', parents, 'Ознакомлен(а)');
      await school.passes(2 * HOUR);
      await school.says('k01', k01, '/объявление 1');
      await school.presses('k01', k01, 'Изменить');
      await school.says('k01', k01, 'Сбор в 9:30.');
      await school.presses('k01', k01, 'Существенное изменение');
      await school.presses('p02', parents, 'Ознакомлен(а)');
      // 15.09, 9:00
      await school.passes(22 * HOUR);
      for (const who of ['p01', 'p03']) expect(last(school, school.dialog(who))).toContain('«Сбор в 9:30»');
      expect(school.hears(school.dialog('p02'))).toEqual([]);
      for (const who of ['p01', 'p03']) expect(school.hears(school.dialog(who))).toHaveLength(1);
    },
    { at: MONDAY },
  );

  scene(
    'shortly before the deadline leaves a day to read',
    async (school) => {
      const { k01 } = await opened(school);
      await school.says('k01', k01, '/объявление родители 5А до 14.09 18:00: Сбор в 8:30.');
      await school.presses('k01', k01, 'Опубликовать');
      await school.passes(7 * HOUR);
      await school.says('k01', k01, '/объявление 1');
      await school.presses('k01', k01, 'Изменить');
      await school.says('k01', k01, 'Сбор в 9:30.');
      await school.presses('k01', k01, 'Существенное изменение');
      expect(last(school, k01)).toContain('срок продлён до 15.09.2026 18:00');
      await school.passes(48 * HOUR);
      expect(school.hears(k01).filter((words) => words.startsWith('Объявление № 1 «Сбор в 9:30»'))).toHaveLength(1);
    },
    { at: MONDAY },
  );

  scene(
    'of what still waits is just other words',
    async (school) => {
      const { k01, parents } = await opened(school);
      await school.says('k01', k01, '/объявление родители 5А завтра в 9:00: Завтра врач');
      await school.presses('k01', k01, 'Опубликовать');
      await school.says('k01', k01, '/объявление 1');
      await school.presses('k01', k01, 'Изменить');
      await school.says('k01', k01, 'Сегодня врач');
      expect(last(school, k01)).toBe('Текст объявления № 1 заменён. Оно ещё не вышло.');
      await school.passes(24 * HOUR);
      expect(first(school, parents)).toContain('Сегодня врач');
      expect(first(school, parents)).not.toContain('Завтра врач');
    },
    { at: MONDAY },
  );

  scene(
    'is offered where old messages cannot be edited any more, and the author knows how many',
    async (school) => {
      const { k01, parents } = await opened(school);
      await school.says('k01', k01, '/объявление родители 5А: Сбор в 8:30.');
      await school.presses('k01', k01, 'Опубликовать');
      const perform: Platform['perform'] = school.platform.perform;
      school.platform.perform = async (deeds) =>
        deeds.every(({ action }) => action.do === 'edit')
          ? deeds.map(() => ({ is: 'refused', why: 'too-old', code: '909' }) as const)
          : perform(deeds);
      await school.says('k01', k01, '/объявление 1');
      await school.presses('k01', k01, 'Изменить');
      await school.says('k01', k01, 'Сбор в 9:30.');
      await school.presses('k01', k01, 'Опечатка');
      await school.passes(MINUTE);
      expect(first(school, parents)).toContain('Сбор в 8:30.');
      expect(last(school, k01)).toContain('в 1 сообщении исправить текст не удалось');
      await school.says('k01', k01, '/объявление 1');
      expect(last(school, k01)).toContain('Прежний текст остался: 1.');
    },
    { at: MONDAY },
  );
});

describe('whose words they are', () => {
  scene(
    'a class teacher looks after what came to the class, and changes nothing of the director’s; the administrator may',
    async (school) => {
      const { k01 } = await opened(school);
      const [d01, a01] = [school.dialog('d01'), school.dialog('a01')];
      await school.says('d01', d01, '/объявление родители 5А до 16.09 18:00: Прочтите');
      await school.presses('d01', d01, 'Опубликовать');
      await school.says('k01', k01, '/объявление 1');
      expect(school.buttons(k01)).toEqual(['Напомнить', 'Лист ознакомления']);
      await school.says('a01', a01, '/объявление 1');
      expect(school.buttons(a01)).toEqual(['Изменить', 'Напомнить', 'Лист ознакомления', 'Отозвать']);
      await school.says('z01', school.dialog('z01'), '/объявление 1');
      expect(school.buttons(school.dialog('z01'))).toContain('Отозвать');
      await school.says('u01', school.dialog('u01'), '/объявление 1');
      expect(last(school, school.dialog('u01'))).toContain('Такого объявления среди Ваших нет.');
    },
    { at: MONDAY },
  );

  scene(
    'what did not arrive is told with its cause, and what to do',
    async (school) => {
      const { k01 } = await opened(school, ['k01', 'p01']);
      const gone = chatRef('memory', 999);
      const registered = { by: 'k01', at: MONDAY };
      await school.stores.chats.put({ ref: gone, kind: 'class_parents', class: '5А', mode: 'act', registered });
      await school.says('k01', k01, '/объявление родители 5А в чаты и лично: Прочтите');
      await school.presses('k01', k01, 'Опубликовать');
      await school.passes(MINUTE);
      await school.says('k01', k01, '/объявление 1');
      expect(last(school, k01)).toContain('Доставлено 2 из 4');
      expect(last(school, k01)).toContain('Бота нет в чате: 1 (чат «5А – родители»). Верните бота в чат.');
      expect(last(school, k01)).toContain('Закрыли личные сообщения или не писали боту: 1.');
      expect(last(school, k01)).toContain('Не подключены к боту: 1. Коды: /приглашения.');
    },
    { at: MONDAY, unlinked: ['p03'] },
  );
});

describe('of several who decide', () => {
  const asked = async (school: School) => {
    await opened(school);
    await school.chat('class_parents', { class: '5Б' });
    const u01 = school.dialog('u01');
    await school.says('u01', u01, '/объявление родители всей школы: Олимпиада в субботу');
    await school.presses('u01', u01, 'Передать');
    for (const who of ['d01', 'z01']) expect(last(school, school.dialog(who))).toContain('Запрос № 1 на публикацию.');
    return [school.dialog('d01'), school.dialog('z01')] as const;
  };

  scene(
    'who press at the same moment one publishes, and the other one is told',
    async (school) => {
      const [d01, z01] = await asked(school);
      const snacks = await Promise.all([
        school.presses('d01', d01, 'Опубликовать'),
        school.presses('z01', z01, 'Опубликовать'),
      ]);
      await school.passes(MINUTE);
      expect([...snacks].sort()).toEqual(['Принято к публикации', 'Уже рассмотрено']);
      expect(school.hears(school.dialog('u01')).filter((words) => words.startsWith('Опубликовано.'))).toHaveLength(1);
      const chats = (await school.stores.chats.all()).map(({ ref }) => ref);
      for (const chat of chats)
        expect(school.hears(chat).filter((words) => words.includes('Олимпиада в субботу'))).toHaveLength(1);
    },
    { at: MONDAY },
  );

  scene(
    'one begins to return it while the other one publishes: it is published',
    async (school) => {
      const [d01, z01] = await asked(school);
      await school.presses('z01', z01, 'Вернуть с замечанием');
      await school.presses('d01', d01, 'Опубликовать');
      await school.says('z01', z01, 'Не сейчас');
      expect(last(school, z01)).toContain('Эта заявка уже неактуальна.');
      expect(school.hears(school.dialog('u01')).some((words) => words.includes('возвращён'))).toBe(false);
      await school.passes(MINUTE);
      expect((await school.stores.records.get('announcement', '1'))?.value.state).toBe('sent');
    },
    { at: MONDAY },
  );
});

describe('several classes at once', () => {
  scene(
    'are nobody’s own: the administration decides, not the teacher of one of them',
    async (school) => {
      const { k01 } = await opened(school, [...WHO, 'k02']);
      await school.chat('class_parents', { class: '5Б' });
      await school.says('k01', k01, '/объявление родители 5А, 5Б: Общий поход');
      expect(last(school, k01)).toBe(
        'Объявление нескольким классам сразу публикует администрация школы. Передать Ваш текст на решение?',
      );
      await school.presses('k01', k01, 'Передать');
      expect(last(school, school.dialog('k02'))).toBeUndefined();
      await school.presses('z01', school.dialog('z01'), 'Опубликовать');
      for (const { ref } of await school.stores.chats.all()) expect(first(school, ref)).toContain('Общий поход');

      await school.says('k01', k01, '/опрос родители 5А, 5Б до завтра 18:00: Идём?');
      expect(last(school, k01)).toContain('Назовите один класс');
    },
    { at: MONDAY },
  );
});

describe('between planning and sending', () => {
  scene(
    'people come and go: whoever is of the school at that moment gets it',
    async (school) => {
      const { k01 } = await opened(school);
      await school.says('k01', k01, '/объявление родители 5А лично до 18.09 завтра в 9:00: Завтра поход');
      await school.presses('k01', k01, 'Опубликовать');
      const left = { at: MONDAY + HOUR, act: 'приказ № 1 от 14.09.2026', purge: MONDAY + 30 * 24 * HOUR };
      await settles(school, 'left', keep('standing', 'p02', { left }, undefined));
      await settles(school, 'linked', { put: 'link', account: accountOf('p03'), person: 'p03', at: MONDAY + HOUR });
      await school.passes(23 * HOUR + MINUTE);
      for (const who of ['p01', 'p03'])
        expect(first(school, school.dialog(who)).filter((words) => words === 'Завтра поход')).toHaveLength(1);
      expect(first(school, school.dialog('p02'))).not.toContain('Завтра поход');
      await school.says('k01', k01, '/объявление 1');
      expect(last(school, k01)).toContain('Доставлено 2 из 2');
      expect(last(school, k01)).toContain('Ознакомлены 0 из 2');
    },
    { at: MONDAY, unlinked: ['p03'] },
  );
});

describe('a person in two messengers', () => {
  scene(
    'gets one copy and one reminder, and acknowledges once for all',
    async (school) => {
      const { k01, parents } = await opened(school);
      const second = accountRef('memory', 'of-stranger');
      await settles(school, 'second', { put: 'link', account: second, person: 'p01', at: MONDAY });
      await school.allows('stranger');
      await school.says('k01', k01, '/объявление родители 5А в чаты и лично до 16.09 18:00: Прочтите');
      await school.presses('k01', k01, 'Опубликовать');
      const own = [school.dialog('p01'), dialogOf(second)];
      const said = (words: string) =>
        own.flatMap((place) => school.hears(place)).filter((one) => one.startsWith(words));
      expect(said('Прочтите')).toHaveLength(1);
      // 15.09, 9:00
      await school.passes(23 * HOUR);
      expect(said('Напоминаем')).toHaveLength(1);

      expect(await school.presses('stranger', parents, 'Ознакомлен(а)')).toBe('Спасибо, отмечено.');
      expect(await school.presses('p01', parents, 'Ознакомлен(а)')).toBe('Ваше ознакомление уже отмечено. Спасибо!');
      await school.passes(24 * HOUR);
      expect(said('Напоминаем')).toHaveLength(1);
      await school.says('k01', k01, '/объявление 1');
      expect(last(school, k01)).toContain('Ознакомлены 1 из 3');
    },
    { at: MONDAY },
  );
});
