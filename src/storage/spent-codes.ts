import type { Change } from '../domain/change.js';

/** The personal codes that these changes spend: none of them may be spent already. */
export const spentCodes = (changes: readonly Change[]): readonly string[] =>
  changes.flatMap((change) => (change.put === 'used-code' ? [change.code] : []));
