import type { PlaceRef } from '../../src/domain/refs.js';
import { type School, scene } from './world.js';

/** Thursday, 17 September 2026, 10:00 in Moscow. */
const THURSDAY = Date.UTC(2026, 8, 17, 7, 0);
const HOUR = 3_600_000;
const MINUTE = 60_000;

const last = (school: School, where: PlaceRef) => school.hears(where).at(-1);
const opened = async (school: School) => {
  for (const one of ['d01', 'a01', 'k01', 'p01', 'p02', 'p03']) await school.allows(one);
  return { parents: await school.chat('class_parents', { class: '5А' }), k01: school.dialog('k01') };
};
const said = (school: School, where: PlaceRef, words: string): number =>
  school.hears(where).filter((one) => one.includes(words)).length;

describe('a deadline', () => {
  scene(
    'on a day off is said so; people are reminded on working days before it, the numbers come on the next one',
    async (school) => {
      const { k01 } = await opened(school);
      const p03 = school.dialog('p03');
      await school.says('k01', k01, '/объявление родители 5А до 20.09 18:00: Прочтите');
      expect(last(school, k01)).toContain('Срок ознакомления 20.09.2026 приходится на нерабочий день');
      await school.presses('k01', k01, 'Опубликовать');
      // Friday, 9:00
      await school.passes(23 * HOUR);
      expect(said(school, p03, 'Напоминаем')).toBe(1);
      // Over Saturday and Sunday
      await school.passes(68 * HOUR);
      expect(said(school, p03, 'Напоминаем')).toBe(1);
      expect(said(school, k01, 'Ознакомлены')).toBe(0);
      // Monday, 9:00
      await school.passes(4 * HOUR);
      expect(said(school, k01, 'Ознакомлены 0 из 3')).toBe(1);
      expect(said(school, k01, 'Не отметили ознакомление:')).toBe(1);
      expect(said(school, p03, 'Напоминаем')).toBe(1);
    },
    { at: THURSDAY },
  );

  scene(
    'is reminded of by hand at most every few hours, and not at night',
    async (school) => {
      const { k01 } = await opened(school);
      const p03 = school.dialog('p03');
      const reminds = async () => {
        await school.says('k01', k01, '/объявление 1');
        await school.presses('k01', k01, 'Напомнить');
        await school.passes(MINUTE);
      };
      await school.says('k01', k01, '/объявление родители 5А до 18.09 18:00: Прочтите');
      await school.presses('k01', k01, 'Опубликовать');
      await reminds();
      expect(said(school, p03, 'Напоминаем')).toBe(1);
      await reminds();
      expect(last(school, k01)).toContain('Напоминал совсем недавно.');
      expect(said(school, p03, 'Напоминаем')).toBe(1);
      await school.passes(11 * HOUR);
      await reminds();
      expect(last(school, k01)).toContain('Напомню лично 18.09.2026 в 08:00');
      expect(said(school, p03, 'Напоминаем')).toBe(1);
      await school.passes(11 * HOUR);
      expect(said(school, p03, 'Напоминаем')).toBe(2);
    },
    { at: THURSDAY },
  );
});

describe('in words, for those without buttons', () => {
  const published = async (school: School, ...words: readonly string[]) => {
    const { k01 } = await opened(school);
    for (const one of words) {
      await school.says('k01', k01, `/объявление родители 5А до 18.09 18:00: ${one}`);
      await school.presses('k01', k01, 'Опубликовать');
    }
    return school.dialog('p01');
  };

  scene(
    'one command notes what waits, and asks when it is several things',
    async (school) => {
      const p01 = await published(school, 'Завтра врач', 'В пятницу поход');
      await school.says('p01', p01, 'Ознакомлена');
      expect(last(school, p01)).toBe(
        'Что отметить? Нажмите кнопку или напишите номер, например: /ознакомлен 5.\n– Положение в редакции от 31.08.2024: /ознакомлен с Положением\n– № 2 «В пятницу поход»\n– № 1 «Завтра врач»',
      );
      await school.presses('p01', p01, '2. В пятницу поход');
      expect(last(school, p01)).toBe('Спасибо, ознакомление отмечено: «В пятницу поход».');
      await school.says('p01', p01, 'ознакомлена с Положением');
      expect(last(school, p01)).toContain('Ознакомление с Положением');
      // One thing is left: nothing to choose.
      await school.says('p01', p01, '/ознакомлен');
      expect(last(school, p01)).toBe('Спасибо, ознакомление отмечено: «Завтра врач».');
      await school.says('p01', p01, '/ознакомлен');
      expect(last(school, p01)).toContain('Вы уже отметили');
    },
    { at: THURSDAY },
  );

  scene(
    'by number; of what is for others, twice, or unknown it is said so',
    async (school) => {
      const p01 = await published(school, 'Завтра врач');
      await school.says('p01', p01, 'ознакомлена с объявлением № 1');
      expect(last(school, p01)).toBe('Спасибо, ознакомление отмечено: «Завтра врач».');
      await school.says('p01', p01, '/ознакомлен 1');
      expect(last(school, p01)).toBe('Ваше ознакомление уже отмечено. Спасибо!');
      await school.says('p01', p01, '/ознакомлен 9');
      expect(last(school, p01)).toContain('Объявления с таким номером нет.');
      await school.says('p04', school.dialog('p04'), '/ознакомлен 1');
      expect(last(school, school.dialog('p04'))).toContain('адресовано другим');
    },
    { at: THURSDAY },
  );
});
