import { createRequire } from 'node:module';
import type { SKRSContext2D } from '@napi-rs/canvas';

/** PT Sans: the languages of Russia, under the Open Font License. No font is needed on the machine. */
const FACES = ['400Regular/PTSans_400Regular.ttf', '700Bold/PTSans_700Bold.ttf'] as const;
export const FAMILY = 'Dezhurny Card';

/** What a card is drawn with: a picture's context and a printed page's alike. */
export type Pen = Pick<
  SKRSContext2D,
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'font'
  | 'setLineDash'
  | 'strokeRect'
  | 'fillRect'
  | 'fillText'
  | 'measureText'
  | 'beginPath'
  | 'rect'
  | 'fill'
>;

type Canvas = typeof import('@napi-rs/canvas');

let loading: Promise<Canvas> | undefined;

const load = async (): Promise<Canvas> => {
  const canvas = await import('@napi-rs/canvas');
  const { resolve } = createRequire(import.meta.url);
  for (const face of FACES)
    if (!canvas.GlobalFonts.registerFromPath(resolve(`@expo-google-fonts/pt-sans/${face}`), FAMILY))
      throw new Error(`the font ${face} cannot be read`);
  return canvas;
};

/** The drawing library with its font, loaded when the first card is asked for: a bot that prints none never needs it. */
export const drawing = (): Promise<Canvas> => {
  loading ??= load();
  return loading;
};
