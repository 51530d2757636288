import { keep } from '../../src/domain/records.js';
import type { PlaceRef } from '../../src/domain/refs.js';
import { BOT } from '../../src/platforms/memory/index.js';
import { type School, scene, TELEGRAM } from './world.js';

/** Monday, 14 September 2026, 10:00 in Moscow. */
const MONDAY = Date.UTC(2026, 8, 14, 7, 0);
const HOUR = 3_600_000;
const MINUTE = 60_000;
const DAY = 24 * HOUR;

const last = (school: School, where: PlaceRef) => school.hears(where).at(-1);
const opened = async (school: School, who = ['d01', 'z01', 'a01', 'k01', 'k02', 'u01', 'p01', 'p02', 'p03', 'p04']) => {
  for (const one of who) await school.allows(one);
  return school.chat('class_parents', { class: '5А' });
};
const said = (school: School, where: PlaceRef, words: string): number =>
  school.hears(where).filter((one) => one.includes(words)).length;
const settle = async (
  school: School,
  change: Parameters<School['stores']['ledger']['settle']>[0]['changes'][number],
) => {
  const entry = { id: `n:${change.put}`, at: school.clock.now(), kind: 'note', detail: 'test' } as const;
  await school.stores.ledger.settle({ key: `test ${change.put}`, entry, changes: [change], rows: [], chain: 'cli' });
};

describe('step by step', () => {
  scene(
    'an announcement is made by answering: for whom, what, until when',
    async (school) => {
      const parents = await opened(school);
      const k01 = school.dialog('k01');
      await school.says('k01', k01, '/объявление');
      await school.presses('k01', k01, 'Новое объявление');
      expect(school.buttons(k01)).toEqual(['Родители 5А', 'Отмена']);
      await school.says('k01', k01, 'бабушки 5А');
      expect(last(school, k01)).toContain('Не вижу, для кого объявление');
      await school.presses('k01', k01, 'Родители 5А');
      await school.says('k01', k01, 'В пятницу экскурсия.');
      expect(last(school, k01)).toContain('Получатели: 3 родителя (чат «5А – родители»). Опубликовать?');
      await school.presses('k01', k01, 'С ознакомлением');
      await school.says('k01', k01, 'до среды 12:00');
      expect(last(school, k01)).toContain('до 16.09.2026 12:00');
      await school.presses('k01', k01, 'Опубликовать');
      expect(last(school, parents)).toContain('В пятницу экскурсия.');
      expect(last(school, parents)).toContain('Классный руководитель 5А М. П. Ключева');
    },
    { at: MONDAY },
  );

  scene(
    'of a class it is asked whom',
    async (school) => {
      await opened(school);
      const k01 = school.dialog('k01');
      await school.says('k01', k01, '/объявление 5А: Завтра фотограф');
      expect(school.buttons(k01)).toEqual(['Родителям', 'Обучающимся', 'Родителям и обучающимся', 'Отмена']);
      await school.presses('k01', k01, 'Родителям');
      expect(last(school, k01)).toContain('Получатели: 3 родителя');
    },
    { at: MONDAY },
  );
});

describe('who is not reached', () => {
  scene(
    'is named before, with the reason, and never counted as fault',
    async (school) => {
      await opened(school);
      const k01 = school.dialog('k01');
      await settle(school, keep('standing', 'p02', { otherWay: { at: 0, how: 'дневник' } }, undefined));
      await school.says('k01', k01, '/объявление родители 5А лично: Ждём вас');
      expect(last(school, k01)).toContain('Получатели: 2 родителя (лично). Опубликовать?');
      expect(last(school, k01)).toContain('Выбрали иной способ связи: 1.');
      expect(last(school, k01)).toContain('Не представились боту: 1.');
    },
    { at: MONDAY, unlinked: ['p03'] },
  );

  scene(
    'a refused copy is told to the author, the others arrive once',
    async (school) => {
      // p03 has never written to the bot: the messenger refuses.
      await opened(school, ['k01', 'p01', 'p02']);
      const k01 = school.dialog('k01');
      await school.says('k01', k01, '/объявление родители 5А лично: Ждём вас');
      await school.presses('k01', k01, 'Опубликовать');
      await school.passes(MINUTE);
      expect(said(school, school.dialog('p01'), 'Ждём вас')).toBe(1);
      expect(said(school, school.dialog('p02'), 'Ждём вас')).toBe(1);
      expect(last(school, k01)).toBe(
        'Объявление № 1: отправлено 2, не принято 1, нет ответа 0. Подробнее: /объявление 1.',
      );
      await school.says('k01', k01, '/объявление 1');
      expect(last(school, k01)).toContain('Доставлено 2 из 3');
    },
    { at: MONDAY },
  );

  scene(
    'a storm of the messenger loses nobody and doubles nothing',
    async (school) => {
      await opened(school);
      const k01 = school.dialog('k01');
      await school.says('k01', k01, '/объявление родители 5А лично: Ждём вас');
      school.platform.storm(5);
      await school.presses('k01', k01, 'Опубликовать');
      await school.passes(10 * MINUTE);
      for (const who of ['p01', 'p02', 'p03']) expect(said(school, school.dialog(who), 'Ждём вас')).toBe(1);
      expect((await school.stores.records.get('announcement', '1'))?.value.state).toBe('sent');
    },
    { at: MONDAY },
  );

  scene.vk(
    'Telegram would not know a repeated send: what nobody answered is not repeated for fifty minutes, but shown at once',
    'what the messenger says nothing of is shown as such, and sent again only at a tap',
    async (school) => {
      await opened(school);
      const k01 = school.dialog('k01');
      await school.says('k01', k01, '/объявление родители 5А лично: Ждём вас');
      await school.presses('k01', k01, 'Опубликовать');
      await school.passes(MINUTE);
      await school.says('k01', k01, '/объявление родители 5А лично: Ждём завтра');
      // The answer to the press gets through, what follows does not.
      const press = school.presses('k01', k01, 'Опубликовать');
      school.platform.storm(10_000);
      await press;
      await school.passes(70 * MINUTE);
      school.platform.storm(0);
      await school.passes(10 * MINUTE);
      expect(said(school, k01, 'мессенджер попросил подождать')).toBe(1);
      expect(said(school, k01, 'нет ответа 3')).toBe(1);
      for (const who of ['p01', 'p02', 'p03']) expect(said(school, school.dialog(who), 'Ждём завтра')).toBe(0);

      await school.says('k01', k01, '/объявление 2');
      await school.presses('k01', k01, 'Повторить, где нет ответа');
      await school.passes(MINUTE);
      for (const who of ['p01', 'p02', 'p03']) expect(said(school, school.dialog(who), 'Ждём завтра')).toBe(1);
    },
    { at: MONDAY },
  );

  scene(
    'where a repetition would not be known, an answer that was lost is shown as such at once; again it goes at a tap only',
    async (school) => {
      await opened(school);
      const k01 = school.dialog('k01');
      await school.says('k01', k01, '/объявление родители 5А лично: Ждём завтра');
      const press = school.presses('k01', k01, 'Опубликовать');
      school.platform.deafen(100);
      await press;
      school.platform.deafen(0);
      await school.passes(2 * HOUR);
      for (const who of ['p01', 'p02', 'p03']) expect(said(school, school.dialog(who), 'Ждём завтра')).toBe(1);

      await school.says('k01', k01, '/объявление 1');
      expect(last(school, k01)).toContain('Нет ответа мессенджера, дошло ли: 3.');
      await school.presses('k01', k01, 'Повторить, где нет ответа');
      await school.passes(MINUTE);
      for (const who of ['p01', 'p02', 'p03']) expect(said(school, school.dialog(who), 'Ждём завтра')).toBe(2);
    },
    { at: MONDAY, ...TELEGRAM },
  );

  scene(
    'a restart in the midst goes on where it stopped',
    async (school) => {
      await opened(school);
      const k01 = school.dialog('k01');
      await school.says('k01', k01, '/объявление родители 5А лично до 16.09: Ждём вас');
      await school.presses('k01', k01, 'Опубликовать');
      await school.restarts();
      await school.passes(DAY);
      for (const who of ['p01', 'p02', 'p03']) expect(said(school, school.dialog(who), 'Ждём вас\n')).toBe(1);
      for (const who of ['p01', 'p02', 'p03']) expect(said(school, school.dialog(who), 'Напоминаем')).toBe(1);
    },
    { at: MONDAY },
  );
});

describe('words of everybody’s own', () => {
  scene(
    'go to dialogs only, whatever way was named',
    async (school) => {
      const parents = await opened(school);
      const k01 = school.dialog('k01');
      await school.says('k01', k01, '/объявление родители 5А: {имя}, тетради ({дети}) проверены.');
      expect(last(school, k01)).toContain('Получатели: 3 родителя (лично). Опубликовать?');
      await school.presses('k01', k01, 'Опубликовать');
      expect(last(school, school.dialog('p01'))).toContain('Ольга Николаевна, тетради (Павел, Вера) проверены.');
      expect(last(school, school.dialog('p02'))).toContain('Денис Олегович, тетради (Дарья) проверены.');
      expect(said(school, parents, 'тетради')).toBe(0);
    },
    { at: MONDAY },
  );
});

describe('its time', () => {
  scene(
    'comes as it was said, and can be called off before',
    async (school) => {
      const parents = await opened(school);
      const k01 = school.dialog('k01');
      for (const words of ['Завтра фотограф', 'Завтра врач']) {
        await school.says('k01', k01, `/объявление родители 5А завтра в 9:00: ${words}`);
        expect(last(school, k01)).toContain('Время публикации: 15.09.2026 в 09:00.');
        await school.presses('k01', k01, 'Опубликовать');
      }
      await school.says('k01', k01, '/объявление 2');
      await school.presses('k01', k01, 'Отозвать');
      await school.presses('k01', k01, 'Да, отозвать');
      await school.passes(22 * HOUR);
      expect(said(school, parents, 'Завтра')).toBe(0);
      await school.passes(2 * HOUR);
      expect(said(school, parents, 'Завтра фотограф')).toBe(1);
      expect(said(school, parents, 'Завтра врач')).toBe(0);
    },
    { at: MONDAY },
  );

  scene(
    'comes every week until it is withdrawn',
    async (school) => {
      const parents = await opened(school);
      const k01 = school.dialog('k01');
      await school.says('k01', k01, '/объявление родители 5А каждый понедельник в 9:00: Неделя началась');
      await school.presses('k01', k01, 'Опубликовать');
      const first = said(school, parents, 'Неделя началась');
      await school.passes(14 * DAY);
      expect(said(school, parents, 'Неделя началась')).toBe(first + 2);
      await school.says('k01', k01, '/объявление список');
      const next = /№ (\d+) «Неделя началась»[^\n]*ждёт своего времени/u.exec(last(school, k01) ?? '')?.[1];
      await school.says('k01', k01, `/объявление ${next}`);
      await school.presses('k01', k01, 'Отозвать');
      await school.presses('k01', k01, 'Да, отозвать');
      await school.passes(14 * DAY);
      expect(said(school, parents, 'Неделя началась')).toBe(first + 2);
    },
    { at: MONDAY },
  );
});

describe('a pause', () => {
  scene(
    'holds everything that is not urgent, until its time',
    async (school) => {
      const parents = await opened(school);
      const k01 = school.dialog('k01');
      await school.says('d01', school.dialog('d01'), '/пауза школа до 15.09 12:00');
      expect(last(school, school.dialog('d01'))).toContain('приостановлены до 15.09.2026 12:00: вся школа');

      await school.says('k01', k01, '/объявление родители 5А: Весёлые старты');
      expect(last(school, k01)).toContain('Автоматические сообщения приостановлены.');
      await school.presses('k01', k01, 'Опубликовать');
      expect(last(school, k01)).toContain('выйдет 15.09.2026 в 12:00');
      await school.says('k01', k01, '/объявление срочно родители 5А: Воду отключили');
      await school.presses('k01', k01, 'Изменились занятия');
      await school.presses('k01', k01, 'Да, отправить');
      expect(said(school, parents, 'СРОЧНО. Воду отключили')).toBe(1);

      await school.passes(25 * HOUR);
      expect(said(school, parents, 'Весёлые старты')).toBe(0);
      await school.passes(2 * HOUR);
      expect(said(school, parents, 'Весёлые старты')).toBe(1);
    },
    { at: MONDAY },
  );

  scene(
    'is for the director, a deputy and the administrator; of a chat where it is typed, and ends at a word',
    async (school) => {
      const parents = await opened(school);
      await school.says('p01', parents, '/пауза');
      await school.says('k01', school.dialog('k01'), '/пауза 5А');
      expect(await school.stores.records.all('pause')).toEqual([]);
      await school.says('z01', parents, '/пауза на 2 часа');
      expect((await school.stores.records.all('pause')).map(({ id }) => id)).toEqual([parents]);
      await school.says('a01', school.dialog('a01'), '/пауза список');
      expect(last(school, school.dialog('a01'))).toContain('чат «5А – родители»: до 14.09.2026 12:00');
      await school.says('z01', parents, '/пауза снять');
      expect(await school.stores.records.all('pause')).toEqual([]);
    },
    { at: MONDAY },
  );
});

describe('ready texts', () => {
  scene(
    'urgent ones go out in two taps',
    async (school) => {
      const parents = await opened(school);
      const d01 = school.dialog('d01');
      await school.says('d01', d01, 'Завтра без первого урока');
      expect(school.buttons(d01)).toEqual(['Мороз', 'Карантин', 'Школа закрыта', 'Занятия короче', 'Отмена']);
      await school.presses('d01', d01, 'Мороз');
      await school.presses('d01', d01, 'Опубликовать');
      expect(last(school, parents)).toContain('СРОЧНО. 15.09.2026 занятия в школе отменены из-за мороза.');
    },
    { at: MONDAY + 12 * HOUR },
  );

  scene(
    'templates are filled in',
    async (school) => {
      await opened(school);
      const k01 = school.dialog('k01');
      await school.says('k01', k01, '/объявление шаблон экскурсия: родители 5А: {завтра} экскурсия, сбор в {время}.');
      expect(last(school, k01)).toContain('сохранён');
      await school.says('k01', k01, '/объявление шаблон экскурсия');
      expect(last(school, k01)).toContain('не заполнено: время');
      await school.says('k01', k01, '/объявление шаблон экскурсия время=9:30');
      expect(last(school, k01)).toContain('15.09.2026 экскурсия, сбор в 9:30.');
      await school.says('k01', k01, '/объявление шаблоны');
      expect(last(school, k01)).toContain('– экскурсия');
      await school.says('k01', k01, '/объявление шаблон удалить экскурсия');
      expect(await school.stores.records.all('template')).toEqual([]);
    },
    { at: MONDAY },
  );

  scene(
    'the main things of the day come in the evening to whoever asked',
    async (school) => {
      await opened(school);
      const k01 = school.dialog('k01');
      await school.says('p01', school.dialog('p01'), 'Не пишите вечером');
      await school.says('k01', k01, '/объявление родители 5А: Завтра фотограф');
      await school.presses('k01', k01, 'Опубликовать');
      await school.passes(10 * HOUR);
      expect(last(school, school.dialog('p01'))).toBe('Главное за день:\n– Завтра фотограф');
      expect(school.hears(school.dialog('p02'))).toEqual([]);
      await school.passes(DAY);
      expect(said(school, school.dialog('p01'), 'Главное за день')).toBe(1);
    },
    { at: MONDAY },
  );
});

describe('documents', () => {
  scene(
    'are published with acknowledgement, replaced by the next version, and listed for those they are for',
    async (school) => {
      const parents = await opened(school);
      const k01 = school.dialog('k01');
      const p01 = school.dialog('p01');
      const publish = async (contents: string): Promise<void> => {
        await school.says('k01', k01, '/документ родители 5А до 16.09: План экскурсии');
        expect(last(school, k01)).toBe('Пришлите, пожалуйста, файл документа «План экскурсии».');
        await school.sends('k01', k01, 'план.docx', contents);
        await school.presses('k01', k01, 'Опубликовать');
      };
      await publish('первый');
      expect(last(school, parents)).toContain('Документ: План экскурсии.');
      expect(school.files(parents).map(({ name }) => name)).toEqual(['план.docx']);
      expect(await school.presses('p01', parents, 'Ознакомлен(а)')).toBe('Спасибо, отмечено.');

      await school.passes(HOUR);
      await publish('второй');
      await school.says('p01', p01, '/документ');
      expect(last(school, p01)).toContain('1. План экскурсии, редакция 2, 14.09.2026 (родители 5А)');
      await school.presses('p01', p01, '1. План экскурсии');
      expect(school.files(p01).map(({ name }) => name)).toEqual(['план.docx']);
      await school.says('p04', school.dialog('p04'), '/документ');
      expect(last(school, school.dialog('p04'))).toBe('Действующих документов для Вас пока нет.');
    },
    { at: MONDAY },
  );

  scene(
    'what may do harm is not passed on',
    async (school) => {
      await opened(school);
      const k01 = school.dialog('k01');
      await school.says('k01', k01, '/документ родители 5А: План');
      await school.sends('k01', k01, 'план.exe', 'MZ');
      expect(last(school, k01)).toContain('такие файлы могут навредить');
      expect(await school.stores.records.all('enclosure')).toEqual([]);
    },
    { at: MONDAY },
  );

  scene(
    'the list for paper has the names for the class teacher, and none for the director',
    async (school) => {
      await opened(school);
      const k01 = school.dialog('k01');
      const d01 = school.dialog('d01');
      await school.says('d01', d01, '/объявление родители 5А до 16.09: Прочтите');
      await school.presses('d01', d01, 'Опубликовать');
      await school.says('d01', d01, '/объявление 1');
      await school.presses('d01', d01, 'Лист ознакомления');
      expect(last(school, d01)).toContain('Имена получателей видит классный руководитель');
      await school.says('k01', k01, '/объявление 1');
      expect(last(school, k01)).toContain('Не отметили ознакомление: Иванова О. Н., Петров Д. О., Сидорова Е. В.');
      await school.presses('k01', k01, 'Лист ознакомления');
      expect(school.files(k01).map(({ name }) => name)).toEqual([
        'Лист ознакомления 1.docx',
        'Лист ознакомления 1.csv',
      ]);
      const table = Buffer.from(school.files(k01)[1]?.base64 ?? '', 'base64').toString('utf8');
      expect(table).toContain('5А;Сидорова Елена Викторовна;');
    },
    { at: MONDAY },
  );
});

describe('by words instead of a button', () => {
  scene(
    'the number of the announcement is enough, and the silent are reminded when asked for',
    async (school) => {
      await opened(school);
      const k01 = school.dialog('k01');
      const p01 = school.dialog('p01');
      await school.says('k01', k01, '/объявление родители 5А до 18.09: Прочтите');
      await school.presses('k01', k01, 'Опубликовать');
      await school.says('p01', p01, '/объявление 1 ознакомлена');
      expect(last(school, p01)).toBe('Спасибо, ознакомление отмечено: «Прочтите».');
      await school.says('p04', school.dialog('p04'), '/объявление ознакомлена 1');
      expect(last(school, school.dialog('p04'))).toContain('адресовано другим');
      await school.says('k01', k01, '/объявление 1');
      await school.presses('k01', k01, 'Напомнить');
      await school.passes(MINUTE);
      expect(said(school, school.dialog('p02'), 'Напоминаем')).toBe(1);
      expect(said(school, p01, 'Напоминаем')).toBe(0);
    },
    { at: MONDAY },
  );

  scene(
    'whoever presses without being known is told how to introduce himself, others that it is not for them',
    async (school) => {
      const parents = await opened(school);
      const k01 = school.dialog('k01');
      await school.says('k01', k01, '/объявление родители 5А до 18.09: Прочтите');
      await school.presses('k01', k01, 'Опубликовать');
      expect(await school.presses('stranger', parents, 'Ознакомлен(а)')).toContain('Сначала представьтесь');
      expect(await school.presses('u01', parents, 'Ознакомлен(а)')).toContain('адресовано другим участникам');
      expect(school.members(parents)).toContain(BOT);
    },
    { at: MONDAY },
  );
});
