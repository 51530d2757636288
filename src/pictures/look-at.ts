import { createCanvas, type Image, loadImage } from '@napi-rs/canvas';
import jsqr from 'jsqr';
import type { SeenPicture } from '../ports/pictures.js';
import { printOf } from './print.js';

/** A picture is made no larger than this for the search: a QR code that a telephone reads is read. */
const LONGEST = 1200;
/** More codes than this are not looked for. */
const MOST_CODES = 4;

interface Points {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

const pointsOf = (image: Image, width: number, height: number): Points => {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.imageSmoothingQuality = 'high';
  // What is transparent is seen on white.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.drawImage(image, 0, 0, width, height);
  return { data: context.getImageData(0, 0, width, height).data, width, height };
};

/** A found code is painted over, so that the next one is found. */
const without = (
  { data, width, height }: Points,
  corners: readonly { readonly x: number; readonly y: number }[],
): Points => {
  const painted = new Uint8ClampedArray(data);
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  const [left, right] = [Math.max(0, Math.floor(Math.min(...xs))), Math.min(width, Math.ceil(Math.max(...xs)))];
  for (let y = Math.max(0, Math.floor(Math.min(...ys))); y < Math.min(height, Math.max(...ys)); y++)
    painted.fill(255, (y * width + left) * 4, (y * width + right) * 4);
  return { data: painted, width, height };
};

const codesIn = (points: Points): readonly string[] => {
  const found: string[] = [];
  let left = points;
  while (found.length < MOST_CODES) {
    const code = jsqr.default(left.data, left.width, left.height);
    if (code === null) break;
    if (code.data !== '') found.push(code.data);
    const { topLeftCorner, topRightCorner, bottomLeftCorner, bottomRightCorner } = code.location;
    left = without(left, [topLeftCorner, topRightCorner, bottomLeftCorner, bottomRightCorner]);
  }
  return found;
};

const greyOf = ({ data }: Points): readonly number[] =>
  Array.from({ length: data.length / 4 }, (_, at) => {
    const [red = 0, green = 0, blue = 0] = data.subarray(at * 4, at * 4 + 3);
    return 0.299 * red + 0.587 * green + 0.114 * blue;
  });

/** What is in a picture: its QR codes and its print. @throws when the bytes cannot be unpacked. */
export const lookAt = async (bytes: Uint8Array): Promise<SeenPicture> => {
  const image = await loadImage(bytes);
  const scale = Math.min(1, LONGEST / Math.max(image.width, image.height));
  const points = pointsOf(
    image,
    Math.max(1, Math.round(image.width * scale)),
    Math.max(1, Math.round(image.height * scale)),
  );
  return { words: codesIn(points), print: printOf(greyOf(pointsOf(image, 9, 8))) };
};
