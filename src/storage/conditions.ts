import type { Change } from '../domain/change.js';

/** What must still be so for a settlement to be written. */
export type Condition =
  | { readonly unused: string }
  | { readonly record: Extract<Change, { put: 'record' }> }
  | { readonly waits: Extract<Change, { put: 'fired' }>['timer'] };

/** The states of codes, records and timers that these changes rest on. */
export const conditionsOf = (changes: readonly Change[]): readonly Condition[] =>
  changes.flatMap((change): readonly Condition[] => {
    if (change.put === 'used-code') return [{ unused: change.code }];
    if (change.put === 'record') return [{ record: change }];
    return change.put === 'fired' ? [{ waits: change.timer }] : [];
  });
