import { printCode } from '../domain/code.js';
import { type Text, text } from '../domain/text.js';
import type { Card, Documents } from '../ports/documents.js';
import { boardsOf } from './board.js';
import { calendarOf } from './calendar.js';
import type { Worded } from './card.js';
import { chartOf } from './chart.js';
import { docx } from './docx.js';
import { draftOf } from './draft.js';
import { minutesOf } from './minutes.js';
import { pictureOf, sheetOf } from './picture.js';

export interface DocumentOptions {
  /** Puts texts into the school's words. */
  readonly say: (text: Text) => string;
  readonly locale: string;
  /** IANA name; dates on paper are the school's. */
  readonly timeZone: string;
}

const PNG = 'image/png';
const PDF = 'application/pdf';
const TXT = 'text/plain; charset=utf-8';
const CALENDAR = 'text/calendar; charset=utf-8';
/** By it office programs know the letters. */
const MARK = '\uFEFF';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const wordedBy =
  ({ say, locale, timeZone }: DocumentOptions) =>
  ({ name, role, classes, code, link, until }: Card): Worded => ({
    title: say(text('document-card-title')),
    name,
    who: say(text('document-card-who', { role, classes: classes.join(', ') || 'none' })),
    steps: say(link === undefined ? text('document-card-steps') : text('document-card-steps-link')).split('\n'),
    code: printCode(code),
    until: say(text('document-card-until', { until: new Date(until).toLocaleDateString(locale, { timeZone }) })),
    ...(link !== undefined && { link }),
  });

/** Papers made on this machine: nothing is fetched, no file is written, no font is needed. */
export const createDocuments = (options: DocumentOptions): Documents => {
  const worded = wordedBy(options);
  const { say } = options;
  return {
    // A picture at a time: it fills a core, and its neighbours must live.
    cards: async (cards) => {
      const files = [];
      const digits = String(cards.length).length;
      for (const [at, card] of cards.entries()) {
        const number = String(at + 1).padStart(digits, '0');
        const name = `${say(text('document-card-name', { number }))}.png`;
        files.push({ name, type: PNG, bytes: await pictureOf(worded(card)) });
      }
      return files;
    },
    sheet: async (cards) => {
      const title = say(text('document-sheet-name'));
      return { name: `${title}.pdf`, type: PDF, bytes: await sheetOf(cards.map(worded), title) };
    },
    plain: ({ name, heading, body }) => {
      const lines = `${MARK}${say(heading)}\n\n${body}\n`.replace(/\r?\n/gu, '\r\n');
      return { name: `${say(name)}.txt`, type: TXT, bytes: new TextEncoder().encode(lines) };
    },
    chart: async ({ name, title, bars, foot }) => ({
      name: `${say(name)}.png`,
      type: PNG,
      bytes: await chartOf(title, bars, say(foot)),
    }),
    board: async ({ name, title, columns, rows }) => {
      const lines = rows.map(({ cells, ...row }) => ({
        ...row,
        cells: cells.map((cell) => (typeof cell === 'string' ? cell : say(cell))),
      }));
      const heads = columns.map((column) => say(column));
      const pictures = await boardsOf(say(title), heads, lines);
      return pictures.map((bytes, at) => ({
        name: `${say(name)}${pictures.length > 1 ? ` ${at + 1}` : ''}.png`,
        type: PNG,
        bytes,
      }));
    },
    list: async ({ name, heading, columns, rows }) => {
      const title = say(name);
      const paragraphs = say(heading)
        .split('\n')
        .map((words) => ({ as: 'heading', words }) as const);
      const bytes = docx(title, paragraphs, { head: columns.map((column) => say(column)), rows });
      return { name: `${title}.docx`, type: DOCX, bytes };
    },
    draft: async (draft) => {
      const { name, bytes } = draftOf(draft, say);
      return { name: `${name}.docx`, type: DOCX, bytes };
    },
    calendar: (paper) => ({ ...calendarOf(paper, say, options.timeZone), type: CALENDAR }),
    minutes: (paper) => {
      const { name, bytes } = minutesOf(paper, say);
      return { name: `${name}.docx`, type: DOCX, bytes };
    },
  };
};
