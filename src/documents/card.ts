import { FAMILY, type Pen } from './fonts.js';
import { cut, wrap } from './lines.js';
import { drawQr } from './qr.js';

/** Millimetres: an eighth of A4. */
export const CARD = { width: 105, height: 74.25 } as const;
const MARGIN = 7;
const INSIDE = CARD.width - 2 * MARGIN;
const QR_SIDE = 34;
/** Pictures have 8 pixels to a millimetre: 203 to an inch. */
export const PIXELS = 8;

const INK = '#000';
const FAINT = '#888';

/** A card in words. */
export interface Worded {
  readonly title: string;
  readonly name: string;
  readonly who: string;
  readonly steps: readonly string[];
  /** `XXXX-XXXX`. */
  readonly code: string;
  readonly until: string;
  readonly link?: string;
}

interface Line {
  readonly words: string;
  /** Left end of the base line. */
  readonly left: number;
  readonly base: number;
  readonly size: number;
  readonly bold?: boolean;
}

const fontOf = (size: number, bold = false): string => `${bold ? 700 : 400} ${size}px "${FAMILY}"`;

const measure =
  (pen: Pen, size: number, bold = false) =>
  (words: string): number => {
    pen.font = fontOf(size, bold);
    return pen.measureText(words).width;
  };

const write = (pen: Pen, { words, left, base, size, bold = false }: Line): void => {
  pen.font = fontOf(size, bold);
  pen.fillText(words, left, base);
};

/** The largest of these sizes at which bold words fit; sizes go down. */
const fitting = (pen: Pen, words: string, width: number, sizes: readonly number[]): number | undefined =>
  sizes.find((size) => measure(pen, size, true)(words) <= width);

const NAME_SIZES = [5.4, 5, 4.6, 4.2] as const;
/** At this size a name may take two lines. */
const SMALLEST = 3.9;
const CODE_SIZES = [10, 9, 8, 7, 6] as const;

const nameLines = (pen: Pen, name: string): readonly Omit<Line, 'left' | 'base'>[] => {
  const size = fitting(pen, name, INSIDE, NAME_SIZES) ?? SMALLEST;
  const widthOf = measure(pen, size, true);
  const [first = '', ...rest] = wrap(name, INSIDE, widthOf);
  const lines = rest.length === 0 ? [first] : [first, rest.join(' ')];
  return lines.map((words) => ({ words: cut(words, INSIDE, widthOf), size, bold: true }));
};

const head = (pen: Pen, { title, name, who }: Worded): void => {
  write(pen, { words: title, left: MARGIN, base: 9, size: 3.2 });
  const lines = nameLines(pen, name);
  const base = lines.length === 1 ? 15.6 : 13.5;
  for (const [at, line] of lines.entries()) write(pen, { ...line, left: MARGIN, base: base + at * 4.2 });
  write(pen, { words: cut(who, INSIDE, measure(pen, 3.5)), left: MARGIN, base: 21.6, size: 3.5 });
  pen.fillStyle = FAINT;
  pen.fillRect(MARGIN, 24, INSIDE, 0.25);
  pen.fillStyle = INK;
};

const STEP = { size: 3.3, leading: 4.1, gap: 1.1, indent: 4.2 } as const;

const steps = (pen: Pen, told: readonly string[], width: number): void => {
  let base = 28.8;
  for (const [at, step] of told.entries()) {
    write(pen, { words: `${at + 1}.`, left: MARGIN, base, size: STEP.size, bold: true });
    for (const words of wrap(step, width - STEP.indent, measure(pen, STEP.size))) {
      write(pen, { words, left: MARGIN + STEP.indent, base, size: STEP.size });
      base += STEP.leading;
    }
    base += STEP.gap;
  }
};

/** Draws a card with its corner at the origin, in millimetres. Black on white: any printer does. */
export const drawCard = (pen: Pen, card: Worded): void => {
  const width = card.link === undefined ? INSIDE : INSIDE - QR_SIDE;
  pen.fillStyle = INK;
  head(pen, card);
  steps(pen, card.steps, width);
  if (card.link !== undefined)
    drawQr(pen, card.link, { left: CARD.width - 5 - QR_SIDE, top: 26, side: QR_SIDE, grain: 1 / PIXELS });
  const size = fitting(pen, card.code, width, CODE_SIZES) ?? 5;
  write(pen, { words: card.code, left: MARGIN - 0.4, base: 63.2, size, bold: true });
  write(pen, { words: card.until, left: MARGIN, base: 69, size: 3 });
};

/** The line along which a card is cut out. */
export const drawEdge = (pen: Pen): void => {
  pen.strokeStyle = FAINT;
  pen.lineWidth = 0.2;
  pen.setLineDash([1.5, 1.5]);
  pen.strokeRect(0.1, 0.1, CARD.width - 0.2, CARD.height - 0.2);
};
