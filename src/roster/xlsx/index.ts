import type { Rows } from '../csv.js';
import { TITLES, tableOf } from '../table.js';
import { openBook } from './book.js';
import { rowsOf } from './sheet.js';
import { Unfit } from './unfit.js';

/** Rows of the first sheet whose headings are a list's; else of the first sheet, to say what it lacks. */
export const readXlsx = (bytes: Uint8Array): Rows => {
  try {
    const book = openBook(bytes);
    const [first] = book.sheets;
    const sheet = book.sheets.find((one) => tableOf(rowsOf(one, book, TITLES + 1)).missing.length === 0) ?? first;
    return { ok: true, rows: sheet ? rowsOf(sheet, book) : [] };
  } catch (error) {
    if (!(error instanceof Unfit)) throw error;
    return { ok: false, text: error.words };
  }
};
