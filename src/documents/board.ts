import { drawing, FAMILY, type Pen } from './fonts.js';
import { cut, wrap } from './lines.js';

/** A row of the board, in words. */
export interface BoardLine {
  /** As many as there are columns. */
  readonly cells: readonly string[];
  readonly tone: 'open' | 'closing' | 'closed' | 'overdue';
  /** How much of it is done, 0 to 1: a bar under its sixth cell. */
  readonly done?: number;
}

/** Rows of one picture: messengers make large pictures smaller, and it has to be read then. */
const PER_PICTURE = 20;
const WIDTH = 1_600;
const EDGE = 40;
const PAD = 14;
const LINE = 30;
const SIZE = 24;
/** Lines of one cell. */
const MOST = 3;
/** What the columns take of the width: number, old chat, class, responsible, due, progress, state. */
const SHARES = [0.05, 0.32, 0.08, 0.18, 0.11, 0.15, 0.11] as const;
const PROGRESS = 5;
const STATE = 6;

/** Told apart without colour too: each state is written out. */
const TONES = {
  open: { mark: '#2d6cdf', back: '#ffffff' },
  closing: { mark: '#2d6cdf', back: '#ffffff' },
  closed: { mark: '#2e7d4f', back: '#f3f6f4' },
  overdue: { mark: '#b3541e', back: '#fdf3ea' },
} as const;

const INSIDE = WIDTH - 2 * EDGE;
const widths = SHARES.map((share) => Math.floor(share * INSIDE));
const lefts = SHARES.map((_, at) => EDGE + widths.slice(0, at).reduce((sum, width) => sum + width, 0));

const fontOf = (size: number, bold: boolean): string => `${bold ? 700 : 400} ${size}px "${FAMILY}"`;

/** The words of a cell in lines; what does not fit into the last is cut. */
const linesOf = (pen: Pen, words: string, width: number, bold = false): readonly string[] => {
  pen.font = fontOf(SIZE, bold);
  const widthOf = (line: string): number => pen.measureText(line).width;
  const lines = wrap(words, width, widthOf);
  const shown = lines.length > MOST ? [...lines.slice(0, MOST - 1), lines.slice(MOST - 1).join(' ')] : lines;
  return shown.map((line) => cut(line, width, widthOf));
};

interface Laid {
  readonly line: BoardLine;
  readonly cells: readonly (readonly string[])[];
  readonly height: number;
}

const lay = (pen: Pen, line: BoardLine): Laid => {
  const cells = line.cells.map((words, at) => linesOf(pen, words, (widths[at] ?? 0) - PAD, at === STATE));
  const tallest = Math.max(1, ...cells.map((one) => one.length));
  return { line, cells, height: tallest * LINE + 2 * PAD + (line.done === undefined ? 0 : 10) };
};

const write = (pen: Pen, lines: readonly string[], left: number, top: number): void => {
  for (const [at, words] of lines.entries()) pen.fillText(words, left, top + PAD + SIZE - 2 + at * LINE);
};

const drawRow = (pen: Pen, { line, cells, height }: Laid, top: number): void => {
  const { mark, back } = TONES[line.tone];
  pen.fillStyle = back;
  pen.fillRect(EDGE, top, INSIDE, height);
  pen.fillStyle = mark;
  pen.fillRect(EDGE - 12, top, 6, height);
  for (const [at, lines] of cells.entries()) {
    pen.font = fontOf(SIZE, at === STATE);
    pen.fillStyle = at === STATE ? mark : '#1a1a1a';
    write(pen, lines, lefts[at] ?? EDGE, top);
  }
  if (line.done !== undefined) {
    const [left, full] = [lefts[PROGRESS] ?? EDGE, (widths[PROGRESS] ?? 0) - 2 * PAD];
    const y = top + PAD + (cells[PROGRESS]?.length ?? 1) * LINE + 4;
    pen.fillStyle = '#dfe5ee';
    pen.fillRect(left, y, full, 8);
    pen.fillStyle = mark;
    pen.fillRect(left, y, Math.round(full * Math.min(1, Math.max(0, line.done))), 8);
  }
  pen.fillStyle = '#d5dae2';
  pen.fillRect(EDGE, top + height - 1, INSIDE, 1);
};

const HEAD = 96;

const drawHead = (pen: Pen, title: string, columns: readonly string[]): number => {
  pen.fillStyle = '#1a1a1a';
  pen.font = fontOf(36, true);
  pen.fillText(
    cut(title, INSIDE, (line) => pen.measureText(line).width),
    EDGE,
    EDGE + 30,
  );
  pen.fillStyle = '#555';
  for (const [at, words] of columns.entries()) {
    pen.font = fontOf(20, true);
    pen.fillText(
      cut(words, (widths[at] ?? 0) - PAD, (line) => pen.measureText(line).width),
      lefts[at] ?? EDGE,
      EDGE + HEAD - 16,
    );
  }
  pen.fillStyle = '#8a94a3';
  pen.fillRect(EDGE, EDGE + HEAD - 2, INSIDE, 2);
  return EDGE + HEAD;
};

/** A table of moves as PNG pictures of at most twenty rows each; none of no rows. */
export const boardsOf = async (
  title: string,
  columns: readonly string[],
  rows: readonly BoardLine[],
): Promise<readonly Uint8Array[]> => {
  const { createCanvas } = await drawing();
  const probe = createCanvas(1, 1).getContext('2d');
  const pictures: Uint8Array[] = [];
  const pages = Math.ceil(rows.length / PER_PICTURE);
  for (let page = 0; page < pages; page += 1) {
    const laid = rows.slice(page * PER_PICTURE, (page + 1) * PER_PICTURE).map((row) => lay(probe, row));
    const height = EDGE + HEAD + laid.reduce((sum, row) => sum + row.height, 0) + EDGE;
    const canvas = createCanvas(WIDTH, height);
    const pen = canvas.getContext('2d');
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, WIDTH, height);
    let top = drawHead(pen, pages === 1 ? title : `${title} (${page + 1}/${pages})`, columns);
    for (const row of laid) {
      drawRow(pen, row, top);
      top += row.height;
    }
    pictures.push(await canvas.encode('png'));
  }
  return pictures;
};
