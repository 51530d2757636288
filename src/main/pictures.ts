import type { Config } from '../config.js';
import type { PictureOptions } from '../pictures/index.js';
import { tesseract } from '../pictures/read-text.js';

/** Text in pictures is read when the school wants it. @param program what reads it */
export const textReader = (
  { PICTURE_TEXT }: Pick<Config, 'PICTURE_TEXT'>,
  program?: string,
): Pick<PictureOptions, 'reader'> => (PICTURE_TEXT === 'on' ? { reader: tesseract(program) } : {});
