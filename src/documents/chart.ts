import { drawing, FAMILY } from './fonts.js';

/** A bar, with words before it. */
export interface Bar {
  readonly label: string;
  readonly count: number;
}

const WIDTH = 1_080;
const EDGE = 48;
const ROW = 84;
const HEAD = 56;
const FULL = WIDTH - 2 * EDGE - 150;

/** Words in lines of a width. */
const wrapped = (words: string, most: number, measure: (words: string) => number): readonly string[] => {
  const lines: string[] = [];
  for (const word of words.split(/\s+/u)) {
    const last = lines.at(-1);
    if (last !== undefined && measure(`${last} ${word}`) <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.slice(0, 4);
};

/** Horizontal bars with their numbers as a PNG picture; `foot` stands below. */
export const chartOf = async (title: string, bars: readonly Bar[], foot: string): Promise<Uint8Array> => {
  const { createCanvas } = await drawing();
  const probe = createCanvas(1, 1).getContext('2d');
  probe.font = `700 40px "${FAMILY}"`;
  const heading = wrapped(title, WIDTH - 2 * EDGE, (words) => probe.measureText(words).width);
  const height = EDGE + heading.length * HEAD + 24 + bars.length * ROW + 60 + EDGE / 2;
  const canvas = createCanvas(WIDTH, height);
  const pen = canvas.getContext('2d');
  const most = Math.max(1, ...bars.map(({ count }) => count));
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, WIDTH, height);
  pen.fillStyle = '#1a1a1a';
  pen.font = `700 40px "${FAMILY}"`;
  for (const [at, line] of heading.entries()) pen.fillText(line, EDGE, EDGE + 36 + at * HEAD);
  const top = EDGE + heading.length * HEAD + 24;
  for (const [at, { label, count }] of bars.entries()) {
    const y = top + at * ROW;
    pen.fillStyle = '#1a1a1a';
    pen.font = `400 28px "${FAMILY}"`;
    pen.fillText(label, EDGE, y + 24);
    pen.fillStyle = '#e6ebf2';
    pen.fillRect(EDGE, y + 36, FULL, 28);
    pen.fillStyle = '#2d6cdf';
    pen.fillRect(EDGE, y + 36, Math.round((FULL * count) / most), 28);
    pen.fillStyle = '#1a1a1a';
    pen.font = `700 28px "${FAMILY}"`;
    pen.fillText(String(count), EDGE + FULL + 20, y + 60);
  }
  pen.font = `400 26px "${FAMILY}"`;
  pen.fillStyle = '#555';
  pen.fillText(foot, EDGE, height - EDGE / 2 - 12);
  return canvas.encode('png');
};
