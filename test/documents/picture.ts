import { createCanvas, loadImage } from '@napi-rs/canvas';
import jsQR from 'jsqr';

/** Millimetres. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** What a scanner reads in it. */
  scan(): string | undefined;
  /** Dark dots of a box, row by row. */
  ink(box: Box): readonly (readonly boolean[])[];
}

const DARK = 96;

/** Reads a card as it was saved. */
export const look = async (png: Uint8Array): Promise<Picture> => {
  const image = await loadImage(Buffer.from(png));
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  const scale = image.width / 105;
  return {
    width: image.width,
    height: image.height,
    scan: () => jsQR.default(data, image.width, image.height)?.data,
    ink: ({ left, top, width, height }) =>
      Array.from({ length: Math.floor(height * scale) }, (_, y) =>
        Array.from({ length: Math.floor(width * scale) }, (__, x) => {
          const at = ((Math.floor(top * scale) + y) * image.width + Math.floor(left * scale) + x) * 4;
          return (data[at] ?? 255) < DARK;
        }),
      ),
  };
};

/** How far the ink of a box reaches to the right, in dots. */
export const reach = (ink: readonly (readonly boolean[])[]): number =>
  Math.max(...ink.map((row) => row.lastIndexOf(true) + 1));

export const dots = (ink: readonly (readonly boolean[])[]): number => ink.flat().filter(Boolean).length;
