import type { Rule } from '../rule.js';
import advertising from './advertising.js';
import alone from './alone.js';
import drugs from './drugs.js';
import extremism from './extremism.js';
import flood from './flood.js';
import gambling from './gambling.js';
import insult from './insult.js';
import link from './link.js';
import marks from './marks.js';
import media from './media.js';
import messenger from './messenger.js';
import money from './money.js';
import nickname from './nickname.js';
import obscene from './obscene.js';
import personalData from './personal-data.js';
import scam from './scam.js';
import selfHarm from './self-harm.js';
import sexual from './sexual.js';
import showOfHands from './show-of-hands.js';
import threat from './threat.js';
import voice from './voice.js';

export const rules: readonly Rule[] = [
  obscene,
  insult,
  personalData,
  money,
  link,
  messenger,
  marks,
  scam,
  drugs,
  extremism,
  sexual,
  gambling,
  advertising,
  threat,
  selfHarm,
  alone,
  nickname,
  flood,
  showOfHands,
  media,
  voice,
];
