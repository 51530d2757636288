import type { Change } from '../domain/change.js';

/** What must still be so for a settlement to be written. */
export type Condition =
  | { readonly unused: string }
  /** The current issue of a person's code. */
  | { readonly issues: string; readonly was: number }
  | { readonly linked: Extract<Change, { put: 'unlink' }> }
  | { readonly unchanged: Extract<Change, { put: 'unchanged' }> }
  | { readonly record: Extract<Change, { put: 'record' }> }
  | { readonly waits: Extract<Change, { put: 'fired' }>['timer'] };

/** The states of codes, links, records and timers that these changes rest on. */
export const conditionsOf = (changes: readonly Change[]): readonly Condition[] =>
  changes.flatMap((change): readonly Condition[] => {
    if (change.put === 'used-code') return [{ unused: change.code }];
    if (change.put === 'unlink') return [{ linked: change }];
    if (change.put === 'issued-code') return [{ unused: change.code }, { issues: change.person, was: change.was }];
    if (change.put === 'no-person')
      return change.accounts.map((account) => ({ linked: { put: 'unlink', account, person: change.person } }));
    if (change.put === 'unchanged') return [{ unchanged: change }];
    if (change.put === 'record') return [{ record: change }];
    return change.put === 'fired' ? [{ waits: change.timer }] : [];
  });
