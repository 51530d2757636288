import { existsSync, readFileSync } from 'node:fs';
import { createSay } from '../../src/app/say.js';
import { decode } from '../../src/roster/decode.js';
import { parseRoster, type Roster } from '../../src/roster/parse.js';
import { whereThereIs } from '../where-there-is.js';

/** Fictional. */
const LIST = `id;роль;фамилия;имя;отчество;класс;предмет;дети;основание;телефон;дата_рождения
a01;администратор;Тестова;Анна;Игоревна;;технология;;приказ 1 от 28.08.2026;+79000000001;
k01;классный руководитель;Ключева;Мария;Петровна;5А;русский язык;;;;
u01;учитель;Физиков;Артём;Павлович;5 а;информатика;;;;
s02;обучающийся;Петрова;Дарья;;5А;;;;;2015-03-01
p02;родитель;Петров;Денис;Олегович;;;s02;;;
s06;обучающийся;Лишний;Олег;;5В;;;;;
p05;родитель;Потерянный;Иван;;;;s99;;;
p06;родитель;Лишняя;Анна;;;;s06;;;
`;

const say = createSay('ru');
const ids = ({ people }: Roster) => people.map(({ id }) => id);
const told = ({ errors }: Roster) => errors.map(({ line, text }) => `${line}: ${say(text)}`);
const list = (...lines: readonly string[]) => ['id,роль,фамилия,имя,класс,дети', ...lines].join('\n');

const SAMPLE = '../shared/regulation/roster.csv';
const sample = existsSync(SAMPLE) ? readFileSync(SAMPLE) : undefined;
const withSample = whereThereIs(sample === undefined ? `${SAMPLE} is not here` : undefined);

describe('a roster', () => {
  it('is read line by line, and what is wrong is told with its line', () => {
    const roster = parseRoster(LIST);

    expect(ids(roster)).toEqual(['a01', 'k01', 'u01', 's02', 'p02']);
    expect(told(roster)).toEqual([
      '7: класс «5В» отсутствует в номенклатуре',
      '8: не найден ребёнок s99',
      '9: не найден ребёнок s06',
    ]);
    expect(roster.classes).toEqual(['5А']);
  });

  it('becomes people of the school', () => {
    expect(parseRoster(LIST).people[2]).toEqual({
      id: 'u01',
      role: 'teacher',
      surname: 'Физиков',
      name: 'Артём',
      patronymic: 'Павлович',
      classes: ['5А'],
      subject: 'информатика',
      children: [],
      basis: '',
    });
  });

  it('leaves unread what the bot does not need, and says so', () => {
    const roster = parseRoster(LIST);
    expect(roster.dropped).toEqual(['телефон', 'дата_рождения']);
    expect(JSON.stringify(roster)).not.toMatch(/79000000001|2015/);
  });

  it('takes the classes it is given', () => {
    expect(ids(parseRoster(LIST, ['5А', '5В']))).toContain('s06');
    expect(ids(parseRoster(LIST, ['5В']))).toEqual(['a01', 's06', 'p06']);
  });

  it.each([
    ['commas', LIST.replaceAll(';', ',')],
    ['tabs', LIST.replaceAll(';', '\t')],
    ['a byte order mark', `\uFEFF${LIST}`],
    ['lines of Windows', LIST.replaceAll('\n', '\r\n')],
    ['empty lines at the end', `${LIST}\n;;;;;;;;;;\n\n`],
    ['quoted cells', LIST.replaceAll('Тестова', '"Тестова"')],
    ['other headings', LIST.replace('роль', ' Роль ').replace('класс', 'КЛАССЫ')],
  ])('may have %s', (_, csv) => expect(ids(parseRoster(csv))).toEqual(ids(parseRoster(LIST))));

  it.each([
    ['x y,учитель,Иванов,Иван', 'нет правильного id'],
    [',учитель,Иванов,Иван', 'нет правильного id'],
    ['t1,сторож,Иванов,Иван', 'роль не распознана'],
    ['t1,учитель,,Иван', 'нет фамилии или имени'],
    ['t1,учитель,=СУММ(A1),Иван', 'нет фамилии или имени'],
    ['t1,учитель,@all,Иван', 'нет фамилии или имени'],
    ['s1,ученик,Иванов,Иван', 'не указан класс'],
    ['s1,ученик,Иванов,Иван,пятый', 'класс «пятый» отсутствует'],
    ['p1,мама,Иванова,Анна', 'не указаны дети'],
    ['t1', 'роль не распознана'],
  ])('with «%s»: %s', (line, defect) => {
    const roster = parseRoster(list(line));
    expect(roster.people).toEqual([]);
    expect(told(roster)).toEqual([expect.stringContaining(`2: ${defect}`)]);
  });

  it('keeps the first of two lines with one id', () => {
    const roster = parseRoster(list('t1,учитель,Иванов,Иван', 't1,учитель,Петров,Пётр'));
    expect(roster.people.map(({ surname }) => surname)).toEqual(['Иванов']);
    expect(told(roster)).toEqual(['3: id t1 уже есть в строке 2']);
  });

  it('of another kind is refused with one clear line', () => {
    expect(told(parseRoster('имя,телефон\nИван,1'))).toEqual([
      '1: нет столбца «id»',
      '1: нет столбца «роль»',
      '1: нет столбца «фамилия»',
    ]);
    expect(parseRoster('').errors).toHaveLength(4);
    expect(told(parseRoster(list('t1,учитель,"Иванов,Иван')))).toEqual([expect.stringContaining('кавычки')]);
  });

  it.each([
    ['Директор', 'director'],
    ['заместитель директора по УВР', 'deputy'],
    ['Завуч', 'deputy'],
    ['администратор платформы', 'administrator'],
    ['Классный руководитель', 'class-teacher'],
    ['педагог-психолог', 'psychologist'],
    ['учитель-предметник', 'teacher'],
    ['педагог', 'teacher'],
    ['ученица', 'student'],
    ['учащийся', 'student'],
    ['отец', 'parent'],
    ['законный представитель', 'parent'],
  ])('knows the role «%s»', (word, role) => {
    const { people } = parseRoster(list('s1,ученик,Иванов,Иван,5А', `x1,${word},Иванов,Иван,5А,s1`), ['5А']);
    expect(people.at(-1)?.role).toBe(role);
  });

  withSample('as in the sample of the school: fifteen lines are right, two are wrong', () => {
    const roster = parseRoster(decode(sample ?? new Uint8Array()).text);
    expect(roster.people).toHaveLength(15);
    expect(told(roster)).toEqual(['17: класс «5В» отсутствует в номенклатуре', '18: не найден ребёнок s99']);
  });
});

describe('bytes of a roster', () => {
  const cp1251 = (words: string) =>
    Uint8Array.from([...words].map((letter) => (letter > '~' ? letter.charCodeAt(0) - 0x350 : letter.charCodeAt(0))));

  it('are read as UTF-8, with a mark or without', () => {
    expect(decode(Buffer.from('Петров'))).toEqual({ text: 'Петров', encoding: 'utf-8' });
    expect(decode(Buffer.from('\uFEFFПетров')).text).toBe('Петров');
  });

  it('or as CP1251 when they are no UTF-8', () =>
    expect(decode(cp1251('id;Петров'))).toEqual({ text: 'id;Петров', encoding: 'windows-1251' }));

  it('or as the «Unicode text» of Excel', () =>
    expect(decode(Buffer.from('\uFEFFid\tПетров', 'utf16le'))).toEqual({ text: 'id\tПетров', encoding: 'utf-16le' }));
});
