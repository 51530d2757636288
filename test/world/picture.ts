import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { encode } from 'uqr';

/** QR codes in a row on a grey page. */
export const page = (...codes: readonly string[]): Canvas => {
  const canvas = createCanvas(300 * Math.max(1, codes.length), 300);
  const context = canvas.getContext('2d');
  context.fillStyle = '#ddd';
  context.fillRect(0, 0, canvas.width, canvas.height);
  for (const [at, code] of codes.entries()) {
    const { data, size } = encode(code, { border: 4 });
    const point = Math.floor(260 / size);
    for (const [y, row] of data.entries())
      for (const [x, dark] of row.entries()) {
        context.fillStyle = dark ? '#000' : '#fff';
        context.fillRect(at * 300 + 20 + x * point, 20 + y * point, point, point);
      }
  }
  return canvas;
};

/** A landscape: a sky that darkens, a hill. */
export const landscape = (width: number, height: number): Canvas => {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  for (let x = 0; x < width; x++) {
    const bright = Math.round(127 + 120 * Math.sin((x / width) * 9));
    context.fillStyle = `rgb(${bright},${bright},${255 - bright})`;
    context.fillRect(x, 0, 1, height);
  }
  context.fillStyle = '#153';
  context.beginPath();
  context.arc(width / 3, height, height / 2, 0, 7);
  context.fill();
  return canvas;
};
