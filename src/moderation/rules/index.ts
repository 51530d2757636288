import type { Rule } from '../rule.js';
import money from './money.js';
import obscene from './obscene.js';
import personalData from './personal-data.js';

export const rules: readonly Rule[] = [obscene, personalData, money];
