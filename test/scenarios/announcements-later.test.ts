import { paceOf } from '../../src/app/announcements-progress.js';
import type { Announcement } from '../../src/domain/announcement.js';
import { keep } from '../../src/domain/records.js';
import type { Platform } from '../../src/ports/platform.js';
import { first, last, MONDAY, opened } from './announcements.js';
import { accountOf, type School, scene } from './world.js';

const HOUR = 3_600_000;
const SECOND = 1_000;
const MINUTE = 60_000;
const DAY = 24 * HOUR;

const settles = async (
  school: School,
  key: string,
  ...changes: Parameters<School['stores']['ledger']['settle']>[0]['changes']
) => {
  const entry = { id: `n:${key}`, at: school.clock.now(), kind: 'note', detail: 'test' } as const;
  await school.stores.ledger.settle({ key, entry, changes, rows: [], chain: 'cli' });
};
/** Nobody knows whether the copies of an announcement came. */
const lost = async (school: School, id: string) => {
  for (const part of await school.stores.records.all('recipients')) {
    if (part.value.announcement !== id) continue;
    const lines = Object.fromEntries(
      Object.entries(part.value.lines).map(([key, { message: _gone, ...line }]) => [
        key,
        { ...line, state: 'uncertain' as const },
      ]),
    );
    await settles(school, `lost ${part.id}`, keep('recipients', part.id, { ...part.value, lines }, part));
  }
};
const stateOf = async (school: School, id: string) =>
  (await school.stores.records.get('announcement', id))?.value.state;

describe('a card that was opened before', () => {
  scene(
    'brings nothing back that was taken back',
    async (school) => {
      const { parents, k01 } = await opened(school);
      await school.says('k01', k01, '/объявление родители 5А: Экскурсия завтра');
      await school.presses('k01', k01, 'Опубликовать');
      await school.passes(MINUTE);
      await lost(school, '1');
      const z01 = school.dialog('z01');
      await school.says('z01', z01, '/объявление 1');
      expect(school.buttons(z01)).toContain('Повторить, где нет ответа');
      await school.says('k01', k01, '/объявление 1');
      await school.presses('k01', k01, 'Отозвать');
      await school.presses('k01', k01, 'Да, отозвать');
      const before = first(school, parents);
      await school.presses('z01', z01, 'Повторить, где нет ответа');
      await school.passes(5 * MINUTE);
      expect(last(school, z01)).toContain('отозвано');
      expect(await stateOf(school, '1')).toBe('withdrawn');
      expect(first(school, parents)).toEqual(before);
    },
    { at: MONDAY },
  );
});

describe('at night', () => {
  scene(
    'a new version and a repetition wait for the morning, and their author is told so',
    async (school) => {
      const { parents, k01 } = await opened(school);
      await school.says('k01', k01, '/объявление родители 5А: Сбор в 8:30');
      await school.presses('k01', k01, 'Опубликовать');
      // 23:00
      await school.passes(13 * HOUR);
      await school.says('k01', k01, '/объявление 1');
      await school.presses('k01', k01, 'Изменить');
      await school.says('k01', k01, 'Сбор в 9:30');
      await school.presses('k01', k01, 'Существенное изменение');
      expect(last(school, k01)).toBe(
        'Сейчас тихие часы или пауза. Уточнённый текст, версия 2, уйдёт 15.09.2026 в 08:00.',
      );
      await school.passes(8 * HOUR);
      expect(first(school, parents)).not.toContain('УТОЧНЕНИЕ. Сбор в 9:30');
      expect(school.hears(k01).some((words) => words.includes('попросил подождать'))).toBe(false);
      await school.passes(HOUR + MINUTE);
      expect(first(school, parents).filter((words) => words === 'УТОЧНЕНИЕ. Сбор в 9:30')).toHaveLength(1);

      // 23:00
      await school.passes(15 * HOUR - MINUTE);
      await lost(school, '1');
      await school.says('k01', k01, '/объявление 1');
      await school.presses('k01', k01, 'Повторить, где нет ответа');
      expect(last(school, k01)).toContain('Отправлю ещё раз 16.09.2026 в 08:00');
      await school.passes(8 * HOUR);
      expect(first(school, parents).filter((words) => words === 'УТОЧНЕНИЕ. Сбор в 9:30')).toHaveLength(1);
      await school.passes(HOUR + MINUTE);
      expect(first(school, parents).filter((words) => words === 'УТОЧНЕНИЕ. Сбор в 9:30')).toHaveLength(2);
      expect(await stateOf(school, '1')).toBe('sent');
    },
    { at: MONDAY },
  );

  scene(
    '«Опубликовать сейчас» says when it will be, for it is not now',
    async (school) => {
      const { parents, k01 } = await opened(school);
      await school.says('k01', k01, '/объявление родители 5А завтра в 12:00: Завтра врач');
      await school.presses('k01', k01, 'Опубликовать');
      await school.passes(13 * HOUR);
      await school.says('k01', k01, '/объявление 1');
      await school.presses('k01', k01, 'Опубликовать сейчас');
      expect(last(school, k01)).toContain('Сейчас тихие часы. Объявление № 1 «Завтра врач» выйдет 15.09.2026 в 08:00');
      await school.passes(9 * HOUR + MINUTE);
      expect(first(school, parents)).toContain('Завтра врач');
    },
    { at: MONDAY },
  );
});

describe('what has waited', () => {
  scene(
    'does not go out in the name of whoever may not publish there any more',
    async (school) => {
      const { parents, k01 } = await opened(school);
      await school.says('k01', k01, '/объявление родители 5А завтра в 9:00: Завтра врач');
      await school.presses('k01', k01, 'Опубликовать');
      const teacher = await school.stores.people.find('k01');
      if (teacher) await settles(school, 'other', { put: 'person', person: { ...teacher, classes: ['7Б'] } });
      await school.passes(24 * HOUR);
      expect(first(school, parents)).not.toContain('Завтра врач');
      expect(await stateOf(school, '1')).toBe('dropped');
      expect(last(school, k01)).toBe(
        'Объявление № 1 «Завтра врач» не вышло: публиковать для этих получателей Вы больше не можете.',
      );
    },
    { at: MONDAY },
  );

  scene(
    'a pause beyond its deadline leaves a day to read; beyond its validity it does not go out',
    async (school) => {
      const { parents, k01 } = await opened(school);
      const d01 = school.dialog('d01');
      await school.says('k01', k01, '/объявление родители 5А до 15.09 18:00 завтра в 9:00: Прочтите');
      await school.presses('k01', k01, 'Опубликовать');
      await school.says('k01', k01, '/объявление родители 5А завтра в 9:00: Завтра врач');
      await school.presses('k01', k01, 'Опубликовать');
      const [held] = (await school.stores.records.all('announcement')).filter(({ id }) => id === '2');
      if (held) await settles(school, 'valid', keep('announcement', '2', { ...held.value, valid: MONDAY + DAY }, held));
      await school.says('d01', d01, '/пауза школа до 17.09 9:00');
      await school.passes(3 * DAY);
      expect(last(school, parents)).toContain('до 18.09.2026 18:00');
      expect(first(school, parents)).not.toContain('Завтра врач');
      expect(school.hears(k01)).toContain(
        'Объявление № 1 вышло позже своего срока ознакомления, поэтому срок продлён до 18.09.2026 18:00.',
      );
      expect(school.hears(k01)).toContain(
        'Объявление № 2 «Завтра врач» не вышло: пока оно ждало, истекло время, до которого оно действует.',
      );
    },
    { at: MONDAY },
  );

  scene(
    'whoever has chosen paper meanwhile is not reminded, and is no omission',
    async (school) => {
      const { k01 } = await opened(school);
      await school.says('k01', k01, '/объявление родители 5А до 16.09 18:00: Прочтите');
      await school.presses('k01', k01, 'Опубликовать');
      const otherWay = { at: MONDAY + HOUR, how: 'бумага' };
      await settles(school, 'paper', keep('standing', 'p02', { otherWay }, undefined));
      // 15.09, 9:00
      await school.passes(23 * HOUR + MINUTE);
      expect(school.hears(school.dialog('p02')).some((words) => words.includes('Напоминаем'))).toBe(false);
      expect(last(school, school.dialog('p01'))).toContain('Напоминаем');
      await school.says('k01', k01, '/объявление 1');
      expect(last(school, k01)).toContain('Ознакомлены 0 из 2');
    },
    { at: MONDAY },
  );
});

describe('a new version', () => {
  scene(
    'is not sent to whoever is not meant any more',
    async (school) => {
      const { k01 } = await opened(school);
      await school.says('k01', k01, '/объявление родители 5А лично: Сбор в 8:30');
      await school.presses('k01', k01, 'Опубликовать');
      await school.passes(MINUTE);
      const restricted = { since: MONDAY, act: 'решение суда' };
      await settles(school, 'court', keep('standing', 'p02', { restricted }, undefined));
      await school.says('k01', k01, '/объявление 1');
      await school.presses('k01', k01, 'Изменить');
      await school.says('k01', k01, 'Сбор в 9:30');
      await school.presses('k01', k01, 'Существенное изменение');
      await school.passes(MINUTE);
      expect(first(school, school.dialog('p01'))).toEqual(['Сбор в 8:30', 'УТОЧНЕНИЕ. Сбор в 9:30']);
      expect(first(school, school.dialog('p02'))).toEqual(['Сбор в 8:30']);
      await school.says('k01', k01, '/объявление 1');
      expect(last(school, k01)).toContain('Больше не относятся к получателям: 1.');
      await school.presses('k01', k01, 'Отозвать');
      await school.presses('k01', k01, 'Да, отозвать');
      await school.passes(MINUTE);
      for (const who of ['p01', 'p02', 'p03']) expect(first(school, school.dialog(who))).toEqual([]);
    },
    { at: MONDAY },
  );
});

describe('a file', () => {
  scene(
    'is not brought to whoever sends the press of its button from elsewhere',
    async (school) => {
      const { k01 } = await opened(school);
      const { world } = school.platform;
      const attachments = [world.file('список.docx', Buffer.from('список'))];
      await school.says('k01', k01, '/объявление родители 5А: Список', { attachments });
      await school.presses('k01', k01, 'Опубликовать');
      await school.passes(MINUTE);
      const pressesElsewhere = async (who: string) => {
        const [place, account, id] = [school.dialog(who), accountOf(who), `forged-${who}`];
        const payload = { q: 'announcement 1 1', o: 'file' };
        world.presses.set(id, { account });
        const message = { place, id: '1' };
        world.tell({ id, key: id, at: world.now(), kind: 'pressed', place, account, press: id, payload, message });
        await school.passes(MINUTE);
        return world.presses.get(id)?.answered;
      };
      expect(await pressesElsewhere('p04')).toBe('Файл адресован другим участникам.');
      expect(await pressesElsewhere('stranger')).toBe('Файл адресован другим участникам.');
      for (const who of ['p04', 'stranger']) expect(school.files(school.dialog(who))).toEqual([]);
      await pressesElsewhere('p01');
      expect(school.files(school.dialog('p01')).map(({ name }) => name)).toEqual(['список.docx']);
    },
    { at: MONDAY },
  );
});

describe('when it stands still', () => {
  scene(
    'and goes on, its author hears in the very second that all are there',
    async (school) => {
      const { k01 } = await opened(school);
      const p03 = school.dialog('p03');
      const perform: Platform['perform'] = school.platform.perform;
      school.platform.perform = async (deeds) => {
        const free = deeds.filter(({ action }) => action.do !== 'send' || action.to !== p03);
        const answers = free.length > 0 ? await perform(free) : [];
        return deeds.map((deed) => answers[free.indexOf(deed)] ?? { is: 'later', after: 5 * MINUTE, why: 'held' });
      };
      await school.says('k01', k01, '/объявление родители 5А лично: Ждём вас');
      await school.presses('k01', k01, 'Опубликовать');
      await school.passes(4 * MINUTE);
      expect(last(school, k01)).toContain('попросил подождать');
      school.platform.perform = perform;
      for (let left = 600; left > 0 && first(school, p03).length === 0; left -= 1) await school.passes(SECOND);
      expect(first(school, p03)).toEqual(['Ждём вас']);
      await school.passes(SECOND);
      expect(last(school, k01)).toBe('Объявление № 1 отправлено: 3 из 3.');
    },
    { at: MONDAY },
  );

  scene(
    'over a file that is never taken, the words go without it to the others, once',
    async (school) => {
      const { k01 } = await opened(school);
      const { world } = school.platform;
      const perform: Platform['perform'] = school.platform.perform;
      school.platform.perform = async (deeds) => {
        const free = deeds.filter(({ action }) => action.do !== 'send' || !action.files);
        const answers = free.length > 0 ? await perform(free) : [];
        return deeds.map(
          (deed) => answers[free.indexOf(deed)] ?? { is: 'later', after: MINUTE, why: 'HTTP 500', unknown: true },
        );
      };
      const attachments = [world.file('план.docx', Buffer.from('план'))];
      await school.says('k01', k01, '/объявление родители 5А в чаты и лично: План', { attachments });
      await school.presses('k01', k01, 'Опубликовать');
      await school.passes(HOUR);
      for (const who of ['p01', 'p02', 'p03']) {
        expect(first(school, school.dialog(who))).toEqual(['План']);
        expect(school.buttons(school.dialog(who))).toEqual(['Получить файл']);
      }
      expect(school.hears(k01).some((words) => words.includes('Там под текстом кнопка «Получить файл»'))).toBe(true);
      await school.says('k01', k01, '/объявление 1');
      expect(last(school, k01)).toContain('Нет ответа мессенджера, дошло ли: 1.');
    },
    { at: MONDAY },
  );
});

describe('of many copies', () => {
  scene(
    'how far they have come is seen in one message, of what was planned for later too, and of what goes once more',
    async (school) => {
      const { k01 } = await opened(school);
      const parent = await school.stores.people.find('p01');
      const many = Array.from({ length: 250 }, (_, at) => `x${at}`);
      for (const id of many) {
        if (parent) await settles(school, `put ${id}`, { put: 'person', person: { ...parent, id } });
        await settles(school, `link ${id}`, { put: 'link', account: accountOf(id), person: id, at: MONDAY });
        school.platform.world.dialogs.add(accountOf(id));
      }
      await school.says('k01', k01, '/объявление родители 5А лично завтра в 9:00: Поход');
      await school.presses('k01', k01, 'Опубликовать');
      await school.passes(23 * HOUR + MINUTE);
      expect(first(school, school.dialog('x7'))).toEqual(['Поход']);
      const ended = (words: string) => words === 'Объявление № 1 отправлено: 253 из 253.';
      expect(school.hears(k01).filter(ended)).toHaveLength(1);

      await lost(school, '1');
      await school.says('k01', k01, '/объявление 1');
      await school.presses('k01', k01, 'Повторить, где нет ответа');
      await school.passes(MINUTE);
      expect(school.hears(k01).filter(ended)).toHaveLength(2);
      expect(first(school, school.dialog('x7'))).toEqual(['Поход', 'Поход']);
    },
    { at: MONDAY },
  );

  test('the time left of what goes once more counts from then', () => {
    const published = { published: MONDAY } as unknown as Announcement;
    expect(paceOf(published, 100, 200, MONDAY + 10 * SECOND)).toBe(10);
    const from = { ended: 100, at: MONDAY + DAY };
    const again = { ...published, progress: { ended: 150, at: MONDAY + DAY, stalled: false, from } };
    expect(paceOf(again, 150, 200, MONDAY + DAY + 10 * SECOND)).toBe(10);
    expect(paceOf(again, 100, 200, MONDAY + DAY + 10 * SECOND)).toBeUndefined();
  });
});

describe('of a class with few people', () => {
  scene(
    'the numbers are for its teacher alone',
    async (school) => {
      await opened(school);
      await settles(school, 'small', keep('settings', 'school', { smallGroup: 5 }, undefined));
      const [d01, k01] = [school.dialog('d01'), school.dialog('k01')];
      await school.says('d01', d01, '/объявление родители 5А до 16.09 18:00: Прочтите');
      await school.presses('d01', d01, 'Опубликовать');
      await school.passes(MINUTE);
      await school.says('d01', d01, '/объявление 1');
      expect(last(school, d01)).toContain('Получателей мало');
      expect(last(school, d01)).not.toContain('Ознакомлены');
      await school.says('k01', k01, '/объявление 1');
      expect(last(school, k01)).toContain('Ознакомлены 0 из 3');
      await school.passes(3 * DAY);
      expect(school.hears(d01).some((words) => words.includes('Ознакомлены'))).toBe(false);
    },
    { at: MONDAY },
  );
});

describe('a document in force', () => {
  scene(
    'stays after a year, without the list of who has read it',
    async (school) => {
      const { k01 } = await opened(school);
      const { world } = school.platform;
      const attachments = [world.file('план.docx', Buffer.from('план'))];
      await school.says('k01', k01, '/документ родители 5А до 20.09: План', { attachments });
      await school.presses('k01', k01, 'Опубликовать');
      await school.passes(MINUTE);
      const [held] = await school.stores.records.all('announcement');
      const old = MONDAY - 400 * DAY;
      if (held)
        await settles(
          school,
          'old',
          keep('announcement', held.id, { ...held.value, acknowledge: old, published: old, created: old }, held),
        );
      await school.passes(DAY);
      expect(await stateOf(school, '1')).toBe('sent');
      expect(await school.stores.records.all('recipients')).toEqual([]);
      await school.says('p01', school.dialog('p01'), '/документ');
      expect(last(school, school.dialog('p01'))).toContain('1. План');
    },
    { at: MONDAY },
  );
});
