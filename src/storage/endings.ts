import type { Entry } from '../domain/journal.js';
import type { Later, Outcome, Refusal } from '../domain/outcome.js';
import type { Ending, Row } from '../ports/stores.js';

/** Refusals after which another way is worth trying. */
const ANOTHER_WAY: readonly Refusal[] = ['not-allowed-to-write', 'no-right', 'unknown-target'];

const detailOf = (outcome: Outcome): string | undefined => {
  switch (outcome.is) {
    case 'done':
    case 'gone':
    case 'simulated':
      return undefined;
    case 'degraded':
      return outcome.how;
    case 'unsupported':
    case 'uncertain':
      return outcome.why;
    case 'refused':
      return `${outcome.why} ${outcome.code}`;
  }
};

const receiptOf = ({ row, called, ended }: Ending, outcome: Outcome): Entry => {
  const detail = detailOf(outcome);
  return {
    id: `r:${row.id}`,
    kind: 'receipt',
    at: ended,
    ...row.about,
    action: row.id,
    do: row.action.do,
    outcome: outcome.is,
    ...(detail === undefined ? {} : { detail }),
    attempts: row.attempts + 1,
    times: { queued: row.queued, called, ended },
  };
};

/** What to do instead of a refused send. */
const fallbackOf = ({ row, ended }: Ending, outcome: Outcome): Row | undefined => {
  const { action } = row;
  if (action.do !== 'send' || action.otherwise === undefined) return undefined;
  if (outcome.is !== 'refused' || !ANOTHER_WAY.includes(outcome.why)) return undefined;
  const { tried: _refused, ...rest } = row;
  return { ...rest, id: `${row.id}/else`, action: action.otherwise, queued: ended, attempts: 0, due: ended };
};

/** A row to try again; it stays `tried` only while nobody knows whether it happened. */
const retryOf = ({ row, ended }: Ending, { after, unknown }: Later): Row => {
  const { tried, ...rest } = row;
  const kept = unknown === true && tried !== undefined ? { tried } : {};
  return { ...rest, ...kept, attempts: row.attempts + 1, due: ended + after };
};

/** Endings as one write: receipts, ids to remove, fallbacks to queue, rows to put back. Used by every ledger. */
export const split = (endings: readonly Ending[]) => {
  const entries: Entry[] = [];
  const ended: string[] = [];
  const fallbacks: Row[] = [];
  const later: Row[] = [];
  for (const ending of endings) {
    const { row, answer } = ending;
    if (answer.is === 'later') {
      later.push(retryOf(ending, answer));
      continue;
    }
    entries.push(receiptOf(ending, answer));
    ended.push(row.id);
    const fallback = fallbackOf(ending, answer);
    if (fallback) fallbacks.push(fallback);
  }
  return { entries, ended, fallbacks, later } as const;
};
