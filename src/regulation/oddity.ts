import type { Text } from '../domain/text.js';
import type { Defect } from './defect.js';

/** Where in a document something is wrong or odd, and what. */
export interface Oddity {
  readonly path: readonly PropertyKey[];
  readonly grave: Defect['grave'];
  readonly what: Text;
}
export const wrong = (path: Oddity['path'], what: Text): Oddity => ({ path, grave: 'error', what });
export const odd = (path: Oddity['path'], what: Text): Oddity => ({ path, grave: 'remark', what });
