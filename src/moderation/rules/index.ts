import type { Rule } from '../rule.js';
import obscene from './obscene.js';

export const rules: readonly Rule[] = [obscene];
