import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { Person } from '../domain/person.js';
import { COLUMNS, type Column } from './columns.js';
import { PROVISIONAL } from './provisional.js';

/** The columns of a roster file, in the order of the import's own example. */
const ORDER: readonly Column[] = [
  'id',
  'role',
  'surname',
  'name',
  'patronymic',
  'classes',
  'subject',
  'children',
  'basis',
];

/** Words of the import for each role, so that an export can be loaded again. */
const ROLES = {
  director: 'директор',
  deputy: 'заместитель',
  administrator: 'администратор',
  'class-teacher': 'классный руководитель',
  teacher: 'учитель',
  psychologist: 'психолог',
  student: 'обучающийся',
  parent: 'родитель',
} as const satisfies Readonly<Record<Person['role'], string>>;

/** A spreadsheet takes a cell that begins so for a formula; an apostrophe makes it words. */
const escaped = (cell: string): string => (/^[=+\-@\t\r]/u.test(cell) ? `'${cell}` : cell);

const cellsOf = (person: Person): readonly string[] =>
  [
    ...[person.id, ROLES[person.role], person.surname, person.name, person.patronymic],
    ...[person.classes.join(','), person.subject, person.children.join(','), person.basis],
  ].map(escaped);

const byId = new Intl.Collator('ru', { numeric: true });

/** Those of the school, in the order of their ids; who has left and the provisional administrator are not told. */
export const exported = (people: readonly Person[]): readonly Person[] =>
  people
    .filter(
      ({ id, standing }) => id !== PROVISIONAL.id && standing?.left === undefined && standing?.delegate === undefined,
    )
    .toSorted((one, other) => byId.compare(one.id, other.id));

const table = (people: readonly Person[]): readonly (readonly string[])[] => [
  ORDER.map((column) => COLUMNS[column][0]),
  ...exported(people).map(cellsOf),
];

const quoted = (cell: string): string => (/[";\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** The roster as Excel opens it: CSV with a byte order mark and semicolons. */
export const exportCsv = (people: readonly Person[]): Uint8Array =>
  strToU8(
    `\uFEFF${table(people)
      .map((cells) => `${cells.map(quoted).join(';')}\r\n`)
      .join('')}`,
  );

const MARKS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const marked = (cell: string): string =>
  cell.replace(/[&<>"]/gu, (sign) => MARKS[sign] ?? sign).replace(/\p{Cc}/gu, ' ');

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const rowOf = (cells: readonly string[], at: number): string => {
  const line = at + 1;
  const cell = (words: string, column: number) =>
    `<c r="${String.fromCharCode(65 + column)}${line}" t="inlineStr"><is><t xml:space="preserve">${marked(words)}</t></is></c>`;
  return `<row r="${line}">${cells.map(cell).join('')}</row>`;
};

/** The few parts of a workbook without which no program opens it, and its sheet. */
const parts = (sheet: string): Readonly<Record<string, string>> => ({
  '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/></Types>`,
  '_rels/.rels': `${HEAD}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${marked(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
});

const joined = (chunks: readonly Uint8Array[]): Uint8Array => {
  const all = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
};

/** Archives carry a time; the same roster gives the same bytes. */
const NO_TIME = '1980-01-01T00:00:00';

/** Rows that are packed in one step. */
const STEP = 1_000;

/** The roster as a workbook of one sheet, every cell words. */
export const exportXlsx = (people: readonly Person[], sheet: string): Uint8Array => {
  const rows = table(people);
  const chunks: Uint8Array[] = [];
  const zip = new Zip((_, chunk) => void chunks.push(chunk));
  const part = (name: string): ((xml: string, last?: boolean) => void) => {
    const file = Object.assign(new ZipDeflate(name, { level: 1 }), { mtime: NO_TIME });
    zip.add(file);
    return (xml, last = true) => file.push(strToU8(xml), last);
  };
  for (const [name, xml] of Object.entries(parts(sheet))) part(name)(xml);
  const write = part('xl/worksheets/sheet1.xml');
  write(`${HEAD}<worksheet xmlns="${MAIN}"><sheetData>`, false);
  for (let from = 0; from < rows.length; from += STEP)
    write(
      rows
        .slice(from, from + STEP)
        .map((cells, at) => rowOf(cells, from + at))
        .join(''),
      false,
    );
  write('</sheetData></worksheet>');
  zip.end();
  return joined(chunks);
};
