import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc.js';
import { text } from '../../domain/text.js';
import { DAY } from '../../domain/time.js';
import { MOST, type Row } from '../table.js';
import type { Book } from './book.js';
import { Unfit } from './unfit.js';
import { enough, type Visitor, visit } from './xml.js';
import type { Part } from './zip.js';

dayjs.extend(utc);

/** Day 0 of a spreadsheet, and of one of an old Macintosh. */
const EPOCH = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
/** 31.12.9999. */
const LAST_DAY = 2_958_465;

/** «BC5» → 54; columns are counted from 0. */
const columnOf = (reference: string): number => {
  const letters = /^[A-Z]{1,3}/u.exec(reference)?.[0] ?? '';
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
};

interface Cell {
  readonly at: number;
  readonly reference: string;
  readonly type: string;
  readonly style: number;
}

const number = (value: string, { style }: Cell, { dates, since1904 }: Book): string => {
  const read = Number(value);
  if (value === '' || !Number.isFinite(read)) return value;
  if (!dates.has(style) || read < 0 || read > LAST_DAY) return String(read);
  return dayjs.utc((since1904 ? EPOCH_1904 : EPOCH) + Math.floor(read) * DAY).format('DD.MM.YYYY');
};

/** How programs write signs that XML may not hold. */
const unescaped = (words: string): string =>
  words.replace(/_x([0-9a-f]{4})_/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

const wordsOf = (value: string, cell: Cell, book: Book): string => {
  switch (cell.type) {
    case 's':
      return unescaped(book.strings[Number(value)] ?? '');
    case 'inlineStr':
    case 'str':
      return unescaped(value);
    case 'n':
      return number(value, cell, book);
    case 'd':
      return dayjs.utc(value).isValid() ? dayjs.utc(value).format('DD.MM.YYYY') : value;
    default:
      return value;
  }
};

/** Takes rows as they come; what a formula comes to is not what somebody wrote. */
const collector = (book: Book, rows: Row[], most: number): Visitor => {
  let [line, next, value, inValue, aloud] = [0, 0, '', false, false];
  let cells: string[] = [];
  let cell: Cell | undefined;

  const beginCell = ({ r = '', t = 'n', s = '0' }: Readonly<Record<string, string>>): void => {
    const at = r === '' ? next : columnOf(r);
    cell = { at, reference: r, type: t, style: Number(s) };
    [value, next] = ['', at + 1];
  };
  const endCell = (): void => {
    if (cell && cell.at >= 0 && cell.at < MOST.columns) {
      while (cells.length < cell.at) cells.push('');
      cells[cell.at] = wordsOf(value, cell, book).trim();
    }
    cell = undefined;
  };
  const endRow = (): void => {
    if (cells.some((one) => one !== '')) rows.push({ line, cells });
    if (rows.length > MOST.rows) throw new Unfit(text('roster-too-long'));
    if (rows.length >= most) enough();
  };

  return {
    open: ({ name, attributes }) => {
      if (name === 'row') {
        line = Number(attributes.r ?? line + 1);
        [cells, next] = [[], 0];
      }
      if (name === 'c') beginCell(attributes);
      if (name === 'f') throw new Unfit(text('roster-book-formula', { cell: (cell?.reference ?? '').slice(0, 10) }));
      if (name === 'v' || name === 't') inValue = cell !== undefined && !aloud;
      if (name === 'rPh') aloud = true;
    },
    text: (words) => {
      if (inValue) value += words;
    },
    close: (name) => {
      if (name === 'v' || name === 't') inValue = false;
      if (name === 'rPh') aloud = false;
      if (name === 'c') endCell();
      if (name === 'row') endRow();
      if (name === 'sheetData') enough();
    },
  };
};

/** Rows of a sheet that hold something, at most so many. @throws Unfit */
export const rowsOf = (sheet: Part, book: Book, most = Number.POSITIVE_INFINITY): readonly Row[] => {
  const rows: Row[] = [];
  visit(sheet, collector(book, rows, most));
  return rows;
};
