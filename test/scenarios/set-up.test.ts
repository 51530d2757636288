import fc from 'fast-check';
import { keep } from '../../src/domain/records.js';
import { DAY } from '../../src/domain/time.js';
import { PROVISIONAL } from '../../src/roster/provisional.js';
import { begin, CSV, empty, last, namesOf, presses, says, sends, settle, stepOf, TAKE, upTo } from './set-up.js';

describe('a set-up', () => {
  empty('is left and taken up again, at its step', async (school) => {
    await upTo(school, 4);
    school.clock.set(school.clock.now() + 40 * DAY);
    expect(await presses(school, 'Каналы созданы')).toBe('Эта кнопка уже не действует');

    await says(school, '/настройка');
    expect(last(school)).toMatch(/^Шаг 4 из 7\./u);
    await presses(school, 'Каналы созданы');
    expect(await stepOf(school)).toBe('chats');
  });

  empty('goes on after a restart between any two steps', async (school) => {
    await begin(school);
    await says(school, '/настройка');
    for (const take of TAKE) {
      await school.restarts();
      await take(school);
    }
    expect(await stepOf(school)).toBe('done');
    expect(last(school)).toMatch(/^Готово\./u);
  });

  empty('needs no button: every step can be typed', async (school) => {
    await upTo(school, 2);
    await sends(school, CSV);
    for (const words of ['Загрузить 15', 'учительская создана', 'позже', 'дальше', 'все верно', 'без проектов'])
      await says(school, words);
    expect(await stepOf(school)).toBe('done');
    expect(last(school)).toMatch(/^Готово\..*«учитель»: 3\.$/u);
    expect(namesOf(school)).toEqual([]);
  });

  empty('does nothing for an answer that is none', async (school) => {
    await upTo(school, 3);
    for (const [step, answer] of [
      ['room', /нажмите кнопку или напишите: готово/u],
      ['channels', /нажмите кнопку или напишите: готово/u],
      ['chats', /дальше/u],
      ['settings', /Такой настройки я не знаю/u],
      ['papers', /без проектов/u],
    ] as const) {
      await says(school, 'что?');
      expect(last(school)).toMatch(answer);
      expect(await stepOf(school)).toBe(step);
      await says(school, step === 'papers' ? 'подготовить' : 'готово');
    }
    expect(await stepOf(school)).toBe('done');
  });

  empty('is not led astray by any words', async (school) => {
    await begin(school);
    await says(school, '/настройка');
    const words = fc.sample(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }), { numRuns: 12, seed: 7 });
    for (const take of TAKE) {
      const before = await stepOf(school);
      for (const one of words) await says(school, `«${one}»`);
      expect(await stepOf(school)).toBe(before);
      await take(school);
    }
    expect(await stepOf(school)).toBe('done');
  });

  empty('understands whoever types as people talk', async (school) => {
    await begin(school);
    await says(school, 'настройка');
    for (const words of ['нет', 'да']) await says(school, words);
    expect(namesOf(school)).toEqual(['Приказ об администраторе платформы (проект).docx']);
    await says(school, 'приказ №01-10-300 от 28 августа 2026 г.');
    await sends(school, CSV);
    await says(school, 'нет');
    expect(last(school)).toMatch(/^Ничего не загружено/u);
    await sends(school, CSV);
    for (const [words, step] of [
      ['да', 'room'],
      ['класс создан', 'channels'],
      ['потом', 'chats'],
      ['далее', 'settings'],
      ['всё верно!', 'papers'],
      ['не надо', 'done'],
    ] as const) {
      await says(school, words);
      expect(await stepOf(school)).toBe(step);
    }
  });

  empty('goes back a step for whoever has changed his mind', async (school) => {
    await upTo(school, 3);
    for (const [words, step] of [
      ['назад', 'list'],
      ['Назад', 'order'],
      ['назад', 'order'],
      ['01-10-301 от 30.08.2026', 'list'],
    ] as const) {
      await says(school, words);
      expect(await stepOf(school)).toBe(step);
    }
    expect((await school.stores.records.get('act', 'administrator'))?.value.number).toBe('01-10-301');
    await presses(school, 'Список уже загружен');
    expect(await stepOf(school)).toBe('room');
  });

  empty('takes no order of a day that has not come', async (school) => {
    await upTo(school, 1);
    await says(school, '01-10-300 от 28.08.2027');
    expect(last(school)).toMatch(/^Дата приказа ещё не наступила/u);
    expect(await stepOf(school)).toBe('order');
  });

  empty('takes no file for a list that is none', async (school) => {
    await upTo(school, 2);
    await sends(school, '%PDF-1.4 …', 'список.pdf');
    expect(last(school)).toBe('Это не таблица. Пришлите список файлом CSV или Excel (XLSX).');
  });

  empty('forgets no setting that is only named', async (school) => {
    await upTo(school, 6);
    await says(school, 'телефоны 8 (8662) 77-66-55');
    await says(school, 'телефоны');
    expect(last(school)).toMatch(/^Телефоны: 8 \(8662\) 77-66-55\. Напишите новое значение, например: телефоны/u);
    expect((await school.stores.records.get('settings', 'school'))?.value.phones).toHaveLength(1);
  });

  empty('takes one answer once', async (school) => {
    await upTo(school, 3);
    await presses(school, '«Учительская» создана');
    expect(await presses(school, '«Учительская» создана')).toBe('Вы уже ответили');
    expect(await stepOf(school)).toBe('channels');
  });

  empty('of two administrators at once goes on with who was first', async (school) => {
    await upTo(school, 2);
    await sends(school, CSV.replace('z01;заместитель', 'z01;администратор'));
    await presses(school, 'Загрузить 15');
    await presses(school, 'Тестова А. И.');
    await school.allows('z01');
    await says(school, `/код ${await school.codeFor('z01')}`, 'z01');
    await presses(school, 'Подтвердить');
    await says(school, '/настройка', 'z01');
    expect(last(school, 'z01')).toMatch(/^Шаг 3 из 7\./u);

    await presses(school, '«Учительская» создана');
    await presses(school, '«Учительская» создана', 'z01');

    expect(last(school, 'z01')).toMatch(/^Шаг 3 уже пройден\. Шаг 4 из 7\./u);
    expect(await stepOf(school)).toBe('channels');
    const taken = (await school.stores.records.get('setup', 'school'))?.value.taken ?? [];
    expect(taken.map(({ step, by }) => [step, by])).toEqual([
      ['order', PROVISIONAL.id],
      ['list', PROVISIONAL.id],
      ['room', 'a01'],
    ]);
  });

  empty('ends where the rights end', async (school) => {
    await upTo(school, 3);
    const person = await school.stores.people.find('a01');
    if (person === undefined) throw new Error('a01 was loaded');
    await settle(school, { put: 'person', person: { ...person, role: 'teacher' } });

    await presses(school, '«Учительская» создана');
    expect(await stepOf(school)).toBe('room');
    expect(last(school)).toMatch(/менять настройки может администратор платформы \(п\. 3\.2 Положения\)/u);
  });

  empty('is not for whoever has left', async (school) => {
    await upTo(school, 3);
    const now = school.clock.now();
    const held = await school.stores.records.get('standing', 'a01');
    const left = { at: now, act: 'приказ', purge: now + DAY };
    await settle(school, keep('standing', 'a01', { ...held?.value, left }, held));

    await presses(school, '«Учительская» создана');
    expect(await stepOf(school)).toBe('room');
  });

  empty('shows which chats are there already', async (school) => {
    await upTo(school, 4);
    await school.chat('class_parents', { class: '5А' });
    await presses(school, 'Каналы созданы');
    expect(last(school)).toContain('✓ 5А – родители\n– 5Б – ученики');
  });

  empty('changes a setting on its way', async (school) => {
    await upTo(school, 6);
    await says(school, 'тихие часы 21:00-07:00');
    expect(last(school)).toMatch(/^Сохранено\. Тихие часы: 21:00–07:00\. Настройки школы:/u);
    await says(school, 'дневник журнал');
    expect(last(school)).toBe(
      'Дневник: нужен адрес, который начинается с https://. Например: дневник https://school.example.ru.',
    );
    await presses(school, 'Всё верно');
    expect((await school.stores.records.get('settings', 'school'))?.value).toEqual({
      quietHours: { from: '21:00', to: '07:00' },
    });
  });
});
