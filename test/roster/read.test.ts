import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSay } from '../../src/app/say.js';
import type { Person } from '../../src/domain/person.js';
import { projectRoot } from '../../src/project-root.js';
import { importOf } from '../../src/roster/import.js';
import { PROVISIONAL } from '../../src/roster/provisional.js';
import { LARGEST, readRoster } from '../../src/roster/read.js';
import { MOST } from '../../src/roster/table.js';

const say = createSay('ru');
/** The demo school's list as the school keeps it: two columns too many, two lines with an error at the end. */
const DEMO = Buffer.from(
  readFileSync(join(projectRoot(), 'src/sandbox/demo/roster.csv'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line, at) => (at === 0 ? `${line};телефон;дата_рождения` : `${line};+79000000001;2015-03-01`))
    .concat('s06;обучающийся;Лишний;Олег;;5В;;;;;', 'p05;родитель;Потерянный;Иван;;;;s99;;;', '')
    .join('\n'),
);
const HEADINGS = 'id;роль;фамилия;имя;отчество;класс;предмет;дети;основание\n';
const NOBODY = { people: [] };
const look = (csv: string, people: readonly Person[] = []) => readRoster(Buffer.from(csv), 'list.csv', { people });
const words = (csv: string, people: readonly Person[] = []) => say(look(csv, people).summary);

describe('a list looked through', () => {
  it('is told in the words of the guided set-up', () => {
    expect(say(readRoster(DEMO, 'roster.csv', NOBODY).summary)).toBe(
      'Проверка списка: работников 6, обучающихся 5, родителей 4, классов 2. Не загружены столбцы: «телефон», «дата_рождения» – для работы бота они не нужны. Ошибки (2): строка 17 – класс «5В» отсутствует в номенклатуре; строка 18 – не найден ребёнок s99. Загрузить 15 записей без ошибок?',
    );
  });

  it('has nothing new the second time', () => {
    const { people } = readRoster(DEMO, 'roster.csv', NOBODY);
    const again = readRoster(DEMO, 'roster.csv', { people: [...people, PROVISIONAL] });
    expect(again.toLoad).toEqual([]);
    expect(say(again.summary)).toMatch(/не найден ребёнок s99\. Изменений нет\.$/);
  });

  it('keeps nothing of the columns that are not read', () => {
    const preview = JSON.stringify(readRoster(DEMO, 'roster.csv', NOBODY));
    expect(preview).not.toMatch(/79000000001|2015/);
  });

  it.each([
    [1, 'Загрузить 1 запись без ошибок?'],
    [3, 'Загрузить 3 записи без ошибок?'],
    [5, 'Загрузить 5 записей без ошибок?'],
    [11, 'Загрузить 11 записей без ошибок?'],
    [21, 'Загрузить 21 запись без ошибок?'],
  ])('counts in Russian: %i', (count, asked) => {
    const lines = Array.from({ length: count }, (_, at) => `t${at};учитель;Иванов;Иван\n`);
    expect(words(HEADINGS + lines.join(''))).toContain(asked);
  });

  it('is compared with what was loaded before', () => {
    const before = look(
      `${HEADINGS}a1;администратор;Тестова;Анна\nt1;учитель;Иванов;Иван\nt2;учитель;Лугов;Олег\n`,
    ).people;
    const after = look(
      `${HEADINGS}a1;администратор;Тестова;Анна\nt1;учитель;Петров;Иван\nt3;учитель;Лишний;Олег\n`,
      before,
    );

    expect(after.toLoad.map(({ id }) => id)).toEqual(['t3', 't1']);
    expect(after.missing.map(({ id }) => id)).toEqual(['t2']);
    expect(say(after.summary)).toBe(
      'Проверка списка: работников 3, обучающихся 0, родителей 0, классов 0. По сравнению с загруженным: новых 1, изменилось 1. Изменятся записи: 1 (Петров И.). Нет в этом списке: 1 (Лугов О.). Их записи остаются; если кто-то выбыл, оформите это командой /движение. Загрузить 2 записи без ошибок?',
    );
  });

  it('does not call missing whose line has an error', () => {
    const before = look(`${HEADINGS}t1;учитель;Иванов;Иван\n`).people;
    expect(look(`${HEADINGS}t1;сторож;Иванов;Иван\n`, before).missing).toEqual([]);
  });

  it('names ten people and counts the others', () => {
    const lines = Array.from({ length: 12 }, (_, at) => `t${at};учитель;Иванов;Иван\n`);
    const before = look(HEADINGS + lines.join('')).people;
    expect(words(`${HEADINGS}t99;учитель;Иванов;Иван\n`, before)).toMatch(
      /Нет в этом списке: 12 \((?:Иванов И\., ){9}Иванов И\. и ещё 2\)\. Их/,
    );
  });

  it('does not bring back who has left by an order', () => {
    const [pupil] = look(
      `${HEADINGS}k1;классный руководитель;Ключева;Мария;;5А\ns1;ученик;Иванов;Павел;;5А\n`,
    ).people.slice(1);
    const left: Person = { ...(pupil as Person), standing: { left: { at: 1, act: '1', purge: 2 } } };
    const preview = look(`${HEADINGS}k1;классный руководитель;Ключева;Мария;;5А\ns1;ученик;Иванов;Пётр;;5А\n`, [left]);

    expect(preview.toLoad.map(({ id }) => id)).toEqual(['k1']);
    expect(say(preview.summary)).toContain('Выбыли по приказу, но есть в списке: 1 (Иванов П.). Они не загружаются');
    expect(importOf({ list: preview.people, known: [left], approved: [], provisional: [], at: 0 }).people).toHaveLength(
      1,
    );
  });

  it('finds children and classes among those loaded before', () => {
    const before = look(`${HEADINGS}k1;классный руководитель;Ключева;Мария;;5А\ns1;ученик;Иванов;Павел;;5А\n`).people;
    expect(look(`${HEADINGS}p1;мама;Иванова;Анна;;;;s1\ns2;ученик;Сидоров;Илья;;5А\n`, before).errors).toEqual([]);
  });

  it('never takes away the only administrator', () => {
    const before = look(`${HEADINGS}a1;администратор;Тестова;Анна\n`).people;
    expect(words(`${HEADINGS}a1;учитель;Тестова;Анна\n`, before)).toContain(
      'строка 2 – это единственный администратор',
    );
    const two = look(`${HEADINGS}a1;учитель;Тестова;Анна\na2;администратор;Первова;Зоя\n`, before);
    expect(two.errors).toEqual([]);
  });
});

describe('lists as schools keep them', () => {
  const one = (headings: string, line: string) => {
    const { people, errors, dropped } = look(
      `${headings}\nk1;классный руководитель;Ключева Мария Петровна;5А\n${line}\n`,
    );
    return { person: people[1], errors: errors.map(({ text }) => say(text)), dropped };
  };

  it.each(['Ф.И.О.', 'ФИО', 'Фамилия, имя, отчество', ' фио '])('may have the whole name in «%s»', (heading) => {
    const { person } = one(`ID;Должность;${heading};Класс`, 's1;Ученик; Иванов  Павел Ильич оглы ;5 «а»');
    expect(person).toMatchObject({ surname: 'Иванов', name: 'Павел', patronymic: 'Ильич оглы', classes: ['5А'] });
  });

  it('may have a name in one word nowhere', () =>
    expect(one('id;роль;фио;класс', 's1;ученик;Иванов;5А').errors).toEqual([expect.stringContaining('нет фамилии')]));

  it.each([
    ['5А,5Б', ['5А', '5Б']],
    ['5а; 5 Б', ['5А', '5Б']],
    ['5А 5Б', ['5А', '5Б']],
    ['5-А/5-Б', ['5А', '5Б']],
    ['5 А', ['5А']],
    ['10', ['10']],
    ['10.0', ['10']],
    ['5A', ['5А']],
    ['–', []],
  ])('write classes as «%s»', (cell, classes) => {
    const known = { people: [], classes: ['5А', '5Б', '10'] };
    const { people } = readRoster(
      Buffer.from(`id\tроль\tфио\tкласс\nt1\tучитель\tИванов Иван\t${cell}`),
      'a.txt',
      known,
    );
    expect(people[0]?.classes).toEqual(classes);
  });

  it.each(['s1,s2', 's1; s2', 's1 s2', 's1, s2 ', 's2,s1,s1'])('write children as «%s»', (cell) => {
    const known = ['s1', 's2'].map((id): Person => ({ ...PROVISIONAL, id, role: 'student' }));
    expect([...(look(`${HEADINGS}p1;мать;Иванова;Анна;;;;"${cell}"`, known).people[0]?.children ?? [])].sort()).toEqual(
      ['s1', 's2'],
    );
  });

  it('may have a teacher who is a parent too', () => {
    const { people, errors } = look(
      `${HEADINGS}k1;классный руководитель;Ключева;Мария;;5А;;s1\ns1;ученик;Ключева;Вера;;5А\nt1;учитель;Сидоров;Илья;;;;s9\ns2;ученик;Сидоров;Илья;;5А;;s1\n`,
    );
    expect(people[0]).toMatchObject({ role: 'class-teacher', children: ['s1'] });
    expect(errors.map(({ text }) => say(text))).toEqual(['не найден ребёнок s9', 'у обучающегося указаны дети']);
  });

  it('may have a title above the headings, and headings in two lines', () => {
    const { people, errors } = look(
      'Список школы;;;;\nна 01.09.2026;;;;\n\nID;Роль;ФИО;;Класс\n;;Фамилия;Имя;\nk1;классный руководитель;Ключева;Мария;5А\ns1;ученик;Иванов;Павел;5Я\n',
    );
    expect(people).toMatchObject([{ id: 'k1', surname: 'Ключева', name: 'Мария' }]);
    expect(errors).toMatchObject([{ line: 7 }]);
  });

  it('may have a column twice: both a role and a post', () => {
    const { people, dropped } = look('id;должность;роль;фио\nz1;учитель физики;заместитель;Второв Пётр\n');
    expect(people[0]?.role).toBe('deputy');
    expect(dropped).toEqual(['должность']);
  });

  it('may have columns without a heading, which are counted', () => {
    const csv = 'id;роль;фио;;\nt1;учитель;Иванов Иван;;79000000001\n';
    expect(words(csv)).toContain('Столбцы без названия (1) тоже не загружены.');
    expect(JSON.stringify(look(csv))).not.toContain('79000000001');
  });

  it.each([
    ['предмет', '=1+1', 'недопустимые знаки'],
    ['предмет', '@all', 'недопустимые знаки'],
    ['основание', '-приказ', 'недопустимые знаки'],
    ['основание', 'приказ\u202Eтекст', 'недопустимые знаки'],
    ['основание', 'п'.repeat(201), 'слишком длинный'],
    ['предмет', 'физика, 8 (900) 000-00-01', 'номер телефона'],
    ['фамилия', '=Иванов', 'недопустимые знаки'],
    ['фамилия', 'Ива\u0007нов', 'недопустимые знаки'],
  ])('with «%s» = «%s» the line is told of', (column, cell, defect) => {
    const cells = {
      id: 't1',
      роль: 'учитель',
      фамилия: 'Иванов',
      имя: 'Иван',
      предмет: '',
      основание: '',
      [column]: cell,
    };
    const { people, errors } = look(`${Object.keys(cells).join(';')}\n${Object.values(cells).join(';')}\n`);
    expect(people).toEqual([]);
    expect(errors.map(({ text }) => say(text))).toEqual([expect.stringContaining(defect)]);
  });

  it('keep an order as it is written', () => {
    const { people } = look(`${HEADINGS}a1;администратор;Тестова;Анна;;;;;приказ 01-10-300 от 28.08.2026\n`);
    expect(people[0]?.basis).toBe('приказ 01-10-300 от 28.08.2026');
  });
});

describe('what is no list', () => {
  const refused = (bytes: Uint8Array) => {
    const { refused, people } = readRoster(bytes, 'x', NOBODY);
    expect(people).toEqual([]);
    return refused && say(refused);
  };

  it('is refused in a sentence', () => {
    expect(refused(new Uint8Array(LARGEST + 1))).toMatch(/больше 10 МБ/);
    expect(refused(Buffer.from('89504e470d0a1a0a0000000d', 'hex'))).toMatch(/не таблица/);
    expect(refused(Buffer.from('id\n'.repeat(MOST.rows + 1)))).toMatch(/больше 100 000 строк/);
  });

  it('or says what is missing', () => {
    expect(words('')).toMatch(/^Проверка списка: работников 0.*нет столбца «id».*загружать нечего\.$/);
    expect(words(`${HEADINGS}t1;учитель;"Иванов;Иван`)).toMatch(
      /Ошибки \(1\): строка 2 – .*кавычки.*загружать нечего\.$/,
    );
    expect(look(`id${';'.repeat(100_000)}`).errors).toHaveLength(3);
  });
});
