import type { Person } from '../domain/person.js';
import { type Text, text } from '../domain/text.js';
import { type Rows, readCsv } from './csv.js';
import { decode, readable } from './decode.js';
import { type Difference, difference } from './difference.js';
import { type Known, type Roster, rosterOf, UNREAD } from './parse.js';
import { PROVISIONAL } from './provisional.js';
import { summary } from './summary.js';
import { inRow } from './words.js';
import { readXlsx } from './xlsx/index.js';

/** Bytes of the largest list that is read. */
export const LARGEST = 10 * 1024 * 1024;

/** A list looked through, and nothing stored: all that is kept of the file is here. */
export interface RosterPreview extends Roster, Difference {
  /** Why the file as a whole is not read; there are no people then. */
  readonly refused?: Text;
  /** What it holds, what is wrong, what has changed, a sentence each; the last one asks, or says why there is nothing to ask. */
  readonly sentences: readonly Text[];
  /** The sentences in one. */
  readonly summary: Text;
  /** New and changed people: none means that there is nothing to load. */
  readonly toLoad: readonly Person[];
}

const NOTHING: Difference = { fresh: [], changed: [], missing: [], gone: [] };

const refusal = (words: Text): RosterPreview => ({
  ...{ ...UNREAD, ...NOTHING, refused: words, sentences: [words], summary: words, toLoad: [] },
});

const previewOf = (roster: Roster, known: Known): RosterPreview => {
  const different = roster.listed.size > 0 ? difference(roster, known.people) : NOTHING;
  const before = known.people.some(({ id }) => id !== PROVISIONAL.id);
  const sentences = summary(roster, different, before);
  return {
    ...{ ...roster, ...different, sentences },
    summary: inRow(sentences, 'roster-then') ?? text('roster-nothing'),
    toLoad: [...different.fresh, ...different.changed],
  };
};

/** How files begin: a ZIP archive, an OLE container. */
const ZIP = '80,75,3,4';
const OLE = '208,207,17,224';

const rowsOf = (bytes: Uint8Array): Rows => {
  const begins = bytes.subarray(0, 4).join();
  if (begins === OLE) return { ok: false, text: text('roster-book-old') };
  if (begins === ZIP) return readXlsx(bytes);
  const { text: csv } = decode(bytes);
  return readable(csv) ? readCsv(csv) : { ok: false, text: text('roster-no-list') };
};

/**
 * A school's list of people as a file, CSV of any usual kind or XLSX → what loading it would come to (SC-01 step 4). The file is
 * told by its content; its name only says that it holds programs.
 * @param fileName as its sender named it; never kept
 */
export const readRoster = (bytes: Uint8Array, fileName: string, known: Known): RosterPreview => {
  if (bytes.length > LARGEST) return refusal(text('roster-too-large'));
  if (/\.(?:xlsm|xltm|xlam)$/iu.test(fileName)) return refusal(text('roster-book-macros'));
  const read = rowsOf(bytes);
  if (read.ok) return previewOf(rosterOf(read.rows, known), known);
  if (read.line === undefined) return refusal(read.text);
  return previewOf({ ...UNREAD, errors: [{ line: read.line, text: read.text }] }, known);
};
