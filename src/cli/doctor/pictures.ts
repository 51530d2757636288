import type { Say } from '../../app/say.js';
import type { Config } from '../../config.js';
import { text } from '../../domain/text.js';
import { textReader } from '../../main/pictures.js';
import { createPictures } from '../../pictures/index.js';
import { bad, type Finding, good } from './finding.js';

/** What the bot sees in pictures, and whether it can. */
export const lookAtPictures = async (
  config: Pick<Config, 'PICTURE_TEXT'>,
  say: Say,
  program?: string,
): Promise<Finding> => {
  const pictures = createPictures(textReader(config, program));
  const reading = await pictures.reading();
  await pictures.close();
  const name = say(text('doctor-pictures'));
  if (reading === 'absent') return bad(name, say(text('doctor-pictures-absent')), say(text('doctor-pictures-mend')));
  return good(name, say(text(reading === 'on' ? 'doctor-pictures-on' : 'doctor-pictures-off')));
};
