import type { Rule } from '../rule.js';
import link from './link.js';
import messenger from './messenger.js';
import money from './money.js';
import obscene from './obscene.js';
import personalData from './personal-data.js';

export const rules: readonly Rule[] = [obscene, personalData, money, link, messenger];
