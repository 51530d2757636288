import { strFromU8, unzipSync } from 'fflate';
import type { PlaceRef } from '../../src/domain/refs.js';
import { DAY, HOUR } from '../../src/domain/time.js';
import { type School, scene } from './world.js';

/** Tuesday, 1 September 2026, 09:00 in Moscow. */
const TUESDAY = Date.UTC(2026, 8, 1, 6, 0);
const last = (school: School, where: PlaceRef) => school.hears(where).at(-1);
const ADD = '/миграция добавить Telegram «5А родители», ответственный k01, срок 15.09';

const wordsOf = (base64: string): string =>
  strFromU8(unzipSync(Buffer.from(base64, 'base64'))['word/document.xml'] ?? new Uint8Array()).replace(
    /<[^>]+>/gu,
    ' ',
  );

/** Everybody may be written to; the parents' chat of 5А is there, and no parent in it. */
const opened = async (school: School) => {
  for (const who of ['z01', 'k01', 'k02', 'a01', 'd01', 'p01']) await school.allows(who);
  const parents = await school.chat('class_parents', { class: '5А' });
  for (const who of ['p01', 'p02', 'p03']) await school.leaves(who, parents);
  const [z01, k01, d01] = [school.dialog('z01'), school.dialog('k01'), school.dialog('d01')];
  return { parents, z01, k01, d01 };
};
const until = (school: School, at: number) => school.passes(at - school.clock.now());
/** 08:01 of a day of September. */
const morning = (day: number): number => Date.UTC(2026, 8, day, 5, 1);

describe('SC-10: an old chat is moved out of Telegram', () => {
  scene(
    'written down, announced, followed by people, closed with an act',
    async (school) => {
      const { parents, z01, k01 } = await opened(school);

      await school.says('z01', z01, ADD);
      expect(last(school, z01)).toBe(
        'Записан перенос № 1: Telegram «5А родители». Ответственный: Ключева М. П., срок 15.09.2026. Подготовлен приказ о распределении обязанностей (п. 3.1 Положения).',
      );
      const [order] = school.files(z01);
      expect(order?.name).toBe('Приказ о распределении обязанностей (проект).docx');
      expect(wordsOf(order?.base64 ?? '')).toContain('Telegram «5А родители» – Ключева Мария Петровна');
      expect(school.buttons(k01)).toEqual([
        'Текст для старого чата',
        'Пригласить',
        'Иной способ связи',
        'Закрыть перенос',
      ]);

      await school.presses('k01', k01, 'Текст для старого чата');
      expect(last(school, k01)).toBe(
        'Уважаемые родители! С 15.09.2026 чат «5А – родители» ведётся на платформе «Сферум» (п. 3.1 Положения). Личная ссылка придёт от классного руководителя. Участие по желанию: если Вам удобнее получать информацию иначе, сообщите ему. Прежний чат в Telegram после 15.09.2026 использоваться не будет. Уже с нами: 0 из 3.',
      );

      await school.sends('k01', k01, 'result.json', '{"messages":[{"text":"Сидорова заболела"}]}');
      expect(last(school, k01)).toBe(
        'Выгрузки переписки не принимаются: в них персональные данные других людей (п. 4.2 Положения). Файл не сохранён.',
      );

      // Nor as a part of something else.
      const attachments = [school.platform.world.file('messages.html', new TextEncoder().encode('<p>'))];
      await school.says('k01', k01, '/документ родители 5А: План', { attachments });
      expect(last(school, k01)).toMatch(/^Выгрузки переписки не принимаются/u);
      expect(await school.stores.records.all('enclosure')).toEqual([]);

      await until(school, morning(2));
      await school.joins('p01', parents);
      await until(school, morning(3));
      await school.joins('p02', parents);
      await until(school, morning(4));
      expect(school.hears(k01)).toContain('Перенос «5А – родители»: 2 из 3 (67 %). Не подключена: Сидорова Е. В.');

      await school.presses('k01', k01, 'Иной способ связи');
      expect(school.buttons(k01)).toEqual(['Бумажный дневник', 'Звонок по телефону']);
      await school.presses('k01', k01, 'Бумажный дневник');
      expect(last(school, k01)).toBe('Охвачены 3 из 3 (подключены 2, иной способ 1).');
      expect((await school.stores.people.find('p03'))?.standing?.otherWay?.how).toBe('бумажный дневник');

      await until(school, morning(15) + HOUR);
      await school.says('k01', k01, '/миграция закрыть');
      expect(last(school, k01)?.match(/☐/gu)).toHaveLength(3);
      await school.presses('k01', k01, 'Прощальное сообщение есть');
      await school.presses('k01', k01, 'Ссылка отозвана');
      expect(last(school, k01)).toContain('☑ ссылка отозвана');
      await school.presses('k01', k01, 'Только чтение или удалён');
      expect(last(school, k01)).toBe('Перенос завершён 15.09.2026. Справка сформирована.');
      const act = school.files(k01).at(-1);
      expect(act?.name).toBe('Справка о переносе чата № 1 (проект).docx');
      const words = wordsOf(act?.base64 ?? '');
      expect(words).toContain('Акт о переносе чата № 1');
      expect(words).toContain('всего 3; подключены 2, иной способ связи 1, не охвачены 0');
      expect(words).not.toContain('Сидорова');
      expect(last(school, z01)).toBe('Перенос № 1, Telegram «5А родители», завершён 15.09.2026.');
    },
    { at: TUESDAY },
  );

  scene(
    'what is late is told to the deputy as a number, on the next working morning and on Mondays, without blame',
    async (school) => {
      const { z01, k01 } = await opened(school);
      await school.says('z01', z01, ADD);
      const before = school.hears(z01).length;
      await until(school, morning(16));
      expect(school.hears(z01).slice(before)).toEqual([
        'Просрочен перенос: 1. Посмотреть и назначить новый срок: /миграция.',
      ]);
      await until(school, morning(18));
      expect(school.hears(z01)).toHaveLength(before + 1);
      await until(school, morning(21));
      expect(school.hears(z01)).toHaveLength(before + 2);
      expect(school.hears(k01).join('\n')).not.toMatch(/росроч/u);

      await school.says('z01', z01, '/миграция срок 1 до 30.09');
      expect(last(school, z01)).toBe('Срок переноса № 1: 30.09.2026.');
      await until(school, morning(28));
      expect(school.hears(z01)).toHaveLength(before + 3);
    },
    { at: TUESDAY },
  );

  scene(
    'the register: names for the class teacher alone, no figures of few people for the leadership',
    async (school) => {
      const { z01, d01, k01 } = await opened(school);
      await school.says('z01', z01, ADD);
      await school.says('d01', d01, '/переезд');
      expect(last(school, d01)).toContain('Переносов: 1, завершено 0, просрочено 0.');
      expect(last(school, d01)).toContain('группа небольшая, числа видит классный руководитель');
      await school.says('d01', d01, '/миграция 1');
      expect(last(school, d01)).not.toMatch(/Иванова|Петров|Сидорова/u);
      await school.says('k01', k01, '/миграция');
      expect(last(school, k01)).toContain('охвачены 0 из 3 (0 %), ответственный Ключева М. П.');
      await school.says('k01', k01, '/миграция 1');
      expect(last(school, k01)).toContain('Не подключены: Иванова О. Н., Петров Д. О., Сидорова Е. В.');
      await school.says('a01', school.dialog('a01'), '/настройка малые группы 0');
      await school.says('d01', d01, '/миграция');
      expect(last(school, d01)).toContain('охвачены 0 из 3 (0 %)');
    },
    { at: TUESDAY },
  );

  scene(
    'a class teacher writes down and closes the own chat, never another one; no families',
    async (school) => {
      const { k01 } = await opened(school);
      const [k02, p01] = [school.dialog('k02'), school.dialog('p01')];
      await school.says('k01', k01, '/миграция добавить WhatsApp «5А родители», срок 20.09');
      expect(last(school, k01)).not.toContain('приказ');
      expect((await school.stores.records.get('old-chat', '1'))?.value).toMatchObject({
        messenger: 'whatsapp',
        responsible: 'k01',
        kind: 'class_parents',
        class: '5А',
      });
      await school.says('k01', k01, '/миграция добавить Telegram «5Б родители», ответственный k02, срок 20.09');
      await school.says('k02', k02, '/миграция закрыть 1');
      await school.says('k02', k02, '/миграция текст 1');
      await school.says('p01', p01, '/миграция');
      expect(await school.stores.records.all('old-chat')).toHaveLength(1);
      expect(school.hears(k02).join('\n')).not.toContain('5А родители');
      expect(last(school, p01)).toContain('п. 3.1 Положения');
    },
    { at: TUESDAY },
  );

  scene(
    'written down twice it is one; a date that has passed, a person nobody knows and half a sentence are told apart',
    async (school) => {
      const { z01 } = await opened(school);
      const says = (words: string) => school.says('z01', z01, `/миграция добавить ${words}`);
      await school.says('z01', z01, ADD);
      await says('телеграм «5а Родители», ответственный k01, срок 16.09');
      expect(last(school, z01)).toBe('Этот чат уже записан: перенос № 1, срок 15.09.2026.');
      await says('Telegram «5Б родители», ответственный k02, срок 01.08.2026');
      expect(last(school, z01)).toMatch(/^Этот срок уже прошёл/u);
      await says('Telegram «5Б родители», ответственный Неизвестный, срок 20.09');
      expect(last(school, z01)).toMatch(/^Такого работника/u);
      await says('Telegram «5Б родители», ответственный p01, срок 20.09');
      expect(last(school, z01)).toMatch(/^Такого работника/u);
      await says('Telegram «5Б родители», ответственный k02');
      expect(last(school, z01)).toMatch(/^Не хватает срока/u);
      await says('5Б');
      expect(last(school, z01)).toMatch(/^Так я не понимаю/u);
      expect(await school.stores.records.all('old-chat')).toHaveLength(1);
    },
    { at: TUESDAY },
  );

  scene(
    'what is done twice comes to the same; what is closed stays closed',
    async (school) => {
      const { k01, z01 } = await opened(school);
      await school.says('z01', z01, ADD);
      await school.says('z01', z01, '/миграция закрыть 1');
      await school.presses('z01', z01, 'Прощальное сообщение есть');
      await school.says('k01', k01, '/миграция закрыть');
      await school.presses('k01', k01, 'Ссылка отозвана');
      await school.presses('k01', k01, 'Только чтение или удалён');
      expect(last(school, k01)).toContain('Перенос завершён 01.09.2026');
      await school.says('z01', z01, '/миграция закрыть 1');
      expect(last(school, z01)).toBe('Перенос № 1, Telegram «5А родители», завершён 01.09.2026.');
      const ofMoves = () => [k01, z01].flatMap(school.hears).filter((words) => /перенос/iu.test(words)).length;
      const before = ofMoves();
      await school.passes(20 * DAY);
      expect(ofMoves()).toBe(before);
    },
    { at: TUESDAY },
  );

  scene(
    'under oosh-19 no clause speaks of old chats: the question is not regulated, nothing is written or reminded of',
    async (school) => {
      const { z01 } = await opened(school);
      await school.says('z01', z01, ADD);
      expect(last(school, z01)).toBe(
        'Этот вопрос Положением не урегулирован, поэтому выполнить просьбу я не могу. Пожалуйста, обратитесь к администрации школы.',
      );
      expect(await school.stores.records.all('old-chat')).toEqual([]);
      await school.sends('k01', school.dialog('k01'), 'result.json', '{}');
      expect(last(school, school.dialog('k01'))).toContain('Выгрузки переписки не принимаются');
      expect(await school.stores.records.all('enclosure')).toEqual([]);
    },
    { at: TUESDAY, policy: 'oosh-19' },
  );
});
