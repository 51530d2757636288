import { setImmediate } from 'node:timers/promises';
import { CARD, drawCard, drawEdge, PIXELS, type Worded } from './card.js';
import { drawing } from './fonts.js';

const A4 = { width: 210, height: 297 } as const;
/** Points of a printer's page in a millimetre. */
const POINTS = 72 / 25.4;
const COLUMNS = 2;
const PER_PAGE = 8;

/** A card as a PNG picture. */
export const pictureOf = async (card: Worded): Promise<Uint8Array> => {
  const { createCanvas } = await drawing();
  const canvas = createCanvas(CARD.width * PIXELS, CARD.height * PIXELS);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.scale(PIXELS, PIXELS);
  drawEdge(context);
  drawCard(context, card);
  return canvas.encode('png');
};

const pagesOf = (cards: readonly Worded[]): readonly (readonly Worded[])[] =>
  Array.from({ length: Math.ceil(cards.length / PER_PAGE) }, (_, page) =>
    cards.slice(page * PER_PAGE, (page + 1) * PER_PAGE),
  );

/** Cards on pages of A4, eight to each, as a PDF: text and QR stay sharp on any printer. */
export const sheetOf = async (cards: readonly Worded[], title: string): Promise<Uint8Array> => {
  const { PDFDocument } = await drawing();
  const paper = new PDFDocument({ title });
  for (const page of pagesOf(cards)) {
    const context = paper.beginPage(A4.width * POINTS, A4.height * POINTS);
    context.scale(POINTS, POINTS);
    for (const [at, card] of page.entries()) {
      context.save();
      context.translate((at % COLUMNS) * CARD.width, Math.floor(at / COLUMNS) * CARD.height);
      drawEdge(context);
      drawCard(context, card);
      context.restore();
    }
    paper.endPage();
    // A page fills a core for some milliseconds; the bot has other work between two of them.
    await setImmediate();
  }
  return paper.close();
};
