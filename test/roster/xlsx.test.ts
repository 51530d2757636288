import { deflateSync, strToU8 } from 'fflate';
import { createSay } from '../../src/app/say.js';
import { readRoster } from '../../src/roster/read.js';
import { unpack } from '../../src/roster/xlsx/zip.js';
import { book, HEADINGS, parts, row, zipped } from './workbook.js';

const say = createSay('ru');
const look = (bytes: Uint8Array, name = 'список.xlsx') => readRoster(bytes, name, { people: [], classes: ['5', '5А'] });
const refused = (bytes: Uint8Array, name?: string): string => {
  const { refused: words, people } = look(bytes, name);
  expect(people).toEqual([]);
  return words ? say(words) : 'not refused';
};
const TEACHER = row(2, 't1', 'учитель', 'Иванов', 'Павел');

/** Both places of an archive that tell a size. */
const sizesChanged = (bytes: Uint8Array, size: number): Uint8Array => {
  const changed = Uint8Array.from(bytes);
  const view = new DataView(changed.buffer);
  for (let at = 0; at + 4 < changed.length; at += 1)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
  return changed;
};
const firstAt = (bytes: Uint8Array, signature: number): number => {
  const view = new DataView(bytes.buffer);
  for (let at = 0; at + 4 < bytes.length; at += 1) if (view.getUint32(at, true) === signature) return at;
  throw new Error('no such signature');
};

describe('a list as a workbook', () => {
  it('is read cell by cell', () => {
    const { people, errors } = look(book(TEACHER + row(3, 's1', 'ученик', 'Петрова', 'Дарья', '5А')));
    expect(errors).toEqual([]);
    expect(people.map(({ id, surname, classes }) => [id, surname, classes])).toEqual([
      ['t1', 'Иванов', []],
      ['s1', 'Петрова', ['5А']],
    ]);
  });

  it('tells errors by the rows of the sheet, empty ones counted', () => {
    const { errors } = look(book(`${TEACHER}<row r="3"/>${row(9, 's1', 'ученик', 'Иванов', 'Павел', '9Я')}`));
    expect(errors.map(({ line, text }) => [line, say(text)])).toEqual([[9, 'класс «9Я» отсутствует в номенклатуре']]);
  });

  it('may have strings apart, rich text, hints to read aloud and signs of XML', () => {
    const shared =
      '<sst><si><t>Иванов</t></si><si><r><t>Па</t></r><r><rPr><b/></rPr><t xml:space="preserve">вел </t></r><rPh sb="0" eb="1"><t>ПАВЕЛ</t></rPh></si><si><t>приказ &quot;5&quot; &amp; 6_x000A_от</t></si></sst>';
    const cells =
      '<row r="2"><c r="A2" t="inlineStr"><is><r><t>t</t></r><r><t>1</t></r></is></c><c r="B2" t="str"><v>учитель</v></c><c r="C2" t="s"><v>0</v></c><c r="D2" t="s"><v>1</v></c><c r="F2" t="s"><v>2</v></c></row>';
    expect(look(book(cells, { 'xl/sharedStrings.xml': shared })).people).toMatchObject([
      { id: 't1', surname: 'Иванов', name: 'Павел', basis: 'приказ "5" & 6 от' },
    ]);
  });

  it('may have numbers and dates', () => {
    const styles =
      '<styleSheet><numFmts count="1"><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy;@"/><numFmt numFmtId="165" formatCode="0.0&quot; дней&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="14"/></cellXfs></styleSheet>';
    const line = (at: number, id: string, basis: string) =>
      `<row r="${at}"><c r="A${at}"><v>${id}</v></c><c r="B${at}" t="inlineStr"><is><t>ученик</t></is></c><c r="C${at}" t="inlineStr"><is><t>Иванов</t></is></c><c r="D${at}" t="inlineStr"><is><t>Павел</t></is></c><c r="E${at}"><v>5.0</v></c>${basis}</row>`;
    const cells = [
      line(2, '101', '<c r="F2" s="1"><v>46262</v></c>'),
      line(3, '102.0', '<c r="F3" s="2"><v>46262</v></c>'),
      line(4, '1.03E2', '<c r="F4" s="3"><v>46262.5</v></c>'),
      line(5, '104', '<c r="F5" t="d"><v>2026-08-28</v></c>'),
    ].join('');
    const { people, errors } = look(book(cells, { 'xl/styles.xml': styles }));
    expect(errors).toEqual([]);
    expect(people.map(({ id, classes, basis }) => [id, classes.join(), basis])).toEqual([
      ['101', '5', '28.08.2026'],
      ['102', '5', '46262'],
      ['103', '5', '28.08.2026'],
      ['104', '5', '28.08.2026'],
    ]);
  });

  it('may begin with a merged title and merged headings', () => {
    const rows = `${row(1, 'Список школы')}${row(3, 'ID', 'Роль', 'Ф.И.О.', '', 'Класс')}${row(4, '', '', 'Фамилия', 'Имя')}${row(5, 's1', 'ученик', 'Иванов', 'Павел', '5А')}`;
    const merged = zipped(
      parts([
        { name: 'Лист1', rows, after: '<mergeCells><mergeCell ref="A1:E1"/><mergeCell ref="C3:D3"/></mergeCells>' },
      ]),
    );
    expect(look(merged).people).toMatchObject([{ surname: 'Иванов', name: 'Павел', classes: ['5А'] }]);
  });

  it('is the first sheet that looks like one, of those that are seen', () => {
    const list = (id: string) => row(1, ...HEADINGS) + row(2, id, 'учитель', 'Иванов', 'Павел');
    const sheets = zipped(
      parts([
        { name: 'Инструкция', rows: row(1, 'Заполните второй лист') },
        { name: 'Старый', hidden: true, rows: list('old') },
        { name: 'Список', rows: list('new') },
        { name: 'Копия', rows: list('copy') },
      ]),
    );
    expect(look(sheets).people.map(({ id }) => id)).toEqual(['new']);
    expect(look(zipped(parts([{ name: 'Лист1', rows: row(1, 'имя', 'телефон') }]))).errors).toHaveLength(3);
  });

  it('keeps nothing of the columns that are not read, hidden ones too', () => {
    const rows = `${row(1, 'id', 'СНИЛС', 'роль', 'фио', '')}${row(2, 't1', '112-233-445 95', 'учитель', 'Иванов Павел', '+79000000001')}`;
    const preview = look(zipped(parts([{ name: 'Лист1', rows }])));
    expect(say(preview.summary)).toContain(
      'Не загружены столбцы: «СНИЛС» – для работы бота они не нужны. Столбцы без названия (1)',
    );
    expect(JSON.stringify(preview)).not.toMatch(/445|79000000001/);
  });

  it('may come without references, with prefixes, with parts stored as they are', () => {
    const plain = `<x:row>${HEADINGS.map((cell) => `<x:c t="inlineStr"><x:is><x:t>${cell}</x:t></x:is></x:c>`).join('')}</x:row><x:row>${['t1', 'учитель', 'Иванов', 'Павел'].map((cell) => `<x:c t="inlineStr"><x:is><x:t>${cell}</x:t></x:is></x:c>`).join('')}</x:row>`;
    const files = parts([{ name: 'Лист1', rows: '' }], {
      'xl/worksheets/sheet1.xml': `<x:worksheet xmlns:x="m"><x:sheetData>${plain}</x:sheetData></x:worksheet>`,
    });
    expect(look(zipped(files)).people).toMatchObject([{ id: 't1', name: 'Павел' }]);
  });
});

describe('a workbook that may do harm is refused', () => {
  it.each([
    ['formulas', book(`<row r="2"><c r="A2"><f>1+1</f><v>2</v></c></row>`), /формулы \(ячейка A2\)/],
    ['macros', book(TEACHER, { 'xl/vbaProject.bin': 'x' }), /макросы/],
    [
      'macros by its type',
      book(TEACHER, {
        '[Content_Types].xml':
          '<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>',
      }),
      /макросы/,
    ],
    ['links', book(TEACHER, { 'xl/externalLinks/externalLink1.xml': '<x/>' }), /связан с другими файлами/],
    ['connections', book(TEACHER, { 'xl/connections.xml': '<x/>' }), /связан с другими файлами/],
    ['a path out of it', book(TEACHER, { '../../etc/passwd': 'x' }), /повреждён/],
    ['an absolute path', book(TEACHER, { '/xl/a.xml': 'x' }), /повреждён/],
    ['a path of Windows', book(TEACHER, { 'xl\\..\\a.xml': 'x' }), /повреждён/],
    ['two parts of one name', book(TEACHER, { 'XL/workbook.xml': '<x/>' }), /повреждён/],
    [
      'more parts than any has',
      book(TEACHER, Object.fromEntries(Array.from({ length: 1_001 }, (_, at) => [`a${at}`, '']))),
      /слишком велико/,
    ],
    [
      'entities of its own',
      book(TEACHER, { 'xl/sharedStrings.xml': '<!DOCTYPE a [<!ENTITY b "bbbb">]><sst><si><t>&b;</t></si></sst>' }),
      /повреждён/,
    ],
    ['endless nesting', book(TEACHER, { 'xl/sharedStrings.xml': '<a>'.repeat(100_000) }), /повреждён/],
    [
      'endless attributes',
      book(TEACHER, {
        'xl/sharedStrings.xml': `<a ${Array.from({ length: 1_000 }, (_, at) => `a${at}="1"`).join(' ')}/>`,
      }),
      /повреждён/,
    ],
    ['broken XML', book('<row><c></row>'), /повреждён/],
    ['no sheet', zipped(parts([])), /повреждён/],
    ['another kind of document', zipped({ 'word/document.xml': '<x/>' }), /не таблица/],
    ['an end too soon', book(TEACHER).subarray(0, 300), /повреждён/],
  ])('with %s', (_, bytes, words) => expect(refused(bytes)).toMatch(words));

  it('by its name', () => expect(refused(book(TEACHER), 'список.XLSM')).toMatch(/макросы/));

  it('of an old Excel, or with a password', () => {
    expect(refused(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toMatch(/старого Excel \(XLS\) или файл с паролем/);
    const locked = book(TEACHER);
    const at = firstAt(locked, 0x02014b50);
    locked[at + 8] = 1;
    expect(refused(locked)).toMatch(/паролем/);
  });

  it('when it says that it unpacks to more than a hundred megabytes', () =>
    expect(refused(sizesChanged(book(TEACHER), 90 * 1024 * 1024))).toMatch(/слишком велико/));

  it('when more comes out of it than it says, and no more than that is taken', () => {
    const bomb = deflateSync(new Uint8Array(20 * 1024 * 1024));
    const strings = deflateSync(strToU8('<sst><si><t>Иванов</t></si></sst>'));
    const cell = '<row r="2"><c r="A2" t="s"><v>0</v></c></row>';
    const held = book(cell, { 'xl/sharedStrings.xml': '' });
    const swapped = (packed: Uint8Array, size: number) => withPart(held, 'xl/sharedStrings.xml', packed, size);

    expect(look(swapped(strings, 39)).listed).toEqual(new Set(['Иванов']));
    expect(refused(swapped(strings, 38))).toMatch(/повреждён/);
    expect(refused(swapped(strings, 40))).toMatch(/повреждён/);
    expect(refused(swapped(bomb, 1_000))).toMatch(/повреждён/);
    const taken: Uint8Array[] = [];
    const part = { name: 'a', packed: bomb, size: 1_000, deflated: true };
    expect(() => unpack(part, (bytes) => void taken.push(bytes))).toThrow();
    expect(taken).toEqual([]);
  });

  it('when its parts lie over one another', () => {
    const bytes = book(TEACHER);
    const view = new DataView(bytes.buffer);
    const first = firstAt(bytes, 0x02014b50);
    const [packed, begins] = [view.getUint32(first + 20, true), view.getUint32(first + 42, true)];
    view.setUint32(first + 20, packed + 200, true);
    expect([begins, refused(bytes)]).toEqual([0, expect.stringMatching(/повреждён/)]);
  });

  it('at any single byte that is wrong it is refused or read, and never anything else', () => {
    const bytes = book(TEACHER + row(3, 's1', 'ученик', 'Петрова', 'Дарья', '5А'));
    for (let at = 0; at < bytes.length; at += 1) {
      const wrong = Uint8Array.from(bytes);
      wrong[at] = (wrong[at] ?? 0) ^ 0xff;
      expect(() => look(wrong)).not.toThrow();
    }
  });
});

/** An archive in which one part, the last of the directory, is these packed bytes. */
const withPart = (bytes: Uint8Array, name: string, packed: Uint8Array, size: number): Uint8Array => {
  const title = strToU8(name);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt16LE(title.length, 26);
  const end = firstAt(bytes, 0x06054b50);
  const view = new DataView(bytes.buffer);
  const directory = view.getUint32(end + 16, true);
  const central = Buffer.from(bytes.subarray(directory, end));
  const at = central.indexOf(Buffer.from(title)) - 46;
  central.writeUInt16LE(8, at + 10);
  central.writeUInt32LE(packed.length, at + 20);
  central.writeUInt32LE(size, at + 24);
  central.writeUInt32LE(directory, at + 42);
  const tail = Buffer.from(bytes.subarray(end));
  tail.writeUInt32LE(directory + local.length + title.length + packed.length, 16);
  return new Uint8Array(Buffer.concat([bytes.subarray(0, directory), local, title, packed, central, tail]));
};
