import { encode } from 'uqr';
import type { Pen } from './fonts.js';

/** Modules of white around the pattern, as the standard asks. */
const QUIET = 4;

export interface Square {
  readonly left: number;
  readonly top: number;
  /** The most it may take, white border included. */
  readonly side: number;
  /** Modules are a whole number of these, so that a picture's pixels do not blur them. */
  readonly grain: number;
}

/** Runs of dark modules, row by row: one outline, no seams between neighbours. */
const runsOf = (row: readonly boolean[]): readonly { readonly from: number; readonly length: number }[] =>
  row.flatMap((dark, from) => {
    if (!dark || row[from - 1] === true) return [];
    const end = row.indexOf(false, from);
    return [{ from, length: (end < 0 ? row.length : end) - from }];
  });

/** A QR of this text in the middle of a square; medium correction survives a fold of the paper. */
export const drawQr = (pen: Pen, words: string, { left, top, side, grain }: Square): void => {
  const { data, size } = encode(words, { ecc: 'M', border: QUIET });
  const module = Math.floor(side / size / grain) * grain;
  const margin = Math.floor((side - module * size) / 2 / grain) * grain;
  pen.beginPath();
  for (const [y, row] of data.entries())
    for (const { from, length } of runsOf(row))
      pen.rect(left + margin + from * module, top + margin + y * module, length * module, module);
  pen.fill();
};
