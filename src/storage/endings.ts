import { comesTrue, type FollowUp, followUpId, followUpsOf, targeted } from '../domain/follow-up.js';
import type { Entry } from '../domain/journal.js';
import type { Later, Outcome } from '../domain/outcome.js';
import type { Timer } from '../domain/timer.js';
import { type Told, toldOf } from '../domain/told.js';
import type { Ending, Row } from '../ports/stores.js';

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

/** The row that waited for this one, when its turn has come. */
const nextOf = ({ row, ended }: Ending, next: FollowUp, outcome: Outcome): Row => {
  const { tried: _first, ...rest } = row;
  const action = targeted(next.action, outcome);
  return { ...rest, id: followUpId(row.id, next), action, queued: ended, attempts: 0, due: ended };
};

/** Words about a deletion that did not come about are planned in the verdict, so they have a receipt too. */
const droppedOf = ({ row, ended }: Ending, next: FollowUp): Entry => {
  const id = followUpId(row.id, next);
  return {
    id: `r:${id}`,
    kind: 'receipt',
    at: ended,
    ...row.about,
    action: id,
    do: next.action.do,
    outcome: 'dropped',
    detail: row.action.do === 'delete' ? 'the message stays' : 'nothing was sent',
    attempts: 0,
    times: { queued: row.queued, called: ended, ended },
  };
};

/** A row to try again; it stays `tried` only while nobody knows whether it happened. */
const retryOf = ({ row, ended }: Ending, { after, unknown }: Later): Row => {
  const { tried, ...rest } = row;
  const kept = unknown === true && tried !== undefined ? { tried } : {};
  return { ...rest, ...kept, attempts: row.attempts + 1, due: ended + after };
};

/** Timers that are due at once, for the jobs that are to hear how these rows ended: one a job and matter. */
const tellings = (endings: readonly Ending[]): readonly Timer[] => {
  const groups = new Map<string, { readonly first: Ending; readonly told: Told[] }>();
  for (const ending of endings) {
    const { row, answer, ended } = ending;
    const { tells } = row.action;
    if (tells === undefined || answer.is === 'later') continue;
    const key = JSON.stringify([tells.job, tells.about]);
    const group = groups.get(key) ?? { first: ending, told: [] };
    group.told.push(toldOf(tells.as, answer, ended));
    groups.set(key, group);
  }
  return [...groups.values()].map(({ first, told }) => ({
    // A row ends once, so this name is nobody else's.
    key: `told:${first.row.id}`,
    at: first.ended,
    job: first.row.action.tells?.job ?? '',
    apart: `${first.row.action.tells?.job} ${first.row.action.tells?.about}`,
    data: { about: first.row.action.tells?.about ?? '', endings: JSON.stringify(told) },
  }));
};

/**
 * Endings as one write: receipts, ids to remove, rows whose turn has come, rows to put back, timers for whoever is to hear
 * of it. Used by every ledger.
 */
export const split = (endings: readonly Ending[]) => {
  const entries: Entry[] = [];
  const ended: string[] = [];
  const followUps: Row[] = [];
  const later: Row[] = [];
  for (const ending of endings) {
    const { row, answer } = ending;
    if (answer.is === 'later') {
      later.push(retryOf(ending, answer));
      continue;
    }
    entries.push(receiptOf(ending, answer));
    ended.push(row.id);
    for (const next of followUpsOf(row.action))
      if (comesTrue(next, answer)) followUps.push(nextOf(ending, next, answer));
      else if (next.way === 'after') entries.push(droppedOf(ending, next));
  }
  return { entries, ended, followUps, later, timers: tellings(endings) } as const;
};
