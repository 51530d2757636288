import { text } from '../../domain/text.js';
import { damaged, Unfit } from './unfit.js';
import { visit } from './xml.js';
import { type Archive, openArchive, type Part } from './zip.js';

/** What the cells of a book refer to. */
export interface Book {
  /** Those that are seen, in their order. */
  readonly sheets: readonly Part[];
  readonly strings: readonly string[];
  /** Styles, by number, that show a number as a date. */
  readonly dates: ReadonlySet<number>;
  /** Days are counted from 1904. */
  readonly since1904: boolean;
}

const MOST_SHEETS = 50;
const MOST_STRINGS = 1_000_000;
/** Formats of dates that need no definition. */
const isDate = (format: number): boolean =>
  (format >= 14 && format <= 22) || (format >= 27 && format <= 36) || (format >= 45 && format <= 58);

/** What may act or fetch has no place in a list. */
const refuse = (archive: Archive): void => {
  const names = [...archive.keys()];
  if (names.some((name) => /vbaproject|\/macrosheets\/|\/activex\//u.test(name)))
    throw new Unfit(text('roster-book-macros'));
  if (names.some((name) => /\/externallinks\/|\/connections\.|\/querytables\//u.test(name)))
    throw new Unfit(text('roster-book-links'));
  visit(archive.get('[content_types].xml'), {
    open: ({ attributes: { ContentType = '' } }) => {
      if (/macroEnabled/iu.test(ContentType)) throw new Unfit(text('roster-book-macros'));
    },
  });
};

const targets = (archive: Archive): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  visit(archive.get('xl/_rels/workbook.xml.rels'), {
    open: ({ name, attributes: { Id = '', Target = '' } }) => {
      if (name === 'Relationship') found.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
    },
  });
  return found;
};

const sheetsOf = (archive: Archive): Pick<Book, 'sheets' | 'since1904'> => {
  const places = targets(archive);
  const sheets: Part[] = [];
  let since1904 = false;
  visit(archive.get('xl/workbook.xml'), {
    open: ({ name, attributes }) => {
      if (name === 'workbookPr') since1904 = /^(?:1|true)$/u.test(attributes.date1904 ?? '');
      if (name !== 'sheet' || (attributes.state ?? 'visible') !== 'visible') return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      const part = archive.get((places.get(id) ?? '').toLowerCase());
      if (part && sheets.length < MOST_SHEETS) sheets.push(part);
    },
  });
  return { sheets, since1904 };
};

const datesOf = (archive: Archive): ReadonlySet<number> => {
  const formats = new Set<number>();
  const dates = new Set<number>();
  let [inside, style] = [false, 0];
  visit(archive.get('xl/styles.xml'), {
    open: ({ name, attributes: { numFmtId = '0', formatCode = '' } }) => {
      if (name === 'cellXfs') inside = true;
      const shown = formatCode.replace(/"[^"]*"|\[[^\]]*\]|\\./gu, '');
      if (name === 'numFmt' && /[dmyдмг]/iu.test(shown)) formats.add(Number(numFmtId));
      if (name !== 'xf' || !inside) return;
      if (isDate(Number(numFmtId)) || formats.has(Number(numFmtId))) dates.add(style);
      style += 1;
    },
    close: (name) => {
      if (name === 'cellXfs') inside = false;
    },
  });
  return dates;
};

/** Rich text is put together; hints how to read it aloud are not part of it. */
const stringsOf = (archive: Archive): readonly string[] => {
  const strings: string[] = [];
  let [words, inText, aloud] = ['', false, false];
  visit(archive.get('xl/sharedstrings.xml'), {
    open: ({ name }) => {
      if (name === 'rPh') aloud = true;
      if (name === 't') inText = !aloud;
    },
    text: (part) => {
      if (inText) words += part;
    },
    close: (name) => {
      if (name === 'rPh') aloud = false;
      if (name === 't') inText = false;
      if (name !== 'si') return;
      strings.push(words);
      words = '';
      if (strings.length > MOST_STRINGS) throw new Unfit(text('roster-book-large'));
    },
  });
  return strings;
};

/** @throws Unfit */
export const openBook = (bytes: Uint8Array): Book => {
  const archive = openArchive(bytes);
  if (!archive.has('xl/workbook.xml')) throw new Unfit(text('roster-no-list'));
  refuse(archive);
  const { sheets, since1904 } = sheetsOf(archive);
  if (sheets.length === 0) throw damaged();
  return { sheets, since1904, strings: stringsOf(archive), dates: datesOf(archive) };
};
