import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { type Text, text } from '../domain/text.js';
import { MOST, type Row } from './table.js';

/** A row longer than this has lost a quotation mark somewhere. */
const LONGEST_ROW = 64 * 1024;
/** Lines that are looked at to tell which sign separates the cells. */
const SAMPLE = 20;

/** Rows of a file, or why there are none: because of one line, or of the file as a whole. */
export type Rows =
  | { readonly ok: true; readonly rows: readonly Row[] }
  | { readonly ok: false; readonly line?: number; readonly text: Text };

const delimiterOf = (csv: string): string => {
  const sample = csv.slice(0, LONGEST_ROW).split(/\r?\n/, SAMPLE).join('\n');
  const often = [';', '\t', ','].map((sign) => ({ sign, times: sample.split(sign).length }));
  return often.reduce((best, one) => (one.times > best.times ? one : best)).sign;
};

export const readCsv = (csv: string): Rows => {
  const rows: Row[] = [];
  const keep = (cells: readonly string[], line: number): null => {
    if (rows.length <= MOST.rows) rows.push({ line, cells: cells.slice(0, MOST.columns) });
    return null;
  };
  try {
    parse(csv, {
      bom: true,
      delimiter: delimiterOf(csv),
      max_record_size: LONGEST_ROW,
      on_record: (cells: string[], { lines }) => keep(cells, lines),
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = z.number().catch(1).parse(error.lines);
    return { ok: false, line, text: text('roster-error-broken') };
  }
  return rows.length > MOST.rows ? { ok: false, text: text('roster-too-long') } : { ok: true, rows };
};
